"""Test JSON Lines, which are read in parts."""

import io

from newsroom.fetching import json_lines
from newsroom.fetching.json_lines import records_of_json_lines

LINE = b'{"text": "It rained."}\n'


def numbers(raw):
    return [(record.line, bool(record.error)) for record in records_of_json_lines(io.BytesIO(raw))]


def test_each_line_is_one_record():
    assert numbers(LINE + b"\n" + b"x\n" + LINE) == [(1, False), (3, True), (4, False)]


def test_line_numbers_go_on_over_parts(monkeypatch):
    monkeypatch.setattr(json_lines, "_LINES_AT_ONCE", 2 * len(LINE))
    assert numbers(LINE * 5) == [(number, False) for number in (1, 2, 3, 4, 5)]
