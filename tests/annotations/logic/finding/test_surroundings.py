"""Test what is read around two passages."""

import pytest

from annotations.logic.finding.comparison import PassageAnalysis
from annotations.logic.finding.surroundings import Surroundings, context_of, surroundings_of
from newsroom.text.model import Span

SENTENCE = "Grain ships left."


def weigh(term: str) -> float:
    return 1.0


def surroundings(sought: str, text: str, sentence: str = SENTENCE, own_text: str = "") -> Surroundings:
    passage = PassageAnalysis(sought)
    start = text.index(sentence)
    span = Span(start, start + len(sentence))
    context = context_of(passage, own_text, weigh)
    return surroundings_of(passage, PassageAnalysis(sentence), text, span, context, weigh)


@pytest.mark.parametrize(("distance", "nearby"), [(500, 0.5), (501, 0.0)])
@pytest.mark.parametrize("side", ["before", "after"])
def test_what_stands_five_hundred_code_points_from_a_sentence_is_near_it(distance, nearby, side):
    # The beginning of the article is compared too. Here it has no words.
    padding = ". " * 200
    gap = " " * (distance - len("Odesa"))
    parts = ["Odesa", gap, SENTENCE] if side == "before" else [SENTENCE, gap, "Odesa"]
    assert surroundings("ships Odesa", padding + "".join(parts)).nearby == nearby


@pytest.mark.parametrize(("start", "nearby"), [(295, 0.5), (296, 0.0)])
def test_what_stands_in_the_first_three_hundred_code_points_is_near_every_sentence(start, nearby):
    text = " " * start + "Odesa" + " " * 600 + SENTENCE
    assert surroundings("ships Odesa", text).nearby == nearby


@pytest.mark.parametrize(("distance", "share"), [(200, 1 / 3), (201, 0.0)])
def test_two_hundred_code_points_before_and_after_the_passage_belong_to_it(distance, share):
    gap = " " * (distance - len("Grain"))
    before = surroundings("He spoke", SENTENCE, own_text=f"Grain{gap}He spoke")
    after = surroundings("He spoke", SENTENCE, own_text=f"He spoke{gap}Grain")
    assert (before.before, after.after) == (pytest.approx(share), pytest.approx(share))
    assert before.background == after.background == pytest.approx(1 / 3)


def test_without_the_article_of_the_passage_its_background_is_not_known():
    assert surroundings("He spoke", SENTENCE) == Surroundings(0.0)


def test_another_sentence_of_the_article_may_say_more_of_it():
    own_text = "He spoke.\n\nGrain ships left Odesa."
    assert surroundings("He spoke", SENTENCE, own_text=own_text).elsewhere == 1.0


def test_the_sentence_right_before_the_passage_is_no_other_one():
    assert surroundings("He spoke", SENTENCE, own_text="Grain ships left. He spoke.").elsewhere == 0.0


def test_articles_of_the_same_words_have_a_cosine_of_one():
    assert surroundings("He spoke", SENTENCE, own_text=f"{SENTENCE} He spoke.").cosine == pytest.approx(1)
    assert surroundings("He spoke", SENTENCE, own_text="Rain. He spoke.").cosine == 0


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        (SENTENCE, True),
        (f"{SENTENCE} They carried 1,200 tonnes.", False),
        (f"{SENTENCE} They carried 1,300 tonnes.", True),
        (f"{SENTENCE}{' ' * 600}They carried 1,200 tonnes.", True),
    ],
)
def test_a_number_of_the_passage_is_absent_if_it_is_not_near_the_sentence(text, absent):
    assert surroundings("Ships carried 1,200 tonnes of grain", text).absent_number is absent
    assert surroundings("Ships carried grain", text).absent_number is False


def test_a_day_is_no_number_of_the_passage():
    assert surroundings("Grain ships left on 9 July 2022", SENTENCE).absent_number is False
