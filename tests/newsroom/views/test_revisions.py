"""Test the pages of revisions: one revision, two compared, and the form that takes a newer text."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from newsroom.models import Article, User
from newsroom.roles import UserRole
from tests import make
from tests.markup import markup

pytestmark = pytest.mark.django_db

TEXT = (
    "The minister left the hall early.\n\nRain fell on Bali all day, said the hosts.\n\nNobody took a photo."
)
NEWER = TEXT.replace("early", "late")


@pytest.fixture
def editor() -> User:
    return make.user()


@pytest.fixture
def signed_in(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def article(editor: User) -> Article:
    return make.article(TEXT, title="Rain on Bali", by=editor)


def test_an_old_revision_shows_what_was_marked_in_it(
    signed_in: Client, article: Article, editor: User
) -> None:
    highlight = make.highlight(article, "Nobody took a photo", by=editor)
    make.revision(article, NEWER.replace("\n\nNobody took a photo.", ""), by=editor)
    old, new = (markup(signed_in.get(reverse("revision", args=[article.pk, number]))) for number in (1, 2))
    assert f'data-h="{highlight.pk}"' in old
    assert f'href="/h/{highlight.pk}/"' in old
    assert f'data-h="{highlight.pk}"' not in new


@pytest.mark.parametrize("view", ["side", "inline"])
def test_two_revisions_are_compared(signed_in: Client, article: Article, editor: User, view: str) -> None:
    make.revision(article, NEWER, by=editor)
    page = markup(signed_in.get(reverse("article_diff", args=[article.pk, 1, 2]), {"view": view}))
    assert "<del>early</del>" in page
    assert "<ins>late</ins>" in page
    assert reverse("article_diff", args=[article.pk, 1, 2]) == f"/articles/{article.pk}/diff/1..2/"


def test_what_an_article_says_is_never_read_as_markup(
    signed_in: Client, article: Article, editor: User
) -> None:
    make.revision(article, TEXT.replace("early", "<script>alert(1)</script>"), by=editor)
    for address in (article.get_absolute_url(), reverse("article_diff", args=[article.pk, 1, 2])):
        page = markup(signed_in.get(address))
        assert "&lt;script&gt;" in page
        assert "<script>alert" not in page


def test_a_revision_that_is_not_there_cannot_be_compared(signed_in: Client, article: Article) -> None:
    assert signed_in.get(reverse("article_diff", args=[article.pk, 1, 2])).status_code == 404


def test_the_article_says_when_it_changed_and_in_which_sentences(
    signed_in: Client, article: Article, editor: User
) -> None:
    assert "Changed" not in markup(signed_in.get(article.get_absolute_url()))
    make.revision(article, NEWER, by=editor)
    page = markup(signed_in.get(article.get_absolute_url()))
    assert "Changed since it was imported" in page
    assert "The minister left the hall <del>early</del><ins>late</ins>." in page


def test_a_pasted_text_becomes_the_next_revision_and_what_changed_is_shown(
    signed_in: Client, article: Article
) -> None:
    response = signed_in.post(reverse("article_revise", args=[article.pk]), {"text": NEWER})
    assert response["Location"] == f"/articles/{article.pk}/diff/1..2/"
    article.refresh_from_db()
    assert (article.current.number, article.current.original_name) == (2, "Pasted text")


def test_a_file_becomes_the_next_revision(signed_in: Client, article: Article) -> None:
    file = SimpleUploadedFile("newer.txt", NEWER.encode())
    signed_in.post(reverse("article_revise", args=[article.pk]), {"file": file})
    article.refresh_from_db()
    assert (article.current.number, article.current.original_name) == (2, "newer.txt")


def test_the_same_text_again_is_said_to_change_nothing(signed_in: Client, article: Article) -> None:
    response = signed_in.post(reverse("article_revise", args=[article.pk]), {"text": TEXT}, follow=True)
    assert b"Nothing changed" in response.content
    assert article.revisions.count() == 1


@pytest.mark.parametrize(
    ("sent", "status", "sentence"),
    [
        ({}, 422, "Nothing was handed in"),
        ({"act": "fetch"}, 422, "has no address"),
        (
            {"text": "Grain prices rose again this week, as traders had feared."},
            409,
            "hardly a word in common",
        ),
    ],
)
def test_what_cannot_be_a_newer_text_is_refused_with_a_sentence(
    signed_in: Client, article: Article, sent: dict[str, str], status: int, sentence: str
) -> None:
    response = signed_in.post(reverse("article_revise", args=[article.pk]), sent)
    assert response.status_code == status
    assert sentence in response.content.decode()
    assert article.revisions.count() == 1


def test_a_reader_may_compare_but_not_revise(client: Client, article: Article, editor: User) -> None:
    make.revision(article, NEWER, by=editor)
    client.force_login(make.user(UserRole.READER))
    assert client.get(reverse("article_diff", args=[article.pk, 1, 2])).status_code == 200
    assert client.post(reverse("article_revise", args=[article.pk]), {"text": TEXT}).status_code == 403


def test_the_text_of_a_revision_is_served_as_it_is(at_work):
    revision = make.article("Rain fell.\n\n“Café” 😀 שלום").current
    answer = at_work.get(f"/articles/{revision.article_id}/v/1/text/")
    assert answer.content.decode() == revision.text
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["ETag"] == f'"{revision.sha256}"'
    again = at_work.get(
        f"/articles/{revision.article_id}/v/1/text/", headers={"if-none-match": answer["ETag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


def test_a_revision_that_is_not_there_has_no_text(at_work):
    revision = make.article().current
    assert at_work.get(f"/articles/{revision.article_id}/v/2/text/").status_code == 404
