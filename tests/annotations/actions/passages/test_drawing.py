"""Test that words are marked once by each person, and that a passage drawn again by its id is not doubled."""

from uuid import uuid4

import pytest

from annotations.actions.passages.drawing import (
    MarkedByAnother,
    PassageLocation,
    draw_highlight,
    mark_passage,
)
from annotations.actions.passages.highlights import move_edges, withdraw_highlight
from annotations.models import Highlight
from newsroom.errors import Conflict, Invalid
from newsroom.models import Activity, Article, User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db

WORDS = "The minister"


@pytest.fixture
def person() -> User:
    return make.user(UserRole.REPORTER)


@pytest.fixture
def article(person: User) -> Article:
    return make.article("The minister left before the speech began.", by=person)


def place(article: Article, words: str = WORDS) -> PassageLocation:
    start = article.current.text.index(words)
    return PassageLocation(article.current, start, start + len(words), words)


def test_a_new_passage_has_the_id_that_the_browser_chose(article: Article, person: User) -> None:
    pk = uuid4()
    highlight, is_new = mark_passage(place(article), pk=pk, by=person)
    assert (highlight.pk, is_new, highlight.anchor.quote) == (pk, True, WORDS)


def test_the_same_id_sent_again_changes_nothing(article: Article, person: User) -> None:
    pk = uuid4()
    mark_passage(place(article), pk=pk, by=person)
    lines = Activity.objects.count()
    highlight, is_new = mark_passage(place(article), pk=pk, by=person, tags=[make.tag(by=person)])
    assert (highlight.pk, is_new) == (pk, False)
    assert not highlight.tags.exists()
    assert Activity.objects.count() == lines + 1  # the line of the new tag


def test_an_id_sent_again_after_its_highlight_was_withdrawn_does_not_draw_anew(
    article: Article, person: User
) -> None:
    pk = uuid4()
    highlight, _ = mark_passage(place(article), pk=pk, by=person)
    withdraw_highlight(highlight, by=person)
    again, is_new = mark_passage(place(article), pk=pk, by=person)
    assert (again.pk, is_new) == (pk, False)
    assert again.withdrawn_at is not None


def test_an_id_of_another_person_is_refused(article: Article, person: User) -> None:
    highlight = make.highlight(article, WORDS, by=make.user(UserRole.REPORTER))
    with pytest.raises(Conflict, match="id already"):
        mark_passage(place(article), pk=highlight.pk, by=person)


def test_the_same_words_of_the_same_person_are_one_highlight_and_get_the_tags(
    article: Article, person: User
) -> None:
    first = make.highlight(article, WORDS, by=person)
    tag = make.tag(by=person)
    highlight, is_new = mark_passage(place(article), pk=uuid4(), by=person, tags=[tag])
    assert (highlight, is_new, list(first.tags.all())) == (first, False, [tag])
    assert Highlight.objects.count() == 1


def test_what_was_withdrawn_or_moved_away_does_not_stand_on_the_words(article: Article, person: User) -> None:
    withdraw_highlight(make.highlight(article, WORDS, by=person), by=person)
    moved = make.highlight(article, WORDS, by=person)
    move_edges(moved, 4, 12, "minister", version=1, by=person)
    _, is_new = mark_passage(place(article), pk=uuid4(), by=person)
    assert is_new


def test_words_that_another_person_marked_are_marked_too_only_if_that_is_wished(
    article: Article, person: User
) -> None:
    theirs = make.highlight(article, WORDS, by=make.user(UserRole.REPORTER, "colleague"))
    with pytest.raises(MarkedByAnother, match="colleague has marked these words already") as refusal:
        mark_passage(place(article), pk=uuid4(), by=person)
    assert refusal.value.highlight == theirs
    mine, is_new = mark_passage(place(article), pk=uuid4(), by=person, beside_others=True)
    assert is_new
    assert mine != theirs


def test_other_words_beside_a_highlight_are_a_highlight_of_their_own(article: Article, person: User) -> None:
    make.highlight(article, WORDS, by=person)
    for words in ("The minister left", "minister"):
        assert mark_passage(place(article, words), pk=uuid4(), by=person)[1]


def test_words_that_do_not_stand_there_and_an_old_revision_are_refused(
    article: Article, person: User
) -> None:
    old = article.current
    with pytest.raises(Invalid):
        mark_passage(PassageLocation(old, 0, 12, "The Minister"), pk=uuid4(), by=person)
    make.revision(article, "The minister left before the speech ended.", by=person)
    with pytest.raises(Conflict, match="newer revision"):
        draw_highlight(old, 0, 12, WORDS, by=person)
    assert not Highlight.objects.exists()
