"""For whoever watches the server."""

import shutil
from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection
from django.db.backends.utils import CursorWrapper
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

#: For how many milliseconds the check waits for a lock. Whoever watches asks again soon.
WAIT = 2_000
#: Free space, in bytes, under which the next import may not fit.
LEAST_SPACE = 20 * 2**20


@login_not_required
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 `ok` if the database takes a change and the disk has room, else 503.

    The page says no more than that, because anyone may ask.
    """
    try:
        with connection.cursor() as cursor:
            writable = can_write(cursor)
    except Error:
        return _trouble("The database does not answer, or takes no changes.")
    if not writable:
        return _trouble("The database takes no changes.")
    if free_space() < LEAST_SPACE:
        return _trouble("The disk is nearly full.")
    return HttpResponse("ok", content_type="text/plain")


def free_space() -> float:
    """Return the free bytes on the disk of the embedded database; PostgreSQL watches over its own."""
    if connection.vendor != "sqlite":
        return float("inf")
    folder = Path(connection.settings_dict["NAME"]).parent
    return shutil.disk_usage(folder).free


def can_write(cursor: CursorWrapper) -> bool:
    """Make the database write something that changes nothing, and return whether it takes changes.

    Raises `django.db.Error` where the write fails.
    """
    if connection.vendor == "sqlite":
        return _can_write_sqlite(cursor)
    # A transaction that asks for its own number is written to the log when it ends. A standby gives none.
    cursor.execute("SELECT current_setting('transaction_read_only')")
    (read_only,) = cursor.fetchone()
    if read_only == "on":
        return False
    cursor.execute("SELECT pg_current_xact_id()")
    return True


def _can_write_sqlite(cursor: CursorWrapper) -> bool:
    """Store the number that the file's head holds for applications, as it is: that writes one page."""
    cursor.execute("PRAGMA busy_timeout")
    (usual,) = cursor.fetchone()
    cursor.execute(f"PRAGMA busy_timeout = {WAIT}")
    try:
        cursor.execute("PRAGMA user_version")
        (version,) = cursor.fetchone()
        cursor.execute(f"PRAGMA user_version = {int(version)}")
    finally:
        cursor.execute(f"PRAGMA busy_timeout = {int(usual)}")
    return True


def _trouble(sentence: str) -> HttpResponse:
    return HttpResponse(sentence, status=503, content_type="text/plain")
