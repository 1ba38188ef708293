"""Test that a new revision places every highlight again, and says which highlights it moved or lost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.actions.passages.highlights import move_edges, withdraw_highlight
from annotations.models import Anchor, Highlight
from annotations.queries.verifying import findings
from newsroom.actions.imports.importing import import_article
from newsroom.models import Activity, Article, User
from newsroom.text.pipeline import SourceDetails
from tests import make

pytestmark = pytest.mark.django_db

OLD = (
    "The minister left early.\n\nRain fell on Bali and Java all day, said the hosts.\n\n"
    "Nobody took a photo of the group."
)


@pytest.fixture
def editor() -> User:
    return make.user()


@pytest.fixture
def article(editor: User) -> Article:
    return make.article(OLD, by=editor)


def revise(article: Article, text: str, by: User) -> None:
    details = SourceDetails(external_id=article.external_id, title=article.title)
    import_article(text.encode(), details=details, by=by)
    article.refresh_from_db()


def state(highlight: Highlight) -> tuple[str, str]:
    anchor = Highlight.objects.select_related("anchor").get(pk=highlight.pk).anchor
    return anchor.state, anchor.quote


def test_each_highlight_is_said_to_be_the_same_moved_changed_or_lost(article: Article, editor: User) -> None:
    same = make.highlight(article, "The minister left early", by=editor)
    changed = make.highlight(article, "Rain fell on Bali and Java all day", by=editor)
    lost = make.highlight(article, "Nobody took a photo of the group", by=editor)
    revise(
        article, "The minister left early.\n\nRain fell on Bali and Java all night, said the hosts.", editor
    )
    assert state(same) == ("same", "The minister left early")
    assert state(changed) == ("changed", "Rain fell on Bali and Java all night")
    assert state(lost) == ("lost", "Nobody took a photo of the group")
    assert list(findings()) == []


def test_what_was_drawn_stays_as_it_was_drawn(article: Article, editor: User) -> None:
    highlight = make.highlight(article, "left early", by=editor)
    before = Anchor.objects.values().get()
    revise(article, "At noon. " + OLD, editor)
    assert Anchor.objects.values().get(pk=before["id"]) == before
    assert [anchor.state for anchor in highlight.anchors.all()] == ["drawn", "moved"]


def test_placing_starts_from_what_a_person_drew_so_that_drift_cannot_add_up(
    article: Article, editor: User
) -> None:
    highlight = make.highlight(article, "Rain fell on Bali and Java all day", by=editor)
    revise(article, OLD.replace("all day", "all week"), editor)
    assert state(highlight)[0] == "changed"
    revise(article, OLD.replace("The minister", "A minister"), editor)
    assert state(highlight) == ("moved", "Rain fell on Bali and Java all day")


def test_a_lost_passage_is_found_again_when_it_comes_back(article: Article, editor: User) -> None:
    highlight = make.highlight(article, "Nobody took a photo of the group", by=editor)
    revise(article, "The minister left early.", editor)
    assert state(highlight)[0] == "lost"
    revise(article, OLD + "\n\nThe end.", editor)
    assert state(highlight) == ("same", "Nobody took a photo of the group")


def test_edges_drawn_anew_are_where_the_next_placing_starts(article: Article, editor: User) -> None:
    highlight = make.highlight(article, "minister", by=editor)
    highlight.article = article
    move_edges(highlight, 0, 24, "The minister left early.", version=1, by=editor)
    revise(article, "Today. " + OLD, editor)
    assert state(highlight)[1] == "The minister left early."


def test_a_withdrawn_highlight_is_placed_too_so_that_it_can_come_back(article: Article, editor: User) -> None:
    highlight = make.highlight(article, "left early", by=editor)
    withdraw_highlight(highlight, by=editor)
    revise(article, "Today. " + OLD, editor)
    assert state(highlight)[0] == "moved"


def test_one_line_of_history_tells_what_became_of_all(article: Article, editor: User) -> None:
    for words in ("left early", "Bali", "photo"):
        make.highlight(article, words, by=editor)
    revise(article, OLD.replace("photo of the group", "picture"), editor)
    line = Activity.objects.get(verb="reanchored")
    assert "2 unchanged" in line.summary
    assert "1 " in line.summary


def test_placing_takes_the_same_queries_however_many_highlights(editor: User) -> None:
    taken = []
    for number in (1, 40):
        text = " ".join(f"word{place}of{number}" for place in range(60))
        article = make.article(text, by=editor)
        for _ in range(number):
            make.highlight(article, by=editor)
        with CaptureQueriesContext(connection) as queries:
            make.revision(article, f"At noon. {text}", by=editor)
        taken.append(len(queries))
    assert taken[0] == taken[1]
