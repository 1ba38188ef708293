import re
from functools import partial
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from annotations.actions.passages.highlights import describe_highlight, tag_highlight
from annotations.models import Highlight
from newsroom.actions.bulk import act_on_each
from newsroom.models import Story, User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db

ACT = str(uuid4())


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


@pytest.fixture
def blocked(story: Story, passage: Highlight, person: User) -> Highlight:
    """Draw a passage, and return it. The drawing cannot be undone, because a colleague's
    evidence rests on the passage.
    """
    other = make.highlight(make.article(story=story, by=person), "The minister", by=person)
    make.evidence(make.claim(story), other)
    return other


def press(client: Client, story: Story, act: str = "undo", *, htmx: bool = True, **sent: str) -> HttpResponse:
    headers = {"HX-Request": "true"} if htmx else {}
    return client.post(f"/stories/{story.slug}/desk/{act}/", sent, headers=headers)


def left_in(page: str) -> str:
    """Return the last value in the page's form of the lines to leave out."""
    return re.findall(r'name="leave"\s+value="([^"]*)"', page)[-1]


def test_a_refused_undo_says_why_and_offers_to_leave_that_act(
    client: Client, story: Story, blocked: Highlight
) -> None:
    response = press(client, story)
    page = response.content.decode()
    assert (response.status_code, response["HX-Retarget"]) == (409, "#alerts")
    assert "“You highlighted “The minister”” stays as it is." in page
    assert "evidence for 1 claim" in page
    assert 'data-act="undo-next"' in page
    assert "Leave it and undo the one before" in page


def test_the_act_before_the_one_that_is_left_is_undone(
    client: Client, story: Story, passage: Highlight, blocked: Highlight
) -> None:
    leave = left_in(press(client, story).content.decode())
    response = press(client, story, leave=leave)
    assert response.status_code == 200
    assert "Undone: you highlighted “The minister left”." in response.content.decode()
    standing = Highlight.objects.filter(withdrawn_at=None)
    assert list(standing) == [blocked]


def test_what_was_left_once_stays_left_on_the_page(
    client: Client, story: Story, passage: Highlight, blocked: Highlight
) -> None:
    leave = left_in(press(client, story).content.decode())
    page = press(client, story, leave=leave).content.decode()
    assert left_in(page) == leave
    assert 'id="undo-left"' in page
    assert 'data-undo="There is nothing of yours to undo"' in page
    assert (
        "There is nothing of yours before that to undo" in press(client, story, leave=leave).content.decode()
    )


def test_two_refusals_in_a_row_are_both_left(
    client: Client, story: Story, passage: Highlight, blocked: Highlight
) -> None:
    make.evidence(make.claim(story), passage)
    first = left_in(press(client, story).content.decode())
    second = left_in(press(client, story, leave=first).content.decode())
    assert second.split(",")[0] == first
    assert len(second.split(",")) == 2


def test_without_a_script_a_page_says_why_and_has_the_same_way_past(
    client: Client, story: Story, passage: Highlight, blocked: Highlight
) -> None:
    response = press(client, story, htmx=False)
    page = response.content.decode()
    assert response.status_code == 409
    assert f'action="/stories/{story.slug}/desk/undo/"' in page
    response = press(client, story, htmx=False, leave=left_in(page))
    assert response.status_code == 302
    assert Highlight.objects.get(withdrawn_at__isnull=False) == passage


def test_a_note_on_a_guessed_speaker_is_undone(client: Client, story: Story, person: User) -> None:
    article = make.article("“We left,” Lavrov said.", story=story, by=person)
    passage = make.highlight(article, "We left", by=person)
    describe_highlight(passage, note="Sure?", attribution="Lavrov", version=1, by=person)
    response = press(client, story)
    assert response.status_code == 200
    assert ">guessed<" in response.content.decode()


@pytest.mark.parametrize("leave", ["", ",,", "x", "-1", "9" * 30])
def test_what_names_no_line_leaves_nothing(
    client: Client, story: Story, passage: Highlight, leave: str
) -> None:
    assert press(client, story, leave=leave).status_code == 200
    assert not Highlight.objects.filter(withdrawn_at=None).exists()


def test_an_act_on_many_rows_is_undone_and_its_lines_are_left_to_the_pulse(
    client: Client, story: Story, passage: Highlight
) -> None:
    curator = make.user(UserRole.CURATOR)
    client.force_login(curator)
    other = make.highlight(passage.article, "The minister")
    tag = make.tag()
    act_on_each([passage, other], partial(tag_highlight, tag=tag, by=curator), by=curator)
    address = f"/stories/{story.slug}/desk/undo/"
    for _ in range(2):
        # The second time the same act is answered again.
        response = client.post(address, headers={"HX-Request": "true", "Act-Id": ACT})
        assert response.status_code == 200
        assert "and 1 more at once." in response.content.decode()
        assert response.headers.get("Act-Lines", "") == ""
    assert not Highlight.objects.filter(tags=tag).exists()
