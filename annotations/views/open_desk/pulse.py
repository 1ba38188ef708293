"""Tell an open desk whether anything has happened in its story, and note that it is open.

Hundreds of desks may ask every second or two. To save the queries for a session, the request carries a signed
token instead. The token names the story and the person. Only people who may read the story get one, and it
expires after `LONGEST` seconds. The answer holds only numbers and names of people; the changes themselves are
read with the session.
"""

from typing import Any

from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from annotations.actions.presences import note_presence
from annotations.queries.desk.pulse import DeskPulse, pulse_of
from newsroom.models import Story, User
from newsroom.roles import UserRole, role_required
from newsroom.views.requests import AuthenticatedHttpRequest

#: How many seconds a token is good for. Then the page asks for another one, with its session.
LONGEST = 600
TOKEN_HEADER = "Desk-Token"  # noqa: S105  (the name of a header)
STATE_HEADER = "Desk-State"
#: A page in sight sends this header every few seconds, to say that the desk is still open.
BEAT_HEADER = "Desk-Beat"

_SIGNER = TimestampSigner(salt="open desk")


def token_for(story: Story, person: User) -> str:
    """Return the token with which the desk of `story` asks in the name of `person`."""
    return _SIGNER.sign(f"{story.pk}.{person.pk}")


@require_safe
@role_required(UserRole.READER)
def desk_token(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """Return a new token for the desk of a story, as JSON."""
    story = get_object_or_404(Story, slug=slug)
    return JsonResponse({"token": token_for(story, request.user)})


# A form of another site cannot send the header with the token, which is what Django's check is for.
@csrf_exempt
@require_POST
def desk_pulse(request: HttpRequest) -> HttpResponse:
    """Return the newest lines and the people of a desk as JSON.

    If they are the same as in the header `Desk-State`, the answer is empty (204). With the header
    `Desk-Beat`, also note that the desk is open. Without a valid token the answer tells the page to ask for a
    new one (`renew`).
    """
    try:
        signed = _SIGNER.unsign(request.headers.get(TOKEN_HEADER, ""), max_age=LONGEST)
    except BadSignature:
        return JsonResponse({"renew": True})
    story, person = map(int, signed.split("."))
    if BEAT_HEADER in request.headers:
        note_presence(story, person)
    pulse = pulse_of(story)
    if request.headers.get(STATE_HEADER) == pulse.state:
        return HttpResponse(status=204)
    return JsonResponse(_answer(pulse, person))


def _answer(pulse: DeskPulse, person: int) -> dict[str, Any]:
    others = [name for pk, name in pulse.here if pk != person]
    return {
        "state": pulse.state,
        "lines": pulse.lines,
        "first": pulse.first,
        "newest": pulse.newest,
        "others": others,
    }
