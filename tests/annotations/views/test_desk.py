"""Test the desk: what it shows, how many queries it takes, and what the server answers
when a passage is drawn.
"""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from annotations.actions.tags import make_tag
from annotations.models import Anchor, Highlight
from newsroom.models import Activity, User
from newsroom.roles import UserRole
from tests import make
from tests.markup import markup

pytestmark = pytest.mark.django_db

TEXT = "Lavrov left the room during the speech.\n\nThe grain 🌾 stayed — الحبوب — in port."


def draw(
    client: Client,
    story,
    article,
    words: str,
    /,
    *,
    act: str = "highlight",
    htmx: bool = True,
    **changed,
):  # type: ignore[no-untyped-def]
    start = article.current.text.index(words)
    sent = {
        "revision": article.current_id,
        "start": start,
        "end": start + len(words),
        "quote": words,
        "act": act,
    }
    headers = {"HX-Request": "true"} if htmx else {}
    return client.post(
        reverse("draw", args=[story.slug]),
        sent | {"story": story.slug} | changed,
        headers=headers,
    )


def test_the_desk_shows_the_articles_named_in_the_address_in_that_order(signed_in: Client) -> None:
    story = make.story()
    first, second, third = (make.article(f"Report number {n} stands here.", story=story) for n in range(3))
    response = signed_in.get(reverse("desk", args=[story.slug]), {"read": f"{third.pk},{first.pk}"})
    assert [pane.article.pk for pane in response.context["panes"]] == [third.pk, first.pk]
    assert second.pk not in response.context["reading"]


@pytest.mark.parametrize("wanted", ["", "999999", "x,,-1", "1;drop"])
def test_without_a_usable_choice_the_desk_opens_the_first_two_articles(
    signed_in: Client, wanted: str
) -> None:
    story = make.story()
    articles = [make.article(story=story) for _ in range(3)]
    response = signed_in.get(reverse("desk", args=[story.slug]), {"read": wanted})
    assert response.context["reading"] == [article.pk for article in articles[:2]]


def test_at_most_four_articles_are_open_however_many_are_asked_for(signed_in: Client) -> None:
    story = make.story()
    articles = [make.article(story=story) for _ in range(6)]
    wanted = ",".join(str(article.pk) for article in articles)
    assert len(signed_in.get(reverse("desk", args=[story.slug]), {"read": wanted}).context["panes"]) == 4


def test_an_article_of_another_story_is_not_opened(signed_in: Client) -> None:
    story, other = make.story(), make.story()
    make.article(story=story)
    stranger = make.article(story=other)
    response = signed_in.get(reverse("desk", args=[story.slug]), {"read": str(stranger.pk)})
    assert stranger.pk not in response.context["reading"]


def test_a_story_without_articles_says_what_to_do_next(signed_in: Client) -> None:
    assert b"Add articles" in signed_in.get(reverse("desk", args=[make.story().slug])).content


@pytest.mark.parametrize("highlights", [1, 300])
def test_the_desk_takes_at_most_sixteen_queries(
    signed_in: Client, editor: User, highlights: int, django_assert_max_num_queries
) -> None:  # type: ignore[no-untyped-def]
    story = make.story(by=editor)
    words = " ".join(f"word{n}" for n in range(400))
    articles = [make.article(f"{words} number {n}.", story=story, by=editor) for n in range(4)]
    for n in range(highlights):
        make.highlight(articles[n % 4], f"word{n}", by=editor, occurrence=1)
    read = ",".join(str(article.pk) for article in articles)
    with django_assert_max_num_queries(16):
        response = signed_in.get(reverse("desk", args=[story.slug]), {"read": read})
    assert response.content.decode().count("data-opens=") == highlights


def test_every_run_of_text_says_where_it_begins(signed_in: Client, editor: User) -> None:
    story = make.story(by=editor)
    article = make.article(TEXT, story=story, by=editor)
    make.highlight(article, "grain 🌾 stayed", by=editor)
    page = signed_in.get(reverse("desk", args=[story.slug])).content.decode()
    start = article.current.text.index("grain")
    assert f'<mark data-start="{start}"' in page
    assert f'<span data-start="{start + len("grain 🌾 stayed")}"> — الحبوب — in port.</span>' in page


