"""Attacks on the rules the database keeps: writes past every form and action, and which rule refused them."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import Model, UniqueConstraint

from annotations.models.guards import GUARDS as OF_ANNOTATIONS
from newsroom.models.guards import GUARDS as OF_ARTICLES
from newsroom.models.guards import lower, put_up

GUARDS = (*OF_ARTICLES, *OF_ANNOTATIONS)
Write = Callable[[], object]


class Attacks:
    """Attacks, each with the rules it is aimed at. A rule may be attacked from several sides."""

    def __init__(self, *others: "Attacks") -> None:
        self._all: list[tuple[tuple[str, ...], Write]] = [attack for other in others for attack in other._all]

    def on(self, *rules: str) -> Callable[[Write], Write]:
        """Mark a write as an attack. Of several `rules` that it breaks at once, any may be the one that
        answers.
        """

        def mark(write: Write) -> Write:
            self._all.append((rules, write))
            return write

        return mark

    @property
    def rules(self) -> set[str]:
        return {rule for rules, _ in self._all for rule in rules}

    def cases(self) -> list[Any]:
        """For `parametrize`: `(rules, write)`, named after both."""
        return [
            pytest.param(rules, write, id=f"{'+'.join(rules)}: {write.__name__}")
            for rules, write in self._all
        ]


def refused_by(write: Write) -> str:
    """What refused `write`: the name of a constraint, `table.column` of a unique field, or a guard's
    sentence.

    Fails where nothing did.
    """
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        write()
    if connection.vendor == "postgresql":
        diagnosis = caught.value.__cause__.diag  # type: ignore[union-attr]
        name = diagnosis.constraint_name
        if not name:
            return str(diagnosis.message_primary)
        return name if name in _declared().values() else _columns(diagnosis.table_name, name)
    said = str(caught.value)
    _, _, what = said.partition(" constraint failed: ")
    return _declared().get(what, what.removeprefix("index ").strip("'")) or said


def again(row: Model, **changes: object) -> Model:
    """A second row like `row` with `changes`, inserted past every rule but the database's own."""
    copy = type(row)(**{field.attname: getattr(row, field.attname) for field in row._meta.fields})
    copy.pk = row._meta.pk.get_default() if row._meta.pk.has_default() else None  # type: ignore[union-attr]
    for name, value in changes.items():
        setattr(copy, name, value)
    copy.save(force_insert=True)
    return copy


def overwrite(row: Model, **values: object) -> None:
    """Change `row` past every rule but the database's own."""
    type(row)._base_manager.filter(pk=row.pk).update(**values)


@contextmanager
def guards_lowered() -> Iterator[None]:
    lower(connection, GUARDS)
    yield
    put_up(connection, GUARDS)


def rules_of(app: str) -> set[str]:
    """Every rule an app's models declare: named constraints, and unique fields as `table.column`."""
    named = {constraint.name for model in _models(app) for constraint in model._meta.constraints}
    unique = {
        f"{model._meta.db_table}.{field.column}"
        for model in _models(app)
        for field in model._meta.local_fields
        if field.unique and not field.primary_key
    }
    return named | unique


def without_a_sentence(app: str) -> list[str]:
    """The constraints of an app's models whose refusal is no sentence of their own."""
    constraints = [constraint for model in _models(app) for constraint in model._meta.constraints]
    return [
        constraint.name
        for constraint in constraints
        if constraint.violation_error_message == constraint.default_violation_error_message
        or not re.fullmatch(r"[A-Z].+\.", str(constraint.violation_error_message))
    ]


def not_in_the_database(app: str) -> list[str]:
    """The named constraints of an app's models that the database does not have."""
    catalogue = {
        "sqlite": "SELECT sql FROM sqlite_master",
        "postgresql": "SELECT conname FROM pg_constraint UNION SELECT indexname FROM pg_indexes",
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor])
        held = set(re.findall(r"\w+", " ".join(text or "" for (text,) in cursor.fetchall())))
    declared = {constraint.name for model in _models(app) for constraint in model._meta.constraints}
    return sorted(declared - held)


def _models(app: str) -> list[type[Model]]:
    return list(apps.get_app_config(app).get_models())


def _declared() -> dict[str, str]:
    """The named constraints by what SQLite calls them: by its columns one that is unique over columns, else
    by name.
    """
    declared = {}
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            fields = constraint.fields if isinstance(constraint, UniqueConstraint) else ()
            columns = (f"{model._meta.db_table}.{model._meta.get_field(field).column}" for field in fields)
            declared[", ".join(columns) or constraint.name] = constraint.name
    return declared


def _columns(table: str, name: str) -> str:
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, table)[name]
    return ", ".join(f"{table}.{column}" for column in found["columns"])
