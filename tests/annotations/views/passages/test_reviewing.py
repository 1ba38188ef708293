"""Test the review page of passages that newer revisions changed or lost."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from annotations.models import Highlight
from newsroom.models import Activity, Article, Story, User, Verb
from newsroom.roles import UserRole
from tests import make
from tests.markup import markup

pytestmark = pytest.mark.django_db

OLD = (
    "The minister left early.\n\nRain fell on Bali and Java all day, said the hosts.\n\nNobody took "
    "a photo of them."
)
NEW = "The minister left early.\n\nRain fell on Bali and Java all night, said the hosts."


@pytest.fixture
def article(story: Story, editor: User) -> Article:
    return make.article(OLD, story=story, by=editor)


@pytest.fixture
def changed(article: Article, editor: User) -> Highlight:
    return make.highlight(article, "Rain fell on Bali and Java all day", by=editor)


@pytest.fixture
def lost(article: Article, editor: User) -> Highlight:
    return make.highlight(article, "Nobody took a photo", by=editor)


def answer(client: Client, highlight: Highlight, story: Story, **sent: object):  # type: ignore[no-untyped-def]
    highlight.refresh_from_db()
    return client.post(
        reverse("review_answer", args=[highlight.pk]),
        {"anchor": highlight.anchor_id, "story": story.slug, **sent},
    )


def test_where_nothing_waits_the_page_says_what_it_is_for(signed_in: Client, story: Story) -> None:
    for address in (reverse("review"), reverse("review_of_story", args=[story.slug])):
        assert b"Nothing waits" in signed_in.get(address).content


def test_a_page_that_is_open_gets_the_region_of_its_own_scope(signed_in: Client, story: Story) -> None:
    for address, scope in (
        (reverse("review"), ""),
        (reverse("review_of_story", args=[story.slug]), story.slug),
    ):
        region = signed_in.get(address, headers={"HX-Request": "true"}).content.decode()
        assert "<html" not in region
        assert f'data-story="{scope}"' in region


def test_changed_and_lost_passages_wait_with_both_texts(
    signed_in: Client, story: Story, article: Article, changed: Highlight, lost: Highlight, editor: User
) -> None:
    make.highlight(article, "The minister left", by=editor)
    make.revision(article, NEW, by=editor)
    page = signed_in.get(reverse("review_of_story", args=[story.slug]), {"h": changed.pk})
    assert {item.pk for item in page.context["listed"]} == {changed.pk, lost.pk}
    question = page.context["question"]
    assert [(words.kind.value, words.text) for words in question.words][1:] == [
        ("deleted", "day"),
        ("inserted", "night"),
    ]
    assert "all day</mark>" in page.text
    assert "all night</mark>" in page.text


def test_a_lost_passage_opens_the_new_text_where_it_would_stand(
    signed_in: Client, story: Story, article: Article, lost: Highlight, editor: User
) -> None:
    make.revision(article, NEW, by=editor)
    page = signed_in.get(reverse("review_of_story", args=[story.slug]))
    question = page.context["question"]
    assert (question.words, question.near) == ((), "now-1")
    newest_text = page.text.partition("<news-prose")[2].partition("</news-prose>")[0]
    assert 'id="now-1"' in newest_text
    assert "<mark" not in newest_text


def test_other_stories_wait_on_their_own_page(
    signed_in: Client, article: Article, lost: Highlight, editor: User
) -> None:
    make.revision(article, NEW, by=editor)
    other = make.story(by=editor)
    assert signed_in.get(reverse("review_of_story", args=[other.slug])).context["listed"] == []
    assert signed_in.get(reverse("review")).context["listed"] == [lost]


def test_an_answer_leads_to_the_next_passage_and_in_the_end_to_none(
    signed_in: Client, story: Story, article: Article, changed: Highlight, lost: Highlight, editor: User
) -> None:
    make.revision(article, NEW, by=editor)
    (first, second) = signed_in.get(reverse("review_of_story", args=[story.slug])).context["listed"]
    acts = {changed.pk: "accept", lost.pk: "withdraw"}
    assert answer(signed_in, first, story, act=acts[first.pk])["Location"].endswith(f"/review/?h={second.pk}")
    response = answer(signed_in, second, story, act=acts[second.pk])
    assert response["Location"] == reverse("review_of_story", args=[story.slug])
    changed.refresh_from_db()
    lost.refresh_from_db()
    assert (changed.anchor.state, lost.withdrawn_by) == ("confirmed", editor)


def test_a_passage_over_two_paragraphs_is_placed_anew_as_browsers_send_it(
    signed_in: Client, story: Story, article: Article, lost: Highlight, editor: User
) -> None:
    make.revision(article, NEW, by=editor)
    quote = "left early.\n\nRain fell"
    start = NEW.index(quote)
    sent = {"start": start, "end": start + len(quote), "quote": quote.replace("\n", "\r\n")}
    answer(signed_in, lost, story, act="place", **sent)
    lost.refresh_from_db()
    assert (lost.anchor.state, lost.anchor.quote) == ("drawn", quote)


def test_a_refused_answer_is_told_on_the_same_passage(
    signed_in: Client, story: Story, article: Article, lost: Highlight, editor: User
) -> None:
    make.evidence(make.claim(story, by=editor), lost, by=editor)
    make.revision(article, NEW, by=editor)
    for act in ("withdraw", "accept", "place"):
        response = answer(signed_in, lost, story, act=act)
        assert response["Location"].endswith(f"?h={lost.pk}")
    told = [str(message) for message in signed_in.get(response["Location"]).context["messages"]]
    beginnings = [
        "This highlight is evidence for 1 claim",
        "This passage is lost",
        "Select the passage in the new text",
    ]
    assert [sentence[: len(words)] for sentence, words in zip(told, beginnings, strict=True)] == beginnings


def test_a_reader_sees_the_queue_and_cannot_answer(
    client: Client, story: Story, article: Article, lost: Highlight, editor: User
) -> None:
    make.revision(article, NEW, by=editor)
    client.force_login(make.user(UserRole.READER))
    page = client.get(reverse("review_of_story", args=[story.slug]))
    assert b'value="withdraw"' not in page.content
    assert answer(client, lost, story, act="withdraw").status_code == 403


def test_a_claim_whose_evidence_changed_or_was_lost_needs_attention_until_it_is_looked_at(
    signed_in: Client, story: Story, article: Article, changed: Highlight, lost: Highlight, editor: User
) -> None:
    claim, calm = make.claim(story, by=editor), make.claim(story, by=editor)
    make.evidence(claim, changed, by=editor)
    make.evidence(claim, lost, "contradicts", by=editor)
    make.evidence(calm, make.highlight(article, "The minister left", by=editor), by=editor)
    pages = [
        story.get_absolute_url(),
        reverse("claims_of_story", args=[story.slug]),
        claim.get_absolute_url(),
    ]
    sentence = "1 passage changed, 1 lost in a newer revision"
    assert [sentence in signed_in.get(page).content.decode() for page in pages] == [False] * 3
    make.revision(article, NEW, by=editor)
    assert [signed_in.get(page).content.decode().count(sentence) for page in pages] == [1, 1, 1]
    answer(signed_in, changed, story, act="accept")
    assert "1 passage lost in a newer revision" in signed_in.get(claim.get_absolute_url()).content.decode()
    assert "Needs attention" not in signed_in.get(calm.get_absolute_url()).content.decode()


def test_the_story_says_which_articles_changed_and_how_many_passages_wait(
    signed_in: Client, story: Story, article: Article, changed: Highlight, editor: User
) -> None:
    make.article(story=story, by=editor)
    make.revision(article, NEW, by=editor)
    page = signed_in.get(story.get_absolute_url())
    assert page.context["waiting"] == 1
    assert [told.current.article for told in page.context["changed"]] == [article]


@pytest.mark.parametrize("number", [1, 25])
def test_the_queue_takes_the_same_queries_however_much_waits(
    signed_in: Client, story: Story, editor: User, number: int, django_assert_max_num_queries
) -> None:  # type: ignore[no-untyped-def]
    article = make.article(OLD, story=story, by=editor)
    for _ in range(number):
        make.highlight(article, "Nobody took a photo", by=editor)
    make.revision(article, NEW, by=editor)
    with django_assert_max_num_queries(8):
        signed_in.get(reverse("review_of_story", args=[story.slug]))


def test_an_act_of_a_script_gets_the_next_passage_and_is_done_once(
    signed_in: Client, story: Story, article: Article, changed: Highlight, lost: Highlight, editor: User
) -> None:
    make.revision(article, NEW, by=editor)
    changed.refresh_from_db()
    sent = {"anchor": changed.anchor_id, "story": story.slug, "act": "accept"}
    address = reverse("review_answer", args=[changed.pk])
    headers = {"HX-Request": "true", "Act-Id": str(uuid4())}
    for said in ("Accepted: later revisions", "You accepted"):
        page = markup(signed_in.post(address, sent, headers=headers))
        assert f'data-asks="{lost.pk}"' in page
        assert said in page
        assert "<html" not in page
    assert Activity.objects.filter(verb=Verb.CONFIRMED).count() == 1
    other = {"HX-Request": "true", "Act-Id": str(uuid4())}
    assert signed_in.post(address, sent, headers=other).status_code == 409
