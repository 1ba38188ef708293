"""Test the text of articles in the scripts of pages made with Next.js."""

import json

import pytest

from newsroom.text.pipeline import prepare
from newsroom.text.readers.page.parsing import parse_page
from newsroom.text.readers.page.stated.script_text import SHORTEST, text_in_scripts

SENTENCES = [
    "The harbour bridge was closed on Monday after inspectors found a crack, the council said.",
    "Ferries will run every twenty minutes until the repair is done, and lorries take the valley road.",
    "Engineers reported the damage in spring, but the council waited for a second opinion.",
    "The repair is expected to cost four million crowns and to last until October.",
]
MARKUP = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def page(*scripts):
    inside = "".join(scripts)
    return f"<html><head><title>Bridge closed</title></head><body><div></div>{inside}</body></html>"


def data(value):
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(value)}</script>'


def pushed(*pieces):
    return "".join(f"<script>self.__next_f.push([1,{json.dumps(piece)}])</script>" for piece in pieces)


def text(*scripts):
    return text_in_scripts(parse_page(page(*scripts)))


def react(tag, words):
    return ["$", tag, None, {"children": words}]


@pytest.mark.parametrize(
    "value",
    [
        {"props": {"pageProps": {"article": {"body": MARKUP}}}},
        {"props": {"blocks": [{"type": "p", "text": sentence} for sentence in SENTENCES]}},
        {"props": {"body": SENTENCES}},
        {"a": {"body": MARKUP}, "related": [{"body": MARKUP * 3}], "nextArticle": {"body": MARKUP * 2}},
    ],
)
def test_the_longest_list_of_paragraphs_is_taken(value):
    assert text(data(value)) == MARKUP


def test_paragraphs_without_spaces_are_read_and_signs_are_no_tags():
    sentence = "橋が閉鎖されたため、フェリーは二十分ごとに運航すると町議会が明らかにした。" * 3
    assert text(data({"body": [sentence, f"{sentence}1 < 2", sentence]})).count("1 &lt; 2") == 1


def test_a_stream_of_pieces_is_put_together():
    assert text(pushed(MARKUP[:100], MARKUP[100:])) == MARKUP


def test_elements_of_react_are_read():
    elements = [react("h2", "Bridge"), *(react("p", [sentence, react("b", "!")]) for sentence in SENTENCES)]
    row = json.dumps(react("div", elements))
    rows = text(pushed(f"1:I[1]\n2:{row}\n"))
    assert rows.startswith("<p>Bridge</p><p>The harbour bridge")
    assert rows.count("said.!</p>") == 1


@pytest.mark.parametrize(("length", "is_there"), [(SHORTEST, True), (SHORTEST - 1, False)])
def test_a_text_has_a_shortest_length(length, is_there):
    first, second = "a " * 75, ("b " * 75).ljust(length - 150, "b")[: length - 150]
    assert bool(text(data({"body": [first, second]}))) == is_there


@pytest.mark.parametrize(
    "script",
    ["", data([]), '<script id="__NEXT_DATA__">no JSON</script>', data(["word"] * 500), pushed("x" * 900)],
)
def test_other_scripts_hold_no_text(script):
    assert text(script) == ""


def test_a_page_without_text_takes_that_of_its_scripts_and_says_so():
    source = prepare(page(data({"body": MARKUP})).encode(), name="a.html")
    assert [source.document.text_of(block) for block in source.document.blocks][1:] == SENTENCES
    assert source.notes == (
        "The page shows no text without its scripts, so the text was taken from them: compare both.",
    )


def test_a_page_that_shows_its_text_takes_nothing_from_its_scripts():
    shown = "<article><h1>Bridge closed</h1>" + MARKUP + "</article>"
    source = prepare(page(shown, data({"body": MARKUP.replace("bridge", "tunnel")})).encode(), name="a.html")
    assert "tunnel" not in source.document.text
    assert source.notes == ()


def test_deep_and_large_scripts_are_read_in_good_time():
    assert text(data([[["x " * 5] * 1_000] * 300])) == ""
    assert text('<script id="__NEXT_DATA__">' + "[" * 100_000 + "</script>") == ""
