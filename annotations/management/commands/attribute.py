"""`manage.py attribute FILE.jsonl`: whose words a quotation gives, and who reports it."""

from typing import Any

from annotations.logic.sources.attribution import guess_speaker
from annotations.logic.sources.outlet_names import OutletNames
from annotations.logic.sources.tellers import tellers_of
from annotations.management.json_lines import JsonLinesCommand, span_of, text_of
from newsroom.text.model import Block, Document, Span


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
        speaker = guess_speaker(document, quotation)
        place = nearest(text, speaker, quotation) if speaker else None
        tellers = [
            teller.name for teller in tellers_of(document, quotation, OutletNames()) if teller.name
        ]
        return {
            "id": row.get("id"),
            "speaker": speaker or None,
            "teller": tellers[0] if tellers else None,
            "start": place and place.start,
            "end": place and place.end,
        }


def as_document(text: str) -> Document:
    """Return the text as it is with a block for each paragraph, so that offsets into it stay right."""
    blocks = []
    start = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            first = start + line.index(stripped)
            blocks.append(Block(first, first + len(stripped)))
        start += len(line)
    return Document(text, tuple(blocks))


def nearest(text: str, words: str, passage: Span) -> Span | None:
    """Return where the words stand nearest to the passage, or None if they are not in the text.

    A place outside the passage is preferred to one inside it.
    """
    places: list[tuple[bool, int, int]] = []
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        inside = start < passage.end and passage.start < end
        distance = max(passage.start - end, start - passage.end, 0)
        places.append((inside, distance, start))
        start = text.find(words, start + 1)
    if not places:
        return None
    _, _, start = min(places)
    return Span(start, start + len(words))
