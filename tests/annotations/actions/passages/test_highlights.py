"""Test what people can do to a highlight, and what the actions refuse."""

import pytest

from annotations.actions.passages.drawing import draw_highlight
from annotations.actions.passages.highlights import (
    describe_highlight,
    move_edges,
    restore_highlight,
    tag_by_path,
    tag_highlight,
    untag_highlight,
    withdraw_highlight,
)
from annotations.models import Highlight, Tag
from newsroom.errors import Conflict, Forbidden, Invalid
from newsroom.models import Article, User
from newsroom.roles import UserRole
from tests import make
from tests.admin_panel import last_line

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    return make.user(UserRole.REPORTER)


@pytest.fixture
def article(person: User) -> Article:
    return make.article("The minister left before the speech began.", story=make.story(by=person), by=person)


@pytest.fixture
def passage(article: Article, person: User) -> Highlight:
    return make.highlight(article, "The minister left", by=person)


def fresh(highlight: Highlight) -> Highlight:
    return Highlight.objects.select_related("anchor", "article__current").get(pk=highlight.pk)


def test_only_an_editor_withdraws_what_another_person_drew(passage: Highlight) -> None:
    with pytest.raises(Forbidden, match="takes an editor"):
        withdraw_highlight(passage, by=make.user(UserRole.REPORTER))
    assert fresh(passage).withdrawn_at is None
    withdraw_highlight(passage, by=make.user(UserRole.EDITOR))
    assert fresh(passage).withdrawn_at is not None


def test_only_an_editor_restores_what_another_person_drew(passage: Highlight, person: User) -> None:
    withdraw_highlight(passage, by=person)
    with pytest.raises(Forbidden):
        restore_highlight(passage, by=make.user(UserRole.REPORTER))
    restore_highlight(passage, by=make.user(UserRole.EDITOR))
    assert fresh(passage).withdrawn_at is None


@pytest.mark.parametrize("end", ["source", "target"])
def test_a_highlight_that_is_an_end_of_a_link_is_not_withdrawn(
    passage: Highlight, person: User, end: str
) -> None:
    elsewhere = make.highlight(make.article(by=person), by=person)
    source, target = (passage, elsewhere) if end == "source" else (elsewhere, passage)
    make.link(source, target, by=person)
    with pytest.raises(Conflict, match="an end of 1 link"):
        withdraw_highlight(passage, by=person)
    assert fresh(passage).withdrawn_at is None


def test_a_highlight_that_is_evidence_and_linked_names_both_reasons(passage: Highlight, person: User) -> None:
    make.link(passage, make.highlight(make.article(by=person), by=person), by=person)
    make.evidence(make.claim(passage.article.stories.get(), by=person), passage, by=person)
    with pytest.raises(Conflict, match="evidence for 1 claim and an end of 1 link"):
        withdraw_highlight(passage, by=person)


def test_nothing_is_drawn_in_an_old_revision(article: Article, person: User) -> None:
    old = article.current
    make.revision(article, "The minister left before the speech ended.", by=person)
    with pytest.raises(Conflict, match="newer revision"):
        draw_highlight(old, 0, 12, "The minister", by=person)
    assert not Highlight.objects.exists()


def test_edges_are_moved_only_from_the_version_the_person_saw(passage: Highlight, person: User) -> None:
    colleague = make.user(UserRole.REPORTER)
    move_edges(fresh(passage), 4, 12, "minister", version=1, by=colleague)
    with pytest.raises(Conflict, match="changed this highlight meanwhile"):
        move_edges(fresh(passage), 0, 3, "The", version=1, by=person)
    moved = fresh(passage)
    assert (moved.anchor.quote, moved.version) == ("minister", 2)
    assert moved.anchors.count() == 2


def test_a_note_saved_on_the_version_before_new_edges_is_refused(passage: Highlight, person: User) -> None:
    move_edges(passage, 4, 12, "minister", version=1, by=person)
    with pytest.raises(Conflict, match="while you were writing"):
        describe_highlight(fresh(passage), note="Seen.", attribution="", version=1, by=person)
    assert fresh(passage).note == ""


def test_new_edges_take_the_guess_of_the_speaker_with_them(person: User) -> None:
    article = make.article("“We left,” Lavrov said.\n\n“They stayed,” Kuleba said.", by=person)
    passage = make.highlight(article, "We left", by=person)
    assert (passage.attribution, passage.attribution_guessed) == ("Lavrov", True)
    start = article.current.text.index("They stayed")
    move_edges(passage, start, start + 11, "They stayed", version=1, by=person)
    assert fresh(passage).attribution == "Kuleba"


def test_what_a_person_saves_is_no_guess_any_more(person: User) -> None:
    passage = make.highlight(make.article("“We left,” Lavrov said.", by=person), "We left", by=person)
    describe_highlight(passage, note="", attribution="Lavrov", version=1, by=person)
    assert (fresh(passage).attribution, fresh(passage).attribution_guessed) == ("Lavrov", False)
    assert last_line(passage).changes == {"attribution_guessed": [True, False]}


def test_saving_what_stands_there_already_leaves_no_line(passage: Highlight, person: User) -> None:
    before = last_line(passage)
    describe_highlight(passage, note="", attribution="", version=1, by=person)
    assert (fresh(passage).version, last_line(passage)) == (1, before)


def test_a_tag_is_put_on_and_taken_off_once(passage: Highlight, person: User) -> None:
    tag = make.tag("claims/time", by=person)
    assert [tag_highlight(passage, tag, by=person) for _ in range(2)] == [True, False]
    assert last_line(passage).changes == {"tags": [[], ["claims/time"]]}
    assert [untag_highlight(passage, tag, by=person) for _ in range(2)] == [True, False]
    assert last_line(passage).changes == {"tags": [["claims/time"], []]}


def test_a_new_tag_goes_into_the_codebook_only_with_the_passage_it_was_added_for(
    passage: Highlight, person: User
) -> None:
    withdraw_highlight(passage, by=person)
    with pytest.raises(Invalid, match="withdrawn"):
        tag_by_path(passage, "claims/time", by=person)
    assert not Tag.objects.exists()


def test_tags_drawn_with_a_passage_stand_in_its_line_as_a_list(article: Article, person: User) -> None:
    tags = [make.tag(path, by=person) for path in ("claims/number", "claims/time")]
    passage = make.highlight(article, "minister", by=person, tags=tags)
    assert last_line(passage).changes == {"tags": [[], ["claims/number", "claims/time"]]}


def test_nothing_is_done_to_a_withdrawn_highlight_before_it_is_restored(
    passage: Highlight, person: User
) -> None:
    tag = make.tag(by=person)
    withdraw_highlight(passage, by=person)
    acts = [
        lambda: move_edges(passage, 0, 3, "The", version=1, by=person),
        lambda: describe_highlight(passage, note="x", attribution="", version=1, by=person),
        lambda: tag_highlight(passage, tag, by=person),
        lambda: untag_highlight(passage, tag, by=person),
        lambda: withdraw_highlight(passage, by=person),
    ]
    for act in acts:
        with pytest.raises(Invalid, match="This highlight was withdrawn"):
            act()
