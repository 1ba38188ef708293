"""Provide `manage.py compare_figures FILE.jsonl`, which finds the figures in two texts that agree
or contradict each other.
"""

from typing import Any

from annotations.logic.finding.figure_comparison import compare_texts
from annotations.management.json_lines import JsonLinesCommand, text_of


class Command(JsonLinesCommand):
    help = (
        "Compare the figures of two texts. Reads one JSON object a line: {id, a, b, language?}; language "
        "is a code such as de and is guessed if it is left out. Writes {id, same, differs} to stdout: same "
        "lists the figures of a that b has too, as they stand in a; differs lists pairs [figure of a, "
        "figure of b] that cannot both hold. What is read by half, or is not of one thing, stands in "
        "neither list. Touches no database. A line that cannot be used is named on stderr, and the exit "
        "code is then 1."
    )
    # The language is optional, so it is not in this list.
    fields = ("id", "a", "b")

    def answered(self, row: dict[str, Any]) -> dict[str, Any]:
        agreement = compare_texts(
            text_of(row, "a"),
            text_of(row, "b"),
            text_of(row, "language", default=""),
        )
        return {
            "id": row["id"],
            "same": [figure.text for figure in agreement.same],
            "differs": [
                [figure.text, other_figure.text] for figure, other_figure in agreement.differing
            ],
        }
