"""List the tasks for curators on the start page of the panel, each with the condition of the rows to work
on.
"""

from django.db.models import Exists, OuterRef, Q

from annotations.logic.vocabulary import AnchorState, OriginState
from annotations.models import Claim, Evidence, Highlight, Origin, Tag
from annotations.queries.codebooks.lacking import nearly_equal_tags, unused_tags
from newsroom.admin.lists.needs import Need

_STANDING = Q(withdrawn_at=None)
_EVIDENCE = Evidence.objects.filter(claim=OuterRef("pk"), withdrawn_at=None)

#: Each entry is a condition on rows, so that the number and the filtered list always agree.
NEEDS = (
    Need(
        Origin,
        "undecided",
        "Undecided",
        "proposed origin to decide on",
        "proposed origins to decide on",
        lambda: Q(state=OriginState.PROPOSED.value),
    ),
    Need(
        Highlight,
        "changed",
        "Text changed",
        "highlight whose text changed",
        "highlights whose text changed",
        lambda: _STANDING & Q(anchor__state=AnchorState.CHANGED.value),
    ),
    Need(
        Highlight,
        "lost",
        "Lost",
        "highlight lost in a newer revision",
        "highlights lost in newer revisions",
        lambda: _STANDING & Q(anchor__state=AnchorState.LOST.value),
    ),
    Need(
        Highlight,
        "tag",
        "Without a tag",
        "highlight without a tag",
        "highlights without a tag",
        lambda: _STANDING & Q(taggings=None),
    ),
    Need(
        Tag,
        "definition",
        "Without a definition",
        "tag without a definition",
        "tags without a definition",
        lambda: Q(definition=""),
    ),
    Need(
        Tag,
        "alike",
        "Nearly equal",
        "tag that is nearly equal to another",
        "tags that are nearly equal to others",
        lambda: Q(pk__in=nearly_equal_tags()),
    ),
    Need(
        Tag,
        "unused",
        "Not used",
        "tag that no highlight has",
        "tags that no highlight has",
        lambda: Q(pk__in=unused_tags()),
    ),
    Need(
        Claim,
        "evidence",
        "Without evidence",
        "claim without evidence",
        "claims without evidence",
        lambda: _STANDING & ~Q(Exists(_EVIDENCE)),
    ),
)
