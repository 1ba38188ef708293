"""Test that highlights are locked in their present state, wherever they stand."""

import pytest
from django.db import transaction

from annotations.actions.locking import lock_highlights, lock_to_move
from annotations.actions.passages.highlights import withdraw_highlight
from annotations.models import Highlight
from tests import make

pytestmark = pytest.mark.django_db


def test_passages_of_two_articles_are_seen_as_they_are_now():
    here, there = make.highlight(make.article()), make.highlight(make.article())
    withdraw_highlight(Highlight.objects.get(pk=there.pk), by=make.user())
    with transaction.atomic():
        lock_highlights(here, there)
    assert [here.withdrawn_at is None, there.withdrawn_at is None] == [True, False]


def test_a_passage_that_gets_a_new_place_is_seen_in_the_newest_revision():
    highlight = make.highlight(make.article("The minister left early."), "minister")
    stale = Highlight.objects.select_related("article__current", "anchor").get(pk=highlight.pk)
    article = make.revision(highlight.article, "At noon the minister left early.")
    with transaction.atomic():
        lock_to_move(stale)
    assert (stale.article.current_id, stale.anchor.revision_id) == (article.current_id, article.current_id)
