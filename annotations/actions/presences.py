"""Note who has the desk of a story open. This is no act of a person: the history keeps nothing of it."""

from datetime import timedelta

from django.db import OperationalError, transaction
from django.utils import timezone

from annotations.models import Presence
from newsroom.actions.locking import without_waiting

#: How long a row is kept after the page last said that the desk is open.
KEPT = timedelta(minutes=1)


def note_presence(story: int, person: int) -> bool:
    """Note that the person (an id) has the desk of the story (an id) open now, and delete the notes older
    than `KEPT`.

    Returns False without noting anything if another transaction keeps the database busy, because nobody
    should wait for this.
    """
    now = timezone.now()
    here = Presence(story_id=story, person_id=person, seen_at=now)
    try:
        with without_waiting(), transaction.atomic():
            Presence.objects.bulk_create(
                [here],
                update_conflicts=True,
                unique_fields=["story", "person"],
                update_fields=["seen_at"],
            )
            Presence.objects.filter(seen_at__lt=now - KEPT).delete()
    # The page says it again in a few seconds.
    except OperationalError:
        return False
    return True
