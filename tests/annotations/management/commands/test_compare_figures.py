"""Test `manage.py compare_figures`, which reads pairs of texts and writes their
figures, without a database.
"""

import json

import pytest
from django.core.management import call_command


def ask(tmp_path, capsys, **row):
    file = tmp_path / "pairs.jsonl"
    file.write_text(json.dumps({"id": 7, **row}), encoding="utf-8")
    call_command("compare_figures", str(file))
    return json.loads(capsys.readouterr().out)


def test_same_figures_are_listed_as_the_first_text_has_them(tmp_path, capsys):
    answer = ask(tmp_path, capsys, a="₹2 lakh crore was spent", b="₹2 trillion was spent")
    assert answer == {"id": 7, "same": ["₹2 lakh crore"], "differs": []}


def test_figures_that_cannot_both_hold_are_pairs(tmp_path, capsys):
    answer = ask(tmp_path, capsys, a="death toll of 12", b="15 dead")
    assert answer == {"id": 7, "same": [], "differs": [["12", "15"]]}


@pytest.mark.parametrize(("language", "same"), [("de", ["1.234 km"]), ("en", []), (None, [])])
def test_the_language_says_how_digits_are_read(tmp_path, capsys, language, same):
    assert ask(tmp_path, capsys, a="1.234 km", b="1234 km", language=language)["same"] == same


def test_a_language_that_is_no_text_is_named(tmp_path, capsys):
    with pytest.raises(SystemExit):
        ask(tmp_path, capsys, a="", b="", language=5)
    assert "language is no text." in capsys.readouterr().err
