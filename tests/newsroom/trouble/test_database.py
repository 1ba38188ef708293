"""Test that trouble of the database is named correctly, with status 503 and when to try again."""

import sqlite3
from contextlib import closing

import psycopg
import pytest
from django.db import IntegrityError, InterfaceError, OperationalError, ProgrammingError, connection
from django.urls import path, reverse

from newsroom.config import handlers
from newsroom.config.urls import urlpatterns as everyday
from newsroom.models import Activity
from newsroom.trouble.database import AWAY, BUSY, CROSSED, FULL, READ_ONLY, database_trouble, is_collision


def caused(cause: BaseException, wrapper: type[Exception] = OperationalError) -> Exception:
    error = wrapper("internal words")
    error.__cause__ = cause
    return error


def of_sqlite(name: str) -> Exception:
    cause = sqlite3.OperationalError("internal words")
    cause.sqlite_errorname = name
    return caused(cause)


def of_postgresql(state: str) -> Exception:
    return caused(psycopg.errors.lookup(state)("internal words"))


@pytest.mark.parametrize(
    ("error", "sentence", "seconds"),
    [
        (of_sqlite("SQLITE_BUSY"), BUSY, 5),
        (of_sqlite("SQLITE_BUSY_SNAPSHOT"), BUSY, 5),
        (of_sqlite("SQLITE_LOCKED"), BUSY, 5),
        (of_sqlite("SQLITE_FULL"), FULL, 60),
        (of_sqlite("SQLITE_READONLY"), READ_ONLY, 60),
        (of_sqlite("SQLITE_READONLY_DBMOVED"), READ_ONLY, 60),
        (of_sqlite("SQLITE_IOERR_WRITE"), AWAY, 60),
        (of_sqlite("SQLITE_CANTOPEN"), AWAY, 60),
        (of_postgresql("40P01"), CROSSED, 5),
        (of_postgresql("40001"), CROSSED, 5),
        (of_postgresql("55P03"), BUSY, 5),
        (of_postgresql("53100"), FULL, 60),
        (of_postgresql("25006"), READ_ONLY, 60),
        (of_postgresql("57P01"), AWAY, 5),
        (of_postgresql("57P03"), AWAY, 5),
        (of_postgresql("08006"), AWAY, 5),
        (caused(psycopg.OperationalError("connection refused")), AWAY, 5),
        (caused(psycopg.InterfaceError("closed"), InterfaceError), AWAY, 5),
    ],
)
def test_trouble_has_its_sentence(error, sentence, seconds):
    trouble = database_trouble(error)
    assert (trouble.status, trouble.sentence, trouble.retry_after) == (503, sentence, seconds)


@pytest.mark.parametrize(
    "error",
    [
        ValueError("no database"),
        OperationalError("no cause"),
        of_sqlite("SQLITE_ERROR"),
        of_postgresql("42601"),
        caused(sqlite3.IntegrityError("unique"), IntegrityError),
        caused(psycopg.errors.UndefinedTable("gone"), ProgrammingError),
    ],
)
def test_our_own_mistakes_are_no_trouble_of_the_database(error):
    assert database_trouble(error) is None


def test_sqlite_says_by_a_name_that_a_file_takes_no_changes(tmp_path):
    file = tmp_path / "frozen.sqlite3"
    with closing(sqlite3.connect(file)) as writable:
        writable.execute("CREATE TABLE rain (day)")
    with (
        closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as frozen,
        pytest.raises(sqlite3.OperationalError) as error,
    ):
        frozen.execute("INSERT INTO rain VALUES (1)")
    assert database_trouble(caused(error.value)).sentence == READ_ONLY


def test_only_a_transaction_that_the_database_took_back_is_repeated():
    assert is_collision(of_postgresql("40P01"))
    assert is_collision(of_postgresql("40001"))
    assert not is_collision(of_postgresql("57P01"))
    assert not is_collision(of_sqlite("SQLITE_BUSY"))


TIMES: list[str] = []


def crossing(request, times):
    """Raise a collision of transactions the first `times` times, and then answer."""
    TIMES.append(request.path)
    if len(TIMES) <= times:
        raise of_postgresql("40P01")
    return handlers.not_found(request, Exception())


def busy(request):
    raise of_sqlite("SQLITE_BUSY")


urlpatterns = [path("crossing/<int:times>/", crossing), path("busy/", busy), *everyday]
handler400, handler403 = handlers.bad_request, handlers.forbidden
handler404, handler500 = handlers.not_found, handlers.broken


@pytest.mark.django_db
@pytest.mark.urls(__name__)
@pytest.mark.parametrize(("times", "status", "calls"), [(0, 404, 1), (1, 404, 2), (2, 503, 2)])
def test_an_act_that_crossed_another_is_done_once_more_and_no_more(at_work, times, status, calls):
    TIMES.clear()
    assert at_work.post(f"/crossing/{times}/").status_code == status
    assert len(TIMES) == calls


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_a_busy_database_is_a_page_or_a_fragment_that_says_when_to_try_again(at_work):
    page = at_work.get("/busy/")
    assert (page.status_code, page["Retry-After"]) == (503, "5")
    assert BUSY in page.content.decode()
    fragment = at_work.get("/busy/", headers={"HX-Request": "true"})
    assert (fragment.status_code, fragment["Retry-After"]) == (503, "5")
    assert (fragment["HX-Retarget"], BUSY in fragment.content.decode()) == ("#alerts", True)
    assert "<html" not in fragment.content.decode()


@pytest.mark.django_db(transaction=True)
def test_trouble_before_any_view_is_told_too(client, monkeypatch):
    """A session is read before the view, so no view and no hook of a middleware sees the exception."""
    client.raise_request_exception = False
    client.cookies["session"] = "a" * 32
    connection.close()
    with monkeypatch.context() as elsewhere:
        elsewhere.setitem(connection.settings_dict, "NAME", "/nowhere/at-all")
        answer = client.get(reverse("stories"))
    connection.close()
    assert answer.status_code == 503
    assert AWAY in answer.content.decode()
    assert not Activity.objects.exists()
