"""Test which tag a page means that is older than the codebook."""

import pytest

from annotations.actions.tags import change_tag, merge_tag
from annotations.queries.desk.tags import tag_or_successor
from newsroom.errors import Missing
from newsroom.models import User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator() -> User:
    return make.user(UserRole.CURATOR)


def test_a_renamed_tag_is_the_same_tag(curator: User) -> None:
    tag = make.tag("claims/number")
    change_tag(tag, path="figures/number", by=curator)
    assert tag_or_successor(tag.pk) == tag


def test_a_merged_tag_is_the_one_it_went_into_however_often(curator: User) -> None:
    first, second, third = (make.tag(path) for path in ("first", "second", "third"))
    pk = first.pk
    merge_tag(first, into=second, by=curator)
    change_tag(second, path="renamed", by=curator)
    assert tag_or_successor(pk) == second
    merge_tag(second, into=third, by=curator)
    assert tag_or_successor(pk) == third


def test_a_tag_that_nobody_knows_any_more_is_refused() -> None:
    tag = make.tag("claims")
    with pytest.raises(Missing, match="Reload the page"):
        tag_or_successor(tag.pk + 1)
