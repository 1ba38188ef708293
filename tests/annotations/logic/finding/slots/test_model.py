"""Test what is read from a sentence, and what two sentences share."""

import pytest

from annotations.logic.finding.slots.model import (
    ReportRivals,
    names_in,
    pair_of,
    place_in,
    read_report,
    telling,
)
from newsroom.text.language.words import terms
from newsroom.text.model import Span
from tests.story_reports import report


def test_figures_common_words_and_words_of_tolls_tell_nothing():
    told = telling(terms("At least 12 people were killed in the Karo market, police said."))
    assert set(told) == {"karo", "market"} & set(told)
    assert "karo" in told
    assert {"kill", "12", "peopl", "polic"}.isdisjoint(told)


def test_a_sentence_knows_the_one_before():
    first, second = read_report(report("Rain fell. The river rose.")).sentences
    assert first.before is None
    assert second.before is first


@pytest.mark.parametrize(
    ("said", "looks_back"),
    [
        ("The mine flooded in 2019.", True),
        ("The mine flooded two years ago.", True),
        ("Last year the mine flooded.", True),
        ("The mine flooded on Monday.", False),
        ("The mine is 2019 metres deep.", False),
    ],
)
def test_a_sentence_about_another_time_is_background(said, looks_back):
    (sentence,) = read_report(report(said)).sentences
    assert sentence.is_background is looks_back


def test_likeness_is_of_the_shorter_sentence_and_overlap_of_the_longer_one():
    (one,) = read_report(report("The Karo ferry sank.")).sentences
    (other,) = read_report(report("The Karo ferry sank near Tarn with a cargo of timber.", 2)).sentences
    pair = pair_of(one, other)
    assert pair.likeness == 1.0
    assert 0.3 < pair.overlap < 0.7


def test_a_sentence_without_telling_words_is_like_no_other():
    (one,) = read_report(report("It was so.")).sentences
    pair = pair_of(one, one)
    assert (pair.likeness, pair.overlap, pair.shared) == (0.0, 0.0, frozenset())


def test_names_are_the_words_with_a_capital():
    assert names_in("The mayor of Orsa met Ana Berg.") >= {"orsa", "ana", "berg"}
    assert "mayor" not in names_in("The mayor of Orsa met Ana Berg.")


@pytest.mark.parametrize(
    ("said", "words", "start"),
    [
        ("Of 1,120 guests 120 died.", "120", 16),
        ("Of 1,120 guests 120 died.", "1,120", 3),
        ("It fell by 12.5 to 12.", "12", 19),
        ("At 12:30 the 12 left.", "12", 13),
        ("On the 12th, 12 left.", "12", 13),
        ("In Vol. 112 of 12 volumes", "12", 15),
        ("They left 12, 3 came back.", "12", 10),
        ("It is 12.", "12", 6),
        ("He ran 12km.", "12", 7),
        ("Some 20,000-strong crowds", "20,000", 5),
        ("It cost $12bn.", "$12bn", 8),
        ("Only 1’120 of the 120", "120", 18),
        ("Only 1\u00a0120 of the 120", "120", 18),
        ("Fridays’ market opens on Friday.", "Friday", 25),
        ("Orsa’s mayor", "Orsa", 0),
        ("Routes A120 and A12", "A12", 16),
        ("It cost $120 and $12", "$12", 17),
        ("Not 12 metres but 12 metre", "12 metre", 18),
        ("Two 5 km-long rows", "5 km", 4),
        ("$5 millionaires with $5 million", "$5 million", 21),
        ("Velden’s Eldena met Elden", "Elden", 20),
    ],
)
def test_words_are_found_where_they_stand_alone(said, words, start):
    assert place_in(said, words) == Span(start, start + len(words))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Of 1,120 guests none died.", "120"),
        ("Of 1,120 guests none died.", "1"),
        ("It fell by 12.5 points.", "5"),
        ("On the 12th of May", "12"),
        ("Route A12 is closed.", "12"),
        ("Only Fridays’ papers", "Friday"),
        ("Only Oldorsa", "orsa"),
        ("Nothing of the kind", "12"),
    ],
)
def test_a_part_of_a_longer_word_or_number_is_no_place(said, words):
    assert place_in(said, words) is None


def test_rivals_are_reports_of_another_source_and_of_the_same_event():
    one, same_source, other, unrelated = (
        report("It rained.", number, source=source)
        for number, source in enumerate(["Post", "Post", "Times", "Herald"], start=1)
    )
    rivals = ReportRivals([one, same_source, other, unrelated], [frozenset((1, 4)), frozenset((3, 4))])
    assert set(rivals.of(one)) == {3}
    assert set(rivals.of(same_source)) == {3, 4}
    assert set(rivals.of(other)) == {1, 2}
    assert set(rivals.of(unrelated)) == {2}
    assert set(ReportRivals([one]).of(one)) == set()
