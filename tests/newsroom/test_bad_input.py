"""Test that the importer answers any bad input with a sentence, in time, and stores nothing half."""

import io
import json
import os
import zipfile
from time import process_time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from newsroom.models import (
    Activity,
    Article,
    ImportBatch,
    ImportItem,
    ImportTable,
    Original,
    Outlet,
    Revision,
)
from tests.markup import markup

pytestmark = pytest.mark.django_db
WORDS = "<p>It rained for hours in the city, two officials said on Friday, and then it rained some more.</p>"
ROWS = (Article, Revision, Original, Outlet)


def archive(*entries):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries:
            packed.writestr(name, content)
    return file.getvalue()


def word_with_entities():
    """Return a Word document that asks for a file of this computer."""
    declared = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document>&x;</w:document>'
    return archive(("word/document.xml", declared), ("[Content_Types].xml", "<Types/>"))


#: What cannot be imported: name -> (file, bytes, status, part of the sentence).
REFUSED = {
    "empty": ("a.txt", lambda: b"", 422, "This file is empty"),
    "white space": ("a.txt", lambda: b" \n\t ", 422, "holds no words"),
    "binary": ("a.txt", lambda: os.urandom(100_000), 422, "not text"),
    "picture": ("a.html", lambda: b"\x89PNG\r\n\x1a\n" + os.urandom(999), 422, "a PNG picture"),
    "20 MB": ("a.txt", lambda: b"It rained. " * 2_000_000, 413, "arger than 10 MB"),
    "NUL": ("a.txt", lambda: b"It rained\0 for hours.", 422, "not text"),
    "a line of 5 MB": ("a.txt", lambda: b"rain " * 1_000_000, 413, "longer than 2,000,000 characters"),
    "a word of 5 MB": ("a.md", lambda: b"r" * 5_000_000, 413, "longer than 2,000,000 characters"),
    "100,000 <b>": (
        "a.html",
        lambda: f"<html><body>{'<b>' * 100_000}{WORDS}".encode(),
        422,
        "nested too deeply",
    ),
    "100,000 <div>": (
        "a.html",
        lambda: f"<html><body>{'<div>' * 100_000}{WORDS}".encode(),
        422,
        "nested too deeply",
    ),
    "100,000 attributes": (
        "a.html",
        lambda: f"<html><body><p {' '.join(f'a{n}=1' for n in range(100_000))}>{WORDS}".encode(),
        422,
        "more than 250 attributes",
    ),
    "a million nodes": (
        "a.html",
        lambda: b"<html><body>" + b"<i>x</i>" * 1_000_000,
        413,
        "more than 100,000 elements",
    ),
    "a page of comments": ("a.html", lambda: b"<html><!--" * 500_000, 422, "no text in it"),
    "signs of Markdown": ("a.md", lambda: b"[a](b)|**" * 200_000, 413, "signs of formatting"),
    "year 0": ("a.jsonl", lambda: b'{"text": "It rained.", "published_at": "0000-01-01"}', 422, "is no date"),
    "no address": ("a.jsonl", lambda: b'{"text": "It rained.", "url": "nowhere"}', 422, "no web address"),
    "an archive that climbs": (
        "a.zip",
        lambda: archive(("../../a.txt", "It rained.")),
        422,
        "leads out of the archive",
    ),
    "an archive in an archive": ("a.zip", lambda: archive(("b.zip", archive())), 422, "Not a kind of file"),
    "a zip bomb": ("a.zip", lambda: archive(("a.txt", bytes(60 * 2**20))), 422, "unpacks to 60 MB"),
    "20,000 files": (
        "a.zip",
        lambda: archive(*((f"{n}.txt", "x") for n in range(20_000))),
        422,
        "More than 10,000 files",
    ),
    "no column": ("a.csv", lambda: b"title,day\nRain,Friday\n", 422, "lacks a column text"),
    "broken quotes": ("a.csv", lambda: b'title,text\n"Rain"x,It rained.\n', 422, "breaks off here"),
    "external entities": ("a.docx", word_with_entities, 422, "declares entities"),
    "no archive": ("a.zip", lambda: b"PK\x03\x04 broken", 422, "no ZIP archive"),
}
#: Tables of which no row can be imported. By page they are kept, because other columns may be chosen.
TABLES = ("year 0", "no address", "no column")
#: What can be imported, and must do no harm: name -> (file, bytes, what the text then is).
HARMLESS = {
    "wrong charset": (
        "a.html",
        lambda: '<html><meta charset="utf-8"><body><p>Весь день шёл дождь, сказали двое.</p>'.encode(
            "cp1251"
        ),
        "Весь день шёл дождь, сказали двое.",
    ),
    "lying charset": (
        "a.html",
        lambda: '<html><meta charset="utf-16"><body><p>Весь день шёл дождь.</p>'.encode(),
        "Весь день шёл дождь.",
    ),
    "javascript: links": (
        "a.html",
        lambda: (
            b'<html><body><p><a href="javascript:alert(1)">It rained</a> for <a '
            b'href="JAVASCRIPT:x">hours</a>.</p>'
        ),
        "It rained for hours.",
    ),
    "markup in the title": (
        "a.jsonl",
        lambda: json.dumps({"text": "It rained.", "title": "<script>alert(1)</script><b>Rain</b>"}).encode(),
        "It rained.",
    ),
    "NUL in the columns": (
        "a.jsonl",
        lambda: json.dumps(
            {"text": "It rained.", "title": "Ra\0in", "byline": "A\0", "external_id": "7\0"}
        ).encode(),
        "It rained.",
    ),
    "marks without end": ("a.txt", lambda: ("e" + "\u0301" * 5_000).encode(), None),
    "bidi controls": (
        "a.txt",
        lambda: "It \u202erained\u202c for hours.".encode(),
        "It \u202erained\u202c for hours.",
    ),
}


