"""Test that Word documents are read completely and in order, and that their traps do no harm."""

import io
import zipfile

import docx
import pytest
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.model import Role
from newsroom.text.pipeline import draft_of, prepare
from newsroom.text.readers import docx as reader
from tests.cpu_time import cpu_seconds
from tests.newsroom.text.readers.sample_documents import BODY, document, pieces, raw, repacked


def test_a_table_is_a_line_a_row():
    made = document("Before.")
    table = made.add_table(2, 2)
    for (row, column), text in {(0, 0): "City", (0, 1): "Rain", (1, 0): "Bali"}.items():
        table.cell(row, column).text = text
    made.add_paragraph("After.")
    assert [piece.text for piece in pieces(made)] == ["Before.", "City | Rain", "Bali | ", "After."]


def test_notes_stand_behind_the_text_that_points_to_them():
    made = document(BODY)
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>As told by AFP.</w:t></w:r></w:p></w:footnote>'
    xml = f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), CT.WML_FOOTNOTES, xml.encode(), made.part.package)
    made.part.relate_to(part, RT.FOOTNOTES)
    assert [piece.text for piece in pieces(made)] == [BODY, "As told by AFP."]


def test_a_text_box_is_read_once_where_it_stands():
    made = document("Before.")
    box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    made.paragraphs[0]._p.append(
        parse_xml(f"<w:r {nsdecls('w')} {space}><mc:AlternateContent>{both}</mc:AlternateContent></w:r>")
    )
    assert [piece.text for piece in pieces(made)] == ["Before.", "In a box."]


def test_what_stands_on_every_page_is_boilerplate():
    made = document(BODY)
    made.sections[0].header.paragraphs[0].text = "Agency wire, not for release"
    found = pieces(made)
    assert [(piece.text, piece.role) for piece in found] == [
        ("Agency wire, not for release", Role.BOILERPLATE),
        (BODY, Role.BODY),
    ]


def test_a_document_is_imported_by_what_it_is_whatever_its_name():
    prepared = prepare(raw(document("Minister leaves early", BODY)), name="a.txt")
    assert prepared.draft.format == "docx"
    assert prepared.title == "Minister leaves early"
    assert prepared.document.text == f"Minister leaves early\n\n{BODY}"


def test_the_one_who_typed_it_is_no_byline():
    made = document(BODY)
    made.core_properties.author, made.core_properties.title = "A. Typist", "Template 7"
    found = draft_of(reader.read_docx(raw(made))).metadata
    assert (found.byline, found.title) == ("", "")


def test_external_entities_are_refused_unread(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    entity = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()

    def declare(content):
        return content.replace(b"<w:document", entity + b"<w:document", 1).replace(BODY.encode(), b"&x;")

    with pytest.raises(Unreadable, match="declares entities"):
        reader.read_docx(repacked(raw(document(BODY)), "word/document.xml", declare))


def test_an_entity_that_hides_behind_another_encoding_is_not_resolved(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")

    def declare(content):
        text = (
            content.decode().replace("encoding='UTF-8'", "encoding='UTF-16'").replace('encoding="UTF-8"', "")
        )
        entity = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        return text.replace("<w:document", entity + "<w:document", 1).replace(BODY, "&x;").encode("utf-16")

    with pytest.raises(Unreadable):
        reader.read_docx(repacked(raw(document(BODY)), "word/document.xml", declare))


def test_a_document_that_unpacks_to_a_thousandfold_is_refused():
    with pytest.raises(TooLarge):
        reader.read_docx(
            repacked(raw(document(BODY)), "word/styles.xml", lambda _: bytes(30 * 1024 * 1024 + 1))
        )


@pytest.mark.parametrize(
    "change", [lambda _: b"no xml", lambda _: b"", lambda content: content[:200], lambda _: b"<a/>"]
)
@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
def test_a_damaged_document_is_a_sentence(part, change):
    with pytest.raises(Unreadable):
        prepare(repacked(raw(document(BODY)), part, change))


def test_another_archive_is_no_document():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "x")
    assert not reader.is_docx(file.getvalue())
    assert not reader.is_docx(b"PK\x03\x04 broken")
    with pytest.raises(Unreadable, match="a ZIP archive or an office document"):
        prepare(file.getvalue())


def test_a_document_without_words_is_told():
    with pytest.raises(Unreadable, match="no text in it"):
        prepare(raw(docx.Document()))


def test_a_table_inside_a_table_is_said_once():
    made = docx.Document()
    outer = made.add_table(1, 2)
    outer.cell(0, 0).text = "City"
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Rain", "Sun"
    (row,) = pieces(made)
    assert row.text.split() == ["City", "|", "Rain", "Sun"]


def test_the_rough_text_has_each_paragraph_in_a_line():
    packed = with_body(
        "<w:p><w:r><w:t>To</w:t></w:r><w:r><w:t>kyo,</w:t><w:br/><w:t>Bali  and</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Rain &amp; sun</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:r><w:delText>No.</w:delText></w:r></w:p>"
    )
    lines = (reader.rough_text(packed) or "").split("\n")
    assert {"Tokyo, Bali and", "Rain &amp; sun", "No."} <= set(lines)


def test_the_rough_text_of_a_trap_is_refused():
    packed = repacked(raw(docx.Document()), "word/document.xml", lambda part: b"<!DOCTYPE a>" + part)
    with pytest.raises(Unreadable, match="declares entities"):
        reader.rough_text(packed)


def with_body(xml, *, styles=""):
    """Return a package whose document begins with `xml`, and whose styles end with `styles`."""
    packed = repacked(
        raw(docx.Document()),
        "word/document.xml",
        lambda part: part.replace(b"<w:body>", b"<w:body>" + xml.encode()),
    )
    return repacked(
        packed,
        "word/styles.xml",
        lambda part: part.replace(b"</w:styles>", styles.encode() + b"</w:styles>"),
    )


LINE = "<w:p><w:r><w:t>word </w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("xml", "styles"),
    [
        (30_000 * LINE, ""),
        (1_000 * LINE, 20_000 * '<w:style w:type="paragraph"/>'),
        (60 * f"<w:tbl><w:tr><w:tc>{LINE}" + 5_000 * LINE + 60 * "</w:tc></w:tr></w:tbl>", ""),
        (60 * "<w:p><w:r><w:pict>" + 5_000 * LINE + 60 * "</w:pict></w:r></w:p>", ""),
        (LINE + 40_000 * "<w:r><w:t>a</w:t></w:r>", ""),
    ],
    ids=["paragraphs", "styles", "tables", "boxes", "runs"],
)
def test_effort_grows_with_the_document_and_not_with_products_of_its_parts(xml, styles):
    packed = with_body(xml, styles=styles)
    with cpu_seconds(5):
        assert reader.read_docx(packed).pieces
