"""Test the chain picture of a claim that is drawn from the rows of the database."""

import pytest
from django.test import Client

from annotations.actions.origins import propose_origin
from annotations.actions.passages.tellers import name_teller
from annotations.logic.drawings.chain_drawing import DrawnLink
from annotations.models import Claim
from newsroom.models import Story, User
from tests import make
from tests.markup import markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(story: Story, editor: User) -> Claim:
    """Return a claim that the Post and the Times report. The Times names Kyodo as its
    teller, and perhaps AFP.
    """
    claim = make.claim(story, by=editor)
    for outlet in ("Post", "Times"):
        article = make.article(f"It rained, the {outlet} saw.", story=story, outlet=outlet, by=editor)
        passage = make.highlight(article, "It rained", by=editor)
        make.evidence(claim, passage, by=editor)
    propose_origin("AFP", [article], by=editor)
    name_teller(passage, "Kyodo; ?", version=1, by=editor)
    return claim


def test_each_corroborating_passage_has_its_chain(signed_in: Client, claim: Claim) -> None:
    page = signed_in.get(claim.get_absolute_url())
    first, second = page.context["dossier"].chains.passages
    assert (first.quote, first.report, first.links) == ("It rained", "Post", ())
    assert second.links == (
        DrawnLink("afp", "AFP", sure=False),
        DrawnLink("kyodo", "Kyodo", sure=True),
        DrawnLink("?", "Somebody unnamed", sure=False),
    )
    listed = " ".join(markup(page).split())
    assert "“It rained”, in Times, perhaps through AFP, through Kyodo" in listed


def test_what_contradicts_or_repeats_is_not_drawn(
    signed_in: Client, claim: Claim, story: Story, editor: User
) -> None:
    for relation in ("contradicts", "repeats"):
        passage = make.highlight(make.article(story=story, outlet="Echo", by=editor), by=editor)
        make.evidence(claim, passage, relation, by=editor)
    page = signed_in.get(claim.get_absolute_url())
    assert len(page.context["dossier"].chains.passages) == 2


def test_the_common_link_of_all_is_marked(signed_in: Client, claim: Claim, editor: User) -> None:
    first = claim.evidence.order_by("created_at").first().highlight
    name_teller(first, "Kyodo", version=first.version, by=editor)
    page = signed_in.get(claim.get_absolute_url())
    assert page.context["dossier"].chains.common_names == ["Kyodo"]
    assert b"Every passage came through Kyodo" in page.content


def test_a_claim_without_passages_has_no_picture(signed_in: Client, story: Story, editor: User) -> None:
    page = signed_in.get(make.claim(story, by=editor).get_absolute_url())
    assert b"chains-wrap" not in page.content
