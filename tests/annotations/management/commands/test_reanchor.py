import json
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from annotations.management import json_lines

OLD = (
    "He spoke for an hour. Rain fell on Bali all day. Nobody asked why the minister had left before the vote."
)
NEW = "Later: he spoke for an hour. Rain fell on Bali all night. Nobody asked."


def row(quote: str, **changed: Any) -> dict[str, Any]:
    start = OLD.index(quote)
    return {"id": quote, "old": OLD, "new": NEW, "start": start, "end": start + len(quote), **changed}


def answers(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def file_of(folder: Path, *rows: Any) -> str:
    file = folder / "passages.jsonl"
    file.write_text(
        "\n".join(line if isinstance(line, str) else json.dumps(line) for line in rows), encoding="utf-8"
    )
    return str(file)


def test_each_passage_gets_one_answer_in_the_order_they_came(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quotes = ["spoke for an hour", "Rain fell on Bali all day", "why the minister had left before the vote"]
    call_command("reanchor", file_of(tmp_path, *map(row, quotes)))
    moved, changed, lost = answers(capsys)
    assert moved == {"id": quotes[0], "state": "moved", "start": 10, "end": 27, "score": 1.0}
    assert (changed["state"], NEW[changed["start"] : changed["end"]]) == (
        "changed",
        "Rain fell on Bali all night",
    )
    assert 0.7 <= changed["score"] < 1
    assert lost == {"id": quotes[2], "state": "lost", "start": None, "end": None, "score": 0.0}


def test_places_are_code_points(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = "🌍 e\u0301té 👩‍🚒 came home", "🌍🌍 e\u0301té 👩‍🚒 came home"
    start = old.index("came")
    line = {"id": 1, "old": old, "new": new, "start": start, "end": start + 4}
    call_command("reanchor", file_of(tmp_path, line))
    assert answers(capsys) == [
        {"id": 1, "state": "moved", "start": start + 1, "end": start + 5, "score": 1.0}
    ]


def test_a_dash_reads_from_stdin(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    sent = BytesIO(json.dumps(row("an hour")).encode())
    monkeypatch.setattr(json_lines.sys, "stdin", SimpleNamespace(buffer=sent))
    call_command("reanchor", "-")
    assert [answer["state"] for answer in answers(capsys)] == ["moved"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("not JSON", "This is no JSON object with id, old, new, start and end."),
        ("[" * 100_000, "This is no JSON object with id, old, new, start and end."),
        ({"id": 1, "old": OLD, "new": NEW}, "This is no JSON object with id, old, new, start and end."),
        (row("an hour", old=None), "old and new are texts, start and end whole numbers."),
        (row("an hour", start=True), "old and new are texts, start and end whole numbers."),
        (row("an hour", end=5_000), f"13..5000 is no passage of a text of {len(OLD)} characters."),
        (row("an hour", end=13), f"13..13 is no passage of a text of {len(OLD)} characters."),
    ],
)
def test_a_line_that_cannot_be_used_is_named_and_the_others_are_answered(
    line: Any, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        call_command("reanchor", file_of(tmp_path, row("an hour"), "", line, row("Nobody asked")))
    out, err = capsys.readouterr()
    assert [json.loads(answer)["id"] for answer in out.splitlines()] == ["an hour", "Nobody asked"]
    assert err == f"Line 3: {sentence}\n"
    assert ended.value.code == 1


def test_a_file_that_is_not_there_is_wrong_usage() -> None:
    with pytest.raises(CommandError, match=r"nowhere\.jsonl cannot be read: No such file") as raised:
        call_command("reanchor", "nowhere.jsonl")
    assert raised.value.returncode == 2
