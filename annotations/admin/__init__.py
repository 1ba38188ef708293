"""Register the admin pages of annotations: highlights, tags, claims, judgements, statements of independence,
verdicts, dismissals, origins and comments.
"""

from annotations.admin import (
    articles,
    claims,
    comments,
    dismissals,
    exported,
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
    "exported",
    "highlights",
    "independences",
    "judgements",
    "origins",
    "tags",
    "verdicts",
]
