"""Test how the page of a claim shows and changes a statement of independence."""

import pytest
from django.test import Client
from django.urls import reverse

from annotations.models import Claim, Independence
from newsroom.models import Article, Story, User
from tests import make
from tests.markup import markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles(story: Story, editor: User) -> list[Article]:
    return [make.article(story=story, outlet="Post", by=editor) for _ in range(2)]


@pytest.fixture
def claim(story: Story, articles: list[Article], editor: User) -> Claim:
    return make.reported_claim(story, articles, by=editor)


def test_an_editor_states_it_with_a_reason_and_takes_it_back(
    signed_in: Client, claim: Claim, articles: list[Article]
) -> None:
    sent = {"one": articles[0].pk, "other": articles[1].pk, "reason": "Each saw it."}
    page = signed_in.post(reverse("independence_state", args=[claim.pk]), sent, follow=True)
    assert "2 passages, 1 outlet, 2 independent sources" in markup(page)
    assert "Each saw it." in markup(page)
    statement = Independence.objects.get()
    page = signed_in.post(reverse("independence_withdraw", args=[statement.pk]), follow=True)
    assert "2 passages, 1 outlet, 1 independent source" in markup(page)
    assert "Each saw it." not in markup(page).partition("Who decided what")[0]


def test_without_a_reason_it_is_refused_with_a_sentence(
    signed_in: Client, claim: Claim, articles: list[Article]
) -> None:
    sent = {"one": articles[0].pk, "other": articles[1].pk, "reason": " "}
    page = signed_in.post(reverse("independence_state", args=[claim.pk]), sent)
    assert (page.status_code, Independence.objects.count()) == (422, 0)
    assert "Say why the two are independent" in page.text
