"""Test which candidates are found for a passage among the sentences that share words with it."""

from dataclasses import replace
from itertools import count

import pytest

from annotations.logic.finding.comparison import PassageAnalysis
from annotations.logic.finding.matching import Candidate, CandidateSentence, RankedSentence, find, rank
from newsroom.text.language.sentences import sentences
from newsroom.text.language.word_weights import idf_weights
from newsroom.text.model import Block, Document
from tests.cpu_time import cpu_seconds

WEIGH = idf_weights({}, 0)
SOUGHT = "Lavrov walked out of the afternoon session in Bali on Friday"
SAME = "On Friday, Lavrov walked out of the session in Bali."
OTHER_DAY = "On Monday, Lavrov walked out of the session in Bali."
UNLIKE = "Grain prices fell in the afternoon."


def texts(*said: str) -> list[CandidateSentence]:
    numbers = count(1)
    return [
        CandidateSentence(number, number, span, text, blocks=((0, len(text), "body"),))
        for text in said
        for number in [next(numbers)]
        for span in sentences(Document(text, (Block(0, len(text)),)))
    ]


def candidates(
    sought: str, among: list[CandidateSentence], own_text: str = "", most: int = 10
) -> list[Candidate]:
    return find(PassageAnalysis(sought), among, WEIGH, own_text=own_text, most=most)


def ranked(sought: str, among: list[CandidateSentence], own_text: str = "") -> list[RankedSentence]:
    return rank(PassageAnalysis(sought), among, WEIGH, own_text=own_text)


def test_the_most_alike_comes_first_and_only_what_is_alike_is_proposed():
    assert [(c.quote, c.confident) for c in candidates(SOUGHT, texts(UNLIKE, SAME))] == [
        (SAME, True),
        (UNLIKE, False),
    ]


def test_of_equal_ones_the_earlier_article_comes_first():
    assert [c.article for c in candidates(SOUGHT, texts(SAME, SAME))] == [1, 2]


def test_what_differs_in_the_day_comes_after_what_agrees_and_says_so():
    first, second = candidates(SOUGHT, texts(OTHER_DAY, SAME))
    assert (first.quote, first.contradicts) == (SAME, "")
    assert (second.quote, second.contradicts) == (OTHER_DAY, "time")
    assert "differs: Friday / Monday" in second.reasons


def test_an_article_of_another_time_comes_after_one_of_the_same():
    far, near = texts(SAME, SAME)
    among = [replace(far, days=400), replace(near, days=1)]
    assert [candidate.article for candidate in candidates(SOUGHT, among)] == [2, 1]


def test_the_same_weekday_of_another_week_is_not_the_same_day():
    (told,) = texts(SAME)
    said = [candidates(SOUGHT, [replace(told, days=days)])[0] for days in (6, 20)]
    assert [("same day: Friday" in candidate.reasons, candidate.contradicts) for candidate in said] == [
        (True, ""),
        (False, ""),
    ]


def test_a_passage_widened_is_compared_by_the_days_of_its_article_too():
    (first, second) = texts("Lavrov walked out of the session in Bali. It was in the afternoon, on Friday.")
    candidate = candidates(SOUGHT, [replace(first, days=20), replace(second, days=20)])[0]
    assert candidate.quote == first.text
    assert "same day: Friday" not in candidate.reasons


def test_a_year_that_both_tell_makes_other_news_little_more_certain():
    said = "Inflation hit 7.5 percent in Warsaw in 2022, the bank said."
    told = texts(
        "The bank in Warsaw was robbed in 2022, police said.", "The bank in Warsaw was robbed, police said."
    )
    with_year, without = (ranked(said, [one])[0].certainty for one in told)
    assert with_year < without + 0.15


def test_an_article_without_a_day_is_doubted_where_it_could_have_been_compared():
    (told,) = texts("Lavrov walked out of a session in Bali.")
    sought = "Lavrov walked out in anger of the long session"
    plain, undated = (ranked(sought, [one])[0] for one in (told, replace(told, undated=True)))
    assert (plain.score, plain.certainty > undated.certainty) == (undated.score, True)


KULEBA = "Dmytro Kuleba addressed the ministers."
LEFT = "He left during the speech"


@pytest.mark.parametrize("told_in", [f"{KULEBA} {LEFT}.", f"{KULEBA} He left during\xa0the speech."])
def test_pronouns_are_understood_from_what_stands_before(told_in):
    among = texts("The minister left early.", "Someone left before Dmytro Kuleba addressed the ministers.")
    assert [c.article for c in candidates(LEFT, among, told_in)] == [2, 1]


