"""Test where a passage stands in the copies of its text."""

import pytest

from annotations.logic.vocabulary import OriginState
from annotations.models import Origin
from annotations.queries.passages.projections import copies_of, number_of_copies, projection_offers
from tests import make

pytestmark = pytest.mark.django_db

TEXT = "Lavrov walked out of the session.\n\nNobody else spoke."


@pytest.fixture
def highlight():
    return make.highlight(make.article(TEXT), "Lavrov walked out")


def test_a_copy_is_counted_once_however_many_origins_it_shares(highlight):
    copy = make.article(f"Bali.\n\n{TEXT}")
    for _ in range(2):
        make.origin(highlight.article, copy)
    assert (number_of_copies(highlight), copies_of(highlight)) == (1, [copy])


def test_a_rejected_origin_makes_no_copy(highlight):
    make.origin(highlight.article, make.article(TEXT))
    Origin.objects.update(state=OriginState.REJECTED, decided_by=make.user(), decided_at="2022-07-09T12:00Z")
    assert (number_of_copies(highlight), copies_of(highlight)) == (0, [])


def test_the_passage_is_offered_where_it_stands_in_the_copy(highlight):
    copy, cut = make.article(f"Bali.\n\n{TEXT}"), make.article("Nobody else spoke.")
    make.origin(highlight.article, copy, cut)
    offers = {offer.article: offer.selector for offer in projection_offers(highlight)}
    placed = offers[copy]
    assert placed is not None
    assert (placed.start, placed.quote) == (7, "Lavrov walked out")
    assert offers[cut] is None
