"""Test the pure JavaScript modules in the browser: code points, places on the page, geometry."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from newsroom.presentation.painting import HighlightStyle, paint
from newsroom.text.compose import compose
from newsroom.text.model import Draft, Piece, Span
from newsroom.text.runs import runs
from tests import make
from tests.browser.conftest import OpenPage

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=30)


@pytest.fixture
def lib(open_page: OpenPage, transactional_db) -> Page:  # type: ignore[no-untyped-def]
    """Return a page with nothing on it except an import map and an empty `<news-prose>`."""
    page = open_page(make.user())
    page.goto("/")
    page.evaluate(
        """async () => {
          const main = document.querySelector("main");
          main.innerHTML = '<section class="pane"><news-prose></news-prose></section>';
          window.codepoints = await import("newsroom/lib/codepoints.js");
          window.places = await import("newsroom/lib/places.js");
          window.threads = await import("newsroom/lib/threads.js");
          window.search = await import("newsroom/lib/search.js");
          window.drafts = await import("newsroom/lib/drafts.js");
          window.reading = await import("newsroom/lib/reading.js");
          window.pulse = await import("newsroom/lib/pulse.js");
        }"""
    )
    return page


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, start=st.integers(0, 30), end=st.integers(0, 30))
def test_code_points_are_counted_and_cut_as_python_does(lib: Page, text: str, start: int, end: int) -> None:
    start, end = sorted((start, end))
    found = lib.evaluate(
        "([t, a, b]) => [codepoints.length(t), codepoints.slice(t, a, b)]", [text, start, end]
    )
    assert found == [len(text), text[start:end]]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(pieces=st.lists(TEXTS.filter(str.strip), min_size=1, max_size=3), at=st.tuples(*[st.floats(0, 1)] * 4))
def test_a_place_found_on_the_page_is_the_place_in_the_text(
    lib: Page, pieces: list[str], at: tuple[float, float, float, float]
) -> None:
    """`rangeOf` and `spanOf` are inverse to each other on any text with a highlight anywhere. The quote is
    the one that Python cuts out.
    """
    document = compose(Draft(tuple(Piece(piece) for piece in pieces)))
    assume(document.blocks)
    size = len(document.text)
    start, end, lit_start, lit_end = (round(share * size) for share in at)
    start, end = sorted((start, end))
    lit = Span(*sorted((lit_start, lit_end)))
    html = paint(runs(document, [(lit, "h")] if len(lit) else []), {"h": HighlightStyle()}, prefix="b")
    found = lib.evaluate(
        """([html, start, end]) => {
          const prose = document.querySelector("news-prose");
          prose.innerHTML = html;
          const quote = places.quoteOf(prose, start, end);
          const range = places.rangeOf(prose, start, end);
          return { quote, span: range && places.spanOf(range, prose) };
        }""",
        [html, start, end],
    )
    wanted = document.text[start:end]
    # A position inside the blank line between two blocks is no place on the page, because no
    # selection can have it.
    assert found["quote"].strip("\n") == wanted.strip("\n")
    if found["span"]:
        span = found["span"]
        assert document.text[span["start"] : span["end"]] == span["quote"] == _trimmed(wanted)


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ({"left": 10, "right": 60, "top": 100, "bottom": 120}, {"x": 60, "y": 110, "faint": False}),
        ({"left": 10, "right": 60, "top": -90, "bottom": -70}, {"x": 60, "y": 3, "faint": True}),
        ({"left": 10, "right": 160, "top": 900, "bottom": 920}, {"x": 100, "y": 397, "faint": True}),
    ],
)
def test_a_thread_ends_at_its_passage_or_faintly_at_the_rim(
    lib: Page, mark: dict[str, int], expected: dict[str, object]
) -> None:
    view = {"left": 0, "right": 100, "top": 0, "bottom": 400}
    assert lib.evaluate("([mark, view]) => threads.end(mark, view, 300)", [mark, view]) == expected


def test_a_thread_leaves_and_arrives_level(lib: Page) -> None:
    x0, y0, x1, y1, x2, y2, x3, y3 = lib.evaluate("() => threads.curve({x: 0, y: 5}, {x: 100, y: 50})")
    assert (x0, y0, x3, y3) == (0, 5, 100, 50)
    assert (y1, y2) == (y0, y3)
    assert 0 < x2 <= x1 < 100 or 0 < x1 <= x2 < 100


@pytest.mark.parametrize(
    ("faint", "chosen", "expected"),
    [
        ((False, False), False, 0.9),
        ((True, False), False, 0.25),
        ((True, False), True, 0.7),
        ((True, True), True, 0.35),
        ((True, True), False, 0),
    ],
)
def test_a_thread_with_no_end_in_sight_is_drawn_only_where_it_is_chosen(
    lib: Page, faint: tuple[bool, bool], chosen: bool, expected: float
) -> None:
    ends = [{"faint": faint[0]}, {"faint": faint[1]}, chosen]
    assert lib.evaluate("(ends) => threads.strength(...ends)", ends) == expected


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Rain, rain and RAIN.", "rain", ["Rain", "rain", "RAIN"]),
        ('He said “no”. He said "no".', 'said "no"', ["said “no”", 'said "no"']),
        ("it’s wet, it's dry", "it's", ["it’s", "it's"]),
        ("two\nlines, two  lines", "two lines", ["two\nlines", "two  lines"]),
        ("a 🌾 field (wet)", "🌾 field (", ["🌾 field ("]),
        ("قال الوزير", "الوزير", ["الوزير"]),
        ("$360 million", "$360", ["$360"]),
        ("anything", "   ", []),
        ("a\\b [c] d/e", "a\\b [c] d/e", ["a\\b [c] d/e"]),
    ],
)
def test_words_are_found_as_a_person_means_them(lib: Page, text: str, words: str, found: list[str]) -> None:
    places = lib.evaluate(
        "([text, words]) => search.placesOf(text, words).map((at) => text.slice(...at))", [text, words]
    )
    assert places == found


def test_a_search_ends_at_the_number_of_hits_it_may_show(lib: Page) -> None:
    assert lib.evaluate("() => search.placesOf('rain '.repeat(50), 'rain', 7).length") == 7


FORM = """<form method="post" action="/note/"><input type="hidden" name="version" value="1">
  <textarea name="note">Rain</textarea><input name="by" value="Ann">
  <input type="checkbox" name="same" checked>
  <select name="relation"><option value="a">A</option><option value="b" selected>B</option></select>
  <select name="claim"><option value="">New</option><option value="7">Old</option></select></form>"""


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("", {}),
        ("note.value = 'Rain and'", {"/note/ note": {"held": "Rain and", "given": "Rain"}}),
        ("by.value = ''", {"/note/ by": {"held": "", "given": "Ann"}}),
        ("same.checked = false", {"/note/ same": {"held": "false", "given": "true"}}),
        ("relation.value = 'a'", {"/note/ relation": {"held": "a", "given": "b"}}),
        ("claim.value = '7'", {"/note/ claim": {"held": "7", "given": ""}}),
        ("version.value = '2'", {}),
    ],
)
def test_a_draft_is_what_a_person_changed_and_did_not_send(
    lib: Page, change: str, found: dict[str, dict[str, str]]
) -> None:
    noted, sent, others = lib.evaluate(
        """([html, change]) => {
          document.querySelector("main").innerHTML = html;
          const form = document.querySelector("main form");
          const [field, value] = change.split(" = ");
          const [name, property] = field.split(".");
          if (change) form.elements[name][property] = JSON.parse(value.replaceAll("'", '"'));
          const fields = drafts.fieldsOf(form);
          const kept = { "/note/ by": { held: "Bob", given: "Ann" },
            "/other/ note": { held: "Hail", given: "" } };
          return [drafts.noted({}, fields), drafts.noted({}, fields, form), drafts.noted(kept, fields, form)];
        }""",
        [FORM, change],
    )
    # The form carries version 1.
    assert noted == {name: draft | {"version": "1"} for name, draft in found.items()}
    assert sent == {}
    assert others == {"/other/ note": {"held": "Hail", "given": ""}}


def _trimmed(text: str) -> str:
    """Return `text` without white space at its ends, as `String.prototype.trim` does.

    JavaScript does not count U+0085 and U+001C..1F as white space, and does count U+FEFF.
    """
    return text.strip(
        "".join(c for c in map(chr, range(0x110000)) if c.isspace() and c not in "\x85\x1c\x1d\x1e\x1f")
        + "\ufeff"
    )


@pytest.mark.parametrize(
    ("wanted", "shown", "chosen", "then"),
    [
        ("1,2", "1,2", "1,2,3", "1,2,3"),
        ("1,2,3", "1,2", "1,2,4", "1,2,3,4"),
        ("1,2", "1,2", "2", "2"),
        ("1,2", "1,2", "3,2", "3,2"),
        ("1,2,3", "1,2", "4,2", "4,2,3"),
        ("2", "1,2", "3,2", "2,3"),
        ("1,2,3", "1,2", "1,2,3", "1,2,3"),
    ],
)
def test_a_choice_of_articles_is_added_to_what_is_on_its_way(
    lib: Page, wanted: str, shown: str, chosen: str, then: str
) -> None:
    lists = [text.split(",") for text in (wanted, shown, chosen)]
    assert lib.evaluate("(lists) => reading.afterChoice(...lists)", lists) == then.split(",")


def test_an_address_of_the_desk_is_written_as_the_server_writes_it(lib: Page) -> None:
    values = {"read": "12,15", "h": None, "tab": "", "q": "a&b"}
    assert lib.evaluate("(values) => reading.queryOf(values)", values) == "?read=12,15&q=a%26b"
    assert lib.evaluate("() => reading.queryOf({})") == ""
    assert lib.evaluate("() => reading.readingIn('/desk/?read=12,15#pane-3')") == ["12", "15"]


@pytest.mark.parametrize(
    ("lines", "first", "then"),
    [
        ([1, 2], 1, None),
        ([2, 3], 1, {"lines": [3]}),
        ([], 1, None),
        # What was heard of last is the line before the first one: nothing is missing between.
        ([9], 3, {"lines": [9]}),
        ([9], 4, {"after": 2}),
    ],
)
def test_a_desk_asks_for_the_lines_it_does_not_know(
    lib: Page, lines: list[int], first: int, then: dict[str, object] | None
) -> None:
    asked = "([lines, first]) => pulse.unknown({ lines, first }, new Set([1, 2]), 2)"
    assert lib.evaluate(asked, [lines, first]) == then


def test_a_desk_asks_less_often_while_nobody_looks_or_answers(lib: Page) -> None:
    asked = [[0, False], [1, False], [9, False], [0, True], [3, True]]
    pauses = lib.evaluate("(all) => all.map((one) => pulse.pauseAfter(...one))", asked)
    assert pauses == [1_800, 3_600, 30_000, 30_000, 30_000]


def test_people_who_are_here_are_named_three_at_most(lib: Page) -> None:
    words = lib.evaluate("() => [[], ['a'], ['a', 'b', 'c', 'd', 'e']].map(pulse.hereInWords)")
    assert words == ["", "Also here: a", "Also here: a, b, c and 2 more"]
