"""Test that the panel withdraws and restores no row twice."""

import pytest

from annotations.actions.judgements.evidence import withdraw_evidence
from annotations.actions.judgements.links import withdraw_link
from annotations.models import Comment, Dismissal, Evidence, Highlight, Link, Silence
from tests.admin_panel import Panel, assert_nothing_to_confirm, changed_rows, one_of_each

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [Comment, Dismissal, Evidence, Highlight, Link, Silence])
def test_what_was_taken_back_is_not_taken_back_twice(panel: Panel, model):
    row = one_of_each(panel.curator)[model]
    for evidence in Evidence.objects.exclude(pk=row.pk):
        withdraw_evidence(evidence, by=panel.curator)
    for link in Link.objects.exclude(pk=row.pk):
        withdraw_link(link, by=panel.curator)
    act = "offer_again" if model is Dismissal else "withdraw"
    assert len(panel.do(act, row)) == 1
    page = panel.show(act, row)
    assert changed_rows(page) == []
    assert 'class="default"' not in page.content.decode()


@pytest.mark.parametrize("model", [Comment, Evidence, Highlight, Link])
def test_what_stands_is_not_restored(panel: Panel, model):
    assert_nothing_to_confirm(panel.show("restore", one_of_each(panel.curator)[model]))
