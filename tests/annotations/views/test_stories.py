"""Test the list of stories, the page of a story, and how articles are added to it."""

from dataclasses import asdict

import pytest
from django.test import Client
from django.urls import reverse

from annotations.actions.claims import make_claim, settle_claim
from annotations.actions.judgements.evidence import add_evidence
from annotations.actions.origins import decide_origin, propose_origin
from newsroom.models import Story, User
from newsroom.roles import UserRole
from tests import make
from tests.markup import markup

pytestmark = pytest.mark.django_db


def test_the_first_page_says_what_to_do_when_there_is_no_story(signed_in: Client) -> None:
    assert b"Open the first story" in signed_in.get("/").content


def test_each_story_is_listed_with_its_counts(signed_in: Client, editor: User) -> None:
    story = make.story(by=editor)
    one = make.article(story=story, by=editor, outlet="The Gazette")
    make.article(story=story, by=editor, outlet="The Gazette")
    make.highlight(one, by=editor)
    make.claim(story, by=editor)
    settled = make.claim(story, by=editor)
    settle_claim(settled, "true", "Seen by two.", version=1, by=editor)
    make.claim(make.story(by=editor), by=editor)
    (listed,) = (line for line in signed_in.get("/").context["stories"] if line.story == story)
    assert asdict(listed.counts) == {
        "articles": 2,
        "outlets": 1,
        "highlights": 1,
        "claims": 2,
        "settled": 1,
    }


@pytest.mark.parametrize("number", [1, 30])
def test_the_list_takes_few_queries_however_many_stories(
    signed_in: Client, editor: User, number: int, django_assert_max_num_queries
) -> None:  # type: ignore[no-untyped-def]
    for _ in range(number):
        make.claim(make.story(by=editor), by=editor)
    # The limit has room for a few more queries, but not for one each story.
    with django_assert_max_num_queries(10):
        signed_in.get("/")


@pytest.mark.parametrize("number", [1, 30])
def test_a_story_takes_few_queries_however_much_it_holds(
    signed_in: Client, editor: User, number: int, django_assert_max_num_queries
) -> None:  # type: ignore[no-untyped-def]
    story = make.story(by=editor)
    for _ in range(number):
        article = make.article(story=story, by=editor, outlet="The Gazette")
        add_evidence(
            make.claim(story, by=editor), make.highlight(article, by=editor), "corroborates", by=editor
        )
    with django_assert_max_num_queries(22):
        signed_in.get(story.get_absolute_url())


def test_a_new_story_gets_an_address_from_its_title(signed_in: Client) -> None:
    for _ in range(2):
        response = signed_in.post(reverse("story_create"), {"title": "Fire in the harbour!"})
    assert [story.slug for story in Story.objects.order_by("id")] == [
        "fire-in-the-harbour",
        "fire-in-the-harbour-2",
    ]
    assert response["Location"] == "/stories/fire-in-the-harbour-2/"


def test_a_title_without_latin_letters_gets_an_address_too(signed_in: Client) -> None:
    signed_in.post(reverse("story_create"), {"title": "港の火事"})
    assert Story.objects.get().slug == "story"


@pytest.mark.parametrize(
    "sent",
    [
        {"title": " "},
        {"title": "Fire", "starts_on": "2022-07-09", "ends_on": "2022-07-08"},
        {"title": "x" * 300},
    ],
)
def test_a_story_that_cannot_be_is_refused_with_what_was_typed(
    signed_in: Client, sent: dict[str, str]
) -> None:
    response = signed_in.post(reverse("story_create"), sent)
    assert response.status_code == 422
    assert b"errorlist" in response.content
    assert not Story.objects.exists()


def seen_of(story: Story) -> dict[str, str]:
    """Return the hidden fields in which the form of a story without place, days and summary
    sends back what it showed.
    """
    return {"seen_title": story.title} | dict.fromkeys(
        ("seen_place", "seen_starts_on", "seen_ends_on", "seen_summary"), ""
    )


def test_who_changes_a_story_second_is_told_both_values_and_keeps_the_form(
    signed_in: Client, editor: User
) -> None:
    story = make.story("Fire", by=editor)
    address = reverse("story_change", args=[story.slug])
    seen = seen_of(story)
    signed_in.post(address, {"title": "Fire in Lille", **seen})
    second = signed_in.post(address, {"title": "Blaze", **seen})
    page = second.content.decode()
    told = "now it is “Fire in Lille”, and you wrote “Blaze”" in page
    assert (second.status_code, told, 'value="Blaze"' in page) == (409, True, True)
    assert 'name="seen_title" value="Fire in Lille"' in page
    story.refresh_from_db()
    assert story.title == "Fire in Lille"


