"""Test the page of possible contradictions, and the decisions on it."""

import pytest
from django.test import Client
from django.urls import reverse

from annotations.models import Dismissal, Link
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from tests import make
from tests.markup import markup
from tests.sample_reports import FIFTEEN, TWELVE

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles(story: Story, editor: User) -> list[Article]:
    return [
        make.article(TWELVE, story=story, outlet="Post", by=editor),
        make.article(FIFTEEN, story=story, outlet="Times", by=editor),
    ]


def address(story: Story, name: str = "contradictions") -> str:
    return reverse(name, args=[story.slug])


def pair(articles: list[Article]) -> dict[str, object]:
    one, other = (article.current for article in articles)
    return {
        "revision": one.pk,
        "start": 0,
        "end": len(TWELVE),
        "quote": TWELVE,
        "to_revision": other.pk,
        "to_start": 0,
        "to_end": len(FIFTEEN),
        "to_quote": FIFTEEN,
    }


def test_the_page_shows_both_sentences_with_the_slot_lit(
    signed_in: Client, story: Story, articles: list[Article]
) -> None:
    page = markup(signed_in.get(address(story)))
    assert '<mark class="variant">12</mark> people on Monday.' in page
    assert 'left <mark class="variant">15</mark> dead' in page
    assert "in number: 12 / 15" in page


def test_the_form_of_a_proposal_links_both_sentences_with_its_aspect(
    signed_in: Client, story: Story, articles: list[Article]
) -> None:
    sent = pair(articles) | {"relation": "contradicts", "aspect": "number"}
    response = signed_in.post(address(story, "contradiction_link"), sent)
    assert response["Location"] == address(story)
    link = Link.objects.get()
    assert (link.relation, link.aspect) == ("contradicts", "number")
    assert (link.source.anchor.quote, link.target.anchor.quote) == (TWELVE, FIFTEEN)
    assert "No contradiction is proposed" in signed_in.get(address(story)).text


def test_what_is_dismissed_is_gone_from_the_list_at_once(
    signed_in: Client, story: Story, articles: list[Article]
) -> None:
    htmx = {"HX-Request": "true"}
    response = signed_in.post(address(story, "contradiction_dismiss"), pair(articles), headers=htmx)
    assert response.status_code == 200
    assert "No contradiction is proposed" in response.text
    assert "<html" not in response.text
    assert Dismissal.objects.filter(withdrawn_at=None).count() == 1
    again = signed_in.post(address(story, "contradiction_dismiss"), pair(articles), headers=htmx)
    assert again.status_code == 409


def test_a_reader_sees_proposals_and_decides_nothing(
    client: Client, story: Story, articles: list[Article]
) -> None:
    client.force_login(make.user(UserRole.READER))
    assert "Dismiss" not in client.get(address(story)).text
    assert client.post(address(story, "contradiction_dismiss"), pair(articles)).status_code == 403


def test_words_that_do_not_stand_there_are_refused(
    signed_in: Client, story: Story, articles: list[Article]
) -> None:
    sent = pair(articles) | {"quote": TWELVE.replace("12", "13")}
    assert signed_in.post(address(story, "contradiction_dismiss"), sent).status_code in (409, 422)
    assert Dismissal.objects.count() == 0


def test_the_story_and_the_desk_lead_to_the_proposals(
    signed_in: Client, story: Story, articles: list[Article]
) -> None:
    assert f'hx-get="{address(story)}"' in signed_in.get(reverse("story", args=[story.slug])).text
    reading = f"{articles[0].pk},{articles[1].pk}"
    desk = signed_in.get(reverse("desk", args=[story.slug]), {"read": reading}).text
    assert f'hx-get="{address(story)}?read={reading}"' in desk
    assert address(story) in signed_in.get(reverse("links_list", args=[story.slug]), {"read": reading}).text


def test_linked_sentences_are_painted_in_the_texts_that_are_open(
    signed_in: Client, story: Story, articles: list[Article]
) -> None:
    third = make.article("Nothing was open.", story=story)
    sent = pair(articles) | {"relation": "contradicts", "aspect": "number"}
    read = f"{articles[0].pk},{third.pk}"
    answer = signed_in.post(
        address(story, "contradiction_link"), sent | {"read": read}, headers={"HX-Request": "true"}
    )
    link = Link.objects.get()
    assert "link:made" in answer["HX-Trigger-After-Settle"]
    assert f'id="strip-{articles[0].pk}"' in answer.text
    assert f'data-h="{link.source_id}"' in answer.text
    assert f'id="strip-{articles[1].pk}"' not in answer.text
    assert str(link.target_id) not in answer.text
