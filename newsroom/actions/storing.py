"""Saving a row with the model's own rules spoken as sentences."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model

from newsroom.errors import Conflict, Invalid

FASTER = "Someone else was faster, or the database refused this: look at the page anew and try again."


def store(instance: Model) -> None:
    """Check and save `instance`.

    Raises `Invalid` with the sentences of the rules it breaks, `Conflict` where another person's write came between.
    """
    try:
        instance.full_clean()
    except ValidationError as error:
        raise Invalid(sentences(error, instance)) from error
    try:
        with transaction.atomic():
            instance.save()
    except IntegrityError as error:
        raise Conflict(FASTER) from error


def sentences(error: ValidationError, instance: Model) -> str:
    """One line for people: each broken rule, with its field's name before it where the rule is a field's own."""
    parts = []
    for field, messages in error.message_dict.items():
        name = "" if field == NON_FIELD_ERRORS else f"{instance._meta.get_field(field).verbose_name.capitalize()}: "
        parts += [f"{name}{message}" for message in messages]
    return " ".join(parts)
