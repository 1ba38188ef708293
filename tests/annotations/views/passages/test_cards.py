"""Test which fragments answer a change of a highlight."""

import pytest
from django.test import Client

from annotations.models import Highlight
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from tests import make
from tests.annotations.conftest import HtmxClient

pytestmark = pytest.mark.django_db

TEXT = "Rain fell on Bali.\n\nThe minister left early."


@pytest.fixture
def article(story: Story, editor: User) -> Article:
    return make.article(TEXT, story=story, by=editor)


@pytest.fixture
def highlight(article: Article, editor: User) -> Highlight:
    return make.highlight(article, "The minister", by=editor)


def test_a_tag_repaints_its_block_and_the_strip(
    act: HtmxClient, story: Story, article: Article, highlight: Highlight
) -> None:
    page = act("highlight_tag", highlight.pk, path="claims/number", story=story.slug).text
    revision = article.current_id
    assert f'id="r{revision}-1"' in page
    assert f'id="r{revision}-0"' not in page
    assert f'id="strip-{article.pk}"' in page


def test_a_new_tag_comes_with_the_codebook_and_a_known_one_without(
    act: HtmxClient, story: Story, highlight: Highlight, editor: User
) -> None:
    make.tag("facts", by=editor)
    known = act("highlight_tag", highlight.pk, path="facts", story=story.slug).text
    new = act("highlight_tag", highlight.pk, path="claims/number", story=story.slug).text
    assert ('id="codebook"' in known, 'id="codebook"' in new) == (False, True)


def test_a_note_repaints_nothing(
    act: HtmxClient, story: Story, article: Article, highlight: Highlight
) -> None:
    sent = {"note": "Checked.", "attribution": "", "version": 1, "story": story.slug}
    page = act("highlight_describe", highlight.pk, **sent).text
    assert "Checked." in page
    assert f'id="strip-{article.pk}"' not in page


def test_new_edges_repaint_the_old_block_too(
    act: HtmxClient, story: Story, article: Article, highlight: Highlight
) -> None:
    sent = {"start": 0, "end": 4, "quote": "Rain", "version": 1, "story": story.slug}
    page = act("highlight_edges", highlight.pk, **sent).text
    revision = article.current_id
    assert f'id="r{revision}-0"' in page
    assert f'id="r{revision}-1"' in page


@pytest.mark.parametrize(("role", "offered"), [(UserRole.REPORTER, False), (UserRole.EDITOR, True)])
def test_a_colleagues_highlight_is_offered_to_be_withdrawn_by_whom_the_act_takes(
    client: Client, highlight: Highlight, role: UserRole, offered: bool
) -> None:
    client.force_login(make.user(role))
    card = client.get(highlight.get_absolute_url()).text
    assert ("data-withdraw" in card) is offered
