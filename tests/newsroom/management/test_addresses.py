"""Test that articles which a table names are fetched, if that is asked for."""

import pytest
from django.core.management import call_command

from newsroom.fetching.import_sources import ImportSource
from newsroom.management.addresses import with_pages
from newsroom.models import Article
from newsroom.text.pipeline import SourceDetails
from tests.web_servers import Web

FILE = ImportSource("a.txt", b"It rained.")


def test_without_being_asked_nothing_is_fetched(web: Web):
    source = ImportSource("a.csv:2", address=web.put("/rain", "Rain"))
    unchanged, refused = with_pages([FILE, source], fetching=False)
    assert unchanged == FILE
    assert refused.error.startswith("It has an address and no text. Run the command with --fetch")
    assert web.asked == []


def test_a_page_is_fetched_and_keeps_what_the_table_states(web: Web):
    address = web.put("/rain", "<p>It rained.</p>")
    source = ImportSource("a.csv:2", address=address, details=SourceDetails(title="Rain"))
    (fetched,) = with_pages([source], fetching=True, pause=0)
    assert (fetched.raw, fetched.error) == (b"<p>It rained.</p>", "")
    assert fetched.details == SourceDetails(title="Rain", address=address, charset="utf-8")
    assert fetched.fetched["asked"] == address


def test_a_page_that_cannot_be_fetched_stops_no_other(web: Web):
    missing = ImportSource("a.csv:2", address=f"{web.url}/none")
    there = ImportSource("a.csv:3", address=web.put("/rain", "Rain"))
    first, second = with_pages([missing, there], fetching=True, pause=0)
    assert "answered 404" in first.error
    assert second.raw == b"Rain"


@pytest.mark.django_db
def test_the_command_fetches_the_articles_of_a_list_if_that_is_asked_for(tmp_path, capsys, web: Web):
    address = web.put("/rain", "<h1>Rain</h1><p>It rained for hours in the city, two officials said.</p>")
    path = tmp_path / "list.ris"
    path.write_text(f"TY  - NEWS\nTI  - Rain falls\nUR  - {address}\nER  - \n")
    with pytest.raises(SystemExit):
        call_command("import_articles", str(path))
    assert "Run the command with --fetch" in capsys.readouterr().out
    call_command("import_articles", str(path), "--fetch")
    article = Article.objects.get()
    assert (article.title, article.current.capture.asked) == ("Rain falls", address)
