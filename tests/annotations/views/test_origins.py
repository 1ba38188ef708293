"""Test the pages of origins: the list, both texts with the shared stretches lit, and the decision."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from annotations.models import Origin
from annotations.templatetags.origins import shared_prose
from newsroom.models import User
from newsroom.roles import UserRole
from tests import make
from tests.annotations.logic.sources.test_copies import OWN, WIRE
from tests.markup import markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def origin(editor: User) -> Origin:
    for text in (WIRE, [*OWN[:2], *WIRE[:2]]):
        make.article("\n\n".join(text), by=editor, outlet="Gazette")
    return Origin.objects.get()


def test_the_list_shows_the_undecided_first_and_chooses_by_state_and_story(
    signed_in: Client, origin: Origin
) -> None:
    page = signed_in.get(reverse("origins"))
    assert list(page.context["page"]) == [origin]
    assert b"Compare and decide" in page.content
    assert list(signed_in.get(reverse("origins"), {"state": "rejected"}).context["page"]) == []
    assert list(signed_in.get(reverse("origins"), {"story": "no-such"}).context["page"]) == []


def test_an_empty_list_says_where_origins_come_from(signed_in: Client) -> None:
    assert b"importing the second proposes" in signed_in.get(reverse("origins")).content


def test_both_texts_are_shown_with_what_they_share_lit(signed_in: Client, origin: Origin) -> None:
    page = signed_in.get(origin.get_absolute_url())
    left, right = map(shared_prose, page.context["texts"])
    assert left in page.content.decode()
    assert right in page.content.decode()
    assert left.count("<mark") == right.count("<mark") == 2
    assert WIRE[0][:-1] in left
    assert OWN[0] in right
    assert 'data-state="shared"' in left


def test_words_that_differ_are_lit_on_neither_side(signed_in: Client, editor: User) -> None:
    for vessel in ("freighter", "vessel"):
        make.article("\n\n".join(WIRE).replace("freighter", vessel), by=editor)
    for text in signed_in.get(Origin.objects.get().get_absolute_url()).context["texts"]:
        lit = "".join(re.findall("<mark[^>]*>([^<]*)", shared_prose(text)))
        assert "on Tuesday after a" in lit
        assert "freighter" not in lit
        assert "vessel" not in lit


def test_shares_measured_on_older_revisions_say_so(signed_in: Client, origin: Origin, editor: User) -> None:
    told = "This was said of the texts as they stood on"
    assert told not in signed_in.get(origin.get_absolute_url()).content.decode()
    first, second = origin.articles.order_by("pk")
    make.revision(first, "\n\n".join([*WIRE[:3], OWN[3]]), by=editor)
    page = signed_in.get(origin.get_absolute_url())
    assert page.context["revised"] == [first]
    assert told in page.content.decode()
    assert f"{first.title}</a> (revision 2, " in markup(page)
    signed_in.post(reverse("origin_decide", args=[origin.pk]), {"state": "confirmed", "reason": "Same wire."})
    assert told not in signed_in.get(origin.get_absolute_url()).content.decode()
    make.revision(second, "\n\n".join([*OWN[:2], *WIRE[:3]]), by=editor)
    assert signed_in.get(origin.get_absolute_url()).context["revised"] == [second]


def test_two_of_several_articles_can_be_chosen(signed_in: Client, origin: Origin, editor: User) -> None:
    third = make.article("\n\n".join(reversed(WIRE)), by=editor)
    first = origin.articles.order_by("pk").first()
    page = signed_in.get(origin.get_absolute_url(), {"left": first.pk, "right": third.pk})
    assert {text.article for text in page.context["texts"]} == {first, third}
    assert len(page.context["pairs"]) == 3


def test_an_editor_confirms_renames_and_splits(signed_in: Client, origin: Origin) -> None:
    signed_in.post(reverse("origin_decide", args=[origin.pk]), {"state": "confirmed", "reason": "Same wire."})
    signed_in.post(reverse("origin_rename", args=[origin.pk]), {"name": "Vesk Agency"})
    origin.refresh_from_db()
    assert (origin.name, origin.state, origin.reason) == ("Vesk Agency", "confirmed", "Same wire.")
    out = origin.articles.order_by("pk").last()
    signed_in.post(reverse("origin_split", args=[origin.pk]), {"article": out.pk, "reason": "Their own man."})
    assert out not in origin.articles.all()


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("origin_decide", {"state": "confirmed", "reason": ""}),
        ("origin_decide", {"state": "proposed", "reason": "So."}),
        ("origin_rename", {"name": ""}),
        ("origin_split", {"reason": "So."}),
    ],
)
def test_what_cannot_be_is_answered_with_a_sentence(
    signed_in: Client, origin: Origin, name: str, sent: dict[str, str]
) -> None:
    assert signed_in.post(reverse(name, args=[origin.pk]), sent).status_code == 422


@pytest.fixture
def credit(editor: User) -> Origin:
    make.article("It fell, Kyodo reported on Monday.\n\nNobody was hurt.", by=editor, outlet="Gazette")
    return Origin.objects.get()


def test_the_words_that_credit_a_source_are_lit_with_one_key_for_each_answer(
    signed_in: Client, credit: Origin
) -> None:
    page = markup(signed_in.get(credit.get_absolute_url()))
    lit = re.findall("<mark[^>]*>([^<]*)", page)
    assert any("Kyodo reported" in words for words in lit)
    assert re.findall('data-key="(.)"', page) == ["a", "d"]


@pytest.mark.parametrize("state", ["confirmed", "rejected"])
def test_one_press_decides_on_a_credited_source_with_a_reason(
    signed_in: Client, credit: Origin, state: str
) -> None:
    page = markup(signed_in.get(credit.get_absolute_url()))
    (form,) = re.findall(f'name="reason" value="([^"]+)">\\s*<button[^>]*name="state" value="{state}"', page)
    signed_in.post(reverse("origin_decide", args=[credit.pk]), {"state": state, "reason": form})
    credit.refresh_from_db()
    assert (credit.state, credit.reason) == (state, form)
    assert f'value="{state}" data-key' not in markup(signed_in.get(credit.get_absolute_url()))


def test_a_reporter_sees_what_is_credited_and_no_keys(client: Client, credit: Origin) -> None:
    client.force_login(make.user(UserRole.REPORTER))
    page = client.get(credit.get_absolute_url()).content.decode()
    assert "What credits Kyodo" in page
    assert "data-key" not in page


def test_a_reporter_sees_and_does_not_decide(client: Client, origin: Origin) -> None:
    client.force_login(make.user(UserRole.REPORTER))
    assert b"Confirm: one origin" not in client.get(origin.get_absolute_url()).content
    sent = {"state": "rejected", "reason": "So."}
    assert client.post(reverse("origin_decide", args=[origin.pk]), sent).status_code == 403


def test_the_list_asks_as_many_questions_for_one_as_for_many(
    signed_in: Client, origin: Origin, editor: User
) -> None:
    asked = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            signed_in.get(reverse("origins"))
        asked.append(len(queries))
        for number in range(6):
            Origin.objects.create(name=f"Origin {number}").articles.set(origin.articles.all())
    assert asked[0] == asked[1]
