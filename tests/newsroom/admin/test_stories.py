"""Test that stories are made and changed in the panel."""

import pytest
from django.urls import reverse

from newsroom.models import Article, Story
from tests import make
from tests.admin_panel import Panel, address

pytestmark = pytest.mark.django_db


def test_a_story_is_entered_by_the_curator(panel: Panel):
    panel.add(
        Story, title="Floods", slug="floods", place="Bonn", starts_on="2021-07-14", ends_on="", summary=""
    )
    story = Story.objects.get()
    assert (story.title, story.place, story.created_by) == ("Floods", "Bonn", panel.curator)


def test_the_last_day_of_a_story_cannot_be_before_the_first(panel: Panel):
    story = make.story()
    response = panel.send(story, starts_on="2021-07-14", ends_on="2021-07-13")
    assert "The last day cannot be before the first." in response.content.decode()


def test_a_story_and_an_article_lead_to_the_desk(panel: Panel):
    story = make.story()
    article = make.article(story=story)
    desk = reverse("desk", args=[story.slug])
    assert f'href="{desk}"' in panel.client.get(address(Story)).content.decode()
    assert f'href="{desk}?read={article.pk}"' in panel.client.get(address(Article)).content.decode()
