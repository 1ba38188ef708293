"""Test which writes of independence statements the database refuses."""

import pytest

from annotations.models import independences
from tests.annotations.models.attacks import ATTACKS
from tests.annotations.models.forbidden_independences import independence
from tests.forbidden_writes import guards_lowered, refused_by

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("rules", "write"), ATTACKS.cases(independences))
def test_the_database_refuses(rules, write):
    with guards_lowered():
        assert refused_by(write) in rules


def test_a_statement_names_both_articles_and_the_claim():
    row = independence()
    assert str(row) == f"{row.first} and {row.second} are independent: {row.claim}"
