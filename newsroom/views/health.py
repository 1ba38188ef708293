"""Answer health checks: whether the database accepts changes and the disk has space."""

import shutil
from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection
from django.db.backends.utils import CursorWrapper
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

#: The milliseconds that the check waits for a lock. Monitoring asks again soon.
WAIT = 2_000
#: With less free space, in bytes, the next import may not fit.
LEAST_SPACE = 20 * 2**20


@login_not_required
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Return 200 with `ok` if the database accepts changes and the disk has space, or else 503 with a
    sentence.

    The response gives no details, because anyone may request it.
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
    """Return the free bytes on the disk of an SQLite database.

    Returns infinity for PostgreSQL, whose server may have another disk.
    """
    if connection.vendor != "sqlite":
        return float("inf")
    folder = Path(connection.settings_dict["NAME"]).parent
    return shutil.disk_usage(folder).free


def can_write(cursor: CursorWrapper) -> bool:
    """Return whether the database accepts changes.

    To find out, it writes something that changes no data. Raises `django.db.Error` if writing fails.
    """
    if connection.vendor == "sqlite":
        return _can_write_sqlite(cursor)
    # A transaction that requests its own number is written to the log. A standby server refuses the request.
    cursor.execute("SELECT current_setting('transaction_read_only')")
    (read_only,) = cursor.fetchone()
    if read_only == "on":
        return False
    cursor.execute("SELECT pg_current_xact_id()")
    return True


def _can_write_sqlite(cursor: CursorWrapper) -> bool:
    """Write the version number in the header of the database file again, unchanged, and return True.

    Raises `django.db.Error` if writing fails.
    """
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
