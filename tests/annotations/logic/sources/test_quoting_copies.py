"""Test how shared quotations count beside the own words that two reports share."""

import pytest

from annotations.logic.sources.copies import CopyVerdict, compare_wording
from annotations.logic.sources.own_words import OwnWords
from tests.annotations.logic.sources.test_copies import common, own, read


def details_of_event(seed: str) -> str:
    """Return a sentence that names four places, none of which another seed names."""
    return " ".join(f"{seed}{place} Town{place}" for place in range(4)) + "."


def quoting(
    own_words: int, quoted_words: int, *, names: str = "left", words: int = 100
) -> tuple[OwnWords, OwnWords]:
    """Return two texts of `words` words that share `own_words` of their own words and
    `quoted_words` in a quotation.
    """
    texts = []
    for seed in ("left", "right"):
        places = details_of_event(seed) if names == "left" else f"{seed}0 Place{seed}."
        rest = own(words - own_words - quoted_words - len(places.split()), f"{seed}x")
        texts.append(read(places, f"{common(own_words)} {rest}", f"“{common(quoted_words, 'said')}”"))
    left, right = texts
    return left, right


@pytest.mark.parametrize(
    ("own_words", "quoted_words", "expected"),
    [
        # A quarter of all words is shared.
        (8, 17, CopyVerdict.PARTIAL),
        (8, 16, None),
        # At least eight of their own words must be shared in a row.
        (7, 40, None),
        (0, 60, None),
    ],
)
def test_with_quotations_a_quarter_and_one_telling_stretch_draw_on_the_other(
    own_words: int, quoted_words: int, expected: CopyVerdict | None
):
    assert compare_wording(*quoting(own_words, quoted_words)).verdict is expected


def test_quotations_count_only_between_reports_that_surely_tell_of_one_event():
    assert compare_wording(*quoting(8, 40, names="other")).verdict is None


@pytest.mark.parametrize(
    ("own_words", "quoted_words", "expected"),
    [
        # Of all words 55 in 100 are shared, and three tenths of the own words: 18 of 60.
        (20, 35, CopyVerdict.COPY),
        (20, 34, CopyVerdict.PARTIAL),
        (18, 40, CopyVerdict.COPY),
        (17, 40, CopyVerdict.PARTIAL),
    ],
)
def test_a_copy_has_over_half_of_all_words_and_three_tenths_of_the_own(
    own_words: int, quoted_words: int, expected: CopyVerdict
):
    assert compare_wording(*quoting(own_words, quoted_words)).verdict is expected


@pytest.mark.parametrize(("own_words", "expected"), [(36, CopyVerdict.COPY), (35, CopyVerdict.PARTIAL)])
def test_three_tenths_of_the_own_words_make_a_copy_beside_long_quotations(
    own_words: int, expected: CopyVerdict
):
    """Of 240 words, 120 are quoted and 120 are own. Both pairs share more than three fifths of all words."""
    assert compare_wording(*quoting(own_words, 120, words=240)).verdict is expected


def test_words_quoted_in_one_text_and_own_in_the_other_are_shared():
    said = common(40, "said")
    left = read(details_of_event("left"), f"“{said}”", common(8))
    right = read(details_of_event("right"), said, common(8))
    assert compare_wording(left, right).left.whole_share == pytest.approx(48 / 56)


def quoting_alike(words: int, *, towns: str = "Town") -> tuple[OwnWords, OwnWords]:
    """Return two texts with the same three quotations of 14 words each, and `words` other words each."""
    quotations = " he said. ".join(f"“{common(14, seed)},”" for seed in ("first", "second", "third"))
    left = read(details_of_event("left"), own(words - 8, "leftx"), quotations)
    other_places = details_of_event("left").replace("Town", towns)
    right = read(other_places, own(words - 8, "rightx"), quotations)
    return left, right


@pytest.mark.parametrize(("words", "expected"), [(154, CopyVerdict.PARTIAL), (155, None)])
def test_the_same_selection_of_quotations_draws_on_the_other_from_a_quarter_of_the_text_on(
    words: int, expected: CopyVerdict | None
):
    """Of 200 words 42 are in the quotations, 8 name the places, and 4 stand between the quotations."""
    comparison = compare_wording(*quoting_alike(words))
    assert comparison.verdict is expected
    assert comparison.quoted == (42 if expected else 0)


def test_reports_of_other_places_with_the_same_quotations_are_no_copies():
    assert compare_wording(*quoting_alike(80, towns="City")).verdict is None


def test_a_verdict_on_own_words_does_not_rest_on_quotations():
    assert compare_wording(*quoting(20, 40)).quoted == 0
