"""Attack the rules that the database keeps: write without form or action, and read
which rule refused the write.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from types import ModuleType
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import BaseConstraint, Model, UniqueConstraint

from annotations.models.guards import GUARDS as OF_ANNOTATIONS
from newsroom.models.guards import GUARDS as OF_ARTICLES
from newsroom.models.guards import install_guards, remove_guards

GUARDS = (*OF_ARTICLES, *OF_ANNOTATIONS)
Write = Callable[[], object]


class Attacks:
    """A list of attacks, each with the rules that it breaks. A rule may be attacked in several ways."""

    def __init__(self, *others: "Attacks") -> None:
        self._all: list[tuple[tuple[str, ...], Write]] = []
        for other in others:
            self._all += other._all

    def on(self, *rules: str) -> Callable[[Write], Write]:
        """Return a decorator that marks a write as an attack on `rules`.

        If the write breaks several rules at once, any of them may be the one that refuses it.
        """

        def mark(write: Write) -> Write:
            self._all.append((rules, write))
            return write

        return mark

    @property
    def rules(self) -> set[str]:
        """Return every rule that some attack breaks."""
        return set(chain.from_iterable(rules for rules, _ in self._all))

    def cases(self, models: ModuleType | None = None) -> list[Any]:
        """Return `(rules, write)` of each attack, for `pytest.mark.parametrize`.

        With `models`, return only the attacks on rules of that module.
        """
        cases = []
        for rules, write in self._all:
            if models is not None and module_of_rule(rules[0]) != models.__name__:
                continue
            name = f"{'+'.join(rules)}: {write.__name__}"
            cases.append(pytest.param(rules, write, id=name))
        return cases


def refused_by(write: Write) -> str:
    """Return what refused `write`: the name of a constraint, `table.column` of a unique field, or
    the sentence of a trigger.

    Fails if nothing refused it.
    """
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        write()
    if connection.vendor == "postgresql":
        return _refused_by_postgresql(caught.value)
    message = str(caught.value)
    _, _, what = message.partition(" constraint failed: ")
    named = _declared().get(what, what.removeprefix("index ").strip("'"))
    # A guard's sentence holds no “constraint failed”.
    return named or message


def _refused_by_postgresql(error: IntegrityError) -> str:
    diagnosis = error.__cause__.diag  # type: ignore[union-attr]
    name = diagnosis.constraint_name
    if not name:
        return str(diagnosis.message_primary)
    if name in _declared().values():
        return name
    return _columns(diagnosis.table_name, name)


def again(row: Model, **changes: object) -> Model:
    """Insert a second row like `row` with `changes`, and return it. Only the database checks its rules."""
    values = {field.attname: getattr(row, field.attname) for field in row._meta.fields}
    copy = type(row)(**values)
    # The database gives the number of a row without a default.
    copy.pk = None
    if row._meta.pk.has_default():  # type: ignore[union-attr]
        copy.pk = row._meta.pk.get_default()  # type: ignore[union-attr]
    for name, value in changes.items():
        setattr(copy, name, value)
    copy.save(force_insert=True)
    return copy


def overwrite(row: Model, **values: object) -> None:
    """Change `row`. Only the database checks its rules."""
    type(row)._base_manager.filter(pk=row.pk).update(**values)


@contextmanager
def guards_lowered() -> Iterator[None]:
    remove_guards(connection, GUARDS)
    yield
    install_guards(connection, GUARDS)


def rules_of(app: str) -> set[str]:
    """Return every rule that the models of an app declare: names of constraints, and unique
    fields as `table.column`.
    """
    rules = {constraint.name for constraint in _constraints(app)}
    for model in _models(app):
        unique = [field for field in model._meta.local_fields if field.unique and not field.primary_key]
        rules |= {f"{model._meta.db_table}.{field.column}" for field in unique}
    return rules


def module_of_rule(rule: str) -> str:
    """The name of the module whose model declares a rule, which is named as in `rules_of`."""
    for model in apps.get_models():
        unique = {f"{model._meta.db_table}.{field.column}" for field in model._meta.local_fields}
        if rule in unique or rule in {constraint.name for constraint in model._meta.constraints}:
            return model.__module__
    raise LookupError(rule)


def without_a_sentence(app: str) -> list[str]:
    """Return the names of the constraints of an app's models that have no error message of their own."""
    return [constraint.name for constraint in _constraints(app) if not _has_a_sentence(constraint)]


def _has_a_sentence(constraint: BaseConstraint) -> bool:
    message = constraint.violation_error_message
    if message == constraint.default_violation_error_message:
        return False
    return re.fullmatch(r"[A-Z].+\.", str(message)) is not None


def not_in_the_database(app: str) -> list[str]:
    """Return the named constraints of an app's models that the database does not have."""
    catalogue = {
        "sqlite": "SELECT sql FROM sqlite_master",
        "postgresql": "SELECT conname FROM pg_constraint UNION SELECT indexname FROM pg_indexes",
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor])
        definitions = " ".join(text or "" for (text,) in cursor.fetchall())
    held = set(re.findall(r"\w+", definitions))
    declared = {constraint.name for constraint in _constraints(app)}
    return sorted(declared - held)


def _constraints(app: str) -> list[BaseConstraint]:
    """Return the constraints that the models of an app declare."""
    return list(chain.from_iterable(model._meta.constraints for model in _models(app)))


def _models(app: str) -> list[type[Model]]:
    return list(apps.get_app_config(app).get_models())


def _declared() -> dict[str, str]:
    """Return the names of the constraints by the names that SQLite uses.

    SQLite names a unique constraint by its columns, and any other by its name.
    """
    declared = {}
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            key = constraint.name
            if isinstance(constraint, UniqueConstraint) and constraint.fields:
                key = ", ".join(_column(model, field) for field in constraint.fields)
            declared[key] = constraint.name
    return declared


def _column(model: type[Model], field: str) -> str:
    """Return a field as SQLite names it: `table.column`."""
    return f"{model._meta.db_table}.{model._meta.get_field(field).column}"


def _columns(table: str, name: str) -> str:
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, table)[name]
    return ", ".join(f"{table}.{column}" for column in found["columns"])
