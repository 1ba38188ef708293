"""Test that copies are recognised by their own words, and not by quotations, names and
titles that reports share.
"""

from collections.abc import Iterable
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.logic.sources.copies import CopyComparison, CopyVerdict, compare_wording
from annotations.logic.sources.own_words import RUN, OwnWords, read_own_words
from newsroom.text.model import Block, Document, Role
from newsroom.text.pipeline import SourceDetails, prepare

SEEDS = Path(__file__).parents[4] / "seeds" / "articles"

WIRE = (
    (
        "The harbour of Vesk was closed on Tuesday after a freighter that carried ammonium nitrate ran "
        "aground in the fog."
    ),
    (
        "Tugs worked through the night to hold the ship while divers looked for cracks below the "
        "waterline of its hull."
    ),
    (
        "About two thousand people who live along the quays were told to leave their homes before the "
        "tide came back."
    ),
    (
        "Nobody was hurt, and the crew of nineteen stayed on board to run the pumps until help arrived "
        "from the south."
    ),
)
OWN = (
    (
        "Residents of the old port woke to sirens and found soldiers at their doors with lists of names "
        "in their hands."
    ),
    (
        "A baker who has worked near the fish market for thirty years said he had never seen the streets so "
        "empty."
    ),
    (
        "The owner of the vessel did not answer questions, and its insurer would only confirm that a "
        "claim was opened."
    ),
    (
        "Environmental groups have warned since the spring that the channel is too narrow for ships of "
        "such a draught."
    ),
)
QUOTE = (
    "“We asked for a pilot at four in the morning and nobody came, so we went on and hoped for the best,” "
    "{} said."
)


def document(paragraphs: Iterable[str], role: Role = Role.BODY) -> Document:
    text, blocks = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        blocks.append(Block(len(text), len(text) + len(paragraph), role))
        text += paragraph
    return Document(text, tuple(blocks))


def read(*paragraphs: str) -> OwnWords:
    return read_own_words(document(paragraphs))


def shared(one: Document, other: Document) -> list[str]:
    """Return the stretches of `one` that also stand in `other`."""
    return [
        one.text[span.start : span.end]
        for span in compare_wording(read_own_words(one), read_own_words(other)).left.spans
    ]


def seeds() -> dict[str, OwnWords]:
    texts = {
        path.name[:3]: prepare(path.read_bytes(), name=path.name, details=SourceDetails())
        for path in SEEDS.iterdir()
    }
    return {name: read_own_words(text.document) for name, text in sorted(texts.items())}


def test_the_same_text_is_a_copy_whole_and_whole():
    comparison = compare_wording(read(*WIRE), read(*WIRE))
    assert (comparison.verdict, comparison.left.share, comparison.right.share) == (CopyVerdict.COPY, 1.0, 1.0)
    assert comparison.left.paragraphs == (0, 1, 2, 3)


def test_other_words_about_the_same_thing_are_no_copy():
    assert compare_wording(read(*WIRE), read(*OWN)).verdict is None


def test_of_the_five_seeds_only_the_two_prints_of_one_wire_text_are_copies():
    texts = seeds()
    found = {(a, b): compare_wording(texts[a], texts[b]).verdict for a, b in combinations(texts, 2)}
    assert {pair: verdict for pair, verdict in found.items() if verdict} == {("001", "002"): CopyVerdict.COPY}


def test_reports_that_share_only_quotations_are_no_copies():
    quotes = [QUOTE.format(name) for name in ("the captain", "the captain", "the captain")]
    assert compare_wording(read(*WIRE, *quotes), read(*OWN, *quotes)).verdict is None


@pytest.mark.parametrize(
    "shared_paragraphs",
    [
        [
            (
                "‘We have waited for eleven years to hear somebody say that what happened to our son was "
                "wrong in the end."
            ),
            (
                "‘We thank all who stood with us, and the nurses’ union above all of them for its "
                "courage,’ said Mrs Bell."
            ),
        ],
        [
            "In the UK and Ireland, Samaritans can be contacted on freephone 116 123, or by e-mail at any "
            "time of day and night. In the US, you can call or text the 988 lifeline, or chat with a "
            "counsellor on its page there."
        ],
    ],
)
def test_reports_that_share_a_speech_or_a_helpline_are_no_copies(shared_paragraphs):
    assert compare_wording(read(*WIRE, *shared_paragraphs), read(*OWN, *shared_paragraphs)).verdict is None


def test_names_with_their_titles_are_no_shared_wording():
    formula = "Foreign Minister Marta Ilves told reporters in Vesk on Tuesday"
    one = [f"{formula} {tail}" for tail in ("she would go.", "nothing new.", "it was late.")]
    other = [f"{formula} {tail}" for tail in ("that talks failed.", "her plane waits.", "she had no answer.")]
    assert compare_wording(read(*WIRE, *one), read(*OWN, *other)).verdict is None


def test_a_report_that_takes_over_a_paragraph_draws_on_it_in_part():
    comparison = compare_wording(read(*WIRE), read(*OWN, WIRE[1]))
    assert comparison.verdict is CopyVerdict.PARTIAL
    assert comparison.left.paragraphs == (1,)
    assert comparison.right.paragraphs == (4,)


def test_a_brief_cut_from_a_long_report_is_a_copy():
    comparison = compare_wording(read(*WIRE, *OWN), read(*WIRE[:2]))
    assert comparison.verdict is CopyVerdict.COPY
    assert comparison.right.share == comparison.share == 1.0
    assert 0 < comparison.left.share < 0.5


