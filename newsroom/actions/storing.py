"""Saving a row. Each rule that it breaks is a sentence for people."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model

from newsroom.errors import Conflict, Invalid

FASTER = "Someone else was faster, or the database refused this: reload the page and try again."
#: Rows that are stored in one query.
_AT_ONCE = 500
#: How often a row is looked for and made, before whoever is always faster is told.
_TRIES = 20

Row = TypeVar("Row", bound=Model)


def store(instance: Model, fields: Collection[str] | None = None) -> None:
    """Check and save `instance`. If `fields` are named, only those are saved, so others' changes stay.

    The rules that the database keeps (CHECK, UNIQUE, references) are not asked about beforehand, because each
    would take a query. Only if the database refuses is it asked which rule was broken. Raises `Invalid` with
    the sentences of the rules that `instance` breaks. Raises `Conflict` if no such rule can be named: then
    another person was faster, or a guard refused.
    """
    try:
        _check(instance)
        with transaction.atomic():
            instance.save(update_fields=fields)
    except ValidationError as error:
        raise Invalid(sentences(error, instance)) from error
    except IntegrityError as error:
        raise _refusal(instance) from error


def take_or_store(take: Callable[[], Row | None], make: Callable[[], Row]) -> tuple[Row, bool]:
    """Take the row that is there, or make and store one. Returns it, and whether it is new.

    Of two people who do this at once, one stores the row and the other takes it, because the database refuses
    a second one and it is then looked for again. Raises what `store` raises for a row that breaks a rule.
    """
    tries_left = _TRIES
    while True:
        known = take()
        if known is not None:
            return known, False
        row = make()
        tries_left -= 1
        try:
            store(row)
        except (Invalid, Conflict) as error:
            is_refused_by_database = isinstance(error.__cause__, IntegrityError)
            if not is_refused_by_database or not tries_left:
                raise
        else:
            return row, True


def store_all(instances: Sequence[Model]) -> None:
    """Store new rows of one model with few queries, as `store` does. All of them are stored, or none."""
    if not instances:
        return
    for instance in instances:
        try:
            _check(instance)
        except ValidationError as error:
            raise Invalid(sentences(error, instance)) from error

    rows = type(instances[0])._default_manager
    try:
        with transaction.atomic():
            rows.bulk_create(instances, batch_size=_AT_ONCE)
    except IntegrityError as error:
        if len(instances) == 1:
            raise _refusal(instances[0]) from error
        # The database does not say which of them it refused.
        raise Conflict(FASTER) from error


def sentences(error: ValidationError, instance: Model) -> str:
    """Return one line for people: each broken rule, after the name of its field if it has one."""
    parts: list[str] = []
    for name, messages in error.message_dict.items():
        label = ""
        if name != NON_FIELD_ERRORS:
            # Only own fields are checked, and each of them has a name for people.
            field: Any = instance._meta.get_field(name)
            label = f"{field.verbose_name.capitalize()}: "
        parts.extend(f"{label}{message}" for message in messages)
    return " ".join(parts)


def _check(instance: Model) -> None:
    """Check the rules that need no query: those of the fields, except references, and the model's own."""
    references = {field.name for field in instance._meta.concrete_fields if field.is_relation}
    instance.clean_fields(exclude=references)
    instance.clean()


def _refusal(instance: Model) -> Invalid | Conflict:
    """Return the error that tells why the database refused `instance`."""
    try:
        instance.full_clean()
    except ValidationError as error:
        return Invalid(sentences(error, instance))
    return Conflict(FASTER)
