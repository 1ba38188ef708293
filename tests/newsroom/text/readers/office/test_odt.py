"""OpenDocument texts, whole, damaged and made to harm."""

import io
import zipfile

import pytest

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.model import Mark, MarkKind
from newsroom.text.pipeline import prepare
from newsroom.text.readers.office import odt
from newsroom.text.readers.office.odt import is_odt, read_odt

HEAD = '<o:document-content xmlns:o="o" xmlns:t="t" xmlns:d="d"><o:body><o:text>'
TAIL = "</o:text></o:body></o:document-content>"
MIME_TYPE = "application/vnd.oasis.opendocument.text"


def document(content, mime_type=MIME_TYPE, part="content.xml"):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", mime_type)
        package.writestr(part, content)
    return buffer.getvalue()


def texts(content):
    return [piece.text for piece in read_odt(document(HEAD + content + TAIL)).pieces]


def test_paragraphs_and_headings_are_read():
    raw = document(
        f'{HEAD}<t:h t:outline-level="1">Rain</t:h><t:p>It <t:span>rained</t:span>.</t:p><t:p/>{TAIL}'
    )
    heading, paragraph = read_odt(raw).pieces
    assert (heading.text, paragraph.text) == ("Rain", "It rained.")
    assert heading.marks == (Mark(0, 4, MarkKind.HEADING, "1"),)
    assert prepare(raw, name="a.odt").title == "Rain"


@pytest.mark.parametrize("level", ["", "0", "7", "12", "x"])
def test_a_heading_of_another_level_is_one_of_the_second(level):
    raw = document(f'{HEAD}<t:h t:outline-level="{level}">Rain</t:h>{TAIL}')
    assert read_odt(raw).pieces[0].marks[0].value == "2"


@pytest.mark.parametrize("blank", ["<t:s/>", "<t:tab/>", "<t:line-break/>"])
def test_blanks_part_words(blank):
    assert texts(f"<t:p>It{blank}rained.</t:p>") == ["It rained."]


@pytest.mark.parametrize("name", ["o:annotation", "t:note", "t:tracked-changes"])
def test_what_is_no_running_text_is_left_out(name):
    assert texts(f"<t:p>It <{name}><t:p>no</t:p></{name}>rained.</t:p>") == ["It rained."]


def test_a_frame_in_a_paragraph_has_its_own_paragraphs():
    assert texts("<t:p>It <d:frame><t:p>inside</t:p></d:frame>rained.</t:p>") == ["inside", "It rained."]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (document("<a>"), "damaged"),
        (document(HEAD), "damaged"),
        (document("x", part="other.xml"), "damaged or encrypted"),
        (document('<!DOCTYPE x [<!ENTITY a "b">]>' + HEAD + TAIL), "declares entities"),
        (document("<a>" * 100_000), "damaged"),
        (document(HEAD + "<t:p>x</t:p>" + TAIL)[:-30], "damaged"),
    ],
    ids=["open", "cut", "without content", "entities", "nested", "cut archive"],
)
def test_a_damaged_document_is_refused(raw, why):
    with pytest.raises(Unreadable, match=why):
        read_odt(raw)


@pytest.mark.parametrize(("less", "fits"), [(0, True), (1, False)])
def test_a_document_unpacks_to_a_limit(monkeypatch, less, fits):
    content = f"{HEAD}<t:p>x</t:p>{TAIL}"
    monkeypatch.setattr(odt, "LARGEST_PART", len(content) - less)
    if fits:
        assert read_odt(document(content)).pieces
    else:
        with pytest.raises(TooLarge):
            read_odt(document(content))


@pytest.mark.parametrize(
    ("raw", "answer"),
    [
        (document("x"), True),
        (document("x", mime_type="application/zip"), False),
        (document("x", mime_type=MIME_TYPE + " " * (100 - len(MIME_TYPE))), True),
        (document("x", mime_type=MIME_TYPE + " " * (101 - len(MIME_TYPE))), False),
        (b"PK\x03\x04 broken", False),
        (b"", False),
    ],
)
def test_an_opendocument_text_is_known_by_its_type(raw, answer):
    assert is_odt(raw) is answer