def test_an_edited_word_counts_with_its_stretch_and_is_not_lit():
    one, other = document(WIRE[:1]), document([WIRE[0].replace("freighter", "vessel")])
    assert compare_wording(read_own_words(one), read_own_words(other)).left.share == 1.0
    assert shared(one, other) == [
        "The harbour of Vesk was closed on Tuesday after a",
        "that carried ammonium nitrate ran aground in the fog",
    ]


def test_a_figure_that_changed_is_lit_on_neither_side():
    told = (
        "The works on the old harbour wall cost {} million "
        "and took three years longer than had been promised."
    )
    one, other = document([told.format("twenty-eight")]), document([told.format("25")])
    lit = [
        "The works on the old harbour wall cost",
        "million and took three years longer than had been promised",
    ]
    assert shared(one, other) == shared(other, one) == lit


def test_moved_paragraphs_and_another_headline_make_no_difference():
    moved = compare_wording(read("Ship aground", *WIRE), read("Thousands flee", *reversed(WIRE)))
    assert moved.verdict is CopyVerdict.COPY


def test_a_text_in_capitals_is_a_copy_too():
    loud = read(*(paragraph.upper() for paragraph in WIRE))
    assert compare_wording(loud, loud).verdict is CopyVerdict.COPY


def test_scripts_that_part_no_words_are_compared_too():
    wire = (
        "港口在周二关闭，因为一艘装有硝酸铵的货船在大雾中搁浅，"
        "拖船整夜工作以稳住船身，潜水员检查船体是否有裂缝。"
    )
    own = "老港居民被警报声惊醒，发现士兵拿着名单站在门口，一位面包师说他从未见过街道如此空旷，船主拒绝回答。"
    assert compare_wording(read(wire), read(own)).verdict is None
    assert compare_wording(read(wire), read(own, wire)).verdict is CopyVerdict.COPY


PARAGRAPHS = st.lists(st.sampled_from([*WIRE, *OWN, QUOTE.format("she")]), min_size=0, max_size=6)


@given(PARAGRAPHS, PARAGRAPHS)
def test_the_order_of_the_two_makes_no_difference(one: list[str], other: list[str]):
    there, back = compare_wording(read(*one), read(*other)), compare_wording(read(*other), read(*one))
    assert back == CopyComparison(there.right, there.left, there.verdict)


@given(PARAGRAPHS, PARAGRAPHS)
def test_what_is_lit_stands_in_the_text_and_apart(one: list[str], other: list[str]):
    text = document(one)
    spans = compare_wording(read_own_words(text), read(*other)).left.spans
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(len(text.text[span.start : span.end].split()) >= RUN for span in spans)


def own(number: int, seed: str = "own") -> str:
    """Return `number` words that stand in no other text."""
    return " ".join(f"{seed}{place}" for place in range(number))


def common(number: int, seed: str = "wire") -> str:
    """Return `number` words that two texts share if they use the same seed."""
    return own(number, seed)


def around(shared_words: str, words: int, seed: str) -> str:
    """Return a text of `words` words that begins with `shared_words`."""
    return f"{shared_words} {own(words - len(shared_words.split()), seed)}"


def verdict(shared_words: str, words: int, other_words: int = 1_000) -> CopyVerdict | None:
    left, right = around(shared_words, words, "left"), around(shared_words, other_words, "right")
    return compare_wording(read(left), read(right)).verdict


@pytest.mark.parametrize(("number", "expected"), [(16, CopyVerdict.PARTIAL), (15, None)])
def test_sixteen_telling_words_must_be_shared_for_any_verdict(number, expected):
    assert verdict(common(number), 40) is expected


@pytest.mark.parametrize(("words", "expected"), [(320, CopyVerdict.PARTIAL), (321, None)])
def test_a_text_draws_on_another_from_a_twentieth_of_its_words_on(words, expected):
    assert verdict(common(16), words) is expected


@pytest.mark.parametrize(("words", "expected"), [(40, CopyVerdict.COPY), (41, CopyVerdict.PARTIAL)])
def test_a_text_is_a_copy_from_three_quarters_of_its_words_on(words, expected):
    assert verdict(common(30), words) is expected


@pytest.mark.parametrize(("words", "expected"), [(100, CopyVerdict.COPY), (101, CopyVerdict.PARTIAL)])
def test_two_texts_are_copies_from_eleven_twentieths_of_the_words_of_both_on(words, expected):
    assert verdict(common(55), words, words) is expected


@pytest.mark.parametrize(
    ("names", "telling"),
    [(0, 8), (1, 0)],
)
def test_a_stretch_is_telling_from_eight_words_on_that_are_no_names(names, telling):
    stretch = " ".join([*(f"Name{place}" for place in range(names)), common(8 - names)])
    left, right = (read(f"{own(5, seed)} {stretch} {own(5, seed + 'x')}") for seed in ("left", "right"))
    assert compare_wording(left, right).left.telling == telling


@pytest.mark.parametrize(("edited", "share"), [(3, 1.0), (4, 10 / 14)])
def test_up_to_three_words_edited_within_a_stretch_count_with_it(edited, share):
    left, right = (read(f"{common(5)} {own(edited, seed)} {common(5, 'more')}") for seed in ("left", "right"))
    assert compare_wording(left, right).left.share == pytest.approx(share)


@pytest.mark.parametrize(("number", "runs"), [(5, 1), (4, 0)])
def test_a_run_has_five_words(number, runs):
    assert len(read(own(number)).runs) == runs


@pytest.mark.parametrize(("words", "paragraphs"), [(20, (0,)), (21, ())])
def test_a_paragraph_is_named_if_half_of_it_is_shared(words, paragraphs):
    left, right = read(around(common(10), words, "left")), read(common(10))
    assert compare_wording(left, right).left.paragraphs == paragraphs
