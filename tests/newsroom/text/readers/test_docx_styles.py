"""Test which style a paragraph of a Word document has, and that this is found quickly."""

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from newsroom.text.readers.docx_styles import style_names


def document(*styles):
    """Return a document with these styles and no others. Each is given as its XML without namespaces."""
    made = docx.Document()
    element = made.styles.element
    for style in list(element.style_lst):
        element.remove(style)
    for style in styles:
        element.append(parse_xml(style.replace("<w:style ", f"<w:style {nsdecls('w')} ", 1)))
    return made


def style(style_id, name, kind="paragraph", more=""):
    return f'<w:style w:type="{kind}" w:styleId="{style_id}" {more}><w:name w:val="{name}"/></w:style>'


def test_a_style_goes_by_its_name_in_lower_case_whatever_its_id_is():
    names = style_names(document(style("Titre1", "Heading 1")))
    assert names.name("Titre1") == "heading 1"


@pytest.mark.parametrize("style_id", [None, "", "Unknown", "Strong"])
def test_a_paragraph_without_a_style_of_paragraphs_has_the_default(style_id):
    names = style_names(
        document(
            style("First", "First", more='w:default="1"'),
            style("Normal", "Normal", more='w:default="true"'),
            style("Strong", "Strong", "character", 'w:default="1"'),
        )
    )
    assert names.name(style_id) == "normal"


def test_of_two_styles_with_one_id_the_first_counts():
    names = style_names(document(style("A", "Quote"), style("A", "Title"), style("B", "x", "table")))
    assert names.name("A") == "quote"


def test_a_style_without_a_name_and_a_document_without_styles_are_blank():
    nameless = document('<w:style w:type="paragraph" w:styleId="A"/>')
    assert style_names(nameless).name("A") == ""
    assert style_names(document()).name(None) == ""
