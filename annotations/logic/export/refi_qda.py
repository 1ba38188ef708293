"""Write the exchange formats of programs for qualitative analysis: codebooks (`.qdc`), projects (`.qdpx`).

The formats are those of REFI-QDA 1.5 (https://www.qdasoftware.org). Positions count code points from 0, as
its section 10.2 says; the end is exclusive, as in its examples. Elements are written one by one, so that the
memory does not grow with a project.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from types import MappingProxyType
from typing import IO, Any

from lxml import etree

from annotations.logic.export.codes import ExportedCode
from annotations.logic.export.rows import text_of
from annotations.logic.export.xml_text import xml_text

ORIGIN = "Newsroom"
PROJECT_FILE = "project.qde"
_CODEBOOK = "urn:QDA-XML:codebook:1.0"
_PROJECT = "urn:QDA-XML:project:1.0"
#: The length of the name of a selection, in code points.
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class ProjectPerson:
    """A person who made something in a project."""

    guid: str
    name: str


@dataclass(frozen=True, slots=True)
class ProjectSelection:
    """A marked passage, from the code point `start` to `end` (exclusive) of the text of its source.

    `quote` are its words. `codings` maps the guid of each coding to the guid of its code. `note` and `person`
    are guids; `note` is empty if there is none.
    """

    guid: str
    start: int
    end: int
    quote: str
    codings: Mapping[str, str]
    note: str
    person: str
    created_at: datetime
    modified_at: datetime


@dataclass(frozen=True, slots=True)
class ProjectSource:
    """A text of a project. Its file is named by its guid."""

    guid: str
    name: str
    created_at: datetime
    selections: Iterable[ProjectSelection]


@dataclass(frozen=True, slots=True)
class ProjectNote:
    """A note on a selection or a link. `person` is a guid."""

    guid: str
    text: str
    person: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ProjectLink:
    """A link from one selection to another, by their guids. `note` is a guid, or empty."""

    guid: str
    name: str
    origin: str
    target: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """Everything in a project, in the order in which it is written. Each iterable is read once."""

    name: str
    people: Iterable[ProjectPerson]
    codes: Iterable[ExportedCode]
    sources: Iterable[ProjectSource]
    notes: Iterable[ProjectNote]
    links: Iterable[ProjectLink]


def text_file(guid: str) -> str:
    """Return the name of the file in the archive that holds the text of a source."""
    return f"Sources/{guid}.txt"


def write_codebook(file: IO[bytes], codes: Iterable[ExportedCode]) -> None:
    """Write a `.qdc` file with the codes, of which there must be one at least: the schema asks for it."""
    with etree.xmlfile(file, encoding="utf-8") as writer:
        writer.write_declaration()
        with writer.element("CodeBook", {"origin": ORIGIN}, nsmap={None: _CODEBOOK}):
            _write_codes(writer, codes)


def write_project(file: IO[bytes], project: Project) -> None:
    """Write the file `project.qde` of a `.qdpx` archive."""
    # A tree in memory would be many times as large as the file.
    with etree.xmlfile(file, encoding="utf-8") as writer:
        writer.write_declaration()
        root = {"name": xml_text(project.name), "origin": ORIGIN}
        with writer.element("Project", root, nsmap={None: _PROJECT}):
            for people in _filled(project.people, writer, "Users"):
                _write_people(writer, people)
            for codes in _filled(project.codes, writer, "CodeBook"):
                _write_codes(writer, codes)
            for sources in _filled(project.sources, writer, "Sources"):
                _write_sources(writer, sources)
            for notes in _filled(project.notes, writer, "Notes"):
                _write_notes(writer, notes)
            for links in _filled(project.links, writer, "Links"):
                _write_links(writer, links)


def _filled(items: Iterable[Any], writer: Any, name: str) -> Iterator[Iterable[Any]]:
    """Yield the items once, inside the element `name`. Without items there is no element, because the schema
    allows no empty one.
    """
    iterator = iter(items)
    first = next(iterator, None)
    if first is not None:
        with _element(writer, name):
            yield chain([first], iterator)


def _write_people(writer: Any, people: Iterable[ProjectPerson]) -> None:
    for person in people:
        with _element(writer, "User", {"guid": person.guid, "name": person.name}):
            pass


def _write_codes(writer: Any, codes: Iterable[ExportedCode]) -> None:
    with _element(writer, "Codes"):
        for code in codes:
            _write_code(writer, code)


def _write_code(writer: Any, code: ExportedCode) -> None:
    attributes = {
        "guid": code.guid,
        "name": code.name,
        "isCodable": text_of(code.codable),
    }
    # What is no tag has no colour, and the schema refuses an empty one.
    if code.colour:
        attributes["color"] = code.colour
    with _element(writer, "Code", attributes):
        if code.definition:
            _write_text(writer, "Description", code.definition)
        # A path has few levels, so this cannot go too deep.
        for child in code.children:
            _write_code(writer, child)


def _write_sources(writer: Any, sources: Iterable[ProjectSource]) -> None:
    for source in sources:
        attributes = {
            "guid": source.guid,
            "name": source.name,
            "plainTextPath": f"internal://{source.guid}.txt",
            "creationDateTime": text_of(source.created_at),
        }
        with _element(writer, "TextSource", attributes):
            for selection in source.selections:
                _write_selection(writer, selection)


def _write_selection(writer: Any, selection: ProjectSelection) -> None:
    attributes = {
        "guid": selection.guid,
        # By the name, programs that count otherwise find the passage.
        "name": " ".join(selection.quote.split())[:_LONGEST_NAME],
        "startPosition": str(selection.start),
        "endPosition": str(selection.end),
        "creatingUser": selection.person,
        "creationDateTime": text_of(selection.created_at),
        "modifiedDateTime": text_of(selection.modified_at),
    }
    with _element(writer, "PlainTextSelection", attributes):
        # The schema has codings before notes.
        for guid, code in selection.codings.items():
            with _element(writer, "Coding", {"guid": guid}):
                _write_reference(writer, "CodeRef", code)
        if selection.note:
            _write_reference(writer, "NoteRef", selection.note)


def _write_notes(writer: Any, notes: Iterable[ProjectNote]) -> None:
    for note in notes:
        attributes = {
            "guid": note.guid,
            "creatingUser": note.person,
            "creationDateTime": text_of(note.created_at),
        }
        with _element(writer, "Note", attributes):
            _write_text(writer, "PlainTextContent", note.text)


def _write_links(writer: Any, links: Iterable[ProjectLink]) -> None:
    for link in links:
        attributes = {
            "guid": link.guid,
            "name": link.name,
            "direction": "OneWay",
            "originGUID": link.origin,
            "targetGUID": link.target,
        }
        with _element(writer, "Link", attributes):
            if link.note:
                _write_reference(writer, "NoteRef", link.note)


def _write_reference(writer: Any, name: str, guid: str) -> None:
    with _element(writer, name, {"targetGUID": guid}):
        pass


def _write_text(writer: Any, name: str, text: str) -> None:
    with _element(writer, name):
        writer.write(xml_text(text))


def _element(
    writer: Any, name: str, attributes: Mapping[str, str] = MappingProxyType({})
) -> AbstractContextManager[None]:
    """Return a context that writes the beginning and the end of an element."""
    texts = {key: xml_text(value) for key, value in attributes.items()}
    element: AbstractContextManager[None] = writer.element(name, texts)
    return element
