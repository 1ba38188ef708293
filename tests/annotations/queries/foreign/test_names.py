"""Test that the names of people of other desks are looked up."""

import pytest

from annotations.queries.foreign.names import foreign_names
from newsroom.models import ForeignRow

pytestmark = pytest.mark.django_db
ANN = {"created_by": {"name": "Ann", "at": None}}


def foreign_row(object_id, object_type="story", names=ANN):
    ForeignRow.objects.create(
        object_type=object_type, object_id=object_id, source="bundle", foreign_id=object_id, names=names
    )


def test_names_are_found_by_model_and_id():
    foreign_row("1")
    foreign_row("2", names={})
    foreign_row("3", object_type="tag")
    foreign_row("4")
    assert foreign_names("story", [1, 2, 3]) == {"1": ANN}


def test_many_ids_take_several_queries(django_assert_num_queries):
    with django_assert_num_queries(2):
        assert foreign_names("story", range(901)) == {}
