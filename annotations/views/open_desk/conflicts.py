"""Show both versions if two people changed the same thing, and offer the person ways to go on.

Each offer is a button with values that replace those of the refused act. The page sends them through the
outbox like every act; until the person chooses, the refused act waits in the browser.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from annotations.models import Claim, Highlight
from annotations.views.open_desk.descriptions import DescriptionMerge
from newsroom.errors import Conflict
from newsroom.models import Activity, Story, Subject, Verb
from newsroom.views.once import act_id_of
from newsroom.views.requests import AuthenticatedHttpRequest

#: The verbs of the acts that give a highlight, or a claim, its next version.
VERBS_OF_HIGHLIGHT = Q(verb__in=[Verb.DESCRIBED, Verb.MOVED, Verb.CREDITED, Verb.CONFIRMED])
VERBS_OF_CLAIM = Q(
    verb__in=[
        Verb.REWORDED,
        Verb.SETTLED,
        Verb.STATUS_SET,
        Verb.REOPENED,
        Verb.MOVED,
        Verb.WITHDRAWN,
        Verb.RESTORED,
    ]
)


@dataclass(frozen=True, slots=True)
class TwoVersions:
    """A field that two people changed: its `label`, the value that is stored now (`theirs`), and the one that
    was sent (`mine`).
    """

    label: str
    theirs: str
    mine: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A way to go on after a refused act: the `label` of a button, and the act that the button sends.

    `fields` replace the fields of the refused act that have the same names. `url` is the address to send them
    to; if it is empty, it is the address of the refused act. If `alone` is true, no other fields are sent.
    """

    label: str
    fields: Mapping[str, object]
    url: str = ""
    alone: bool = False

    @property
    def text(self) -> str:
        """Return the act as JSON, for the attribute that scripts read."""
        return json.dumps({"fields": self.fields, "url": self.url, "alone": self.alone})


def note_conflict(
    request: AuthenticatedHttpRequest,
    merge: DescriptionMerge,
    conflict: Conflict,
) -> HttpResponse:
    """Return the response (409) with both versions of the description of a highlight: its note, its
    attribution, or both.

    Two notes can be kept one below the other, but only one of two attributions. Raises `conflict` if the
    highlight is withdrawn, or if no script sent the request, because only a script can show the choice.
    """
    now = merge.now
    _must_be_a_choice(request, conflict, is_gone=now.withdrawn_at is not None)
    versions = []
    if merge.note.is_contested:
        versions.append(TwoVersions("Note", merge.note.theirs, merge.note.mine))
    if merge.attribution.is_contested:
        attribution = merge.attribution
        versions.append(TwoVersions("Whose words", attribution.theirs, attribution.mine))
    offers = [Offer("Keep mine", merge.fields)]
    if merge.contested == ["note"] and merge.note.theirs and merge.note.mine:
        both = f"{merge.note.theirs}\n\n{merge.note.mine}"
        offers.append(Offer("Keep both, theirs first", merge.fields | {"note": both}))
    line = _last_line(Subject.HIGHLIGHT, now.pk, _acts_on_description(merge))
    return _answer(request, line, versions, offers)


def edges_conflict(
    request: AuthenticatedHttpRequest,
    highlight: Highlight,
    story: Story | None,
    conflict: Conflict,
) -> HttpResponse:
    """Return the response (409) with both places of a highlight.

    The person can keep both by marking the words that were sent as a new highlight. Raises `conflict` in the
    same cases as `note_conflict`.
    """
    now = Highlight.objects.select_related("anchor").get(pk=highlight.pk)
    _must_be_a_choice(request, conflict, is_gone=now.withdrawn_at is not None)
    place = {name: request.POST.get(name, "") for name in ("start", "end", "quote")}
    offers = [Offer("Keep mine", {"version": now.version})]
    if story is not None:
        drawing = {
            **place,
            "revision": now.anchor.revision_id,
            "act": "highlight",
            "story": story.slug,
        }
        address = reverse("draw", args=[story.slug])
        offers.append(Offer("Keep both: mark mine too", drawing, url=address, alone=True))
    versions = [TwoVersions("Words", now.anchor.quote, place["quote"])]
    line = _last_line(Subject.HIGHLIGHT, now.pk, VERBS_OF_HIGHLIGHT)
    return _answer(request, line, versions, offers)


def wording_conflict(
    request: AuthenticatedHttpRequest,
    claim: Claim,
    statement: str,
    conflict: Conflict,
) -> HttpResponse:
    """Return the response (409) with both wordings of a claim.

    `claim` is the claim as it is stored now, and `statement` the wording that was sent. The person can keep
    both by stating the wording that was sent as a new claim. Raises `conflict` in the same cases as
    `note_conflict`.
    """
    _must_be_a_choice(request, conflict, is_gone=claim.withdrawn_at is not None)
    address = reverse("claim_create", args=[claim.story.slug])
    offers = [
        Offer("Keep mine", {"version": claim.version}),
        Offer(
            "Keep both: state mine as a claim", {"statement": statement}, url=address, alone=True
        ),
    ]
    versions = [TwoVersions("Statement", claim.statement, statement)]
    line = _last_line(Subject.CLAIM, claim.pk, VERBS_OF_CLAIM)
    return _answer(request, line, versions, offers)


def _must_be_a_choice(
    request: AuthenticatedHttpRequest, conflict: Conflict, *, is_gone: bool
) -> None:
    if is_gone or act_id_of(request) is None:
        raise conflict


def _acts_on_description(merge: DescriptionMerge) -> Q:
    """Return the condition for history lines of acts that changed one of the fields that both people
    changed.
    """
    described = Q(verb=Verb.DESCRIBED, changes__has_any_keys=merge.contested)
    # A passage that is moved gets another guess.
    if merge.attribution.is_contested and merge.now.attribution_guessed:
        return described | Q(verb=Verb.MOVED)
    return described


def _last_line(subject: Subject, pk: object, acts: Q) -> Activity | None:
    lines = Activity.objects.filter(acts, object_type=subject, object_id=str(pk))
    return lines.select_related("actor").first()


def _answer(
    request: AuthenticatedHttpRequest,
    line: Activity | None,
    versions: Sequence[TwoVersions],
    offers: Sequence[Offer],
) -> HttpResponse:
    context = {
        "line": line,
        "versions": [version for version in versions if version.theirs or version.mine],
        "offers": offers,
    }
    return render(request, "annotations/_conflict.html", context, status=Conflict.status)
