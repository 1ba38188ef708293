"""Test which tags a curator should look at."""

import pytest

from annotations.queries.codebooks.lacking import nearly_equal_tags
from tests import make

pytestmark = pytest.mark.django_db


def test_nearly_equal_tags_are_found_by_their_ids():
    one, other = make.tag("fact check"), make.tag("fact-check")
    make.tag("people")
    assert sorted(nearly_equal_tags()) == sorted([one.pk, other.pk])
