import pytest
from django.test import Client

from annotations.models import Highlight
from newsroom.models import Story, User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(client: Client) -> User:
    person = make.user(UserRole.REPORTER)
    client.force_login(person)
    return person


@pytest.fixture
def story(person: User) -> Story:
    return make.story(by=person)


@pytest.fixture
def passage(story: Story, person: User) -> Highlight:
    return make.highlight(make.article(story=story, by=person), "The minister left", by=person)


def test_undo_swaps_the_card_the_blocks_and_the_strip_and_says_what_it_did(
    client: Client, story: Story, passage: Highlight
) -> None:
    response = client.post(f"/stories/{story.slug}/desk/undo/", headers={"HX-Request": "true"})
    html = response.content.decode()
    assert 'class="card passage"' in html
    assert f'id="r{passage.article.current_id}-0"' in html
    assert "<mark" not in html
    assert "Undone: you highlighted “The minister left”." in html
    assert "highlight:undone" in response.headers["HX-Trigger-After-Settle"]


def test_redo_paints_the_mark_again(client: Client, story: Story, passage: Highlight) -> None:
    client.post(f"/stories/{story.slug}/desk/undo/", headers={"HX-Request": "true"})
    html = client.post(f"/stories/{story.slug}/desk/redo/", headers={"HX-Request": "true"}).content.decode()
    assert f'data-h="{passage.pk}"' in html
    assert "Done again" in html


@pytest.mark.parametrize("kind", ["link", "evidence"])
def test_lists_of_links_and_claims_hear_that_they_have_to_refresh(
    client: Client, story: Story, passage: Highlight, person: User, kind: str
) -> None:
    if kind == "link":
        make.link(passage, make.highlight(make.article(story=story, by=person), by=person), by=person)
    else:
        make.evidence(make.claim(story, by=person), passage, by=person)
    response = client.post(f"/stories/{story.slug}/desk/undo/", headers={"HX-Request": "true"})
    event = {"link": "link:changed", "evidence": "claim:changed"}[kind]
    assert event in response.headers["HX-Trigger-After-Settle"]


def test_without_a_script_undo_leads_back_to_the_desk(
    client: Client, story: Story, passage: Highlight
) -> None:
    response = client.post(f"/stories/{story.slug}/desk/undo/")
    assert (response.status_code, response.url.split("?")[0]) == (302, f"/stories/{story.slug}/desk/")
    assert Highlight.objects.get().withdrawn_at is not None


def test_where_there_is_nothing_to_undo_a_sentence_says_so(client: Client, story: Story) -> None:
    response = client.post(f"/stories/{story.slug}/desk/undo/", headers={"HX-Request": "true"})
    assert response.status_code == 422
    assert "There is nothing of yours to undo in this story." in response.content.decode()


def test_the_history_marks_what_was_an_undoing(client: Client, story: Story, passage: Highlight) -> None:
    client.post(f"/stories/{story.slug}/desk/undo/")
    assert client.get("/activity/").content.decode().count('<span class="badge">undo</span>') == 1
