"""Test that rows of this desk are found by the ids that its exports have."""

import pytest

from annotations.models import Highlight, Link
from annotations.queries.foreign.own_rows import own_row
from tests import make

pytestmark = pytest.mark.django_db


def test_a_row_is_found_by_its_id_in_any_spelling():
    highlight = make.highlight(make.article())
    assert own_row(Highlight, str(highlight.pk)) == highlight
    assert own_row(Highlight, highlight.pk.hex.upper()) == highlight


@pytest.mark.parametrize("foreign_id", ["7875aa18-80e7-4237-ae53-c0cfd6643d99", "", "12", "a note\x00"])
def test_what_names_no_row_finds_none(foreign_id):
    highlight = make.highlight(make.article())
    assert own_row(Highlight, foreign_id) is None
    assert own_row(Link, str(highlight.pk)) is None
