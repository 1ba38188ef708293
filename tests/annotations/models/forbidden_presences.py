"""Attack the database rules of presences, with writes that the database must refuse."""

from django.utils import timezone

from annotations.models import Presence
from tests import make
from tests.forbidden_writes import Attacks, again

attacks = Attacks()


@attacks.on("presence_once")
def a_person_at_one_desk_twice():
    again(Presence.objects.create(story=make.story(), person=make.user(), seen_at=timezone.now()))
