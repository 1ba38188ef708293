"""Test `manage.py standing`, which reads stories and writes their counts, without a database."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

TWO_OF_ONE = {
    "id": "s",
    "articles": [
        {"id": "a", "outlet": "Kestrel Post", "text": "The envoy left the hall at noon. Staff saw it."},
        {
            "id": "b",
            "outlet": "Kestrel Post",
            "text": "By midday the envoy\nwas gone. It went on without him.",
        },
    ],
    "passages": [
        {"article": "a", "quote": "The envoy left the hall at noon.", "relation": "corroborates"},
        {"article": "b", "quote": "By midday the envoy was gone."},
    ],
}


def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str], *rows: Any) -> tuple[list[Any], str]:
    """Run `standing` on a file, and return its answers and what it wrote to stderr.

    Each of `rows` is a line of the file: a string as it is, anything else as JSON.
    """
    file = tmp_path / "stories.jsonl"
    file.write_text(
        "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8"
    )
    with suppress(SystemExit):
        call_command("standing", str(file))
    captured = capsys.readouterr()
    return [json.loads(line) for line in captured.out.splitlines()], captured.err


def test_two_reports_of_one_outlet_are_one_source(tmp_path, capsys):
    answers, _ = ask(tmp_path, capsys, TWO_OF_ONE)
    assert answers == [
        {
            "id": "s",
            "at_least": 1,
            "at_most": 1,
            "voices": 1,
            "sources": [["kestrel post"]],
            "sentence": "1 independent source",
        }
    ]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("{", "This is no JSON object with id, articles and passages."),
        ({"id": 1, "articles": "x", "passages": []}, "articles is no list of JSON objects."),
        ({**TWO_OF_ONE, "passages": [{"article": "z", "quote": "x"}]}, "A passage names the article “z”"),
        (
            {**TWO_OF_ONE, "passages": [{"article": "a", "quote": "Nobody came"}]},
            "does not stand in the article a",
        ),
        (
            {**TWO_OF_ONE, "passages": [{"article": "a", "quote": "The", "relation": "likes"}]},
            "“likes” is no relation",
        ),
        ({**TWO_OF_ONE, "articles": [{"outlet": "x", "text": "y"}]}, "An article lacks its id."),
        ({**TWO_OF_ONE, "articles": [{"id": "a", "text": ""}]}, "Article a: This file is empty."),
    ],
)
def test_a_story_that_cannot_be_used_is_named_and_the_others_are_answered(tmp_path, capsys, wrong, sentence):
    answers, complaints = ask(tmp_path, capsys, wrong, TWO_OF_ONE)
    assert len(answers) == 1
    assert f"Line 1: {sentence}" in complaints or sentence in complaints


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path):
    with pytest.raises(CommandError) as error:
        call_command("standing", str(tmp_path / "none.jsonl"))
    assert error.value.returncode == 2