def counts():
    return [model.objects.count() for model in (*ROWS, ImportBatch, ImportItem, Activity)]


@pytest.fixture
def in_time():
    """Fail if the test takes ten seconds or more of this process's CPU time."""
    start = process_time()
    yield
    assert process_time() - start < 10


@pytest.mark.parametrize("name", [name for name in REFUSED if name not in TABLES])
def test_by_page_it_is_a_sentence_and_nothing_is_kept(at_work, in_time, name):
    file, content, status, said = REFUSED[name]
    before = counts()
    answer = at_work.post("/import/", {"files": SimpleUploadedFile(file, content())})
    assert answer.status_code == status
    assert said in answer.content.decode()
    assert counts() == before


@pytest.mark.parametrize("name", TABLES)
def test_by_page_a_table_says_the_sentence_where_its_columns_are_chosen(at_work, in_time, name):
    file, content, _, said = REFUSED[name]
    answer = at_work.post("/import/", {"files": SimpleUploadedFile(file, content())}, follow=True)
    assert said in answer.content.decode()
    assert ImportTable.objects.count() == 1
    assert [model.objects.count() for model in ROWS] == [0, 0, 0, 0]


@pytest.mark.parametrize("name", REFUSED)
def test_by_command_it_is_a_sentence_and_the_next_is_imported(capsys, tmp_path, in_time, name):
    file, content, _, said = REFUSED[name]
    (tmp_path / file).write_bytes(content())
    (tmp_path / "z.txt").write_text("It rained for hours in the city.")
    with pytest.raises(SystemExit) as ended:
        call_command("import_articles", str(tmp_path), "--json")
    bad, good = map(json.loads, capsys.readouterr().out.splitlines())
    assert ended.value.code == 1
    assert (bad["status"], good["status"]) == ("failed", "created")
    assert said in bad["error"]
    assert [model.objects.count() for model in ROWS] == [1, 1, 1, 0]


@pytest.mark.parametrize("name", HARMLESS)
def test_what_can_be_imported_does_no_harm_by_page(at_work, in_time, name):
    file, content, text = HARMLESS[name]
    batch_at = at_work.post("/import/", {"files": SimpleUploadedFile(file, content())})["Location"]
    pages = [at_work.get(batch_at).content.decode()]
    at_work.post(f"{batch_at}run/")
    article = Article.objects.get()
    pages += [at_work.get(at).content.decode() for at in (batch_at, article.get_absolute_url(), "/articles/")]
    assert text is None or article.current.text == text
    for page in pages:
        assert "<script>alert" not in page
        assert 'href="javascript' not in page.lower()
        assert "<b>Rain</b>" not in page


@pytest.mark.parametrize("name", HARMLESS)
def test_what_can_be_imported_does_no_harm_by_command(capsys, tmp_path, in_time, name):
    file, content, text = HARMLESS[name]
    (tmp_path / file).write_bytes(content())
    call_command("import_articles", str(tmp_path), "--json")
    line = json.loads(capsys.readouterr().out)
    assert line["status"] == "created"
    assert text is None or line["text"] == text


def test_a_bad_one_among_good_ones_is_told_at_preview_and_stops_none_of_them(at_work):
    files = [
        SimpleUploadedFile(file, content()) for file, content, status, _ in REFUSED.values() if status == 422
    ][:6]
    batch_at = at_work.post("/import/", {"files": files, "text": "It rained for hours."})["Location"]
    preview = markup(at_work.get(batch_at))
    assert "This file is empty" in preview
    assert "Import 1 article<" in preview
    at_work.post(f"{batch_at}run/")
    assert sorted(ImportItem.objects.values_list("status", flat=True)) == ["created", *["failed"] * 6]
