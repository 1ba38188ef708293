"""Test that a form which is sent twice does nothing the second time."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from annotations.models import Claim, Comment
from newsroom.models import Activity, ImportBatch, Story
from tests import make

pytestmark = pytest.mark.django_db

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
