"""Test `manage.py suggest`, which writes the candidates of passages."""

import json

import pytest
from django.core.management import CommandError, call_command

from newsroom.actions.imports.importing import import_article
from tests import make

pytestmark = pytest.mark.django_db
SAID = "Lavrov walked out of the afternoon session in Bali."


def lines(capsys, *arguments):
    call_command("suggest", *arguments)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_text_gets_a_line_for_each_candidate(capsys):
    article = make.article(f"It rained.\n\n{SAID}")
    (line,) = lines(capsys, "--text", "Lavrov walked out in Bali", "--limit", "1")
    assert line.pop("score") > 0.5
    assert line == {
        "query": "",
        "rank": 1,
        "external_id": article.external_id,
        "revision": 1,
        "start": 12,
        "end": 12 + len(SAID),
        "quote": SAID,
        "confident": True,
        "reasons": ["names: Bali"],
        "contradicts": "",
    }


def test_a_story_gets_a_line_for_each_possible_contradiction(capsys):
    story = make.story("Karo")
    texts = (
        "An explosion in the Karo market killed 12 people on Monday.",
        "The explosion in Karo market left 15 dead, the mayor said.",
    )
    one, other = (make.article(text, story=story, outlet=f"Outlet {text[:3]}") for text in texts)
    (line,) = lines(capsys, "--contradictions", "karo")
    assert (line["aspect"], line["relation"], line["reason"]) == ("number", "contradicts", "12 / 15")
    assert [line[end]["external_id"] for end in ("one", "other")] == [one.external_id, other.external_id]
    assert [line[end]["quote"] for end in ("one", "other")] == list(texts)
    assert texts[0][line["one"]["slot_start"] : line["one"]["slot_end"]] == "12"


def test_contradictions_of_a_story_that_is_not_there_are_refused(capsys):
    with pytest.raises(CommandError, match="There is no story “nowhere”"):
        lines(capsys, "--contradictions", "nowhere")


def test_each_query_of_a_file_leaves_out_what_it_excludes(capsys, tmp_path):
    own, other = make.article(SAID), make.article(f"{SAID} Nobody followed.")
    file = tmp_path / "queries.jsonl"
    queries = [{"id": "a", "text": SAID, "exclude": [own.external_id]}, {"id": "b", "text": SAID}]
    file.write_text("\n".join(json.dumps(query) for query in queries))
    found = [
        (line["query"], line["external_id"]) for line in lines(capsys, "--queries", str(file), "--limit", "2")
    ]
    assert found[0] == ("a", other.external_id)
    assert {name for query, name in found if query == "b"} == {own.external_id, other.external_id}


def test_an_article_without_an_external_id_goes_by_its_number(capsys, tmp_path):
    own, other = (
        import_article(text.encode(), by=make.user()).revision.article for text in (SAID, f"{SAID} Again.")
    )
    file = tmp_path / "queries.jsonl"
    exclude = [str(own.pk), "\0", "\ud800", "9" * 30, *map(str, range(10_000, 12_000))]
    file.write_text(json.dumps({"id": "a", "text": SAID, "exclude": exclude}))
    assert [line["external_id"] for line in lines(capsys, "--queries", str(file))] == [str(other.pk)]


def test_a_file_may_begin_with_a_mark_hold_any_ends_of_lines_and_very_long_texts(capsys, tmp_path):
    own, other = make.article(SAID), make.article(f"{SAID} Nobody followed.")
    file = tmp_path / "queries.jsonl"
    query = {
        "id": "a",
        "text": f"{SAID}\u2028{'Rain fell on Bali. ' * 4_000}",
        "exclude": [own.external_id, "x"],
    }
    query["exclude"].append(make.article("Rain fell.").external_id)
    file.write_text("\ufeff" + json.dumps(query, ensure_ascii=False) + "\r\n", encoding="utf-8", newline="")
    assert [line["external_id"] for line in lines(capsys, "--queries", str(file))] == [other.external_id]


def test_nothing_alike_is_no_line(capsys):
    make.article(SAID)
    assert lines(capsys, "--text", "Grain prices fell sharply") == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("no json", "line 1: no JSON"),
        ('{"id": 1}', "needs an id and a text"),
        ('{"text": "x"}', "needs an id and a text"),
        ('{"id": 1, "text": "x", "exclude": "a"}', "exclude is a list"),
        ('{"id": 1, "text": "\\ud800"}', "half a character"),
    ],
)
def test_a_file_that_is_wrong_names_the_line(tmp_path, text, complaint):
    file = tmp_path / "queries.jsonl"
    file.write_text(text)
    with pytest.raises(CommandError, match=complaint) as caught:
        call_command("suggest", "--queries", str(file))
    assert caught.value.returncode == 2


def test_a_file_that_is_missing_and_a_limit_of_none_are_refused(tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("suggest", "--queries", str(tmp_path / "none.jsonl"))
    with pytest.raises(CommandError, match="--limit is at least 1"):
        call_command("suggest", "--text", "x", "--limit", "0")
