"""Test that a form or an act which is sent twice is done once."""

from functools import partial
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from annotations.actions.passages.highlights import describe_highlight, move_edges
from annotations.models import Claim, Comment, Evidence, Highlight
from newsroom.models import Activity, ImportBatch, Story, User
from newsroom.roles import UserRole
from tests import make
from tests.races import people

pytestmark = pytest.mark.django_db


def headers_of_act() -> dict[str, str]:
    return {"HX-Request": "true", "Act-Id": str(uuid4())}


TOKEN = {"csrfmiddlewaretoken": "as printed"}


def test_a_story_is_made_once_and_both_answers_lead_to_it(at_work):
    sent = TOKEN | {"title": "Walk-out"}
    first, second = (at_work.post(reverse("story_create"), sent) for _ in range(2))
    story = Story.objects.get()
    assert first["Location"] == second["Location"] == story.get_absolute_url()


def test_a_claim_and_a_comment_on_it_are_made_once(at_work, reporter):
    story = make.story(by=reporter)
    for _ in range(2):
        answer = at_work.post(reverse("claim_create", args=[story.slug]), TOKEN | {"statement": "It rained."})
    claim = Claim.objects.get()
    assert answer["Location"] == claim.get_absolute_url()
    for _ in range(2):
        answer = at_work.post(reverse("claim_comment", args=[claim.pk]), TOKEN | {"body": "So they say."})
    assert (answer.status_code, Comment.objects.count()) == (302, 1)


