"""Test that a row which says that two things belong together is found by the two."""

import pytest

from annotations.actions.bundles.pairs import PAIRS, pair_of
from annotations.logic.bundles.tables import TABLES, TAGGINGS
from annotations.models import HighlightTag

pytestmark = pytest.mark.django_db


def test_a_pair_is_found_by_both_of_its_columns_alone(rain):
    tagging = HighlightTag.objects.first()
    columns = {"highlight_id": tagging.highlight_id, "tag_id": tagging.tag_id, "added_by_id": 0}
    assert pair_of(TAGGINGS, columns) == tagging
    assert pair_of(TAGGINGS, columns | {"tag_id": 0}) is None


def test_rows_of_pairs_never_change():
    assert {table.name for table in TABLES if table.name in PAIRS and not table.fixed} == set()