def test_markup_in_an_article_is_printed_as_text(signed_in: Client) -> None:
    story = make.story()
    make.article(
        "He said <script>alert(1)</script> and left.", story=story, title="<img src=x onerror=alert(1)>"
    )
    page = signed_in.get(reverse("desk", args=[story.slug])).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_drawing_stores_the_passage_and_answers_with_card_blocks_and_strip_only(
    signed_in: Client, editor: User
) -> None:
    story = make.story(by=editor)
    article = make.article(TEXT, story=story, by=editor)
    response = draw(signed_in, story, article, "grain 🌾 stayed — الحبوب")
    highlight = Highlight.objects.get()
    assert highlight.anchor.quote == "grain 🌾 stayed — الحبوب"
    assert (highlight.created_by, highlight.article) == (editor, article)
    page = response.content.decode()
    assert page.count("hx-swap-oob") == 2  # the one touched block of two, and the strip
    assert f'id="highlight-{highlight.pk}"' in page
    assert "<html" not in page
    assert response["Highlight-Id"] == str(highlight.pk)


def test_a_drawing_that_is_sent_again_is_answered_with_its_card_also_after_a_revision(
    signed_in: Client, editor: User
) -> None:
    story = make.story(by=editor)
    article = make.article(TEXT, story=story, by=editor)
    signed_in.defaults["HTTP_ACT_ID"] = str(uuid4())
    draw(signed_in, story, article, "left the room")
    was = article.current_id
    make.revision(article, f"{TEXT}\n\nMore came later.", by=editor)
    again = draw(signed_in, story, article, "left the room", revision=was)
    assert (again.status_code, Highlight.objects.count()) == (200, 1)
    assert again["Highlight-Id"] == str(Highlight.objects.get().pk)


@pytest.mark.parametrize("others", [1, 30])
def test_drawing_takes_at_most_thirteen_queries_among_few_highlights_and_among_many(
    signed_in: Client, editor: User, others: int, django_assert_max_num_queries
) -> None:  # type: ignore[no-untyped-def]
    story = make.story(by=editor)
    article = make.article(" ".join(f"word{n}" for n in range(100)), story=story, by=editor)
    for n in range(others):
        make.highlight(article, f"word{n} word{n + 1}", by=editor)
    # Two more queries are the savepoint that the act makes inside the test's own
    # transaction, and its release.
    with django_assert_max_num_queries(13 + 2):
        assert draw(signed_in, story, article, "word0 word1 word2").status_code == 200


def test_the_card_of_what_was_just_drawn_shows_who_drew_it_as_it_does_later(
    signed_in: Client, editor: User
) -> None:
    story = make.story(by=editor)
    article = make.article(TEXT, story=story, by=editor)
    drawn = markup(draw(signed_in, story, article, "left the room"))
    highlight = Highlight.objects.get()
    card = signed_in.get(reverse("highlight", args=[highlight.pk]), headers={"HX-Request": "true"})
    later = markup(card)
    told = [page.partition('<ol class="history">')[2].partition("</ol>")[0] for page in (drawn, later)]
    assert told[0] == told[1]
    assert f"{editor} highlighted “left the room”" in told[0]


def test_drawing_without_htmx_leads_back_to_the_desk_at_the_passage(signed_in: Client) -> None:
    story = make.story()
    article = make.article(TEXT, story=story)
    response = draw(signed_in, story, article, "left the room", htmx=False)
    assert response.status_code == 302
    assert response["Location"].endswith(f"?read={article.pk}&h={Highlight.objects.get().pk}")


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"quote": "left the house"}, 422),
        ({"start": 5000, "end": 5013}, 422),
        ({"start": 9, "end": 3}, 422),
        ({"start": -4}, 422),
        ({"start": "x"}, 422),
        ({"quote": ""}, 422),
        ({"revision": 999_999}, 404),
        ({"act": "tag:999999"}, 404),
        ({"act": "tag:zebra"}, 422),
        ({"act": "path", "path": ""}, 422),
        ({"act": "path", "path": "a|b"}, 422),
    ],
)
def test_a_passage_that_is_not_as_described_is_refused_with_a_sentence(
    signed_in: Client, changed: dict[str, object], status: int
) -> None:
    story = make.story()
    article = make.article(TEXT, story=story)
    lines = Activity.objects.count()
    response = draw(signed_in, story, article, "left the room", **changed)
    assert response.status_code == status
    assert response["HX-Retarget"] == "#alerts"
    assert b"." in response.content
    assert (Highlight.objects.count(), Anchor.objects.count(), Activity.objects.count()) == (0, 0, lines)


