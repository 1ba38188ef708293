"""Test which parts of open texts a response paints again after an act on passages."""

import pytest
from django.http import Http404
from django.test import RequestFactory

from annotations.actions.passages.highlights import withdraw_highlight
from annotations.models import Highlight
from annotations.views.passages.repainting import (
    RepaintedPane,
    repainted_around,
    repainted_if_open,
    repainted_with,
    revision_or_404,
    spans_of,
)
from newsroom.models import Article, Story, User
from newsroom.text.model import Span
from tests import make

pytestmark = pytest.mark.django_db

TEXT = "Rain fell all day.\n\nThe river rose.\n\nNobody was hurt."


@pytest.fixture
def article(story: Story, editor: User) -> Article:
    return make.article(TEXT, story=story, by=editor)


@pytest.fixture
def passage(article: Article, editor: User) -> Highlight:
    return make.highlight(article, "The river", by=editor)


def of(repainted: RepaintedPane) -> tuple[list[str], set[int], object]:
    """Return the ids of the highlights of the pane, the blocks to paint again, and the new bar."""
    return [passage.id for passage in repainted.pane.passages], repainted.touched_blocks, repainted.new_bar


def test_the_blocks_at_the_place_and_at_earlier_places_are_painted_again(
    passage: Highlight, editor: User
) -> None:
    other = make.highlight(passage.article, "Nobody", by=editor)
    assert of(repainted_around(passage)) == ([str(passage.pk), str(other.pk)], {1}, None)
    assert of(repainted_around(passage, [Span(0, 4)]))[1] == {0, 1}


def test_a_withdrawn_highlight_is_painted_no_more_in_its_block(passage: Highlight, editor: User) -> None:
    withdraw_highlight(passage, by=editor)
    assert of(repainted_around(passage)) == ([], {1}, None)


def test_a_new_highlight_has_a_new_bar_and_needs_its_blocks_alone(passage: Highlight, editor: User) -> None:
    make.highlight(passage.article, "Nobody", by=editor)
    revision = revision_or_404(passage.anchor.revision_id)
    assert of(repainted_with(passage, revision)) == ([str(passage.pk)], {1}, passage.pk)


def test_only_panes_that_are_open_are_painted_again(
    rf: RequestFactory, story: Story, passage: Highlight, editor: User
) -> None:
    elsewhere = make.highlight(make.article(TEXT, story=story, by=editor), "Rain", by=editor)
    for read, articles in (
        (f"{passage.article_id}", [passage.article]),
        (f"{elsewhere.article_id},{passage.article_id}", [passage.article, elsewhere.article]),
        (f"{passage.article_id}1,x", []),
        ("", []),
    ):
        repainted = repainted_if_open(rf.post("/", {"read": read}), [passage, elsewhere])
        assert [of_one.pane.article for of_one in repainted] == articles


def test_a_lost_passage_has_no_span(passage: Highlight, article: Article, editor: User) -> None:
    assert spans_of(passage) == [Span(20, 29)]
    make.revision(article, "It snowed, and all roads were closed.", by=editor)
    passage.refresh_from_db()
    assert spans_of(passage) == []


def test_a_revision_that_is_not_there_is_not_found(passage: Highlight) -> None:
    revision = revision_or_404(passage.anchor.revision_id)
    assert revision.article == passage.article
    with pytest.raises(Http404):
        revision_or_404(revision.pk + 1)
