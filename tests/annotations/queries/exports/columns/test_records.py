"""Test what the exports of tags and of the history write."""

import json

import pytest

from annotations.actions.tags import make_tag
from tests import make

pytestmark = pytest.mark.django_db


def test_a_tag_is_written_with_its_definition_and_the_number_of_its_highlights(exported_desk, exported):
    rows = {row["tag"]: row for row in exported("tags")}
    assert {path: row["highlights"] for path, row in rows.items()} == {
        "claims/number": "1",
        "claims/time": "0",
        "people": "1",
    }


def test_a_line_of_the_history_keeps_what_was_replaced(exported_desk, exported, editor):
    tag = make_tag("facts", by=editor)
    make.highlight(exported_desk["articles"][0], "officials", tags=[tag], by=editor)
    row = exported("activity", "verb=drawn")[-1]
    assert json.loads(row["changes"]) == {"tags": [[], ["facts"]]}
    assert (row["object_type"], row["actor"]) == ("highlight", "editor")


def test_a_line_that_replaced_nothing_has_an_empty_cell(exported_desk, exported):
    assert exported("activity", "verb=linked")[0]["changes"] == ""
