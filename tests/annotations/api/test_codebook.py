"""Test keeping the codebook by program."""

import pytest

from annotations.models import Tag
from newsroom.roles import TokenScope, UserRole
from tests import make
from tests.api_operations import Program

pytestmark = pytest.mark.django_db


def test_of_a_tag_only_what_is_sent_changes():
    program = Program(make.user(UserRole.EDITOR))
    made = program.post("/tags", {"tag": "claims/share", "definition": "A part.", "colour": "teal"}).json()
    address = f"/tags/{made['id']}/change"
    assert program.post(address, {"definition": "A share."}, If_Match="*").json()["colour"] == "teal"
    assert program.post(address, {"colour": "amber"}, If_Match="*").json()["definition"] == "A share."


def test_a_tag_is_merged_by_a_curator_with_the_scope():
    one, other = make.tag(), make.tag()
    curator = make.user(UserRole.CURATOR)
    address, body = f"/tags/{one.pk}/merge", {"into": other.pk}
    assert Program(curator).post(address, body, If_Match="*").status_code == 403
    merged = Program(curator, TokenScope.CURATE).post(address, body, If_Match="*")
    assert merged.json()["tag"] == other.path
    assert not Tag.objects.filter(pk=one.pk, path=one.path).exists()
