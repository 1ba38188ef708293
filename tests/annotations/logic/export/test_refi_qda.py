"""Test that codebooks and projects are what REFI-QDA 1.5 says, by the order of their elements and the form of
their attributes.
"""

import io
import re
from datetime import UTC, datetime
from itertools import groupby

from lxml import etree

from annotations.logic.export.codes import ExportedCode, ExportedTag, code_guid, code_tree, guid_of
from annotations.logic.export.refi_qda import (
    Project,
    ProjectLink,
    ProjectNote,
    ProjectPerson,
    ProjectSelection,
    ProjectSource,
    text_file,
    write_codebook,
    write_project,
)

#: The elements that may stand in an element, in their order.
CHILDREN = {
    "Project": ["Users", "CodeBook", "Sources", "Notes", "Links"],
    "Users": ["User"],
    "CodeBook": ["Codes"],
    "Codes": ["Code"],
    "Code": ["Description", "Code"],
    "Sources": ["TextSource"],
    "TextSource": ["PlainTextSelection"],
    "PlainTextSelection": ["Coding", "NoteRef"],
    "Coding": ["CodeRef"],
    "Notes": ["Note"],
    "Note": ["PlainTextContent"],
    "Links": ["Link"],
    "Link": ["NoteRef"],
}
#: Elements that must hold something.
NEVER_EMPTY = {"Users", "CodeBook", "Codes", "Sources", "Notes", "Links", "Coding"}
GUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
#: The form of the attributes, by their names.
FORMS = {
    "guid": GUID,
    "targetGUID": GUID,
    "originGUID": GUID,
    "creatingUser": GUID,
    "creationDateTime": TIME,
    "modifiedDateTime": TIME,
    "startPosition": r"\d+",
    "endPosition": r"\d+",
    "isCodable": "true|false",
    "color": "#[0-9a-f]{6}",
    "direction": "OneWay",
    "plainTextPath": rf"internal://{GUID}\.txt",
    "name": r"(?s).*",
    "origin": "Newsroom",
}
REQUIRED = {
    "Project": {"name"},
    "Code": {"guid", "name", "isCodable"},
    "PlainTextSelection": {"guid", "startPosition", "endPosition"},
    "TextSource": {"guid", "plainTextPath"},
    "Coding": {"guid"},
    "CodeRef": {"targetGUID"},
    "NoteRef": {"targetGUID"},
    "User": {"guid"},
    "Note": {"guid"},
    "Link": {"guid", "originGUID", "targetGUID"},
}
MOMENT = datetime(2022, 7, 9, 10, 0, 0, 5, tzinfo=UTC)
ANN, RAIN, HAIL, NOTE = (guid_of(word) for word in ("ann", "rain", "hail", "note"))


def faults(root: etree._Element, namespace: str) -> list[str]:
    """Return what is not as the format says."""
    found = []
    for element in root.iter():
        name = element.tag.removeprefix(f"{{{namespace}}}")
        children = [key for key, _ in groupby(child.tag.rpartition("}")[2] for child in element)]
        allowed = CHILDREN.get(name, [])
        if children != [child for child in allowed if child in children]:
            found.append(f"{name} holds {children}")
        if name in NEVER_EMPTY and not children:
            found.append(f"{name} is empty")
        found += [f"{name} lacks {each}" for each in REQUIRED.get(name, set()) - set(element.attrib)]
        for attribute, value in element.attrib.items():
            if not re.fullmatch(FORMS[attribute], value):
                found.append(f"{name}.{attribute}={value}")
    guids = {element.get("guid") for element in root.iter()}
    for attribute in ("targetGUID", "originGUID", "creatingUser"):
        named = {element.get(attribute) for element in root.iter()} - {None}
        found += [f"{attribute} {each} leads nowhere" for each in named - guids]
    return found


def selection(guid: str, **values: object) -> ProjectSelection:
    fixed = {"start": 0, "end": 4, "quote": "Rain", "codings": {}, "note": "", "person": ANN}
    times = {"created_at": MOMENT, "modified_at": MOMENT}
    return ProjectSelection(guid, **{**fixed, **times, **values})  # type: ignore[arg-type]


def written(**values: object) -> etree._Element:
    empty = {"people": [], "codes": [], "sources": [], "notes": [], "links": []}
    file = io.BytesIO()
    write_project(file, Project("Rain", **{**empty, **values}))  # type: ignore[arg-type]
    return etree.fromstring(file.getvalue())


def test_a_codebook_is_well_formed_and_nested() -> None:
    file = io.BytesIO()
    entries = [ExportedTag("claims/number", "How “many” <b> &\x00", "teal"), ExportedTag("people")]
    write_codebook(file, code_tree(entries))
    root = etree.fromstring(file.getvalue())
    assert root.tag == "{urn:QDA-XML:codebook:1.0}CodeBook"
    assert faults(root, "urn:QDA-XML:codebook:1.0") == []
    (number,) = root.iter("{*}Description")
    assert number.text == "How “many” <b> &\ufffd"
    assert [code.get("name") for code in root.iter("{*}Code")] == ["claims", "number", "people"]


def test_a_whole_project_is_as_the_format_says() -> None:
    codings = {guid_of("coding"): code_guid("weather/rain")}
    sources = [
        ProjectSource(guid_of("one"), "One", MOMENT, [selection(RAIN, codings=codings, note=NOTE)]),
        ProjectSource(guid_of("two"), "Two", MOMENT, [selection(HAIL, start=5, end=9)]),
    ]
    root = written(
        people=[ProjectPerson(ANN, "Ann")],
        codes=code_tree([ExportedTag("weather/rain")]),
        sources=sources,
        notes=[ProjectNote(NOTE, "Why?\n\nWho said so?", ANN, MOMENT)],
        links=[ProjectLink(guid_of("link"), "repeats", RAIN, HAIL, NOTE)],
    )
    assert root.tag == "{urn:QDA-XML:project:1.0}Project"
    assert faults(root, "urn:QDA-XML:project:1.0") == []
    assert [each.get("startPosition") for each in root.iter("{*}PlainTextSelection")] == ["0", "5"]
    (content,) = root.iter("{*}PlainTextContent")
    assert content.text == "Why?\n\nWho said so?"


def test_what_a_project_has_none_of_has_no_element() -> None:
    assert [child.tag for child in written()] == []


def test_parts_are_read_one_by_one_and_once() -> None:
    people = (ProjectPerson(guid_of(str(number)), str(number)) for number in range(3))
    assert [user.get("name") for user in written(people=people).iter("{*}User")] == ["0", "1", "2"]


def test_the_name_of_a_selection_is_the_beginning_of_its_words_in_one_line() -> None:
    sources = [ProjectSource(RAIN, "a", MOMENT, [selection(HAIL, quote="It\nrained\x07 " + "x" * 80)])]
    (marked,) = written(sources=sources).iter("{*}PlainTextSelection")
    assert marked.get("name") == "It rained\ufffd " + "x" * 49


def test_a_source_names_the_file_of_its_text() -> None:
    (source,) = written(sources=[ProjectSource(RAIN, "a", MOMENT, [])]).iter("{*}TextSource")
    assert source.get("plainTextPath").replace("internal://", "Sources/") == text_file(RAIN)


def test_the_check_finds_what_is_wrong() -> None:
    codes = [ExportedCode("no guid", "a", children=[ExportedCode(guid_of("b"), "b")])]
    links = [ProjectLink(guid_of("l"), "repeats", RAIN, HAIL)]
    found = faults(written(codes=codes, links=links), "urn:QDA-XML:project:1.0")
    assert found[0] == "Code.guid=no guid"
    assert len(found) == 3
