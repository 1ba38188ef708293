"""Test the filters of the list of articles."""

import pytest

from tests.markup import markup

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("since=yesterday", "Write the day as"),
        ("sort=best", "Choose one of the list"),
        ("q=" + "x" * 201, "200 characters"),
    ],
)
def test_a_filter_that_cannot_be_understood_is_told(at_work, query, said):
    answer = at_work.get(f"/articles/?{query}")
    assert answer.status_code == 422
    assert said in markup(answer)
