"""Test that an act locks the rows it checks, and reads their present state."""

import pytest
from django.db import transaction

from newsroom.actions.locking import keep, lock
from newsroom.errors import Missing
from newsroom.models import Outlet
from tests import make

pytestmark = pytest.mark.django_db


def outlet(name: str) -> Outlet:
    return Outlet.objects.create(name=name)


def test_a_row_that_was_read_before_someone_changed_it_is_as_it_is_now():
    article = make.article(title="Early")
    type(article).objects.filter(pk=article.pk).update(title="Late")
    with transaction.atomic():
        lock(article)
    assert article.title == "Late"


def test_the_current_revision_is_the_one_of_now():
    article = make.article("The minister left early.")
    stale = type(article).objects.select_related("current").get(pk=article.pk)
    newer = make.revision(article, "The minister left early, they said.").current
    with transaction.atomic():
        lock(stale)
    assert stale.current == newer


def test_several_rows_may_be_locked_and_one_of_them_twice():
    first, second = outlet("The Gazette"), outlet("The Herald")
    with transaction.atomic():
        lock(second, first, Outlet(pk=first.pk))
    assert [first.name, second.name] == ["The Gazette", "The Herald"]


def test_a_row_that_is_gone_cannot_be_locked():
    row = outlet("The Gazette")
    Outlet.objects.all().delete()
    with pytest.raises(Missing, match="not there any more"):
        lock(row)


@pytest.mark.parametrize("gone", [0, 1])
def test_rows_are_kept_only_if_all_of_them_are_there(gone):
    rows = [outlet("The Gazette"), outlet("The Herald")]
    Outlet.objects.filter(name__in=[row.name for row in rows[:gone]]).delete()
    with transaction.atomic():
        assert keep(*rows) is (gone == 0)
