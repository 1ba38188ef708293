"""Test signing in and out, the page of the history, and the address that a monitoring program asks."""

import pytest
from django.db import DatabaseError, connection
from django.urls import reverse

from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


def sign_in(client, username, password=make.PASSWORD, **more):
    return client.post("/sign-in/", {"username": username, "password": password, **more})


def test_a_person_signs_in_and_goes_where_they_wanted(client, reporter):
    answer = sign_in(client, "reporter", next="/articles/")
    assert (answer.status_code, answer["Location"]) == (302, "/articles/")


def test_next_stays_on_this_site(client, reporter):
    assert sign_in(client, "reporter", next="https://elsewhere.example/")["Location"] == "/"


def test_an_unknown_person_and_a_wrong_pass_phrase_are_told_the_same(client, reporter):
    notices = [
        sign_in(client, username, "wrong").context["form"].non_field_errors()
        for username in ("nobody", "reporter")
    ]
    assert len(notices[0]) == 1
    assert notices[0] == notices[1]


def test_the_page_of_someone_signed_in_leads_on(at_work):
    assert at_work.get("/sign-in/").status_code == 302


def test_signing_out_ends_the_session_and_takes_a_post(at_work):
    assert at_work.get("/sign-out/").status_code == 405
    assert at_work.post("/sign-out/")["Location"] == "/sign-in/"
    assert at_work.get("/articles/")["Location"] == "/sign-in/?next=/articles/"


def test_the_history_is_listed_filtered_and_leads_to_its_csv(at_work, reporter):
    story = make.story("Rain", by=reporter)
    page = at_work.get("/activity/", {"story": story.slug, "verb": "made"}).content.decode()
    assert "opened the story “Rain”" in page
    assert "/export/activity.csv?story=rain&amp;verb=made" in page
    assert "Nothing like that" in at_work.get("/activity/", {"verb": "withdrawn"}).content.decode()


def test_each_line_of_the_history_leads_to_what_it_is_about(at_work, reporter):
    story = make.story("Rain", by=reporter)
    article = make.article(story=story, by=reporter)
    highlight, claim = make.highlight(article, by=reporter), make.claim(story, by=reporter)
    page = at_work.get("/activity/").content.decode()
    links = [article.get_absolute_url(), story.get_absolute_url(), reverse("permalink", args=[highlight.pk])]
    for link in (*links, reverse("claim", args=[claim.pk])):
        assert f'href="{link}"' in page


def test_a_history_without_a_line_says_so(at_work):
    assert "Nothing happened yet" in at_work.get("/activity/").content.decode()


def test_whoever_watches_is_told_that_the_database_answers(client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok")


def test_whoever_watches_is_told_that_the_database_does_not_answer(client, monkeypatch):
    def down(*_, **__):
        raise DatabaseError("secret words")

    monkeypatch.setattr(connection, "cursor", down)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (
        503,
        b"The database does not answer, or takes no changes.",
    )


@pytest.mark.parametrize("role", UserRole.values)
def test_only_those_who_may_import_are_shown_the_way(client, role):
    client.force_login(make.user(UserRole(role)))
    assert ('href="/import/"' in client.get("/articles/").content.decode()) is (role != "reader")


def test_a_dialog_gets_the_form_alone_and_after_signing_in_who_is_signed_in(client, reporter):
    headers = {"HX-Request": "true"}
    form = client.get("/sign-in/", headers=headers)
    assert 'action="/sign-in/"' in form.content.decode()
    assert "<html" not in form.content.decode()
    wrong = client.post("/sign-in/", {"username": "reporter", "password": "wrong"}, headers=headers)
    assert (wrong.status_code, "<html" in wrong.content.decode()) == (422, False)
    sent = {"username": "reporter", "password": make.PASSWORD}
    begun = client.post("/sign-in/", sent, headers=headers).json()
    assert (begun["person"], begun["name"]) == (str(reporter.pk), "reporter")
    assert client.get("/sign-in/", headers=headers).json()["person"] == str(reporter.pk)
    assert begun["token"]


def test_the_form_of_the_page_names_its_address(client):
    assert 'action="/sign-in/"' in client.get("/sign-in/?next=/articles/").content.decode()
