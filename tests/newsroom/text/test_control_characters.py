"""Test that control characters are shown as escapes, and that nothing else is changed."""

import json

import pytest

from newsroom.text.control_characters import escape_controls


@pytest.mark.parametrize(
    ("control", "shown"),
    [
        ("\x00", r"\u0000"),
        ("\t", r"\u0009"),
        ("\n", r"\u000a"),
        ("\r", r"\u000d"),
        ("\x1b[2J", r"\u001b[2J"),
        ("\x1f", r"\u001f"),
        ("\x7f", r"\u007f"),
        ("\x80", r"\u0080"),
        ("\x85", r"\u0085"),
        ("\x9b2J", r"\u009b2J"),
        ("\x9f", r"\u009f"),
        ("\u061c", r"\u061c"),
        ("\u200e", r"\u200e"),
        ("\u200f", r"\u200f"),
        ("\u2028", r"\u2028"),
        ("\u2029", r"\u2029"),
        ("\u202a", r"\u202a"),
        ("\u202e", r"\u202e"),
        ("\u2066", r"\u2066"),
        ("\u2069", r"\u2069"),
        ("\ud800", r"\ud800"),
        ("\udfff", r"\udfff"),
    ],
)
def test_a_control_character_is_shown_as_json_writes_it(control: str, shown: str) -> None:
    assert escape_controls(f"a{control}z") == f"a{shown}z"


@pytest.mark.parametrize(
    "text",
    [" ~", "\xa0", "Grüße \u200b\u200c\u200d", "\u202f", "\u2065\u206a", "\ue000", "🌾", r"C:\new", "קול"],
)
def test_what_commands_nothing_stays(text: str) -> None:
    assert escape_controls(text) == text


@pytest.mark.parametrize("text", ["\x7f", "\\\x7f", "\\n\x9b", "\u202e\ud800\u2028", 'a"\n\\'])
def test_a_line_of_json_keeps_its_meaning(text: str) -> None:
    line = json.dumps({"text": text}, ensure_ascii=False)
    assert json.loads(escape_controls(line)) == {"text": text}
