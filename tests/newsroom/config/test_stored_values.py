"""Test that no stored value breaks a page: every address is opened when the database holds extreme values."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import DatabaseError, connection, models, transaction

from annotations.models.guards import GUARDS as GUARDS_OF_ANNOTATIONS
from newsroom.models.guards import GUARDS, remove_guards
from newsroom.roles import UserRole
from tests.admin_panel import REGISTERED
from tests.world import NO_METHOD, NOBODY, STRANGER, Row, World, rows

pytestmark = pytest.mark.django_db
NOT_STORED = object()
#: Columns that repeat values of another row. One act writes both rows together.
QUOTED = {"text", "quote", "prefix", "suffix", "start", "end", "state", "sha256", "current", "anchor"}
#: Columns that the test itself needs unchanged: passwords, parts of addresses, and words
#: with a fixed meaning.
FIXED = QUOTED | {"password", "slug", "role", "status", "verdict"}
WORDS = models.CharField, models.TextField
#: The number of characters for a text without a limit: more than any form accepts.
MANY = 20_000


def days(day: date, moment: datetime) -> Callable[[models.Field], Any]:
    def value(field: models.Field) -> Any:
        if isinstance(field, models.DateTimeField):
            return moment
        return day if isinstance(field, models.DateField) else NOT_STORED

    return value


def words(text: str) -> Callable[[models.Field], Any]:
    """Return a function that repeats `text` up to the longest value that a field takes."""

    def value(field: models.Field) -> Any:
        if not isinstance(field, WORDS) or field.choices:
            return NOT_STORED
        longest = field.max_length or MANY
        return (text * (longest // len(text) + 1))[:longest]

    return value


def beginning(text: str) -> Callable[[models.Field], Any]:
    def value(field: models.Field) -> Any:
        if not isinstance(field, WORDS) or field.choices:
            return NOT_STORED
        return text[: field.max_length]

    return value


def nothing(field: models.Field) -> Any:
    if field.null and not field.primary_key:
        return None
    return "" if isinstance(field, WORDS) and field.blank else NOT_STORED


def number(value: int) -> Callable[[models.Field], Any]:
    def value_of(field: models.Field) -> Any:
        is_number = isinstance(field, models.IntegerField) and not field.primary_key
        return value if is_number else NOT_STORED

    return value_of


Extreme = Callable[[models.Field], Any]

#: Values that are stored together, because days, words and numbers have different columns.
EXTREMES: dict[str, tuple[Extreme, ...]] = {
    "the first day, longest words, zero": (
        days(date(1, 1, 1), datetime(1, 1, 1, tzinfo=UTC)),
        words("x"),
        number(0),
    ),
    "the last day, longest words of wide characters, the largest number": (
        days(date(9999, 12, 31), datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)),
        words("🌾 "),
        number(32_767),
    ),
    "only combining characters": (words("\u0301"),),
    "from right to left": (beginning("\u202eשלום עולם abc\u2066 12"),),
    "signs of every kind": (beginning("\ufeff\u200b\u2028\uffff\x7f\x1b[31m\r\n\t<b>&amp;'\"%s{{x}}{0}\\"),),
    "nothing": (nothing,),
}

#: The values with which the pages are opened as a reporter too. With all values the test would
#: take a third longer.
AS_REPORTER_TOO = "signs of every kind"


def columns(model: type[models.Model]) -> Iterator[models.Field]:
    for field in model._meta.concrete_fields:
        if field.name not in FIXED and not field.primary_key:
            yield field


def store_everywhere(extreme: Extreme) -> int:
    """Store the value in each column that takes it, without forms and triggers.
    Return how many rows took it.
    """
    stored = 0
    for model in REGISTERED:
        for field in columns(model):
            value = extreme(field)
            if value is NOT_STORED:
                continue
            some = model._default_manager.all()
            if field.unique or any(field.name in rule.fields for rule in unique_rules(model)):
                some = some.filter(pk=some.values_list("pk", flat=True).first())
            try:
                with transaction.atomic():
                    stored += some.update(**{field.attname: value})
            except DatabaseError:
                # The database refuses the value, so no page can meet it.
                continue
    return stored


def unique_rules(model: type[models.Model]) -> Iterator[models.UniqueConstraint]:
    for rule in model._meta.constraints:
        if isinstance(rule, models.UniqueConstraint):
            yield rule


def visits(*, as_reporter: bool) -> Iterator[tuple[str, Row]]:
    """Yield every page with each role that should see it: people without sign-in, readers, and curators.

    Pages of the panel are opened by curators alone. With `as_reporter`, reporters visit as well, because they
    have forms that readers lack, with fewer choices than a curator has.
    """
    for row in rows():
        if row.method != "GET" or row.floor in (NO_METHOD, NOBODY):
            continue
        if row.admits(STRANGER):
            yield STRANGER, row
        if row.admits(UserRole.READER) and not row.address.startswith("/admin/"):
            yield UserRole.READER, row
        if as_reporter and row.admits(UserRole.REPORTER) and not row.address.startswith("/admin/"):
            yield UserRole.REPORTER, row
        yield UserRole.CURATOR, row


@pytest.mark.parametrize("extreme", EXTREMES)
def test_no_stored_value_breaks_a_page(world: World, extreme: str):
    broken = []
    with world.undone():
        remove_guards(connection, [*GUARDS, *GUARDS_OF_ANNOTATIONS])
        for values in EXTREMES[extreme]:
            assert store_everywhere(values) > 0
        for role, row in visits(as_reporter=extreme == AS_REPORTER_TOO):
            with world.undone():
                status = world.look(role, row.address).status_code
            if status >= 500:
                broken.append(f"{row.address} as {role}: {status}")
    assert broken == []
