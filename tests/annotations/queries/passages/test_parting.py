"""Test which highlights and silences belong to which revisions, and what rests on each highlight."""

import pytest

from annotations.actions.passages.highlights import withdraw_highlight
from annotations.queries.passages.parting import fates_of, highlights_of_revisions, silences_during
from tests import make

pytestmark = pytest.mark.django_db
RAIN = "Rain fell on Bali and Java all day."


def test_a_highlight_belongs_to_the_revision_in_which_it_was_drawn():
    article = make.article(RAIN)
    first = make.highlight(article, "Bali")
    second = make.highlight(make.revision(article, f"{RAIN} Roads were closed."), "Roads")
    one, two = article.revisions.order_by("number")
    assert highlights_of_revisions(article, [one]) == [first]
    assert highlights_of_revisions(article, [two]) == [second]
    assert highlights_of_revisions(article, [one, two]) == [first, second]


def test_a_silence_belongs_to_the_revision_that_was_the_newest_one_then():
    story = make.story()
    article = make.article(RAIN, story=story)
    first = make.silence(make.claim(story), article)
    make.revision(article, f"{RAIN} Roads were closed.")
    second = make.silence(make.claim(story), article)
    one, two = article.revisions.order_by("number")
    assert (silences_during(article, [one]), silences_during(article, [two])) == ([first], [second])


def test_a_fate_says_the_words_the_place_and_what_rests_on_them():
    story = make.story()
    article = make.article(RAIN, story=story)
    passage, withdrawn = make.highlight(article, "Bali"), make.highlight(article, "Rain")
    make.evidence(make.claim(story), passage)
    make.link(passage, make.highlight(make.article("Bali was wet."), "wet"))
    make.comment(passage)
    withdraw_highlight(withdrawn, by=make.user())
    assert [(fate.quote, fate.state, fate.uses) for fate in fates_of(article)] == [
        ("Rain", "Withdrawn", ""),
        ("Bali", "Drawn", "evidence for 1 claim, 1 link, 1 comment"),
    ]
