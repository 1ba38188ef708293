"""Test that an import killed in the middle loses nothing that it reported, and stores nothing half."""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest

from newsroom.actions.imports.importing_many import MOST
from tests.fresh_sites import fresh_site
from tests.serving import DATABASE, ROOT, Answer, Person, Site

#: The numbers of rows that are imported by command and by page. Both are many times what one transaction
#: stores, and one step of the page stores more.
BY_COMMAND, ROWS = 200, 600
#: The number of rows that are done before the kill, so that it happens in the middle of the import.
UNDER_WAY = 50
#: The number of times the progress is read before the test fails.
LOOKS = 5_000
PARTING = "-- and now --\n"
#: Three commands in one process, because starting three takes longer than what they do.
EXPORT_AND_VERIFY = f"""
from django.core.management import call_command

call_command("export", "articles", format="jsonl")
print({PARTING!r}, end="")
call_command("export", "activity", format="jsonl")
print({PARTING!r}, end="")
call_command("verify")
"""


def table(rows: int) -> str:
    """Return a table of articles as JSONL."""
    articles = [
        {"external_id": f"row-{n}", "title": f"Row {n}", "text": f"It rained in place {n} for {n * 7} hours."}
        for n in range(rows)
    ]
    return "\n".join(map(json.dumps, articles))


@pytest.fixture
def site() -> Iterator[Site]:
    with fresh_site(DATABASE) as made:
        yield made


def imported_rows(site: Site) -> dict[str, str]:
    """Return `{external id: number of its newest revision}` of the imported rows. Each
    must have a line of history.
    """
    printed = site.command("shell", "--no-imports", "--command", EXPORT_AND_VERIFY)
    of_articles, of_activity, _ = printed.split(PARTING)
    articles = [json.loads(line) for line in of_articles.splitlines()]
    found = {row["external_id"]: row["revision"] for row in articles if row["external_id"].startswith("row-")}
    lines = [json.loads(line) for line in of_activity.splitlines()]
    told = [
        row["article_id"]
        for row in lines
        if row["verb"] == "imported" and row["summary"].startswith("imported “Row")
    ]
    assert sorted(told) == sorted(
        row["article_id"] for row in articles if row["external_id"].startswith("row-")
    )
    return found


def test_by_command_what_was_reported_is_there_and_a_second_run_finishes(site: Site, tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(table(BY_COMMAND), encoding="utf-8")
    command = [sys.executable, "manage.py", "import_articles", str(file), "--json"]
    running = subprocess.Popen(
        command, cwd=ROOT, env=site.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert running.stdout is not None
    reported = [running.stdout.readline() for _ in range(UNDER_WAY)]
    running.send_signal(signal.SIGKILL)
    reported += [line for line in running.stdout if line.endswith("\n")]
    running.wait()
    running.stdout.close()
    there = imported_rows(site)
    assert UNDER_WAY <= len(reported) < BY_COMMAND
    # The last rows may have been stored and not reported yet, but never reported and not stored.
    assert len(reported) <= len(there) <= len(reported) + MOST
    assert {f"row-{number}" for number in range(len(reported))} <= there.keys()

    again = [json.loads(line) for line in site.command("import_articles", str(file), "--json").splitlines()]
    statuses = [line["status"] for line in again]
    known = statuses.count("unchanged")
    # A database server may still be committing what the killed command sent.
    assert known in (len(there), len(there) + MOST)
    assert statuses == ["unchanged"] * known + ["created"] * (BY_COMMAND - known)
    assert imported_rows(site) == {f"row-{number}": 1 for number in range(BY_COMMAND)}


def test_by_page_what_was_reported_is_there_and_the_page_goes_on(site: Site) -> None:
    site.start()
    batch = hand_in(site)
    driver, onlooker = person(site), person(site)
    driver.get(batch)
    send(driver, f"{batch}run/")
    while (before := done(onlooker, batch)) < UNDER_WAY:
        send(driver, f"{batch}go-on/")
    assert before < ROWS, "The import was over before the server could be killed."
    driver.begin(f"{batch}go-on/")
    seen = next(now for _ in range(LOOKS) if (now := done(onlooker, batch)) != before)
    site.kill()
    there = imported_rows(site)
    assert UNDER_WAY <= seen <= len(there) < ROWS

    site.start()
    driver = person(site)
    assert done(driver, batch) in (len(there), len(there) + 1)
    while "Imported</h1>" not in driver.get(batch).body:
        assert send(driver, f"{batch}go-on/").status == HTTPStatus.OK
    report = driver.get(batch).body
    assert re.findall(r'<span class="badge" data-state="(\w+)">(\d+)</span>', report)[:1] == [
        ("created", str(ROWS))
    ]
    assert imported_rows(site) == {f"row-{number}": 1 for number in range(ROWS)}


def person(site: Site) -> Person:
    someone = Person(site.port)
    someone.sign_in("reporter", site.password)
    return someone


def send(someone: Person, path: str) -> Answer:
    """Send an empty form as htmx does.

    It is sent again if the server closed an idle connection, as happens on a busy machine.
    """
    someone.connection.close()
    return someone.post(path, {}, htmx=True)


def hand_in(site: Site) -> str:
    """Hand the table in, and return the path of the page of its import."""
    someone = person(site)
    someone.get("/import/")
    answer = someone.hand_in("/import/", "rows.jsonl", table(ROWS).encode())
    assert answer.status == HTTPStatus.FOUND
    return answer.headers["Location"]


def done(someone: Person, batch: str) -> int:
    """Return how many rows the page says are done: all of them as soon as it shows the report."""
    page = someone.get(batch).body
    if "Imported</h1>" in page:
        return ROWS
    found = re.search(r">\s*(\d+) of \d+ done\b", page)
    return int(found[1]) if found else 0
