"""Writing the history."""

import logging
from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from newsroom.models import Activity, Article, Story, User

logger = logging.getLogger("newsroom.history")


def record(
    verb: str,
    subject: Model,
    *,
    by: User,
    summary: str,
    story: Story | None = None,
    article: Article | None = None,
    changes: Mapping[str, tuple[Any, Any]] | None = None,
) -> Activity:
    """Append one line. `verb` is past tense (`drawn`); `changes` is `{field: (before, after)}`.

    Call inside the transaction of the act itself, so that neither is ever stored without the other.
    """
    noun = subject._meta.model_name or ""
    line = Activity.objects.create(
        actor=by,
        verb=verb,
        object_type=noun,
        object_id=str(subject.pk),
        story=story,
        article=article,
        summary=summary[:300],
        changes={field: list(pair) for field, pair in (changes or {}).items()},
    )
    # Ids only: article text and people's notes stay out of the logs.
    logger.info("%s %s %s by user %s", noun, subject.pk, verb, by.pk)
    return line


def differences(instance: Model, values: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What setting `values` on `instance` would change: `{field: (before, after)}`, unchanged fields left out."""
    return {
        field: (getattr(instance, field), value) for field, value in values.items() if getattr(instance, field) != value
    }


def change(instance: Model, values: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Set `values` and save; return what changed, readable for the history (related rows by their name)."""
    from newsroom.actions.storing import store

    changes = differences(instance, values)
    if changes:
        for field, (_, after) in changes.items():
            setattr(instance, field, after)
        store(instance)
    return {field: (_plain(before), _plain(after)) for field, (before, after) in changes.items()}


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Model) else value
