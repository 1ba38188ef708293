"""Test which rows of a story stand here, and which of them a bundle would hold."""

import pytest

from annotations.queries.bundles.gone_kinds import KINDS, scope_of
from tests import make
from tests.foreign_bundles import bundle_of, edited, opened

pytestmark = pytest.mark.django_db

#: The tables whose rows are never taken back: they describe others, are the whole desk's, or never change.
NEVER_GONE = {"outlets", "stories", "articles", "revisions", "origins", "tags", "anchors", "verdict_bases"}


def standing(story):
    return {kind.table.name: set(kind.standing(story).values_list("pk", flat=True)) for kind in KINDS}


def test_every_table_is_looked_at_or_said_to_be_never_gone(rain):
    tables = opened(bundle_of(rain)).rows.keys()
    assert {kind.table.name for kind in KINDS} == tables - NEVER_GONE


def test_the_rows_that_stand_are_those_of_the_story_s_own_bundle(rain):
    rows = opened(bundle_of(rain)).rows
    for table, found in standing(rain).items():
        assert len(found) == len(rows[table]), table
    assert not any(standing(make.story("Snow")).values())


def test_a_bundle_would_hold_all_rows_of_its_own_story(rain):
    scope = scope_of(opened(bundle_of(rain)))
    for kind in KINDS:
        assert all(kind.is_held(row, scope) for row in kind.standing(rain)), kind.table.name


@pytest.mark.parametrize(
    ("table", "lost"),
    [
        ("places", {"highlights", "taggings", "links", "comments"}),
        ("articles", {"highlights", "taggings", "links", "comments", "provenances"}),
        ("highlights", {"taggings", "comments"}),
        ("claims", {"evidence", "silences", "independences", "comments"}),
    ],
)
def test_what_rests_on_rows_that_a_bundle_lacks_would_not_be_in_it(rain, table, lost):
    scope = scope_of(opened(edited(bundle_of(rain), table, lambda row: None)))
    found = set()
    for kind in KINDS:
        if not all(kind.is_held(row, scope) for row in kind.standing(rain)):
            found.add(kind.table.name)
    assert found == lost
