"""Test the text and the formatting of the paragraphs of a Word document."""

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from newsroom.text.model import MarkKind, Role
from tests.newsroom.text.readers.sample_documents import BODY, document, pieces


def test_paragraphs_come_in_their_order_with_headings_lists_and_quotes():
    made = docx.Document()
    made.add_heading("Minister leaves early", 0)
    made.add_paragraph(BODY)
    made.add_heading("What was said", 2)
    made.add_paragraph("“We left.”", style="Intense Quote")
    made.add_paragraph("first", style="List Number")
    found = pieces(made)
    assert [piece.text for piece in found] == [
        "Minister leaves early",
        BODY,
        "What was said",
        "“We left.”",
        "first",
    ]
    assert [[(mark.kind, mark.value) for mark in piece.marks] for piece in found] == [
        [(MarkKind.HEADING, "1")],
        [],
        [(MarkKind.HEADING, "2")],
        [(MarkKind.QUOTE, "")],
        [(MarkKind.LIST_ITEM, "")],
    ]
    assert found[0].role is Role.TITLE


def test_emphasis_is_a_mark_however_word_has_split_it():
    made = document()
    paragraph = made.add_paragraph("It ")
    for part in ("rai", "ned"):
        paragraph.add_run(part).bold = True
    paragraph.add_run(" 😀 hard").italic = True
    (piece,) = pieces(made)
    assert piece.text == "It rained 😀 hard"
    assert [(mark.start, mark.end, mark.kind) for mark in piece.marks] == [
        (9, 16, MarkKind.EMPHASIS),
        (3, 9, MarkKind.STRONG),
    ]


@pytest.mark.parametrize(
    ("address", "kind"), [("https://example.org/a", MarkKind.LINK), ("javascript:alert(1)", MarkKind.NOTE)]
)
def test_a_link_is_a_mark_and_an_unsafe_one_leads_nowhere(address, kind):
    made = document("See ")
    relation = made.part.relate_to(address, RT.HYPERLINK, is_external=True)
    link = parse_xml(
        f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}"><w:r><w:t>there</w:t></w:r></w:hyperlink>'
    )
    made.paragraphs[0]._p.append(link)
    (piece,) = pieces(made)
    assert piece.text == "See there"
    assert [(mark.start, mark.end, mark.kind, mark.value) for mark in piece.marks] == [(4, 9, kind, address)]


def test_inserted_text_counts_and_deleted_text_does_not():
    made = document("It ")
    for tag, text in (
        ("ins", '<w:t xml:space="preserve">rained</w:t>'),
        ("del", "<w:delText>hailed</w:delText>"),
    ):
        made.paragraphs[0]._p.append(
            parse_xml(f'<w:{tag} {nsdecls("w")} w:id="1" w:author="a"><w:r>{text}</w:r></w:{tag}>')
        )
    assert [piece.text for piece in pieces(made)] == ["It rained"]
