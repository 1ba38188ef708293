"""Highlights, tags, claims, judgements, origins and comments."""

from annotations.models.claims import Claim
from annotations.models.comments import Comment
from annotations.models.highlights import Anchor, Highlight, HighlightTag
from annotations.models.judgements import Evidence, Link, Silence
from annotations.models.origins import Origin, Provenance
from annotations.models.shingles import Shingle
from annotations.models.tags import Tag

__all__ = [
    "Anchor",
    "Claim",
    "Comment",
    "Evidence",
    "Highlight",
    "HighlightTag",
    "Link",
    "Origin",
    "Provenance",
    "Shingle",
    "Silence",
    "Tag",
]