def test_what_answers_to_the_next_sentence_counts_less_than_what_answers_to_the_one_before():
    among = texts("Someone left before Dmytro Kuleba addressed the ministers.")
    before, after = (ranked(LEFT, among, told)[0] for told in (f"{KULEBA} {LEFT}.", f"{LEFT}. {KULEBA}"))
    assert before.score > after.score


def test_what_another_sentence_of_the_article_says_is_less_of_an_answer_to_this_one():
    among = texts(
        "We never abandoned contact, he told reporters. We are not running after anybody for talks."
    )
    said = "He would not go running after them."
    in_one, in_three = (
        "It was not us who abandoned contact, he told reporters.",
        "It was. Not us who abandoned. Contact, he told reporters.",
    )
    apart, together = (ranked(said, among, f"{said} {other}") for other in (in_three, in_one))
    (answer, other), (same_answer, same_other) = apart, together
    assert same_answer.score == answer.score
    assert same_other.score < other.score


def test_words_that_only_say_who_says_it_count_less_than_what_is_said():
    among = texts(
        "Lavrov told reporters after lunch that it rained.", "The grain ships sailed from Odesa on Friday."
    )
    said = "Lavrov told reporters the grain ships had left Odesa"
    assert [c.article for c in candidates(said, among)] == [2, 1]


def test_a_passage_is_shown_once():
    text = "Ukraine is not your country. Its grain is not your grain."
    assert [c.quote for c in candidates(text, texts(text))] == [text]


def test_no_more_are_told_than_asked_for():
    assert len(candidates(SOUGHT, texts(SAME, SAME, SAME), most=2)) == 2


DAY_SOUGHT = "Lavrov left Bali on Friday"
OTHER_DAYS = "Lavrov left Bali on Monday."
SAME_DAY = "Lavrov was seen in Bali on Friday."


@pytest.mark.parametrize(("closer_in_words", "is_compared"), [(35, True), (36, False)])
def test_thirty_six_sentences_are_compared_in_full(closer_in_words, is_compared):
    among = texts(SAME_DAY, *[OTHER_DAYS] * closer_in_words)
    assert (candidates(DAY_SOUGHT, among)[0].quote == SAME_DAY) == is_compared


def test_words_that_only_say_who_speaks_count_half():
    (told,) = texts("Lavrov spoke.")
    sought = PassageAnalysis("Lavrov said it rained")
    (row,) = rank(sought, [told], lambda _: 1.0)
    # “Lavrov” and “said” have half the weight of “it” and “rained”.
    assert row.likeness.coverage == pytest.approx(0.5 / 3)


@pytest.mark.parametrize(("nearness", "added"), [(None, 0.0), (-0.5, 0.0), (0.5, 0.15), (1.0, 0.3)])
def test_nearness_in_meaning_adds_three_tenths_to_the_score_and_takes_nothing(nearness, added):
    (told,) = texts(SAME)
    plain, near = (ranked(SOUGHT, [sentence])[0] for sentence in (told, replace(told, nearness=nearness)))
    assert near.score - plain.score == pytest.approx(added)
    assert near.certainty == plain.certainty


@pytest.mark.parametrize(
    ("text", "certain", "confident"),
    [
        ("Lavrov walked out of the first talks.", 0.53, True),
        ("Lavrov walked out of the hall.", 0.51, False),
    ],
)
def test_a_candidate_is_proposed_if_it_more_likely_speaks_of_the_same_event(text, certain, confident):
    (row,), (candidate,) = ranked(SOUGHT, texts(text)), candidates(SOUGHT, texts(text))
    assert (round(row.certainty, 2), candidate.confident) == (certain, confident)


def test_of_a_long_sentence_the_part_that_answers_is_found():
    list_of_towns = ", ".join(f"Town {number}" for number in range(200))
    text = f"{list_of_towns}, {SAME}"
    (candidate,) = candidates(SOUGHT, texts(text))
    assert SAME in candidate.quote
    assert len(candidate.quote) <= 500


@pytest.mark.parametrize(
    "repeated",
    [
        "“a ” ",
        "(a) ",
        "‘a ",
        "“x,” said A B. ",
        "A B C ",
        "12 killed and ",
        "$5 and 7% of ",
        "on 5 May 2020 and ",
        "at 5:30 pm, ",
        "the council voted to close the harbour and ",
        "部长离开",
    ],
)
def test_a_long_text_of_small_words_is_compared_in_good_time(repeated: str):
    # Each text is different, so that no cache holds a result for it.
    long_texts = [f"{number} {repeated * (20_000 // len(repeated))}" for number in range(60)]
    among = texts(*long_texts)
    # Measuring coverage makes the slowest of them, Chinese, take three times as long.
    with cpu_seconds(at_most=4.0):
        candidates(repeated * (2_000 // len(repeated)), among, long_texts[0][:6_000])
