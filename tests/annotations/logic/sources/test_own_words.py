"""Test which words are a report's own, and which numbers stand for them in the index."""

import pytest
from hypothesis import given

from annotations.logic.sources.own_words import OwnWords, read_own_words, sampled, sampled_runs
from newsroom.text.model import Block, Document, Mark, MarkKind, Role
from tests.annotations.logic.sources.test_copies import OWN, PARAGRAPHS, WIRE, document, read, seeds


def words(text: OwnWords) -> str:
    return " ".join(text.keys)


@pytest.mark.parametrize(
    "quotation",
    [
        "“a b c d e f g”",
        "”a b c d e f g”",
        '"a b c d e f g"',
        "«a b c d e f g»",
        "„a b c d e f g“",
        "»a b c d e f g«",
        "‘a b don’t d e f g’",
        "'a b don't d e f g'",
        "「a b c d e f g」",
        "“a b c d e f g",
    ],
)
def test_a_quotation_is_not_read_whatever_its_marks(quotation):
    assert words(read(f"He said: {quotation}")) == "he said"


def test_an_apostrophe_opens_no_quotation():
    assert words(read("It’s the ministers’ choice, ’tis said, and the hosts' too")) == (
        "its the ministers choice tis said and the hosts too"
    )


def test_an_inch_opens_no_quotation():
    assert words(read('A 12" pipe broke in the cellar')) == "a 12 pipe broke in the cellar"


def test_a_paragraph_quoted_as_a_whole_is_not_read():
    text = document(WIRE[:2])
    marked = Document(text.text, text.blocks, (Mark(*_edges(text.blocks[1]), MarkKind.QUOTE),))
    assert words(read_own_words(marked)) == words(read(WIRE[0]))


def _edges(block: Block) -> tuple[int, int]:
    return block.start, block.end


@pytest.mark.parametrize("role", [Role.CAPTION, Role.CREDIT, Role.BOILERPLATE, Role.SEE_ALSO, Role.BYLINE])
def test_captions_credits_and_appeals_are_not_read(role):
    assert read_own_words(document(WIRE, role)).keys == ()


def test_a_run_never_crosses_a_quotation():
    assert all(
        "came said" not in run
        for run in read("Nobody came “to us and so on” said the old man at last").runs.values()
    )


def test_case_apostrophes_and_stops_of_initials_make_no_difference():
    one = read("The U.S. minister’s plane LANDED in the early hours of the following day at a military field")
    other = read("The US minister's plane landed in the early hours of the following day at a military field")
    assert one.keys == other.keys


def test_the_stop_in_a_figure_makes_one():
    assert words(read("It cost 1.5 million, not 15, in the U.S. in the 1990's.")) == (
        "it cost 1.5 million not 15 in the us in the 1990s"
    )


def test_vowel_signs_belong_to_their_words():
    assert words(read("रूस के विदेश मंत्री")) == "रूस के विदेश मंत्री"


@given(PARAGRAPHS)
def test_what_is_added_to_a_text_takes_nothing_from_its_sample(paragraphs: list[str]):
    assert sampled(read(*paragraphs)) <= sampled(read(*paragraphs, *OWN))


def test_copies_meet_in_the_index_and_strangers_do_not():
    texts = seeds()
    assert len(sampled(texts["001"]) & sampled(texts["002"])) > 20
    assert sampled(read(*WIRE)) & sampled(read(*OWN)) == frozenset()


def test_a_long_text_is_sampled_more_sparsely_and_still_meets_what_was_cut_from_it():
    told = [" ".join(f"word{(n * 40 + m) * 7919 % 10007} of" for m in range(40)) for n in range(24)]
    long, brief = read(*told), read(*told[:3])
    assert len(sampled(long)) / len(long.runs) < len(sampled(brief)) / len(brief.runs) / 2
    assert sampled(long) & sampled(brief)


def numbered(number: int, capitalised: int = 0) -> str:
    capitals = [f"Word{place}" for place in range(capitalised)]
    return " ".join([*capitals, *(f"word{place}" for place in range(capitalised, number))])


@pytest.mark.parametrize(
    ("words", "capitalised", "named"), [(11, 11, 11), (12, 12, 0), (20, 14, 14), (20, 15, 0)]
)
def test_a_paragraph_of_twelve_words_mostly_in_capitals_names_nobody(words, capitalised, named):
    assert sum(read(numbered(words, capitalised)).named) == named


@pytest.mark.parametrize(("start", "keys"), [(399_999, ("end",)), (400_000, ())])
def test_no_more_than_four_hundred_thousand_code_points_are_read(start, keys):
    text = " " * start + "end"
    blocks = (Block(start, len(text)),)
    own_words = read_own_words(Document(text, blocks))
    assert tuple(key[:1] for key in own_words.keys) == tuple(key[:1] for key in keys)


def test_where_no_words_are_parted_four_letters_make_one():
    assert read("外交部长离开").keys == ("外交部长", "交部长离", "部长离开", "长离开", "离开", "开")


@pytest.mark.parametrize(
    ("runs", "rate"), [(400, 4), (401, 8), (800, 8), (801, 16), (1_600, 16), (8_000, 16)]
)
def test_long_texts_are_sampled_more_sparsely_and_never_below_one_run_in_sixteen(runs, rate):
    text = read(numbered(runs + 4))
    assert len(text.runs) == runs
    # The values of the runs decide which ones are sampled, so their number is only near the rate.
    assert len(sampled(text)) == pytest.approx(runs / rate, rel=0.25)


def test_numbers_have_thirty_one_bits():
    assert 2**30 < max(sampled(read(numbered(400)))) < 2**31


def test_what_is_quoted_is_kept_apart_and_sampled_with_the_rest():
    text = read("He said: “aa bb cc dd ee”, and left")
    assert (text.keys, text.quoted.keys) == (
        ("he", "said", "and", "left"),
        ("aa", "bb", "cc", "dd", "ee"),
    )
    assert tuple(text.quoted.runs.values()) == ("aa bb cc dd ee",)
    quoted_only = read(f"“{numbered(400)}”")
    assert sampled(quoted_only) == sampled(read(numbered(400)))


def test_a_paragraph_that_is_a_quotation_as_a_whole_is_read_as_quoted():
    text = document(WIRE[:2])
    marked = Document(text.text, text.blocks, (Mark(*_edges(text.blocks[1]), MarkKind.QUOTE),))
    assert read_own_words(marked).quoted.keys == read(WIRE[1]).keys


@pytest.mark.parametrize(
    "paragraph",
    [
        "The O’Neill ships of the U.S. left Odesa at 9.30 with 1.500 tons of wheat on board.",
        "She said “the ships have left the port of Odesa with wheat” and then the men left for home.",
        "北京で会談した両首脳は共同声明を発表し、経済協力を強化することで合意した。",
        "हिंदी के शब्द और मात्राएँ यहाँ लिखी हैं और वे अलग नहीं होतीं।",
    ],
)
def test_a_sample_without_the_places_of_the_words_is_the_same(paragraph):
    report = document([paragraph, *WIRE])
    assert sampled_runs(report) == sampled(read_own_words(report))
