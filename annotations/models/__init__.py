"""Gather all models of the app, so that other modules import them from one place."""

from annotations.models.claims import Claim
from annotations.models.comments import Comment
from annotations.models.dismissals import Dismissal
from annotations.models.highlights import Anchor, Highlight, HighlightTag
from annotations.models.independences import Independence
from annotations.models.judgements import Evidence, Link, Silence
from annotations.models.origins import Origin, Provenance
from annotations.models.presences import Presence
from annotations.models.shingles import Shingle
from annotations.models.tags import Tag, TagPin
from annotations.models.verdicts import BasisPassage, VerdictBasis

__all__ = [
    "Anchor",
    "BasisPassage",
    "Claim",
    "Comment",
    "Dismissal",
    "Evidence",
    "Highlight",
    "HighlightTag",
    "Independence",
    "Link",
    "Origin",
    "Presence",
    "Provenance",
    "Shingle",
    "Silence",
    "Tag",
    "TagPin",
    "VerdictBasis",
]
