"""Test `check_revisions`: changed pages are imported, each host is asked slowly, and
each failure is reported.
"""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from newsroom.models import Article, User
from newsroom.queries.watching import watched_addresses
from tests import make
from tests.web_servers import Web

pytestmark = pytest.mark.django_db

PAGE = (
    "<html><head><title>Rain</title></head><body><article><h1>Rain on Bali</h1><p>The minister left the hall "
    "{when}, said those who had waited for him at the gate.</p><p>Rain fell on Bali all day, said the hosts "
    "of the meeting.</p></article></body></html>"
)


@pytest.fixture
def editor() -> User:
    return make.user()


def known_article(url: str, by: User) -> Article:
    """Return an article with this address, last checked two hours ago."""
    article = make.page(PAGE.format(when="early"), url=url, by=by)
    Article.objects.filter(pk=article.pk).update(checked_at=timezone.now() - timedelta(hours=2))
    return article


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[list[dict[str, Any]], str, int]:
    """Run the command. Return the lines on stdout as objects, the text on stderr, and the exit status."""
    code = 0
    try:
        call_command("check_revisions", "--json", "--pause", "0", *arguments)
    except SystemExit as ended:
        code = int(str(ended.code))
    out, err = capsys.readouterr()
    return [json.loads(line) for line in out.splitlines()], err, code


def due_now(monkeypatch: pytest.MonkeyPatch, later: timedelta) -> None:
    """Set the clock of the command forward by `later`."""
    now = timezone.now()
    monkeypatch.setattr("django.utils.timezone.now", lambda: now + later)


def test_a_changed_page_becomes_a_revision_and_an_unchanged_one_does_not(
    web: Web, editor: User, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    same, changed = (
        known_article(web.put(path, PAGE.format(when="early")), editor) for path in ("/same", "/changed")
    )
    web.put("/changed", PAGE.format(when="before the speech"))
    due_now(monkeypatch, timedelta(hours=1))
    lines, err, code = run(capsys)
    assert {line["article"]: (line["status"], line["revision"]) for line in lines} == {
        same.pk: ("unchanged", 1),
        changed.pk: ("revised", 2),
    }
    assert (err, code) == ("2 due: 1 revised, 1 unchanged.\n", 0)


def test_what_was_looked_at_is_left_alone_until_it_is_due(
    web: Web, editor: User, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    known_article(web.put("/rain", PAGE.format(when="early")), editor)
    due_now(monkeypatch, timedelta(hours=1))
    assert [len(run(capsys)[0]) for _ in range(2)] == [1, 0]
    assert [path for path, _ in web.asked] == ["/rain"]
    assert len(run(capsys, "--all")[0]) == 1


def test_a_page_that_fails_is_told_counted_and_left_alone_for_longer(
    web: Web, editor: User, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    article = known_article(web.put("/rain", "", status=503), editor)
    due_now(monkeypatch, timedelta(hours=1))
    (line,), err, code = run(capsys)
    assert (line["status"], line["revision"]) == ("failed", None)
    assert "is busy or in trouble" in line["error"]
    assert (err, code) == ("1 due: 1 failed.\n", 1)
    (noted,) = watched_addresses()
    assert noted.failures == 1
    web.put("/rain", PAGE.format(when="early"))
    assert run(capsys, "--all")[0][0]["status"] == "unchanged"
    article.refresh_from_db()
    assert article.failures == 0


def test_a_page_that_is_another_text_now_fails_and_the_article_stays(
    web: Web, editor: User, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    question = "Before you go on, tell us which cookies we may keep in your browser."
    consent = f"<html><body><p>{question}</p></body></html>"
    article = known_article(web.put("/rain", consent), editor)
    due_now(monkeypatch, timedelta(hours=1))
    (line,), _, code = run(capsys)
    assert "hardly a word in common" in line["error"]
    assert (code, article.revisions.count()) == (1, 1)


def test_a_dry_run_tells_what_is_due_and_asks_nobody(
    web: Web, editor: User, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    article = known_article(web.put("/rain", PAGE.format(when="early")), editor)
    make.article(by=editor)
    due_now(monkeypatch, timedelta(hours=1))
    call_command("check_revisions", "--dry-run", skip_checks=False)  # as from a command line
    out, err = capsys.readouterr()
    assert out.startswith(f"due        {article.current.url}  since ")
    assert err == "1 due.\n"
    assert web.asked == []


def test_only_the_articles_of_a_story_are_looked_at_where_it_is_named(
    web: Web, editor: User, capsys: pytest.CaptureFixture[str]
) -> None:
    story = make.story(by=editor)
    known_article(web.put("/other", PAGE.format(when="early")), editor)
    assert run(capsys, "--all", "--story", story.slug)[1] == "0 due.\n"
    with pytest.raises(CommandError, match="There is no story 'nowhere'") as raised:
        call_command("check_revisions", "--story", "nowhere")
    assert raised.value.returncode == 2
