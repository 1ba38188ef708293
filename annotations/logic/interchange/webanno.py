"""Read WebAnno TSV 3, the format of WebAnno and INCEpTION: one token a line, with the spans that lie over it.

The format is described in the user guide of INCEpTION. Offsets count UTF-16 units. A span over several
tokens has one number in square brackets on each of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from annotations.logic.interchange.offsets import quote_at_utf16
from annotations.logic.interchange.records import (
    ForeignAnnotation,
    ForeignAnnotations,
    ForeignDocument,
)
from newsroom.errors import Invalid

TOOL = "webanno"
FIRST_LINE = "#FORMAT=WebAnno TSV 3"
_SPAN_LAYER = "#T_SP="
_TEXT = "#Text="
_TOKEN = re.compile(r"([0-9.-]+)\t([0-9]{1,9})-([0-9]{1,9})\t([^\t]*)(?:\t(.*))?")
_NUMBER = re.compile(r"(?<!\\)\[([0-9]+)\]$")
_ESCAPED = re.compile(r"\\(.)")


@dataclass(slots=True)
class _Layer:
    """A layer of spans: its short name, and the position of its first column among the columns of layers."""

    name: str
    first: int
    columns: int


@dataclass(slots=True)
class _WebAnnoSpan:
    """A span while its tokens are read. Offsets are UTF-16 units."""

    start: int
    end: int
    values: list[str] = field(default_factory=list)


def read_webanno(text: str, name: str = "") -> ForeignAnnotations:
    """Return the spans of a file. `name` is the name of its document.

    Raises `Invalid` with the line if it is no WebAnno TSV 3.
    """
    if not text.startswith(FIRST_LINE):
        raise Invalid("Line 1: this is no WebAnno TSV 3.")
    layers, unread = _layers(text)
    spans: dict[tuple[str, str], _WebAnnoSpan] = {}
    parts: list[tuple[int, str]] = []
    sentence: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.rstrip("\r")
        if line.startswith(_TEXT):
            sentence.append(_unescaped(line.removeprefix(_TEXT)))
            continue
        token = _TOKEN.fullmatch(line)
        if not token:
            # Comments and blank lines part the sentences.
            if line and not line.startswith("#"):
                raise Invalid(f"Line {number}: this is no token.")
            continue
        start, end = int(token[2]), int(token[3])
        # The first token of a sentence says where the sentence begins in the document.
        if sentence:
            parts.append((start, "\n".join(sentence)))
            sentence = []
        _add_spans(spans, layers, (token[5] or "").split("\t"), (token[1], start, end))
    document = ForeignDocument(name=name, text=_document_text(parts))
    annotations = []
    for (layer, key), span in spans.items():
        annotation = _annotation(f"{name}/{layer}/{key}", span, document, layer)
        if annotation:
            annotations.append(annotation)
        else:
            unread.append(f"{layer} {key}: {span.start}-{span.end} is no passage of the text.")
    return ForeignAnnotations(TOOL, tuple(annotations), unread=tuple(unread))


def _layers(text: str) -> tuple[list[_Layer], list[str]]:
    layers = []
    unread = []
    first = 0
    for line in text.split("\n"):
        kind, equals, description = line.rstrip("\r").partition("=")
        if not kind.startswith("#T_") or not equals:
            continue
        name, *features = description.split("|")
        short = name.rpartition(".")[2]
        columns = max(1, len(features))
        if kind == _SPAN_LAYER.removesuffix("="):
            layers.append(_Layer(short, first, columns))
        else:
            # A relation has one column more, for the token at its other end.
            columns += kind == "#T_RL"
            unread.append(f"The layer {short} holds relations or chains, which are not read.")
        first += columns
    return layers, unread


def _add_spans(
    spans: dict[tuple[str, str], _WebAnnoSpan],
    layers: list[_Layer],
    cells: list[str],
    token: tuple[str, int, int],
) -> None:
    """Add what the cells of a token say to the spans."""
    name, start, end = token
    for layer in layers:
        for cell in cells[layer.first : layer.first + layer.columns]:
            for place, (value, number) in enumerate(_values(cell)):
                key = (layer.name, number or f"{name}.{place}")
                span = spans.setdefault(key, _WebAnnoSpan(start, end))
                # The later tokens of a span come after its first one.
                span.end = max(span.end, end)
                if value not in ("*", "_", "") and value not in span.values:
                    span.values.append(value)


def _values(cell: str) -> Iterator[tuple[str, str]]:
    """Yield the value and the number of each span in a cell. `_` stands for a token without a span."""
    for part in re.split(r"(?<!\\)\|", cell):
        match = _NUMBER.search(part)
        value = part[: match.start()] if match else part
        # With a number it is a span without a value.
        if value == "_" and not match:
            continue
        yield _unescaped(value) if value != "*" else value, match[1] if match else ""


def _annotation(
    foreign_id: str,
    span: _WebAnnoSpan,
    document: ForeignDocument,
    layer: str,
) -> ForeignAnnotation | None:
    quote = quote_at_utf16(document.text, span.start, span.end)
    if quote is None:
        return None
    return ForeignAnnotation(
        foreign_id=foreign_id,
        document=document,
        exact=quote.exact,
        prefix=quote.prefix,
        suffix=quote.suffix,
        start=quote.start,
        # A span without a value is one of its layer.
        tags=tuple(span.values) or (layer,),
    )


def _document_text(parts: list[tuple[int, str]]) -> str:
    """Return the text of the document. Its sentences begin at these offsets, in UTF-16 units."""
    text = ""
    units = 0
    for start, sentence in parts:
        # Between two sentences stands white space, of which the file says only how much.
        gap = max(0, start - units)
        text += " " * gap + sentence
        units += gap + len(sentence.encode("utf-16-le")) // 2
    return text


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(_unescaped_character, text)


def _unescaped_character(match: re.Match[str]) -> str:
    return {"t": "\t", "n": "\n", "r": "\r"}.get(match[1], match[1])
