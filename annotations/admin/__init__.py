"""Register the admin pages of highlights, tags, claims, judgements, independences, verdicts,
dismissals, origins and comments.
"""

from annotations.admin import (
    articles,
    claims,
    comments,
    dismissals,
    highlights,
    independences,
    judgements,
    origins,
    tags,
    verdicts,
)

__all__ = [
    "articles",
    "claims",
    "comments",
    "dismissals",
    "highlights",
    "independences",
    "judgements",
    "origins",
    "tags",
    "verdicts",
]
