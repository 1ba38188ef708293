"""Test commands that answer each line of their input: a line that they cannot use stops no other line."""

import io
import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from annotations.management.json_lines import JsonLinesCommand, span_of, text_of
from newsroom.errors import Invalid
from newsroom.text.model import Span


class Upper(JsonLinesCommand):
    fields = ("id", "text")

    def answered(self, row):
        return {"id": row["id"], "text": text_of(row, "text").upper()}


def answers(capsys, monkeypatch, lines: bytes):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines)))
    status = 0
    try:
        call_command(Upper(), "-", no_color=True)
    except SystemExit as ended:
        status = ended.code
    shown = capsys.readouterr()
    return status, [json.loads(line) for line in shown.out.splitlines()], shown.err.splitlines()


def test_each_line_has_its_answer(capsys, monkeypatch):
    lines = '{"id": 1, "text": "é"}\n\n{"id": 2, "text": "b"}\n'.encode()
    written = [{"id": 1, "text": "É"}, {"id": 2, "text": "B"}]
    assert answers(capsys, monkeypatch, lines) == (0, written, [])


@pytest.mark.parametrize("wrong", [b"{", b"[]", b'{"id": 1}', b"\xff", b"[" * 9_999, b'{"id": 1, "text": 3}'])
def test_a_line_that_cannot_be_used_is_named_and_the_others_are_answered(capsys, monkeypatch, wrong):
    status, written, (sentence,) = answers(capsys, monkeypatch, wrong + b'\n{"id": 2, "text": "b"}')
    assert (status, written) == (1, [{"id": 2, "text": "B"}])
    assert sentence.startswith("Line 1: ")


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path):
    with pytest.raises(CommandError) as refusal:
        call_command(Upper(), str(tmp_path / "none.jsonl"))
    assert refusal.value.returncode == 2


def test_a_passage_lies_within_its_text_and_holds_something():
    assert span_of({"start": 0, "end": 4}, "Rain") == Span(0, 4)
    for start, end in ((0, 5), (2, 2), (-1, 2), (3, 2), ("0", 2), (True, 2), (0, None)):
        with pytest.raises(Invalid):
            span_of({"start": start, "end": end}, "Rain")


def test_a_text_that_is_left_out_is_the_default_and_a_number_is_no_text():
    assert text_of({}, "outlet", default="") == ""
    for row in ({}, {"outlet": 3}):
        with pytest.raises(Invalid, match="outlet is no text"):
            text_of(row, "outlet")
