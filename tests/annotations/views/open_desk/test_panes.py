"""Test the fragment that opens and closes articles on a desk that is open already."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from newsroom.models import Article, Story
from tests import make
from tests.markup import markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    return make.story("Reports")


@pytest.fixture
def articles(story: Story) -> list[Article]:
    return [make.article(story=story) for _ in range(3)]


def opened(client: Client, story: Story, read: list[Article], pane: str, *, htmx: bool = True):  # type: ignore[no-untyped-def]
    query = {"read": ",".join(str(article.pk) for article in read), "pane": pane}
    headers = {"HX-Request": "true"} if htmx else {}
    return client.get(reverse("desk_panes", args=[story.slug]), query, headers=headers)


def test_only_the_panes_that_are_missing_are_answered(
    signed_in: Client, story: Story, articles: list[Article]
) -> None:
    page = markup(opened(signed_in, story, articles, str(articles[2].pk)))
    ids = [str(article.pk) for article in articles]
    assert re.findall(r'id="pane-(\d+)"', page) == [ids[2]]
    assert f'data-reading="{",".join(ids)}"' in page
    assert re.findall(r'data-pane="pane-(\d+)"', page) == ids
    # The new pane prints its own links once more.
    assert re.findall(r'data-turns="(\d+)"', page) == [*ids, ids[2]]


@pytest.mark.parametrize("pane", ["", "999999", "x,,-1"])
def test_without_missing_panes_none_is_answered(
    signed_in: Client, story: Story, articles: list[Article], pane: str
) -> None:
    page = markup(opened(signed_in, story, articles[:2], pane))
    assert 'id="pane-' not in page
    assert f'data-reading="{articles[0].pk},{articles[1].pk}"' in page


def test_without_htmx_the_desk_itself_opens(signed_in: Client, story: Story, articles: list[Article]) -> None:
    response = opened(signed_in, story, articles[:1], "", htmx=False)
    assert response.status_code == 302
    assert response["Location"].endswith(f"/desk/?read={articles[0].pk}")
