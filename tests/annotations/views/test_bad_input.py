"""Test that each impossible request gets its status and a sentence that says
what to do, and stores nothing.
"""

import html
import re
from typing import Any

import pytest
from django.apps import apps

from annotations.queries.desk.tags import GONE
from newsroom.models import Activity, User
from newsroom.roles import UserRole
from tests.addresses import SENT
from tests.database_rows import every_row
from tests.world import Row, World

pytestmark = pytest.mark.django_db
LONG = "x" * 10_001
DRAW, EDGES, ATTACH = (
    "/stories/{story}/desk/draw/",
    "/highlights/{highlight}/edges/",
    "/highlights/{highlight}/attach/",
)
DESCRIBE, SETTLE, CREATE = "/highlights/{highlight}/describe/", "/claims/{claim}/settle/", "/stories/new/"
REWORD, MOVE = "/claims/{claim}/reword/", "/claims/{claim}/status/"

OUTSIDE = "The passage lies outside the article's text. Reload the page and select it again."
OTHER_WORDS = "The words at this place are not the ones you selected. Reload the page and select them again."
ONE_ARTICLE = "A link joins passages of two different articles: choose the other end in another article."
FASTER = "Someone else changed this claim while you were writing. Your text is still in the form"
NOT_THERE = "There is nothing at this address, or no longer."


def too_long(limit: int) -> str:
    return f"Shorten this to {limit} characters: it has 10001."


@pytest.mark.parametrize(
    ("address", "changed", "status", "sentence"),
    [
        (DRAW, {"start": "5", "end": "100000"}, 422, OUTSIDE),
        (DRAW, {"start": "9", "end": "3"}, 422, OUTSIDE),
        (DRAW, {"start": "-1"}, 422, "Start: Write a number that is not under 0."),
        (DRAW, {"quote": "Our"}, 422, OTHER_WORDS),
        (DRAW, {"act": "erase"}, 422, "Act: What to do with the passage was not understood: reload the page"),
        (DRAW, {"quote": ""}, 422, "Quote: Fill this in."),
        (DRAW, {"revision": "999999"}, 404, NOT_THERE),
        (DRAW, {"act": "tag:999999"}, 404, GONE),
        (DRAW, {"act": "tag:none"}, 422, "That tag is not in the codebook. Reload the page."),
        (EDGES, {"start": "5", "end": "100000"}, 422, OUTSIDE),
        (EDGES, {"quote": "Our"}, 422, OTHER_WORDS),
        (DESCRIBE, {"note": LONG}, 422, f"Note: {too_long(10_000)}"),
        (DESCRIBE, {"attribution": LONG}, 422, f"Attribution: {too_long(200)}"),
        (DESCRIBE, {"version": "7"}, 409, "Someone else changed this highlight while you were writing."),
        ("/highlights/{highlight}/tag/", {"path": LONG}, 422, f"Path: {too_long(120)}"),
        ("/highlights/{highlight}/comment/", {"body": LONG}, 422, too_long(10_000)),
        (
            "/highlights/{withdrawn}/tag/",
            {"path": "a"},
            422,
            "This highlight was withdrawn. Restore it first.",
        ),
        (ATTACH, {"statement": LONG}, 422, f"Statement: {too_long(1_000)}"),
        (ATTACH, {"note": LONG}, 422, f"Note: {too_long(1_000)}"),
        (ATTACH, {"relation": "resembles"}, 422, "Relation: Choose one of the list"),
        ("/highlights/{withdrawn}/attach/", SENT[ATTACH], 422, "This passage's highlight was withdrawn."),
        ("/links/", {"source": "{highlight}", "target": "{free}"}, 422, ONE_ARTICLE),
        ("/links/", {"source": "{highlight}", "target": "{highlight}"}, 422, ONE_ARTICLE),
        ("/links/", {"target": "{withdrawn}"}, 422, "This passage's highlight was withdrawn."),
        (
            "/links/",
            {"source": "{highlight}"},
            409,
            "These two passages are linked already. Change that link instead.",
        ),
        ("/links/", {"aspect": ""}, 422, "Say in what the passages contradict each other: choose an aspect."),
        ("/links/", {"note": LONG}, 422, f"Note: {too_long(1_000)}"),
        (SETTLE, {"rationale": LONG}, 422, too_long(10_000)),
        (
            SETTLE,
            {"rationale": " "},
            422,
            "Give the reasons for the verdict: a reader must be able to follow them.",
        ),
        (SETTLE, {"verdict": "maybe"}, 422, "Choose one of the list"),
        (SETTLE, {"version": "7"}, 409, FASTER),
        (REWORD, {"version": "7"}, 409, FASTER),
        (MOVE, {"version": "7"}, 409, FASTER),
        (
            MOVE,
            {"status": "settled"},
            422,
            "A claim is settled with a verdict and a rationale: use that form.",
        ),
        ("/claims/{claim}/comment/", {"body": LONG}, 422, too_long(10_000)),
        ("/stories/{story}/claims/new/", {"statement": LONG}, 422, f"Statement: {too_long(1_000)}"),
        (CREATE, {"title": LONG}, 422, too_long(200)),
        (CREATE, {"ends_on": "2022-07-01"}, 422, "The last day cannot be before the first."),
        ("/articles/{article}/change/", {"title": LONG}, 422, f"Title: {too_long(300)}"),
        (
            "/articles/{article}/correct/",
            {"url": "javascript:alert(1)"},
            422,
            "“javascript:alert(1)” is no web address",
        ),
        ("/evidence/{evidence}/change/", {"note": LONG}, 422, f"Note: {too_long(1_000)}"),
        ("/find/dismiss/", {"to_quote": "Our minister"}, 422, OTHER_WORDS),
        ("/find/accept/", {"to_start": "99990", "to_end": "100000"}, 422, OUTSIDE),
    ],
)
def test_it_is_refused_with_its_sentence(
    world: World, address: str, changed: dict[str, str], status: int, sentence: str
):
    sent = world.sent(address) | {name: world.fill(value) for name, value in changed.items()}
    before = Activity.objects.count()
    response = world.send(UserRole.EDITOR, Row("POST", address, ""), sent)
    assert (response.status_code, Activity.objects.count()) == (status, before)
    assert sentence in html.unescape(re.sub(r"<[^>]+>", "", response.content.decode()))


