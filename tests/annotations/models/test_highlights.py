"""Test which writes of highlights and anchors the database refuses."""

import pytest

from annotations.models import Anchor, highlights
from tests import make
from tests.annotations.models.attacks import ATTACKS
from tests.annotations.models.forbidden_passages import anchor
from tests.forbidden_writes import again, guards_lowered, refused_by

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("rules", "write"), ATTACKS.cases(highlights))
def test_the_database_refuses(rules, write):
    with guards_lowered():
        assert refused_by(write) in rules


def test_a_lost_passage_has_no_span():
    placed = anchor()
    assert len(placed.span) == len(placed.quote)
    with pytest.raises(ValueError, match="no span"):
        _ = again(placed, state="lost", start=None, end=None).span


def test_a_lost_passage_keeps_its_words_and_no_place():
    lost = again(anchor(), state="lost", start=None, end=None)
    assert Anchor.objects.values_list("start", "end", "quote").get(pk=lost.pk) == (None, None, lost.quote)


def test_a_quote_is_counted_in_code_points():
    found = make.highlight(make.article("🌾 grain for e\u0301veryone"), "🌾 grain").anchor
    assert (found.start, found.end, found.quote) == (0, 7, "🌾 grain")
