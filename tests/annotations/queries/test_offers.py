"""Test the candidates that people see: none that was decided on, and copies under one line."""

import pytest

from annotations.queries.offers import OfferList, SearchedPassage, offer_candidates
from newsroom.models import Outlet
from newsroom.text.model import Span
from tests import make

pytestmark = pytest.mark.django_db

OWN = "The grain ships left Odesa on Friday.\n\nLavrov walked out of the afternoon session in Bali."
SOUGHT = "Lavrov walked out of the afternoon session in Bali"
SAME = "Borrell said that Lavrov walked out of the session in Bali before it ended."
UNLIKE = "It rained in Bali."


@pytest.fixture
def highlight():
    return make.highlight(make.article(OWN), SOUGHT)


def offers_for(highlight, story=None) -> OfferList:
    revision, anchor = highlight.article.current, highlight.anchor
    span = Span(anchor.start, anchor.end)
    return offer_candidates(SearchedPassage(revision, span, anchor.quote, highlight), story)


def quotes(offers) -> list[str]:
    return [offer.candidate.quote for offer in offers]


def test_only_what_is_alike_is_proposed_and_the_rest_shown_on_demand(highlight):
    make.article(SAME)
    make.article(UNLIKE)
    offers = offers_for(highlight)
    assert (quotes(offers.likely), quotes(offers.less_alike)) == ([SAME], [UNLIKE])


def test_six_less_alike_ones_are_shown_at_most(highlight):
    for number in range(7):
        make.article(f"It rained in Bali on day {number}.")
    assert len(offers_for(highlight).less_alike) == 6


def test_what_is_linked_already_is_left_out_and_said_to_be(highlight):
    other = make.article(SAME)
    assert not offers_for(highlight).linked
    make.link(highlight, make.highlight(other, "Lavrov walked out"))
    offers = offers_for(highlight)
    assert (offers.likely, offers.linked) == ([], True)


def test_what_was_set_aside_is_left_out_and_can_be_taken_back(highlight):
    dismissal = make.dismissal(highlight, make.highlight(make.article(SAME), SAME))
    offers = offers_for(highlight)
    assert (offers.likely, offers.set_aside) == ([], [dismissal])


def test_what_was_set_aside_for_another_passage_is_still_offered(highlight):
    ships = make.highlight(highlight.article, "The grain ships left Odesa")
    make.dismissal(ships, make.highlight(make.article(SAME), SAME))
    offers = offers_for(highlight)
    assert (quotes(offers.likely), offers.set_aside) == ([SAME], [])


@pytest.mark.parametrize(
    ("copy", "folded"),
    [
        ("Lavrov walked out of that session in Bali before everyone spoke.", True),
        ("Lavrov walked out of Bali, sources there claim, without any reasons.", False),
    ],
)
def test_passages_of_one_source_that_share_most_words_stand_under_one_line(highlight, copy, folded):
    first, second = make.article(SAME), make.article(copy)
    make.origin(first, second)
    offers = offers_for(highlight)
    copies = [quotes(offer.copies) for offer in [*offers.likely, *offers.less_alike]]
    assert ([copy] in copies) == folded


def test_what_shares_a_source_with_the_passage_sought_comes_last_and_names_it(highlight):
    own_copy, other = make.article(SOUGHT + "."), make.article(SAME)
    make.origin(highlight.article, own_copy, name="Vesk Agency")
    offers = offers_for(highlight).likely
    assert [(offer.article, offer.own_source) for offer in offers] == [(other, ""), (own_copy, "Vesk Agency")]


def test_a_report_of_the_same_family_is_of_the_same_source():
    own = make.article(OWN, outlet="Vesk Post")
    other = make.article(SAME, outlet="Vesk Radio")
    highlight = make.highlight(own, SOUGHT)
    (offer,) = offers_for(highlight).likely
    assert offer.own_source == ""
    Outlet.objects.filter(pk=other.outlet_id).update(owner=own.outlet)
    (offer,) = offers_for(highlight).likely
    assert offer.own_source == "Vesk Post"


def test_two_origins_of_one_name_are_one_source(highlight):
    first, second = make.article(SAME), make.article(SAME + " It rained.")
    for article in (first, second, highlight.article):
        make.origin(article, name="Vesk Agency")
    (offer,) = offers_for(highlight).likely
    assert (offer.own_source, quotes(offer.copies)) == ("Vesk Agency", [SAME])


def test_a_candidate_and_the_passage_sought_are_of_one_source_through_an_article_that_is_no_candidate():
    story = make.story()
    highlight = make.highlight(make.article(OWN, story=story, outlet="Vesk Post"), SOUGHT)
    make.origin(highlight.article, name="Vesk Agency")
    make.article(f"{SAME[:-1]}, the Vesk Herald reported.", story=story, outlet="Vesk Times")
    (offer,) = offers_for(highlight, story).likely
    assert offer.own_source == ""
    herald = make.article("The grain is dry.", story=story, outlet="Vesk Herald")
    make.origin(herald, name="Vesk Agency")
    (offer,) = offers_for(highlight, story).likely
    assert offer.own_source == "Vesk Agency"