def test_tagging_by_number_tags_in_the_same_step(signed_in: Client, editor: User) -> None:
    story, tag = make.story(by=editor), make_tag("claims/time", by=editor)
    article = make.article(TEXT, story=story, by=editor)
    page = draw(signed_in, story, article, "during the speech", act=f"tag:{tag.pk}").content.decode()
    assert [str(tag) for tag in Highlight.objects.get().tags.all()] == ["claims/time"]
    assert f'data-hue="{tag.hue}"' in page


def test_a_tag_that_is_typed_is_made_with_the_highlight_and_comes_with_the_codebook(
    signed_in: Client, editor: User
) -> None:
    story = make.story(by=editor)
    article = make.article(TEXT, story=story, by=editor)
    page = draw(signed_in, story, article, "left the room", act="path", path="Facts / Exit").content.decode()
    highlight = Highlight.objects.get()
    tag = highlight.tags.get()
    assert tag.path == "Facts/Exit"
    assert f'data-hue="{tag.hue}"' in page
    assert '<datalist id="codebook" hx-swap-oob="true"' in page
    line = Activity.objects.get(object_type="highlight", object_id=str(highlight.pk))
    assert line.changes["tags"] == [[], ["Facts/Exit"]]

    page = draw(signed_in, story, article, "during the speech", act="path", path="facts/exit").content
    assert [str(tag) for tag in Highlight.objects.exclude(pk=highlight.pk).get().tags.all()] == ["Facts/Exit"]
    assert b'id="codebook"' not in page


def test_a_drawing_with_a_new_tag_that_is_sent_again_is_answered_with_its_card(
    signed_in: Client, editor: User
) -> None:
    story = make.story(by=editor)
    article = make.article(TEXT, story=story, by=editor)
    signed_in.defaults["HTTP_ACT_ID"] = str(uuid4())
    draw(signed_in, story, article, "left the room", act="path", path="facts/exit")
    was = article.current_id
    make.revision(article, f"{TEXT}\n\nMore came later.", by=editor)
    again = draw(signed_in, story, article, "left the room", act="path", path="facts/exit", revision=was)
    assert (again.status_code, Highlight.objects.count()) == (200, 1)
    assert again["Highlight-Id"] == str(Highlight.objects.get().pk)


def test_the_form_for_a_claim_opens_on_the_card(signed_in: Client) -> None:
    story = make.story()
    article = make.article(TEXT, story=story)
    assert b'<details open data-part="claim">' in draw(signed_in, story, article, "left", act="claim").content


def test_a_reader_sees_the_desk_without_a_bar_and_cannot_draw(client: Client) -> None:
    story = make.story()
    article = make.article(TEXT, story=story)
    client.force_login(make.user(UserRole.READER))
    assert b"<selection-bar" not in client.get(reverse("desk", args=[story.slug])).content
    assert draw(client, story, article, "left the room").status_code == 403
    assert not Highlight.objects.exists()


def test_overlapping_highlights_are_a_set_of_ids_on_one_run(signed_in: Client, editor: User) -> None:
    story = make.story(by=editor)
    article = make.article(TEXT, story=story, by=editor)
    outer = make.highlight(article, "left the room during the speech", by=editor)
    inner = make.highlight(article, "the room", by=editor)
    page = signed_in.get(reverse("desk", args=[story.slug])).content.decode()
    assert f'data-h="{outer.pk} {inner.pk}"' in page
    card = signed_in.get(reverse("highlight", args=[inner.pk]), headers={"HX-Request": "true"})
    assert [other.id for other in card.context["here"]] == [str(outer.pk)]
