"""Saving a row with the model's own rules spoken as sentences."""

from collections.abc import Collection, Sequence

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model

from newsroom.errors import Conflict, Invalid

FASTER = "Someone else was faster, or the database refused this: look at the page anew and try again."


def store(instance: Model, fields: Collection[str] | None = None) -> None:
    """Check and save `instance`; with `fields` only those, so that what others changed beside them stays.

    The rules that the database keeps (CHECK, UNIQUE, references) are not asked about beforehand, at a query
    each; only where it refuses is it asked which one was broken. Raises `Invalid` with the sentences of the
    rules that `instance` breaks, `Conflict` where it breaks none that can be named: another person's write
    came between, or a guard refused.
    """
    try:
        _check(instance)
        with transaction.atomic():
            instance.save(update_fields=fields)
    except ValidationError as error:
        raise Invalid(sentences(error, instance)) from error
    except IntegrityError as error:
        raise _refused(instance) from error


def store_all(instances: Sequence[Model]) -> None:
    """As `store` for new rows of one model, with one query for many. All are stored, or none."""
    if not instances:
        return
    for instance in instances:
        try:
            _check(instance)
        except ValidationError as error:
            raise Invalid(sentences(error, instance)) from error
    try:
        with transaction.atomic():
            type(instances[0])._default_manager.bulk_create(instances, batch_size=500)
    except IntegrityError as error:
        raise (_refused(instances[0]) if len(instances) == 1 else Conflict(FASTER)) from error


def _check(instance: Model) -> None:
    instance.clean_fields(
        exclude={field.name for field in instance._meta.concrete_fields if field.is_relation}
    )
    instance.clean()


def _refused(instance: Model) -> Invalid | Conflict:
    try:
        instance.full_clean()
    except ValidationError as error:
        return Invalid(sentences(error, instance))
    return Conflict(FASTER)


def sentences(error: ValidationError, instance: Model) -> str:
    """One line for people: each broken rule, with its field's name before it where the rule is a field's own."""
    parts = []
    for field, messages in error.message_dict.items():
        name = (
            ""
            if field == NON_FIELD_ERRORS
            else f"{instance._meta.get_field(field).verbose_name.capitalize()}: "
        )
        parts += [f"{name}{message}" for message in messages]
    return " ".join(parts)
