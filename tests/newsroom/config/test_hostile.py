"""Test that every address answers hostile input with a page or a sentence, and that
refused input stores nothing.
"""

import re
from urllib.parse import quote

import pytest
from django.contrib import admin

from newsroom.models import Activity
from newsroom.roles import UserRole
from tests.addresses import SENT
from tests.admin_panel import address as panel_address
from tests.asked_parameters import ASKED
from tests.world import NO_METHOD, STRANGER, Row, World, rows

pytestmark = pytest.mark.django_db
MIXTURE = (
    '"\'><script>alert(1)</script> \' OR 1=1; -- %_\\*[( ../../etc {"a": [ \r\nSet-Cookie: a=b '
    "\u202e\u0301\u200d\ufeff🌾"
)
THROWN_AT_WORDS = {
    "blanks": " \t\r\n ",
    "a number of 5,000 digits": "9" * 5_000,
    "20,000 letters": "x" * 20_000,
    "markup, SQL, patterns, paths and directions": MIXTURE,
}
THROWN_AT_OTHERS = THROWN_AT_WORDS | {
    "a negative number": "-1",
    "a number no column holds": str(2**63),
    "a number in another script": "٣",
    "an id of nothing": "00000000-0000-0000-0000-000000000000",
    "half an id": "00000000-0000",
}
THROWN_AT_DAYS = THROWN_AT_OTHERS | {"the first day": "0001-01-01", "the last day": "9999-12-31"}
#: Fields that nothing reads as a number, an id or a day.
WORDS = (
    *("body", "note", "quote", "rationale", "reason", "seen_note", "seen_summary", "seen_title", "statement"),
    *("summary", "text", "title", "to_quote"),
)
DAYS = ("ends_on", "published", "seen_ends_on", "seen_starts_on", "since", "starts_on", "until")
#: What is thrown at the lists of the panel.
THROWN_AT_LISTS = ("a number no column holds", "a number of 5,000 digits", "the last day", "half an id")
IDS = (
    str(2**63),
    "9" * 5_000,
    "0",
    "00000000-0000-0000-0000-000000000000",
    "half-an-id",
    quote(MIXTURE, safe=""),
    "%FF",
)


def thrown_at(name: str) -> dict[str, str]:
    """Return the values that may break a field of this name, as {what a value is: value}."""
    if name in WORDS:
        return THROWN_AT_WORDS
    return THROWN_AT_DAYS if name in DAYS else THROWN_AT_OTHERS


def answered(world: World, role: str, row: Row, sent: dict[str, object]) -> str:
    """Return what is wrong with the answer, or an empty string if nothing is.

    A page is right, and so is a refusal with a sentence that stores nothing.
    """
    with world.undone():
        before = Activity.objects.count()
        response = world.send(role, row, sent)
        if response.status_code >= 500:
            return f"broke with {response.status_code}"
        if response.status_code >= 400 and not re.search(r"[A-Z“][^<>]+[.?]", response.content.decode()):
            return f"{response.status_code} without a sentence"
        if response.status_code >= 400 and Activity.objects.count() != before:
            return f"{response.status_code}, and yet something was written"
    return ""


@pytest.mark.parametrize("address", ASKED)
def test_nothing_in_a_query_breaks_a_page(world: World, address: str):
    row, names = Row("GET", address, ""), ASKED[address].split()
    given = {"source": world.ids["{free}"]} if address == "/links/new/" else {}
    wrong = {
        f"{name} = {what}": said
        for name in names
        for what, value in thrown_at(name).items()
        if (said := answered(world, UserRole.CURATOR, row, given | {name: value}))
    }
    assert wrong == {}


def test_every_field_of_words_and_of_days_is_asked_for_somewhere():
    names = {name for asked in ASKED.values() for name in asked.split()}
    names |= {name for sent in SENT.values() for name in sent}
    assert set(WORDS) | set(DAYS) <= names


@pytest.mark.parametrize("address", SENT)
def test_nothing_in_a_form_breaks_an_act(world: World, address: str):
    row = Row("POST", address, "")
    role = STRANGER if address == "/sign-in/" else UserRole.EDITOR
    sent = world.sent(address)
    wrong = {
        f"{name} = {what}": said
        for name in sent
        for what, value in thrown_at(name).items()
        if (said := answered(world, role, row, sent | {name: value}))
    }
    lacking = {
        f"without {name}": answered(world, role, row, {n: v for n, v in sent.items() if n != name})
        for name in sent
    }
    assert wrong | {name: said for name, said in lacking.items() if said} == {}


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model._meta.model_name)
def test_nothing_in_a_query_breaks_a_list_of_the_panel(world: World, model):
    row = Row("GET", panel_address(model), "")
    links = re.findall(r'href="\?([^"]+)"', world.look(UserRole.CURATOR, row.address).content.decode())
    names = {part.partition("=")[0] for link in links for part in link.replace("&amp;", "&").split("&")}
    names |= {"q", "o", "p", "all", "e", "no_such_field", "pk__in", "id__exact"}
    wrong = {
        f"{name} = {what}": said
        for name in sorted(names)
        for what in THROWN_AT_LISTS
        if (said := answered(world, UserRole.CURATOR, row, {name: THROWN_AT_DAYS[what]}))
    }
    assert wrong == {}


def test_an_id_of_nothing_is_not_there_and_a_malformed_one_neither(world: World):
    wrong = {}
    for row in rows():
        if row.floor != NO_METHOD and "{" in row.address:
            for value in IDS:
                address = re.sub(r"{[\w.]+}", value.replace("\\", r"\\"), row.address)
                if said := answered(
                    world, UserRole.CURATOR, Row(row.method, address, ""), world.sent(row.address)
                ):
                    wrong[f"{row.method} {row.address} with {value[:20]!r}"] = said
    assert wrong == {}


def test_a_nul_is_refused_wherever_it_stands(world: World):
    asked = {
        f"GET {address}": world.go(
            UserRole.CURATOR, Row("GET", address, ""), dict.fromkeys(names.split(), "Lavrov\0")
        )
        for address, names in ASKED.items()
    }
    sent = {
        f"POST {address} {name}": world.go(
            UserRole.EDITOR, Row("POST", address, ""), world.sent(address) | {name: "\0"}
        )
        for address in SENT
        for name in SENT[address]
    }
    named = {"a name": world.go(UserRole.EDITOR, Row("POST", "/links/", ""), {"a\0b": "x"})}
    placed = {"an address": world.look(UserRole.CURATOR, "/admin/annotations/claim/%00/change/")}
    answers = asked | sent | named | placed
    wrong = {place: answer.status_code for place, answer in answers.items() if answer.status_code != 400}
    assert wrong == {}
    assert "What was sent holds a NUL character" in placed["an address"].content.decode()


@pytest.mark.parametrize(
    ("what", "body"),
    [
        ("application/json", b"\xff\xfe{"),
        ("multipart/form-data", b"--no boundary"),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\ncut off',
        ),
        ("application/x-www-form-urlencoded; charset=no-such", b"statement=He+left."),
        ("application/x-www-form-urlencoded; charset=utf-16", b"statement=He+left."),
        ("application/x-www-form-urlencoded", b"%ff%fe=%ff&" + b"a=1&" * 10_000),
    ],
)
def test_a_body_that_is_no_form_breaks_nothing(world: World, what: str, body: bytes):
    wrong = {}
    for row in rows():
        if row.method == "POST" and row.floor != NO_METHOD:
            with world.undone():
                answer = world.send_raw(UserRole.CURATOR, row.address, body, what)
            if answer.status_code >= 500:
                wrong[row.address] = answer.status_code
    assert wrong == {}
