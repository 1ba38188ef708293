"""Test what an open desk gets to paint after others have acted."""

import pytest
from django.test import Client
from django.urls import reverse

from annotations.actions.passages.highlights import tag_by_path, withdraw_highlight
from annotations.models import Highlight
from annotations.queries.desk.changes import MOST_LINES
from newsroom.models import Activity, Article, Story, User
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague() -> User:
    return make.user(username="anna")


@pytest.fixture
def story(colleague: User) -> Story:
    return make.story("Rain", by=colleague)


@pytest.fixture
def article(story: Story, colleague: User) -> Article:
    return make.article("Rain fell.\n\nSnow fell.", story=story, by=colleague)


@pytest.fixture
def highlight(article: Article, colleague: User) -> Highlight:
    return make.highlight(article, "Snow", by=colleague)


def changes(client: Client, story: Story, article: Article, **query: object):  # type: ignore[no-untyped-def]
    query = {"read": article.pk, "revisions": article.current_id, **query}
    return client.get(reverse("desk_changes", args=[story.slug]), query).json()


def last_line() -> int:
    return Activity.objects.latest("id").pk


def test_the_touched_block_and_the_strip_are_painted_and_the_person_is_named(
    signed_in: Client, story: Story, article: Article, highlight: Highlight
) -> None:
    answer = changes(signed_in, story, article, lines=last_line())
    assert f'id="r{article.current_id}-1"' in answer["html"]
    assert f'id="r{article.current_id}-0"' not in answer["html"]
    assert f'id="strip-{article.pk}"' in answer["html"]
    assert answer["changes"] == [{"by": "anna", "own": False, "highlights": [str(highlight.pk)]}]
    assert (answer["all"], answer["events"], answer["revisions"]) == (False, [], [])


def test_a_withdrawn_highlight_is_painted_away(
    signed_in: Client, story: Story, article: Article, highlight: Highlight, colleague: User
) -> None:
    withdraw_highlight(highlight, by=colleague)
    answer = changes(signed_in, story, article, lines=last_line())
    assert f'id="r{article.current_id}-1"' in answer["html"]
    assert "<mark" not in answer["html"]


def test_the_codebook_comes_with_a_tag_and_lists_are_told_what_changed(
    signed_in: Client, story: Story, article: Article, highlight: Highlight, colleague: User
) -> None:
    before = last_line()
    tag_by_path(highlight, "weather/snow", by=colleague)
    assert "weather/snow" in changes(signed_in, story, article, after=before)["html"]
    other = make.highlight(make.article("Snow.", story=story), "Snow", by=colleague)
    before = last_line()
    make.link(highlight, other, by=colleague)
    make.evidence(make.claim(story), highlight, by=colleague)
    assert changes(signed_in, story, article, after=before)["events"] == ["claim:changed", "link:changed"]


def test_a_newer_revision_is_offered_with_who_added_it(
    signed_in: Client, story: Story, article: Article, colleague: User
) -> None:
    shown = article.current_id
    article = make.revision(article, "Rain fell again.", by=colleague)
    answer = changes(signed_in, story, article, revisions=shown, lines=last_line())
    (offer,) = answer["revisions"]
    assert offer["article"] == str(article.pk)
    assert "anna added revision 2" in " ".join(offer["html"].split())


@pytest.mark.parametrize(("number", "too_many"), [(MOST_LINES, False), (MOST_LINES + 1, True)])
def test_after_too_much_the_page_asks_for_its_panes_anew(
    signed_in: Client, story: Story, article: Article, colleague: User, number: int, too_many: bool
) -> None:
    before = last_line()
    line = {"actor": colleague, "verb": "made", "object_type": "claim", "object_id": "1", "summary": "x"}
    Activity.objects.bulk_create([Activity(story=story, **line) for _ in range(number)])
    answer = changes(signed_in, story, article, after=before)
    assert answer["all"] is too_many
    assert len(answer["changes"]) == MOST_LINES


@pytest.mark.parametrize("query", [{"lines": "x,,-1"}, {"after": "-1"}, {"read": "a", "revisions": ""}, {}])
def test_what_is_not_understood_changes_nothing(
    signed_in: Client, story: Story, article: Article, highlight: Highlight, query: dict[str, str]
) -> None:
    assert changes(signed_in, story, article, **query)["changes"] == []
