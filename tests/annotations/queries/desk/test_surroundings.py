"""Test what the desk shows beside its panes."""

import pytest

from annotations.actions.judgements.links import withdraw_link
from annotations.actions.origins import decide_origin
from annotations.actions.passages.highlights import describe_highlight
from annotations.actions.tags import make_tag, pin_tag
from annotations.models import Highlight
from annotations.queries.desk.surroundings import (
    articles_of,
    codebook,
    links_between,
    links_of,
    notes_on,
    origins_of,
    other_ends,
)
from newsroom.models import Article, Story, User
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles(story: Story, editor: User) -> list[Article]:
    return [make.article(story=story, by=editor) for _ in range(3)]


@pytest.fixture
def ends(articles: list[Article], editor: User) -> list[Highlight]:
    return [make.highlight(article, by=editor) for article in articles]


def test_a_rejected_origin_is_none_of_the_article(
    story: Story, articles: list[Article], editor: User
) -> None:
    origin = make.origin(articles[0], name="AFP", by=editor)
    make.origin(articles[0], name="Kyodo", by=editor)
    decide_origin(origin, "rejected", reason="Their own reporter.", by=editor)
    first = articles_of(story)[0]
    assert [origin.name for origin in origins_of(first)] == ["Kyodo"]


def test_a_link_is_seen_from_either_end(ends: list[Highlight], editor: User) -> None:
    link = make.link(ends[0], ends[1], by=editor)
    assert [(linked.link, linked.passage) for linked in links_of(ends[0])] == [(link, ends[1])]
    assert [(linked.link, linked.passage) for linked in links_of(ends[1])] == [(link, ends[0])]


def test_links_are_between_articles_that_are_both_open(ends: list[Highlight], editor: User) -> None:
    link = make.link(ends[0], ends[1], by=editor)
    both = [ends[0].article_id, ends[1].article_id]
    assert links_between(both) == [link]
    assert links_between(both[:1]) == []


def test_a_withdrawn_link_is_gone_from_both(ends: list[Highlight], editor: User) -> None:
    link = make.link(ends[0], ends[1], by=editor)
    withdraw_link(link, by=editor)
    assert links_of(ends[0]) == []
    assert links_between([ends[0].article_id, ends[1].article_id]) == []


def test_the_other_end_is_offered_unless_it_is_linked_or_in_the_same_article(
    story: Story, articles: list[Article], ends: list[Highlight], editor: User
) -> None:
    make.highlight(articles[0], by=editor)
    make.link(ends[0], ends[1], by=editor)
    assert other_ends(story, ends[0]) == [ends[2]]


def test_notes_are_those_with_words_of_a_person(
    articles: list[Article], ends: list[Highlight], editor: User
) -> None:
    describe_highlight(ends[0], note="Who saw it?", attribution="", version=1, by=editor)
    notes = notes_on(articles[:2])
    assert ends[0] in notes[articles[0].pk]
    assert all(highlight.note or highlight.attribution for marked in notes.values() for highlight in marked)


def test_the_codebook_has_the_digits_of_the_person(editor: User):
    for path, digit in (("claims", 1), ("claims/time", 2), ("quote", None)):
        make_tag(path, digit=digit, by=editor)
    pinned = make_tag("people", by=editor)
    pin_tag(pinned, 2, by=editor)

    def digits(person: User) -> list[tuple[str, int | None, bool]]:
        return [(entry.tag.path, entry.digit, entry.is_pinned) for entry in codebook(person)]

    assert digits(editor) == [
        ("claims", 1, False),
        ("claims/time", None, False),
        ("people", 2, True),
        ("quote", None, False),
    ]
    assert digits(make.user()) == [
        ("claims", 1, False),
        ("claims/time", 2, False),
        ("people", None, False),
        ("quote", None, False),
    ]
