"""Test the teller of a passage: it is guessed when the passage is drawn, until a person names one."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from annotations.actions.passages.highlights import move_edges, withdraw_highlight
from annotations.actions.passages.tellers import guess_tellers_again, name_teller
from annotations.models import Highlight
from newsroom.errors import Conflict, Invalid
from newsroom.models import Activity, User
from tests import make

pytestmark = pytest.mark.django_db

TEXT = "The bridge fell at nine, Kyodo reported. Nobody was hurt, a driver told the Echo."


@pytest.fixture
def passage(editor: User) -> Highlight:
    story = make.story(by=editor)
    article = make.article(TEXT, story=story, outlet="Echo", by=editor)
    return make.highlight(article, "The bridge fell at nine", by=editor)


def teller_of(highlight: Highlight) -> tuple[str, bool]:
    highlight.refresh_from_db()
    return highlight.teller, highlight.teller_guessed


def test_a_new_highlight_bears_the_guess_as_a_guess(passage: Highlight, editor: User) -> None:
    assert teller_of(passage) == ("Kyodo", True)
    other = make.highlight(passage.article, "Nobody was hurt", by=editor)
    assert teller_of(other) == ("", True)


def test_outlets_of_the_story_are_known_by_name(editor: User) -> None:
    story = make.story(by=editor)
    make.article(story=story, outlet="Kestrel Post", by=editor)
    article = make.article("It fell, the Kestrel Post said.", story=story, outlet="Echo", by=editor)
    assert make.highlight(article, "It fell", by=editor).teller == "Kestrel Post"


def test_the_guess_follows_the_edges_until_a_person_named_the_teller(
    passage: Highlight, editor: User
) -> None:
    start = TEXT.index("Nobody was hurt")
    place = (start, start + 15, "Nobody was hurt")
    move_edges(passage, *place, version=1, by=editor)
    assert teller_of(passage) == ("", True)
    move_edges(passage, 0, 10, "The bridge", version=2, by=editor)
    assert teller_of(passage) == ("Kyodo", True)
    name_teller(passage, "AP", version=3, by=editor)
    move_edges(passage, *place, version=4, by=editor)
    assert teller_of(passage) == ("AP", False)


def test_that_no_other_outlet_tells_it_is_a_guess_until_a_person_says_so(
    passage: Highlight, editor: User
) -> None:
    other = make.highlight(passage.article, "Nobody was hurt", by=editor)
    name_teller(other, "", version=1, by=editor)
    assert teller_of(other) == ("", False)
    move_edges(other, 0, 10, "The bridge", version=2, by=editor)
    assert teller_of(other) == ("", False)


def test_names_have_room_for_two_hundred_characters(passage: Highlight, editor: User) -> None:
    with pytest.raises(Invalid, match="room for 200 characters"):
        name_teller(passage, "x" * 201, version=1, by=editor)
    assert teller_of(passage) == ("Kyodo", True)
    name_teller(passage, f"  {'x' * 200}  ", version=1, by=editor)
    assert teller_of(passage) == ("x" * 200, False)


def test_what_a_person_saves_is_no_guess_any_more(passage: Highlight, editor: User) -> None:
    name_teller(passage, "Kyodo", version=1, by=editor)
    assert teller_of(passage) == ("Kyodo", False)
    line = Activity.objects.latest("pk")
    assert (line.verb, line.changes) == ("credited", {"teller_guessed": [True, False]})
    assert line.summary == "said that “The bridge fell at nine” is told by Kyodo"


def test_the_article_itself_may_be_said_to_tell_it(passage: Highlight, editor: User) -> None:
    name_teller(passage, " ; ", version=1, by=editor)
    assert teller_of(passage) == ("", False)
    assert Activity.objects.latest("pk").summary == (
        "said that the article itself tells “The bridge fell at nine”"
    )


def test_names_are_kept_tidy(passage: Highlight, editor: User) -> None:
    name_teller(passage, "AP ;Reuters;; the AP", version=1, by=editor)
    assert teller_of(passage) == ("AP; Reuters", False)


def test_saving_the_same_again_does_nothing(passage: Highlight, editor: User) -> None:
    name_teller(passage, "AP", version=1, by=editor)
    lines = Activity.objects.count()
    name_teller(passage, "AP", version=2, by=editor)
    assert (passage.version, Activity.objects.count()) == (2, lines)


def test_whoever_saved_second_is_told(passage: Highlight, editor: User) -> None:
    name_teller(passage, "AP", version=1, by=editor)
    with pytest.raises(Conflict, match="the teller stays as it is"):
        name_teller(passage, "AFP", version=1, by=editor)
    assert teller_of(passage) == ("AP", False)


def test_a_withdrawn_highlight_has_no_new_teller(passage: Highlight, editor: User) -> None:
    withdraw_highlight(passage, by=editor)
    with pytest.raises(Invalid, match="withdrawn"):
        name_teller(passage, "AP", version=1, by=editor)


def test_a_guess_does_not_replace_what_a_person_saves_while_it_is_made(
    passage: Highlight, editor: User
) -> None:
    saved = []

    def person_saves_first(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if sql.startswith("UPDATE") and not saved:
            saved.append("AP")
            name_teller(Highlight.objects.get(pk=passage.pk), "AP", version=1, by=editor)
        return execute(sql, *rest)

    with connection.execute_wrapper(person_saves_first):
        guess_tellers_again([passage.article])
    assert saved
    assert teller_of(passage) == ("AP", False)
