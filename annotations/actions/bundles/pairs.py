"""Find rows that only say that two things belong together. If they do so here, nothing differs."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from annotations.actions.bundles.building import MODELS
from annotations.logic.bundles.fields import BundleTable

#: The tables of such rows, with the columns of the two things.
PAIRS = {
    "revisions": ("article_id", "number"),
    "places": ("story_id", "article_id"),
    "provenances": ("origin_id", "article_id"),
    "taggings": ("highlight_id", "tag_id"),
    "verdict_bases": ("claim_id", "created_at"),
}


def pair_of(table: BundleTable, columns: Mapping[str, Any]) -> Model | None:
    """Return the row of this desk that says the same two things belong together, or None.

    `columns` are the values of a row of `table`, which is one of `PAIRS`.
    """
    pair = {name: columns[name] for name in PAIRS[table.name]}
    return MODELS[table.name]._default_manager.filter(**pair).first()
