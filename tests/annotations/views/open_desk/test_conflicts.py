"""Test that who saves second gets both versions, and acts with which each of them can be kept."""

import json
import re
from html import unescape
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from annotations.actions.claims import reword_claim
from annotations.actions.comments import comment_on
from annotations.actions.passages.highlights import describe_highlight, move_edges, withdraw_highlight
from annotations.models import Claim, Highlight
from newsroom.actions.history import HistoryLine, record
from newsroom.models import Story, User, Verb
from tests import make
from tests.markup import markup

pytestmark = pytest.mark.django_db

#: What a page says that showed neither a note nor an attribution.
UNTOUCHED = {"seen_note": "", "seen_attribution": ""}


@pytest.fixture
def colleague() -> User:
    return make.user(username="anna")


@pytest.fixture
def story(colleague: User) -> Story:
    return make.story("Rain", by=colleague)


@pytest.fixture
def highlight(story: Story, colleague: User) -> Highlight:
    return make.highlight(make.article("Rain fell all day.", story=story), "Rain fell", by=colleague)


def act(client: Client, address: str, sent: dict[str, object]):  # type: ignore[no-untyped-def]
    return client.post(address, sent, headers={"HX-Request": "true", "Act-Id": str(uuid4())})


def offers(answer) -> list[dict[str, object]]:  # type: ignore[no-untyped-def]
    return [json.loads(unescape(text)) for text in re.findall(r'data-resend="([^"]*)"', markup(answer))]


def resent(client: Client, address: str, sent: dict[str, object], offer: dict[str, object]):  # type: ignore[no-untyped-def]
    """Send an offer as the page does."""
    fields = offer["fields"] if offer["alone"] else sent | offer["fields"]
    return act(client, str(offer["url"] or address), fields)


@pytest.mark.parametrize(("choice", "note"), [(0, "Mine."), (1, "Theirs.\n\nMine.")])
def test_a_note_is_kept_as_it_was_chosen(
    signed_in: Client, highlight: Highlight, colleague: User, choice: int, note: str
) -> None:
    describe_highlight(highlight, note="Theirs.", attribution="the minister", version=1, by=colleague)
    address = reverse("highlight_describe", args=[highlight.pk])
    sent = {"note": "Mine.", "attribution": "", "version": 1} | UNTOUCHED
    answer = act(signed_in, address, sent)
    assert answer.status_code == 409
    page = markup(answer)
    assert "<dd>the minister</dd>" not in page
    assert "anna changed this" in page
    assert "<dd>Theirs.</dd>" in page
    assert "<dd>Mine.</dd>" in page
    assert resent(signed_in, address, sent, offers(answer)[choice]).status_code == 200
    highlight.refresh_from_db()
    assert (highlight.note, highlight.attribution) == (note, "the minister")


@pytest.mark.parametrize(("choice", "attribution"), [(None, "Smith"), (0, "Jones")])
def test_of_two_attributions_one_is_kept_and_the_newer_note_stays(
    signed_in: Client, highlight: Highlight, colleague: User, choice: int | None, attribution: str
) -> None:
    describe_highlight(highlight, note="N1", attribution="", version=1, by=colleague)
    describe_highlight(highlight, note="N2", attribution="Smith", version=2, by=colleague)
    address = reverse("highlight_describe", args=[highlight.pk])
    sent = {"note": "N1", "attribution": "Jones", "version": 2, "seen_note": "N1", "seen_attribution": ""}
    answer = act(signed_in, address, sent)
    assert answer.status_code == 409
    assert "N2" not in markup(answer).partition("data-resend")[0]
    assert len(offers(answer)) == 1
    if choice is not None:
        assert resent(signed_in, address, sent, offers(answer)[choice]).status_code == 200
    highlight.refresh_from_db()
    assert (highlight.note, highlight.attribution) == ("N2", attribution)


