"""What is exported: the columns of each kind of record, in their order.

Other programs rely on them; add only at the end.
"""

from collections.abc import Sequence
from typing import Any

COLUMNS: dict[str, tuple[str, ...]] = {
    "annotations": (
        *("annotation_id", "story", "article_id", "article_title", "outlet", "origin", "url", "published_at"),
        *(
            "revision",
            "start",
            "end",
            "exact",
            "prefix",
            "suffix",
            "anchor_state",
            "tags",
            "note",
            "attribution",
        ),
        *("claim_ids", "created_by", "created_at", "updated_at", "permalink"),
    ),
    "links": (
        *(
            "link_id",
            "relation",
            "aspect",
            "from_annotation_id",
            "from_article_id",
            "from_outlet",
            "from_exact",
        ),
        *("to_annotation_id", "to_article_id", "to_outlet", "to_exact", "same_origin", "note", "created_by"),
        "created_at",
    ),
    "claims": (
        *(
            "claim_id",
            "story",
            "statement",
            "status",
            "verdict",
            "articles",
            "outlets",
            "independent_origins",
        ),
        *("corroborating", "contradicting", "created_by", "created_at", "settled_at"),
    ),
    "evidence": (
        *("evidence_id", "claim_id", "story", "statement", "relation", "annotation_id", "article_id"),
        *("article_title", "outlet", "origin", "exact", "anchor_state", "note", "created_by", "created_at"),
    ),
    "articles": (
        *("article_id", "external_id", "title", "outlet", "origin", "url", "byline", "credit", "language"),
        *("published_at", "stories", "revision", "words", "sha256", "imported_by", "imported_at"),
    ),
    "tags": ("tag", "definition", "colour", "highlights", "created_by", "created_at"),
    "activity": (
        *("activity_id", "at", "actor", "verb", "object_type", "object_id", "story", "article_id", "summary"),
        "changes",
    ),
}

KINDS = tuple(COLUMNS)


def header(kind: str) -> tuple[str, ...]:
    """The columns of `kind`. Raises KeyError for a kind that is not exported."""
    return COLUMNS[kind]


def named(kind: str, cells: Sequence[Any]) -> dict[str, Any]:
    """A row as a mapping by column, as JSON Lines has it."""
    return dict(zip(COLUMNS[kind], cells, strict=True))