#: Values that a person might add to a form to change other columns, by the names of the columns.
MORE = {
    "id": "00000000-0000-0000-0000-000000000000",
    "pk": "1",
    "slug": "slipped-in",
    "created_by": "{curator}",
    "created_at": "2001-01-01",
    "settled_by": "{curator}",
    "settled_at": "2001-01-01",
    "withdrawn_at": "2001-01-01",
    "withdrawn_by": "{curator}",
    "decided_by": "{curator}",
    "status": "settled",
    "verdict": "false",
    "is_active": "",
    "role": "curator",
    "password": "slipped-in",
    "article_id": "{other_article}",
}


def naming(person: User) -> dict[str, int]:
    """Return how many rows name `person`, by column."""
    columns = [
        (model, f) for model in apps.get_models() for f in model._meta.fields if f.related_model is User
    ]
    return {
        f"{model._meta.label}.{f.name}": model._base_manager.filter(**{f.name: person}).count()
        for model, f in columns
    }


#: The forms that editors send. Those of the panel name the curator who sends them, so they show nothing here.
FORMS = [address for address in SENT if address != "/sign-in/" and not address.startswith("/admin/")]


#: The forms that set a password, so they change the row of an account.
PASSWORD_FORMS = ("/account/password/", "/password/{secret}/")


def accounts(address: str) -> list[dict[str, Any]]:
    """Return the rows of all accounts, without their passwords if the form at `address` sets one."""
    rows = list(User.objects.order_by("pk").values())
    if address in PASSWORD_FORMS:
        for row in rows:
            del row["password"]
    return rows


@pytest.mark.parametrize("address", FORMS)
def test_what_a_form_does_not_ask_for_is_passed_over(world: World, address: str):
    curator = world.people["curator"]
    more = {name: world.fill(value).replace("{curator}", str(curator.pk)) for name, value in MORE.items()}
    before, named, people = every_row(), naming(curator), accounts(address)
    response = world.send(UserRole.EDITOR, Row("POST", address, ""), more | world.sent(address))
    assert response.status_code < 400
    assert naming(curator) == named
    after = every_row()
    assert accounts(address) == people
    written = repr([[line for line in lines if line not in before[table]] for table, lines in after.items()])
    assert "slipped-in" not in written
    assert "datetime.datetime(2001" not in written
