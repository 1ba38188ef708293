"""Read the JSON Lines of doccano, which have spans in `label`, or `entities` and `relations`.

The shapes are those of doccano/doccano, backend/data_export/tests/test_formatters.py. Offsets count code
points.
"""

from collections.abc import Iterator
from typing import Any

from annotations.logic.interchange.json_files import (
    dicts_in,
    id_in,
    json_lines_of,
    number_in,
    text_in,
    texts_in,
)
from annotations.logic.interchange.offsets import quote_at
from annotations.logic.interchange.records import (
    ForeignAnnotation,
    ForeignAnnotations,
    ForeignDocument,
    ForeignLink,
)

TOOL = "doccano"
#: The length of a span in `label`: its start, its end and its label.
_START_END_LABEL = 3


def read_doccano(text: str) -> ForeignAnnotations:
    """Return the spans and relations of all documents. Raises `Invalid` with the line if a line is not JSON.

    Spans outside the text of their document, lines without a document, and comments become sentences in
    `unread`.
    """
    annotations: list[ForeignAnnotation] = []
    links: list[ForeignLink] = []
    unread: list[str] = []
    for number, value in json_lines_of(text):
        if not isinstance(value, dict):
            unread.append(f"Line {number}: no document.")
            continue
        room = id_in(value, "id") or f"line {number}"
        document = _document(value)
        for name, start, end, label in _spans(value):
            # The file has no quotes, so they are cut out of its text.
            quote = quote_at(document.text, start, end)
            if quote is None:
                unread.append(f"Line {number}: {start}..{end} is no passage of its text.")
                continue
            annotations.append(
                ForeignAnnotation(
                    foreign_id=f"{room}/{name}",
                    document=document,
                    exact=quote.exact,
                    prefix=quote.prefix,
                    suffix=quote.suffix,
                    start=start,
                    tags=(label,) if label else (),
                )
            )
        for relation in dicts_in(value.get("relations")):
            source, target = id_in(relation, "from_id"), id_in(relation, "to_id")
            name = id_in(relation, "id") or f"{source}-{target}"
            links.append(
                ForeignLink(
                    f"{room}/relation {name}",
                    f"{room}/{source}",
                    f"{room}/{target}",
                    text_in(relation, "type"),
                )
            )
        comments = texts_in(value.get("Comments", value.get("comments")))
        unread += [f"Line {number}: a comment on the whole document: {each}" for each in comments]
    return ForeignAnnotations(TOOL, tuple(annotations), tuple(links), unread=tuple(unread))


def _document(value: dict[str, Any]) -> ForeignDocument:
    return ForeignDocument(
        url=text_in(value, "url"),
        title=text_in(value, "title"),
        # `id` only counts the documents of a project, so it is no name.
        name=text_in(value, "external_id", "filename", "upload_name"),
        text=text_in(value, "text", "data"),
    )


def _spans(value: dict[str, Any]) -> Iterator[tuple[str, int, int, str]]:
    """Yield the id, the start, the end and the label of each span, in either shape. A span without an id gets
    one made of its place.
    """
    for entity in dicts_in(value.get("entities")):
        start, end = number_in(entity, "start_offset"), number_in(entity, "end_offset")
        if start is not None and end is not None:
            yield id_in(entity, "id") or f"{start}-{end}", start, end, text_in(entity, "label")
    labels = value.get("label", value.get("labels"))
    for span in labels if isinstance(labels, list) else []:
        if (
            isinstance(span, list)
            and len(span) == _START_END_LABEL
            and type(span[0]) is int
            and type(span[1]) is int
        ):
            yield f"{span[0]}-{span[1]} {span[2]}", span[0], span[1], str(span[2])