def test_a_comment_on_a_highlight_is_made_once_and_htmx_changes_nothing_more(at_work, reporter):
    highlight = make.highlight(make.article(by=reporter), "The minister", by=reporter)
    address = reverse("highlight_comment", args=[highlight.pk])
    answers = [
        at_work.post(address, TOKEN | {"body": "So?"}, headers={"HX-Request": "true"}) for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [200, 204]
    assert Comment.objects.count() == 1


def test_files_are_handed_in_once(at_work):
    for _ in range(2):
        file = SimpleUploadedFile("a.txt", b"It rained for hours in the city.")
        answer = at_work.post(reverse("import"), TOKEN | {"files": file})
    assert answer["Location"] == ImportBatch.objects.get().get_absolute_url()


@pytest.mark.parametrize(
    "second",
    [
        {"csrfmiddlewaretoken": "as printed again", "title": "Walk-out"},
        {"csrfmiddlewaretoken": "as printed", "title": "Walk-in"},
    ],
)
def test_another_form_or_other_words_are_no_repetition(at_work, second):
    for sent in (TOKEN | {"title": "Walk-out"}, second):
        at_work.post(reverse("story_create"), sent)
    assert Story.objects.count() == 2


def test_two_people_never_repeat_each_other(at_work, client):
    at_work.post(reverse("story_create"), TOKEN | {"title": "Walk-out"})
    client.force_login(make.user("reporter", "another"))
    client.post(reverse("story_create"), TOKEN | {"title": "Walk-out"})
    assert Story.objects.count() == 2


def test_without_the_token_of_a_printed_form_nothing_is_a_repetition(at_work):
    for _ in range(2):
        at_work.post(reverse("story_create"), {"title": "Walk-out"})
    assert Story.objects.count() == 2
    assert not Activity.objects.exclude(form_key="").exists()


def test_a_form_that_was_refused_can_be_sent_again(at_work, reporter):
    story = make.story(by=reporter)
    address = reverse("claim_create", args=[story.slug])
    assert at_work.post(address, TOKEN | {"statement": ""}).status_code == 422
    assert at_work.post(address, TOKEN | {"statement": "It rained."}).status_code == 302
    assert Claim.objects.count() == 1


@pytest.fixture
def passage(at_work, reporter: User) -> Highlight:
    story = make.story("Rain", by=reporter)
    article = make.article("“We left,” Lavrov said. It rained.", story=story, by=reporter)
    return make.highlight(article, "We left", by=reporter)


def test_the_same_act_with_another_id_is_another_act(client, passage: Highlight) -> None:
    for _ in range(2):
        client.post(
            reverse("highlight_comment", args=[passage.pk]), {"body": "So?"}, headers=headers_of_act()
        )
    assert Comment.objects.count() == 2


def test_the_id_of_another_person_stands_for_another_act(client, passage: Highlight) -> None:
    headers = headers_of_act()
    address = reverse("highlight_comment", args=[passage.pk])
    client.post(address, {"body": "So?"}, headers=headers)
    client.force_login(make.user(UserRole.REPORTER, "colleague"))
    client.post(address, {"body": "So?"}, headers=headers)
    assert Comment.objects.count() == 2


def test_an_id_that_is_no_uuid_is_refused(client, passage: Highlight) -> None:
    address = reverse("highlight_comment", args=[passage.pk])
    answer = client.post(address, {"body": "So?"}, headers={"HX-Request": "true", "Act-Id": "7"})
    assert (answer.status_code, Comment.objects.count()) == (422, 0)


def test_a_refusal_stays_a_refusal(client, passage: Highlight) -> None:
    describe_highlight(passage, note="Theirs", attribution="", version=1, by=make.user(UserRole.REPORTER))
    sent = {"note": "Mine", "attribution": "", "version": 1}
    headers = headers_of_act()
    address = reverse("highlight_describe", args=[passage.pk])
    assert [client.post(address, sent, headers=headers).status_code for _ in range(2)] == [409, 409]


def test_answers_say_which_version_the_act_left_also_if_others_went_on(client, passage: Highlight) -> None:
    sent, headers = {"note": "Mine", "attribution": "", "version": 1}, headers_of_act()
    address = reverse("highlight_describe", args=[passage.pk])
    assert client.post(address, sent, headers=headers)["Version-Left"] == "2"
    passage.refresh_from_db()
    describe_highlight(passage, note="Theirs", attribution="", version=2, by=make.user(UserRole.REPORTER))
    again = client.post(address, sent, headers=headers)
    assert again["Version-Left"] == "2"
    assert "Theirs" in again.content.decode()


def test_new_edges_that_are_sent_again_paint_the_old_place_too(at_work, reporter) -> None:
    article = make.article("It rained.\n\nIt snowed.", story=make.story(by=reporter), by=reporter)
    passage = make.highlight(article, "It rained", by=reporter)
    start = article.current.text.index("It snowed")
    sent = {"start": start, "end": start + 9, "quote": "It snowed", "version": 1}
    headers = headers_of_act()
    address = reverse("highlight_edges", args=[passage.pk])
    answers = [at_work.post(address, sent, headers=headers) for _ in range(2)]
    blocks = [
        [f'id="r{article.current_id}-{n}"' in page.content.decode() for n in (0, 1)] for page in answers
    ]
    assert blocks == [[True, True], [True, True]]


def test_undo_that_is_sent_again_takes_back_one_act(client, passage: Highlight) -> None:
    story = Story.objects.get()
    for body in ("Seen.", "Seen twice."):
        passage.refresh_from_db()
        describe_highlight(passage, note=body, attribution="", version=passage.version, by=passage.created_by)
    headers = headers_of_act()
    answers = [client.post(reverse("undo", args=[story.slug]), headers=headers) for _ in range(2)]
    passage.refresh_from_db()
    assert passage.note == "Seen."
    assert [answer.status_code for answer in answers] == [200, 200]
    assert ["Undone: you described" in answer.content.decode() for answer in answers] == [True, True]
    client.post(reverse("redo", args=[story.slug]), headers=headers_of_act())
    passage.refresh_from_db()
    assert passage.note == "Seen twice."


def test_the_only_act_that_is_undone_twice_by_one_id_is_no_error(client, passage: Highlight) -> None:
    headers = headers_of_act()
    address = reverse("undo", args=["rain"])
    assert [client.post(address, headers=headers).status_code for _ in range(2)] == [200, 200]
    assert client.post(address, headers=headers_of_act()).status_code == 422


def test_an_undo_of_moved_edges_that_is_sent_again_is_answered(client, passage: Highlight) -> None:
    move_edges(passage, 1, 3, "We", version=1, by=passage.created_by)
    headers = headers_of_act()
    answers = [client.post(reverse("undo", args=["rain"]), headers=headers) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]


def send_act(
    person: User, address: str, sent: dict[str, object], headers: dict[str, str], statuses: list[int]
) -> None:
    client = Client()
    client.force_login(person)
    statuses.append(client.post(address, sent, headers=headers).status_code)


@pytest.mark.django_db(transaction=True)
def test_one_act_sent_six_times_at_once_is_done_once() -> None:
    reporter = make.user(UserRole.REPORTER)
    story = make.story("Rain", by=reporter)
    article = make.article("It rained.", story=story, by=reporter)
    highlight = make.highlight(article, "It", by=reporter)
    drawn = str(uuid4())
    selection = {"revision": article.current_id, "start": 3, "end": 9, "quote": "rained", "highlight": drawn}
    sent = [
        (reverse("draw", args=[story.slug]), selection),
        (reverse("highlight_comment", args=[highlight.pk]), {"body": "So?"}),
        (reverse("highlight_attach", args=[highlight.pk]), {"statement": "Wet.", "relation": "context"}),
        (reverse("highlight_describe", args=[highlight.pk]), {"note": "Wet", "version": 1}),
        (reverse("highlight_withdraw", args=[drawn]), {}),
    ]
    with people(6) as six:
        for address, values in sent:
            statuses: list[int] = []
            send = partial(
                send_act, reporter, address, {**values, "story": "rain"}, headers_of_act(), statuses
            )
            assert six.crashes(*[send] * 6) == []
            assert statuses == [200] * 6, address
    counts = [model.objects.count() for model in (Highlight, Comment, Evidence)]
    assert counts == [2, 1, 1]
