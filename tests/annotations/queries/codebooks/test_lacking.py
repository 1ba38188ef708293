"""Test which tags a curator should look at."""

import pytest

from annotations.actions.passages.highlights import withdraw_highlight
from annotations.queries.codebooks.lacking import nearly_equal_tags, unused_tags
from tests import make

pytestmark = pytest.mark.django_db


def test_nearly_equal_tags_are_found_by_their_ids():
    one, other = make.tag("fact check"), make.tag("fact-check")
    make.tag("people")
    assert sorted(nearly_equal_tags()) == sorted([one.pk, other.pk])


def test_a_tag_is_unused_if_no_standing_highlight_has_it_or_one_below_it():
    by = make.user()
    tags = {
        path: make.tag(path, by=by) for path in ("claims", "claims/number", "claimsmaking", "people", "old")
    }
    article = make.article("One. Two.", by=by)
    make.highlight(article, "One", tags=[tags["claims/number"]], by=by)
    withdraw_highlight(make.highlight(article, "Two", tags=[tags["old"]], by=by), by=by)
    assert sorted(unused_tags()) == sorted(tags[path].pk for path in ("claimsmaking", "people", "old"))
