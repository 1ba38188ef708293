"""Test the pure module of acts in the browser: what an answer means, and what depends on what."""

from uuid import UUID

import pytest
from playwright.sync_api import Page

from tests import make
from tests.browser.conftest import OpenPage

A, B = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"


@pytest.fixture
def acts(open_page: OpenPage, transactional_db) -> Page:  # type: ignore[no-untyped-def]
    page = open_page(make.user())
    page.goto("/")
    page.evaluate("async () => { window.acts = await import('newsroom/lib/acts.js'); }")
    return page


def test_an_answer_means_one_of_four_things(acts: Page) -> None:
    meanings = {
        200: "done",
        204: "done",
        401: "signed out",
        403: "refused",
        404: "refused",
        408: "again",
        409: "refused",
        422: "refused",
        429: "again",
        500: "again",
        502: "again",
        503: "again",
        0: "again",
    }
    statuses = list(meanings)
    found = acts.evaluate("(all) => all.map((status) => acts.meaningOf({ status, named: true }))", statuses)
    assert dict(zip(statuses, found, strict=True)) == meanings


def test_an_answer_that_does_not_name_the_act_is_none_of_ours(acts: Page) -> None:
    found = acts.evaluate("[200, 401, 404].map((status) => acts.meaningOf({ status, named: false }))")
    assert found == ["again"] * 3


def test_an_act_that_breaks_the_server_three_times_is_refused(acts: Page) -> None:
    found = acts.evaluate(
        "[0, 1, 2].map((breakdowns) => acts.meaningOf({ status: 500, named: true, breakdowns }))"
    )
    assert found == ["again", "again", "refused"]


def test_pauses_double_up_to_half_a_minute_and_the_server_may_ask_for_more(acts: Page) -> None:
    assert acts.evaluate("[1, 2, 3, 7, 99].map((tries) => acts.pauseAfter(tries))") == [
        500,
        1_000,
        2_000,
        30_000,
        30_000,
    ]
    assert acts.evaluate("[acts.pauseAfter(1, 5), acts.pauseAfter(1, 600)]") == [5_000, 30_000]


def test_ids_are_random_uuids(acts: Page) -> None:
    ids = acts.evaluate("[acts.newId(), acts.newId()]")
    assert ids[0] != ids[1]
    assert [UUID(found).version for found in ids] == [4, 4]


def test_what_is_built_on_a_refused_act_goes_with_it_and_nothing_else(acts: Page) -> None:
    waiting = [
        {"id": "draw", "drawn": A, "url": "/draw/", "fields": []},
        {"id": "tag", "url": f"/highlights/{A}/tag/", "fields": []},
        {"id": "link", "url": "/links/", "fields": [["source", B], ["target", A]]},
        {"id": "note", "url": f"/highlights/{B}/describe/", "fields": []},
        {"id": "undo", "url": "/undo/", "fields": [], "after": "link"},
    ]
    found = acts.evaluate("(all) => acts.builtOn(all[0], all).map(({ id }) => id)", waiting)
    assert found == ["tag", "link", "undo"]


def test_the_id_of_a_highlight_is_replaced_wherever_it_stands(acts: Page) -> None:
    act = {"url": f"/highlights/{A}/tag/", "fields": [["from", A], ["path", "a/b"]]}
    assert acts.evaluate("([act, a, b]) => acts.renamed(act, a, b)", [act, A, B]) == {
        "url": f"/highlights/{B}/tag/",
        "fields": [["from", B], ["path", "a/b"]],
    }


@pytest.mark.parametrize(
    ("highlight", "seen", "left", "version"), [(A, 3, 4, "4"), (A, 2, 3, "3"), (A, 3, 5, "3"), (B, 3, 4, "3")]
)
def test_only_the_version_that_the_own_act_took_is_followed(
    acts: Page, highlight: str, seen: int, left: int, version: str
) -> None:
    act = {"url": f"/highlights/{A}/describe/", "fields": [["version", "3"]]}
    found = acts.evaluate(
        "([act, ...left]) => acts.followed(act, ...left).fields", [act, highlight, seen, left]
    )
    assert found == [["version", version]]


def test_the_toolbar_says_how_things_stand(acts: Page) -> None:
    words = acts.evaluate(
        "[[0, false, 0], [2, false, 0], [2, true, 1], [0, false, 1]].map((s) => acts.stateInWords(...s))"
    )
    assert words == ["All saved", "2 waiting", "Not saved, trying again", "Not all saved"]


def test_what_comes_after_an_answered_act_goes_by_what_it_left(acts: Page) -> None:
    note = {"url": f"/highlights/{A}/describe/", "fields": [["version", "1"]]}
    drawn = {"id": "draw", "drawn": A, "url": "/draw/", "fields": []}
    found = acts.evaluate(
        "([act, done, left]) => acts.after(act, done, left)", [note, drawn, {"highlight": B}]
    )
    assert found == {"url": f"/highlights/{B}/describe/", "fields": [["version", "1"]]}
    left = {"highlight": A, "version": 2}
    assert acts.evaluate("([act, left]) => acts.after(act, act, left).fields", [note, left]) == [
        ["version", "2"]
    ]
    assert acts.evaluate("([act, left]) => acts.after(act, act, left).fields", [note, {"version": None}]) == [
        ["version", "1"]
    ]
