"""Read the exchange formats of programs for qualitative analysis: codebooks (`.qdc`) and projects (`.qdpx`).

The formats are those of REFI-QDA (https://www.qdasoftware.org), which ATLAS.ti, NVivo, MAXQDA and others
write. A project is a ZIP archive with `project.qde` and the texts. Positions count the characters of a text,
but programs differ in two cases: a line break of two characters counts once or twice, and so does an emoji.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

from annotations.logic.interchange.json_files import storable_text
from annotations.logic.interchange.offsets import Quote, quote_at, quote_at_utf16
from annotations.logic.interchange.records import (
    ForeignAnnotation,
    ForeignAnnotations,
    ForeignDocument,
    ForeignLink,
    ForeignTag,
)
from newsroom.errors import Invalid, TooLarge, Unreadable
from newsroom.text.readers.office.packages import DAMAGED
from newsroom.text.xml_files import local_name, parse_xml

TOOL = "refi-qda"
#: The most bytes that a project may unpack to, and the most files in it.
MOST_BYTES = 2**28
MOST_FILES = 10_000
_PROJECT = "project.qde"
_INTERNAL = "internal://"
#: Letters by which a quote is compared with the name of its selection, which often repeats its beginning.
_COMPARED = 12


def read_codebook(raw: bytes) -> ForeignAnnotations:
    """Return the codes of a `.qdc` file as tags. Raises `Unreadable` for broken XML."""
    codebook = parse_xml(raw)
    return ForeignAnnotations(TOOL, tags=_tags(codebook, dict(_codes(codebook, ""))))


def read_project(raw: bytes) -> ForeignAnnotations:
    """Return the coded passages of a `.qdpx` file, with its codes, notes and links.

    Sources that are not text, and selections outside their text, become sentences in `unread`. Raises
    `Unreadable` if `raw` is not such an archive or is damaged, `TooLarge` if the archive unpacks to more than
    `MOST_BYTES` or `MOST_FILES`, and `Invalid` if a text is not UTF-8.
    """
    files = _unpacked(raw)
    if _PROJECT not in files:
        raise Unreadable("This is no project of REFI-QDA: it has no file project.qde.")
    project = parse_xml(files[_PROJECT])
    codes = dict(_codes(project, ""))
    people = {element.get("guid", ""): element.get("name", "") for element in _all(project, "User")}
    notes = {element.get("guid", ""): _text_of(element, files) for element in _all(project, "Note")}
    annotations = []
    unread = []
    # Pictures and recordings have selections too, but no words.
    for source in _all(project, "TextSource"):
        document = ForeignDocument(name=source.get("name", ""), text=_text_of(source, files))
        for selection in _children(source, "PlainTextSelection"):
            annotation = _annotation(selection, document, people, codes, notes)
            if annotation:
                annotations.append(annotation)
            else:
                unread.append(
                    f"{selection.get('guid', '')}: no passage of the text of {document.name}."
                )
    for kind in ("PictureSource", "PDFSource", "AudioSource", "VideoSource"):
        unread += [
            f"{each.get('name', '')}: only texts have passages here."
            for each in _all(project, kind)
        ]
    links = [_link(element) for element in _all(project, "Link")]
    return ForeignAnnotations(
        TOOL, tuple(annotations), tuple(links), _tags(project, codes), tuple(unread)
    )


def _tags(root: etree._Element, codes: Mapping[str, ForeignTag]) -> tuple[ForeignTag, ...]:
    """Return the codes that are tags. One that is not codable and says nothing only holds others."""
    tags = dict(codes)
    for code in _all(root, "Code"):
        if _is_folder(code):
            tags.pop(code.get("guid", ""), None)
    return tuple(tags.values())


def _is_folder(code: etree._Element) -> bool:
    # Programs that say nothing about it mean a code.
    if code.get("isCodable", "").strip() not in ("false", "0"):
        return False
    definitions = [_words(each) for each in _children(code, "Description")]
    return not "".join(definitions).strip()


def _annotation(
    selection: etree._Element,
    document: ForeignDocument,
    people: Mapping[str, str],
    codes: Mapping[str, ForeignTag],
    notes: Mapping[str, str],
) -> ForeignAnnotation | None:
    quote = _quote(selection, document.text)
    if quote is None:
        return None
    tags = []
    for reference in _all(selection, "CodeRef"):
        code = codes.get(reference.get("targetGUID", ""))
        if code:
            tags.append(code.path)
    # Some programs write what a person noted as a description, others as a note of its own.
    said = [_words(each) for each in _children(selection, "Description")]
    said += [notes.get(each.get("targetGUID", ""), "") for each in _children(selection, "NoteRef")]
    return ForeignAnnotation(
        foreign_id=selection.get("guid", ""),
        document=document,
        exact=quote.exact,
        prefix=quote.prefix,
        suffix=quote.suffix,
        start=quote.start,
        tags=tuple(dict.fromkeys(tags)),
        note="\n\n".join(text for text in said if text.strip()),
        author=people.get(selection.get("creatingUser", ""), ""),
        at=selection.get("creationDateTime", ""),
    )


def _quote(selection: etree._Element, text: str) -> Quote | None:
    """Return the words of a selection, or None if it states no place or if that place is outside the text.

    Programs count positions in different ways. The first way is chosen whose words begin as the selection's
    name does; if there is none, positions count code points.
    """
    stated = (selection.get("startPosition", ""), selection.get("endPosition", ""))
    if not all(place.isdecimal() and place.isascii() for place in stated):
        return None
    start, end = (int(place[:9]) for place in stated)
    name = _letters(selection.get("name", ""))[:_COMPARED]
    one_break = text.replace("\r\n", "\n")
    ways = (
        quote_at(text, start, end),
        quote_at(one_break, start, end),
        quote_at_utf16(text, start, end),
        quote_at_utf16(one_break, start, end),
    )
    # The name of a selection is mostly its beginning, so it tells which way the program counts.
    for quote in ways:
        if quote and name and _letters(quote.exact).startswith(name):
            return quote
    return ways[0]


def _codes(parent: etree._Element, above: str) -> Iterator[tuple[str, ForeignTag]]:
    """Yield the guid and the tag of each code below `parent`. The path of a code begins with the path of the
    code that holds it, at first `above`.
    """
    for child in parent:
        if local_name(child) != "Code":
            # Codes stand in <CodeBook><Codes>, at any depth of a project.
            if local_name(child) in ("CodeBook", "Codes"):
                yield from _codes(child, above)
            continue
        # Some programs write whole paths as names.
        path = "/".join(part for part in (above, child.get("name", "").strip()) if part)
        definition = "\n".join(_words(each) for each in _children(child, "Description"))
        yield child.get("guid", ""), ForeignTag(path.replace("|", "/"), definition.strip())
        yield from _codes(child, path)


def _link(element: etree._Element) -> ForeignLink:
    return ForeignLink(
        element.get("guid", ""),
        element.get("originGUID", ""),
        element.get("targetGUID", ""),
        element.get("name", ""),
    )


def _text_of(element: etree._Element, files: Mapping[str, bytes]) -> str:
    """Return the text of a source or a note, from its element or from a file of the archive. Empty if neither
    has it.

    Raises `Invalid` if the file is not UTF-8.
    """
    inside = [_words(each) for each in _children(element, "PlainTextContent")]
    path = element.get("plainTextPath", "")
    if inside or not path.startswith(_INTERNAL):
        return "\n".join(inside)
    name = path.removeprefix(_INTERNAL)
    # The case of the folder differs between programs.
    for folder in ("Sources/", "sources/", ""):
        if f"{folder}{name}" in files:
            try:
                return storable_text(files[f"{folder}{name}"].decode("utf-8-sig"))
            except UnicodeDecodeError as error:
                raise Invalid(f"{name}: this is not UTF-8.") from error
    return ""


def _unpacked(raw: bytes) -> dict[str, bytes]:
    """Return the `.txt` and `.qde` files of the archive, by name. Nothing is written to the disk.

    Raises `TooLarge` beyond `MOST_FILES` or `MOST_BYTES`, and `Unreadable` if the archive is damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = [
                each for each in archive.infolist() if each.filename.endswith((".txt", ".qde"))
            ]
            # The directory of the archive states the sizes, and the library reads no more than that.
            if len(entries) > MOST_FILES or sum(each.file_size for each in entries) > MOST_BYTES:
                raise TooLarge("This project unpacks to too much: export a part of it.")
            return {each.filename: archive.read(each) for each in entries}
    except DAMAGED as error:
        raise Unreadable("This is no project of REFI-QDA, or it is damaged.") from error


def _all(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    return (element for element in parent.iter() if local_name(element) == name)


def _children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    return (element for element in parent if local_name(element) == name)


def _words(element: etree._Element) -> str:
    return "".join(element.itertext())


def _letters(text: str) -> str:
    return "".join(text.split())
