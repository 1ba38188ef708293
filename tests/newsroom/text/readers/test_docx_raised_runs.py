"""Test superscripts and subscripts of a Word document, by the formatting of a run or by its style."""

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn

from newsroom.text.model import Role
from newsroom.text.readers.docx_raised_runs import scripts_of_styles
from newsroom.text.readers.raised_text import Script
from tests.newsroom.text.readers.sample_documents import document, pieces


def add(paragraph, before, raised, after=""):
    paragraph.add_run(before)
    for text in raised:
        paragraph.add_run(text).font.superscript = True
    paragraph.add_run(after)


def test_powers_and_notes_of_the_text_stand_apart():
    made = document("")
    add(made.paragraphs[0], "In 1987", "4", " it held 10")
    add(made.paragraphs[0], "", ["1", "2"], " litres.")
    assert [piece.text for piece in pieces(made)] == ["In 1987 [4] it held 10¹² litres."]


def test_subscripts_become_signs():
    made = document("CO")
    made.paragraphs[0].add_run("2").font.subscript = True
    assert [piece.text for piece in pieces(made)] == ["CO₂"]


def test_a_style_raises_too_and_the_run_may_take_it_back():
    made = document("")
    style = made.styles.add_style("Small", WD_STYLE_TYPE.CHARACTER)
    style.font.superscript = True
    paragraph = made.paragraphs[0]
    paragraph.add_run("99")
    paragraph.add_run("7", style="Small")
    paragraph.add_run(" and 99")
    taken_back = paragraph.add_run("7", style="Small")
    taken_back.font.superscript = True
    taken_back._r.rPr.find(qn("w:vertAlign")).set(qn("w:val"), "baseline")
    assert scripts_of_styles(made.styles.element) == {"Small": Script.RAISED}
    assert [piece.text for piece in pieces(made)] == ["99⁷ and 997"]


def test_the_style_of_note_marks_says_that_they_are_notes():
    made = document("")
    made.styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER)
    paragraph = made.paragraphs[0]
    paragraph.add_run("Seen by 40")
    paragraph.add_run("7", style="Footnote Reference")
    assert [piece.text for piece in pieces(made)] == ["Seen by 40 [7]"]


def test_tables_notes_and_margins_are_read_alike():
    made = document("Body.")
    add(made.add_table(1, 1).cell(0, 0).paragraphs[0], "10", "6")
    add(made.sections[0].header.paragraphs[0], "10", "7")
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    note = f"<w:p><w:r><w:t>10</w:t></w:r><w:r>{raised}<w:t>8</w:t></w:r></w:p>"
    xml = f"<w:footnotes {nsdecls('w')}><w:footnote>{note}</w:footnote></w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), CT.WML_FOOTNOTES, xml.encode(), made.part.package)
    made.part.relate_to(part, RT.FOOTNOTES)
    assert [(piece.text, piece.role) for piece in pieces(made)] == [
        ("10⁷", Role.BOILERPLATE),
        ("Body.", Role.BODY),
        ("10⁶", Role.BODY),
        ("10⁸", Role.BODY),
    ]
