"""Test `manage.py attribute`, which reads quotations and writes speakers and tellers, without a database."""

import json

import pytest
from django.core.management import call_command

TEXT = (
    "Rain fell.\n\n“It was not us,” Lavrov told reporters on Friday, Kyodo reported.\n\n“We wait,” it says."
)


def ask(tmp_path, capsys, quote: str, text: str = TEXT):
    start = text.index(quote)
    file = tmp_path / "quotations.jsonl"
    file.write_text(
        json.dumps({"id": 7, "text": text, "start": start, "end": start + len(quote)}), encoding="utf-8"
    )
    call_command("attribute", str(file))
    return json.loads(capsys.readouterr().out)


def test_the_speaker_is_named_with_the_place_where_they_stand(tmp_path, capsys):
    start = TEXT.index("Lavrov")
    assert ask(tmp_path, capsys, "It was not us,") == {
        "id": 7,
        "speaker": "Lavrov",
        "teller": "Kyodo",
        "start": start,
        "end": start + len("Lavrov"),
    }


@pytest.mark.parametrize(
    ("quote", "speaker"),
    [("We left.", "Ilves"), ("We stay.", "the minister"), ("We wait.", "Ana Berg")],
)
def test_only_a_pronoun_is_replaced_by_a_name(tmp_path, capsys, quote, speaker):
    text = (
        "Prime minister Ana Berg came. Ilves waved.\n\n“We left.” Ilves said.\n\n"
        "“We stay.” the minister said.\n\nAna Berg was calm. “We wait.” she said."
    )
    answer = ask(tmp_path, capsys, quote, text)
    assert answer["speaker"] == speaker
    assert text[answer["start"] : answer["end"]] == speaker


def test_what_is_not_known_is_null(tmp_path, capsys):
    assert ask(tmp_path, capsys, "Rain fell.") == {
        "id": 7,
        "speaker": None,
        "teller": None,
        "start": None,
        "end": None,
    }


@pytest.mark.parametrize("span", [(5, 5), (-1, 3), (0, 10_000)])
def test_a_span_outside_the_text_is_named(tmp_path, capsys, span):
    file = tmp_path / "quotations.jsonl"
    file.write_text(json.dumps({"id": 7, "text": TEXT, "start": span[0], "end": span[1]}), encoding="utf-8")
    with pytest.raises(SystemExit):
        call_command("attribute", str(file))
    assert "is no passage of a text of" in capsys.readouterr().err
