"""Test which articles were counted together, and the reasons."""

import pytest
from django.test import Client

from annotations.actions.judgements.evidence import add_evidence
from annotations.actions.origins import propose_origin
from annotations.actions.passages.highlights import describe_highlight
from annotations.models import Claim
from newsroom.models import Article, Story, User
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles(story: Story, editor: User) -> list[Article]:
    return [make.article(story=story, outlet=name, by=editor) for name in ("Post", "Times")]


@pytest.fixture
def claim(story: Story, articles: list[Article], editor: User) -> Claim:
    claim = make.claim(story, by=editor)
    for article in articles:
        passage = make.highlight(article, by=editor)
        describe_highlight(passage, note="", attribution="Lavrov", version=1, by=editor)
        add_evidence(claim, passage, "corroborates", by=editor)
    return claim


def test_what_was_counted_together_is_told_with_its_reasons_and_origins(
    signed_in: Client, claim: Claim, articles: list[Article], editor: User
) -> None:
    propose_origin("AFP", articles, by=editor)
    page = signed_in.get(claim.get_absolute_url())
    (counted,) = page.context["dossier"].why.corroborating
    assert (counted.articles, [origin.name for origin in counted.origins]) == (articles, ["AFP"])
    assert counted.reasons == ["Post and Times: perhaps told by AFP, which nobody has confirmed."]
    assert b"perhaps told by AFP" in page.content


def test_two_reports_of_one_outlet_are_told_as_such(
    signed_in: Client, story: Story, claim: Claim, editor: User
) -> None:
    second = make.article(story=story, outlet="Post", by=editor)
    add_evidence(claim, make.highlight(second, by=editor), "corroborates", by=editor)
    page = signed_in.get(claim.get_absolute_url())
    first, other = page.context["dossier"].why.corroborating
    assert first.reasons == ["2 reports of one outlet, Post."]
    assert other.reasons == ["It reports this by itself, as far as is known."]


def test_a_voice_is_told_with_all_its_articles(
    signed_in: Client, claim: Claim, articles: list[Article]
) -> None:
    page = signed_in.get(claim.get_absolute_url())
    (voice,) = page.context["dossier"].voices
    assert (voice.speaker, voice.articles) == ("Lavrov", articles)
    assert b"count as one voice" in page.content