def test_a_change_of_a_story_that_does_not_say_what_was_seen_is_refused(
    signed_in: Client, editor: User
) -> None:
    story = make.story("Fire", by=editor)
    answer = signed_in.post(reverse("story_change", args=[story.slug]), {"title": "Blaze"})
    assert answer.status_code == 422
    story.refresh_from_db()
    assert story.title == "Fire"


def test_a_story_can_be_changed_and_keeps_its_address(signed_in: Client, editor: User) -> None:
    story = make.story("Fire", by=editor)
    sent = {"title": "Fire in Lille", "place": "Lille", **seen_of(story)}
    signed_in.post(reverse("story_change", args=[story.slug]), sent)
    story.refresh_from_db()
    assert (story.title, story.place, story.slug) == ("Fire in Lille", "Lille", "fire")


def test_articles_that_are_here_already_can_be_found_and_added(signed_in: Client, editor: User) -> None:
    story = make.story(by=editor)
    held = make.article(story=story, by=editor, title="Harbour fire, held")
    free = make.article(by=editor, title="Harbour fire, free")
    make.article(by=editor, title="Something else")
    page = signed_in.get(story.get_absolute_url(), {"add": "harbour"})
    assert page.context["addable"] == [free]
    signed_in.post(reverse("story_add", args=[story.slug]), {"article": [free.pk]})
    assert list(story.articles.order_by("pk")) == [held, free]


def test_adding_nothing_is_answered_with_a_sentence(signed_in: Client) -> None:
    response = signed_in.post(reverse("story_add", args=[make.story().slug]), {})
    assert response.status_code == 422
    assert b"No article was ticked" in response.content


def test_adding_an_article_that_is_not_there_adds_none_and_says_so(signed_in: Client, editor: User) -> None:
    story, article = make.story(by=editor), make.article(by=editor)
    response = signed_in.post(
        reverse("story_add", args=[story.slug]), {"article": [article.pk, article.pk + 1]}
    )
    assert response.status_code == 404
    assert "One of the ticked articles is not here, so none was added." in response.content.decode()
    assert not story.articles.exists()


def test_an_origin_shows_at_its_articles_until_it_is_rejected(signed_in: Client, editor: User) -> None:
    story = make.story(by=editor)
    origin = propose_origin("AFP", [make.article(story=story, by=editor)], by=editor)
    assert "AFP, proposed" in markup(signed_in.get(story.get_absolute_url()))
    decide_origin(origin, "rejected", reason="Written by hand.", by=editor)
    assert b'data-state="rejected"' not in signed_in.get(story.get_absolute_url()).content


def test_open_contradictions_are_counted_as_work_to_do(signed_in: Client, editor: User) -> None:
    story = make.story(by=editor)
    claim = make_claim(story, "He left before the speech.", by=editor)
    add_evidence(
        claim, make.highlight(make.article(story=story, by=editor), by=editor), "contradicts", by=editor
    )
    assert signed_in.get(story.get_absolute_url()).context["progress"].contradictions == 1
    claim.refresh_from_db()
    settle_claim(claim, "false", "The ambassador saw him.", version=claim.version, by=editor)
    assert signed_in.get(story.get_absolute_url()).context["progress"].contradictions == 0


def test_a_reader_may_read_a_story_but_not_change_it(client: Client) -> None:
    story = make.story()
    client.force_login(make.user(UserRole.READER))
    assert client.get(story.get_absolute_url()).status_code == 200
    assert client.post(reverse("story_change", args=[story.slug]), {"title": "Mine"}).status_code == 403
    assert client.get(reverse("story_create")).status_code == 403


@pytest.mark.parametrize(
    ("asked", "answer"), [("/articles/", "/articles/"), ("https://elsewhere.example/", None)]
)
def test_after_adding_one_is_where_one_was_on_this_site_only(
    signed_in: Client, editor: User, asked: str, answer: str | None
) -> None:
    story = make.story(by=editor)
    sent = {"article": make.article(by=editor).pk, "next": asked}
    location = signed_in.post(reverse("story_add", args=[story.slug]), sent)["Location"]
    assert location == (answer or story.get_absolute_url())
