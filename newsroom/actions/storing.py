"""Save rows, and report each broken rule of a model as a sentence for people."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model

from newsroom.errors import Conflict, Invalid

FASTER = "Someone else was faster, or the database refused this: reload the page and try again."
#: How many rows are stored in one query.
_AT_ONCE = 500
#: How often a row is searched and made again if others always store it first.
_TRIES = 20

Row = TypeVar("Row", bound=Model)


def store(instance: Model, fields: Collection[str] | None = None) -> None:
    """Check and save `instance`.

    If `fields` is given, only these fields are saved, so that changes of other fields by other people stay.
    Rules that the database checks (CHECK, UNIQUE, references) are not checked beforehand, because each would
    take a query. They are checked only after the database has refused the row, to name the broken rule.
    Raises `Invalid` with the sentences of the broken rules. Raises `Conflict` if the database refused the row
    but no broken rule is found, because then another person was faster or a trigger refused the row.
    """
    try:
        _check(instance)
        with transaction.atomic():
            instance.save(update_fields=fields)
    except ValidationError as error:
        raise Invalid(sentences(error, instance)) from error
    except IntegrityError as error:
        raise _refusal(instance) from error


def store_as_it_came(instance: Model) -> None:
    """Check and save a row that comes from another desk, with the times that it has there.

    `store` would set the times at which rows are made and changed to the present. Raises the errors of
    `store`.
    """
    new = instance._state.adding
    try:
        _check(instance)
        with transaction.atomic():
            # A raw save stores every field as it is. Django loads its fixtures by it.
            instance.save_base(raw=True, force_insert=new, force_update=not new)
    except ValidationError as error:
        raise Invalid(sentences(error, instance)) from error
    except IntegrityError as error:
        raise _refusal(instance) from error


def take_or_store(take: Callable[[], Row | None], make: Callable[[], Row]) -> tuple[Row, bool]:
    """Return the row that `take` finds and False, or store the row that `make` builds and return it and True.

    If two people do this at once, the database refuses the second row. Then `take` is called again and finds
    the first row. Raises the errors of `store` for a row that breaks a rule.
    """
    tries_left = _TRIES
    while True:
        stored_row = take()
        if stored_row is not None:
            return stored_row, False
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
    """Check and store new rows of one model with few queries: either all of them or none.

    Raises `Invalid` if a row breaks a rule of its model, and `Conflict` if the database refuses one of
    several rows.
    """
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
        # The database does not say which row it refused.
        raise Conflict(FASTER) from error


def sentences(error: ValidationError, instance: Model) -> str:
    """Return the messages of a validation error in one line, each after the name of its field, if any."""
    parts: list[str] = []
    for name, messages in error.message_dict.items():
        label = ""
        if name != NON_FIELD_ERRORS:
            # Only the model's own fields are checked, and each has a name for people.
            field: Any = instance._meta.get_field(name)
            label = f"{field.verbose_name.capitalize()}: "
        parts.extend(f"{label}{message}" for message in messages)
    return " ".join(parts)


def _check(instance: Model) -> None:
    """Check the rules of `instance` that need no query: those of its fields, except references, and of
    `clean`.
    """
    references = {field.name for field in instance._meta.concrete_fields if field.is_relation}
    instance.clean_fields(exclude=references)
    instance.clean()


def _refusal(instance: Model) -> Invalid | Conflict:
    """Return the error that explains why the database refused `instance`: `Invalid` for a broken rule, else
    `Conflict`.
    """
    try:
        instance.full_clean()
    except ValidationError as error:
        return Invalid(sentences(error, instance))
    return Conflict(FASTER)
