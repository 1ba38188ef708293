"""Provide `manage.py reanchor FILE.jsonl`, which finds passages of old texts in newer texts."""

from functools import lru_cache
from typing import Any

from annotations.logic.marking.anchoring import place
from annotations.logic.marking.selectors import select
from annotations.management.json_lines import JsonLinesCommand, span_of
from newsroom.errors import Invalid
from newsroom.text.changes.offsets import changes

#: Number of text comparisons that are cached, for rows about the same pair that are not next to each other.
KEPT = 32


class Command(JsonLinesCommand):
    help = (
        "Place passages of old texts in new ones. Reads one JSON object a line: {id, old, new, start, end}, "
        "start and end counted in code points of `old`, end exclusive. Writes {id, state, start, end, score} "
        "to stdout: state is same, moved, changed or lost; start and end are null where lost; score is 1 for "
        "the same words, less for changed ones. Touches no database. A line that cannot be used is named on "
        "stderr, and the exit code is then 1."
    )

    fields = ("id", "old", "new", "start", "end")

    def answered(self, row: dict[str, Any]) -> dict[str, Any]:
        # `isinstance` would accept a boolean as a number, so the exact type is tested.
        texts = isinstance(row["old"], str) and isinstance(row["new"], str)
        if not texts or type(row["start"]) is not int or type(row["end"]) is not int:
            raise Invalid("old and new are texts, start and end whole numbers.")
        old, new = row["old"], row["new"]
        span = span_of(row, old)
        placement = place(select(old, span), _changes(old, new), new)
        new_span = placement.span
        return {
            "id": row.get("id"),
            "state": str(placement.state),
            "start": new_span and new_span.start,
            "end": new_span and new_span.end,
            "score": round(placement.score, 4),
        }


#: Rows about the same pair of texts often follow each other, and comparing long texts takes seconds.
_changes = lru_cache(maxsize=KEPT)(changes)
