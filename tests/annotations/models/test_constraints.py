"""Test that the database holds each rule of highlights, claims and judgements, and
that each rule is attacked.
"""

import pytest

from tests.annotations.models.attacks import ATTACKED, ATTACKS
from tests.forbidden_writes import (
    not_in_the_database,
    rules_of,
    without_a_sentence,
)

pytestmark = pytest.mark.django_db


def test_every_rule_is_attacked():
    assert rules_of("annotations") == ATTACKS.rules


def test_every_attack_is_tried_by_the_test_of_its_module():
    tried = [case.id for models in ATTACKED for case in ATTACKS.cases(models)]
    assert sorted(tried) == sorted(case.id for case in ATTACKS.cases())


def test_every_rule_stands_in_the_database_and_speaks_in_a_sentence():
    assert not_in_the_database("annotations") == []
    assert without_a_sentence("annotations") == []
