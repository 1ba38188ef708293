"""Test which writes of presences the database refuses."""

import pytest

from annotations.models import presences
from tests.annotations.models.attacks import ATTACKS
from tests.forbidden_writes import guards_lowered, refused_by

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("rules", "write"), ATTACKS.cases(presences))
def test_the_database_refuses(rules, write):
    with guards_lowered():
        assert refused_by(write) in rules