def test_the_choice_names_who_wrote_the_note_and_not_who_did_something_else_later(
    signed_in: Client, highlight: Highlight, colleague: User
) -> None:
    describe_highlight(highlight, note="Theirs.", attribution="", version=1, by=colleague)
    bert = make.user(username="bert")
    move_edges(highlight, 0, 13, "Rain fell all", version=2, by=bert)
    comment_on(highlight, "Look here.", by=bert)
    sent = {"note": "Mine.", "attribution": "", "version": 1} | UNTOUCHED
    page = markup(act(signed_in, reverse("highlight_describe", args=[highlight.pk]), sent))
    assert "anna changed this" in page
    assert "bert" not in page


def test_the_choice_of_edges_names_nobody_who_only_commented(
    signed_in: Client, story: Story, highlight: Highlight, colleague: User
) -> None:
    move_edges(highlight, 0, 13, "Rain fell all", version=1, by=colleague)
    comment_on(highlight, "Look here.", by=make.user(username="bert"))
    sent = {"start": 5, "end": 13, "quote": "fell all", "version": 1, "story": story.slug}
    page = markup(act(signed_in, reverse("highlight_edges", args=[highlight.pk]), sent))
    assert "anna changed this" in page


def test_the_choice_of_a_wording_names_nobody_who_only_added_evidence(
    signed_in: Client, story: Story, highlight: Highlight, colleague: User
) -> None:
    claim = make.claim(story, "It rained", by=colleague)
    reword_claim(claim, "It drizzled", version=1, by=colleague)
    record(HistoryLine(Verb.ATTACHED, claim, "added evidence"), by=make.user(username="bert"))
    sent = {"statement": "It poured", "version": 1}
    page = markup(act(signed_in, reverse("claim_reword", args=[claim.pk]), sent))
    assert "anna changed this" in page


@pytest.mark.parametrize(("choice", "quotes"), [(0, {"fell all"}), (1, {"Rain fell all", "fell all"})])
def test_edges_are_kept_as_they_were_chosen(
    signed_in: Client, story: Story, highlight: Highlight, colleague: User, choice: int, quotes: set[str]
) -> None:
    move_edges(highlight, 0, 13, "Rain fell all", version=1, by=colleague)
    address = reverse("highlight_edges", args=[highlight.pk])
    sent = {"start": 5, "end": 13, "quote": "fell all", "version": 1, "story": story.slug}
    answer = act(signed_in, address, sent)
    assert answer.status_code == 409
    assert resent(signed_in, address, sent, offers(answer)[choice]).status_code == 200
    assert {one.anchor.quote for one in Highlight.objects.all()} == quotes


@pytest.mark.parametrize(("choice", "statements"), [(0, {"It poured"}), (1, {"It drizzled", "It poured"})])
def test_a_wording_is_kept_as_it_was_chosen(
    signed_in: Client, story: Story, colleague: User, choice: int, statements: set[str]
) -> None:
    claim = make.claim(story, "It rained", by=colleague)
    reword_claim(claim, "It drizzled", version=1, by=colleague)
    address = reverse("claim_reword", args=[claim.pk])
    sent = {"statement": "It poured", "version": 1}
    answer = act(signed_in, address, sent)
    assert answer.status_code == 409
    assert resent(signed_in, address, sent, offers(answer)[choice]).status_code == 200
    assert set(Claim.objects.values_list("statement", flat=True)) == statements


def test_what_was_withdrawn_meanwhile_leaves_no_choice(
    signed_in: Client, highlight: Highlight, colleague: User
) -> None:
    withdraw_highlight(highlight, by=colleague)
    address = reverse("highlight_describe", args=[highlight.pk])
    answer = act(signed_in, address, {"note": "Mine.", "attribution": "", "version": 1})
    assert answer.status_code >= 400
    assert "data-resend" not in markup(answer)


def test_without_scripts_a_sentence_says_so(signed_in: Client, highlight: Highlight, colleague: User) -> None:
    describe_highlight(highlight, note="Theirs.", attribution="", version=1, by=colleague)
    address = reverse("highlight_describe", args=[highlight.pk])
    answer = signed_in.post(address, {"note": "Mine.", "attribution": "", "version": 1})
    assert answer.status_code == 409
    assert "data-resend" not in markup(answer)
