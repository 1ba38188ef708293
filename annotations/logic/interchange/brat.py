"""Read the standoff format of brat: a text and a file of annotations beside it.

The format is described at https://brat.nlplab.org/standoff.html. Offsets count code points of the text.
"""

import re
from dataclasses import replace

from annotations.logic.interchange.offsets import quote_at
from annotations.logic.interchange.records import (
    ForeignAnnotation,
    ForeignAnnotations,
    ForeignDocument,
    ForeignLink,
)

TOOL = "brat"
#: `T1<TAB>Person 0 4<TAB>Anna`. Several spans are parted by semicolons, which this does not match.
_PASSAGE = re.compile(r"(T\S+)\t(\S+) ([0-9]{1,9}) ([0-9]{1,9})(?:\t.*)?")
_RELATION = re.compile(r"(R\S+)\t(\S+) \S+?:(T\S+) \S+?:(T\S+)\s*(?:\t.*)?")
_NOTE = re.compile(r"#\S*\t\S+ (\S+)\t(.*)")


def read_brat(annotated: str, text: str, name: str = "") -> ForeignAnnotations:
    """Return the passages, relations and notes of one document.

    `annotated` is the text of its `.ann` file, `text` the document itself, and `name` the name of the
    document's file without ending. A line that is none of these, such as an event or a passage with gaps,
    becomes a sentence in `unread`.
    """
    document = ForeignDocument(name=name, text=text)
    passages: dict[str, ForeignAnnotation] = {}
    notes: dict[str, list[str]] = {}
    links = []
    unread = []
    for number, line in enumerate(annotated.split("\n"), start=1):
        line = line.rstrip("\r")
        relation, note = _RELATION.fullmatch(line), _NOTE.fullmatch(line)
        passage = _passage(line, document)
        if passage:
            passages[line.partition("\t")[0]] = passage
        elif relation:
            key, label, source, target = relation.groups()
            links.append(
                ForeignLink(f"{name}/{key}", f"{name}/{source}", f"{name}/{target}", label)
            )
        elif note:
            notes.setdefault(note[1], []).append(note[2])
        # Events, attributes and passages with gaps have no counterpart here.
        elif line:
            unread.append(
                f"{name}.ann, line {number}: no unbroken passage of the text: {line[:80]}"
            )
    annotations = []
    for key, passage in passages.items():
        annotations.append(replace(passage, note="\n\n".join(notes.pop(key, []))))
    for key, texts in notes.items():
        unread.append(f"{name}.ann: a note on {key}, which is no passage: {' '.join(texts)}")
    return ForeignAnnotations(TOOL, tuple(annotations), tuple(links), unread=tuple(unread))


def _passage(line: str, document: ForeignDocument) -> ForeignAnnotation | None:
    match = _PASSAGE.fullmatch(line)
    quote = match and quote_at(document.text, int(match[3]), int(match[4]))
    if not match or not quote:
        return None
    return ForeignAnnotation(
        foreign_id=f"{document.name}/{match[1]}",
        document=document,
        exact=quote.exact,
        prefix=quote.prefix,
        suffix=quote.suffix,
        start=quote.start,
        tags=(match[2],),
    )
