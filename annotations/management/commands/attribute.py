"""Provide `manage.py attribute FILE.jsonl`, which finds the speakers of the quotations in a file, and the
outlets that report them.
"""

from typing import Any

from annotations.logic.sources.attribution import find_speaker
from annotations.logic.sources.outlet_names import OutletNames
from annotations.logic.sources.telling.tellers import tellers_of
from annotations.management.json_lines import JsonLinesCommand, span_of, text_of
from newsroom.text.model import Block, Document


class Command(JsonLinesCommand):
    help = (
        "Say whose words quotations give. Reads one JSON object a line: {id, text, start, end}; start and "
        "end are code points, end exclusive. Writes {id, speaker, teller, start, end} to stdout: start "
        "and end say where the speaker stands; what is not known is null. Touches no database. A line that "
        "cannot be used is named on stderr, and the exit code is then 1."
    )
    fields = ("id", "text", "start", "end")

    def answered(self, row: dict[str, Any]) -> dict[str, Any]:
        text = text_of(row, "text")
        quotation = span_of(row, text)
        document = as_document(text)
        guess = find_speaker(document, quotation)
        # Tellers without a name are left out, because the answer has only names.
        tellers = [
            teller.name for teller in tellers_of(document, quotation, OutletNames()) if teller.name
        ]
        return {
            "id": row.get("id"),
            "speaker": guess and guess.name,
            "teller": tellers[0] if tellers else None,
            "start": guess and guess.place.start,
            "end": guess and guess.place.end,
        }


def as_document(text: str) -> Document:
    """Return a document with the text unchanged and one block for each line that is not blank."""
    blocks = []
    start = 0
    for line in text.splitlines(keepends=True):
        # White space around a line is not part of its block, as in an imported article.
        stripped = line.strip()
        if stripped:
            first = start + line.index(stripped)
            blocks.append(Block(first, first + len(stripped)))
        start += len(line)
    return Document(text, tuple(blocks))
