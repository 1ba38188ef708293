"""Recognise the tool that wrote a file by the file's name and content, and read the file."""

from collections.abc import Callable
from typing import Any

from annotations.logic.interchange.doccano import read_doccano
from annotations.logic.interchange.hypothesis_api import read_hypothesis
from annotations.logic.interchange.json_files import dicts_in, json_of, storable_text
from annotations.logic.interchange.label_studio import read_label_studio
from annotations.logic.interchange.records import ForeignAnnotations
from annotations.logic.interchange.refi_qda import read_codebook, read_project
from annotations.logic.interchange.tables import read_table
from annotations.logic.interchange.web_annotations import read_web_annotations
from annotations.logic.interchange.webanno import FIRST_LINE, read_webanno
from newsroom.errors import Invalid, Unreadable

#: The formats of text files, by the word that a person chooses.
READERS: dict[str, Callable[[str], ForeignAnnotations]] = {
    "table": read_table,
    "hypothesis": read_hypothesis,
    "web-annotation": read_web_annotations,
    "label-studio": read_label_studio,
    "doccano": read_doccano,
    "webanno": read_webanno,
}
#: The formats of files that are no texts, by their endings.
_BINARY: dict[str, Callable[[bytes], ForeignAnnotations]] = {
    ".qdc": read_codebook,
    ".qdpx": read_project,
}
_BY_ENDING = {".csv": "table", ".jsonl": "doccano", ".jsonld": "web-annotation"}


def format_of(name: str, text: str) -> str:
    """Return the format of a text file: a key of `READERS`.

    Raises `Unreadable` if the format is not recognised, and `Invalid` for broken JSON.
    """
    # Other tools write tables with tabs too.
    if text.startswith(FIRST_LINE):
        return "webanno"
    # Only the ending tells JSON Lines from JSON.
    ending = _ending(name)
    if ending in _BY_ENDING:
        return _BY_ENDING[ending]
    if ending == ".json":
        found = _format_of_json(json_of(text))
        if found:
            return found
    raise Unreadable(
        f"It is not clear of which tool {name} is: choose one of {', '.join(READERS)}."
    )


#: For each format of JSON, the keys of its first object, in the order in which they are tried. Each tool has
#: keys that no other has.
_KEYS = (
    ("hypothesis", {"rows"}),
    ("label-studio", {"data", "annotations"}),
    ("hypothesis", {"uri", "target"}),
    ("web-annotation", {"body", "target"}),
    ("web-annotation", {"motivation", "target"}),
    ("web-annotation", {"items"}),
    ("web-annotation", {"first"}),
    ("web-annotation", {"@graph"}),
)


def _format_of_json(value: Any) -> str:
    objects = dicts_in(value)
    if not objects:
        return ""
    for tool, keys in _KEYS:
        if keys <= objects[0].keys():
            return tool
    return ""


def _ending(name: str) -> str:
    return f".{name.lower().rpartition('.')[2]}"


def read_file(name: str, raw: bytes, wanted: str = "") -> ForeignAnnotations:
    """Return the annotations in the file `name` with the content `raw`.

    `wanted` is a key of `READERS`; if it is empty, the format is recognised by the file. Raises `Unreadable`
    if it is not recognised or if an archive is damaged, `TooLarge` if an archive unpacks to too much, and
    `Invalid` with the line for a mistake in the file.
    """
    binary = _BINARY.get(_ending(name))
    if binary and not wanted:
        return binary(raw)
    try:
        text = storable_text(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise Invalid(f"{name}, line {line}: this is not UTF-8.") from error
    tool = wanted or format_of(name, text)
    if tool == "webanno":
        # Its lines do not name the document, so the file does.
        return read_webanno(text, name.rpartition(".")[0])
    return READERS[tool](text)
