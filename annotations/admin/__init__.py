"""The curator's pages of highlights, tags, claims, judgements, dismissals, origins and comments, one module a
noun.
"""

from annotations.admin import (
    articles,
    claims,
    comments,
    dismissals,
    highlights,
    judgements,
    origins,
    tags,
)

__all__ = [
    "articles",
    "claims",
    "comments",
    "dismissals",
    "highlights",
    "judgements",
    "origins",
    "tags",
]
