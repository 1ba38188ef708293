"""Test that each paragraph and row of a Word document is visited once, in order, at any depth."""

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from newsroom.text.readers.docx_walk import WordRow, units_of

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def words(paragraph):
    return [run.element.text for run in paragraph.runs]


def walked(body):
    """Return the units of a body: a list of words for a paragraph, a list of cells for a row."""
    units = []
    for unit in units_of(parse_xml(f"<w:body {nsdecls('w', 'r')} {MC}>{body}</w:body>")):
        if isinstance(unit, WordRow):
            units.append([[words(paragraph) for paragraph in cell] for cell in unit.cells])
        else:
            units.append(words(unit))
    return units


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(*parts):
    return f"<w:p>{''.join(parts)}</w:p>"


def table(*cells):
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def test_a_table_in_a_table_belongs_to_the_outer_row_once():
    inner = table(paragraph(run("b")), paragraph(run("c")))
    assert walked(table(paragraph(run("a")) + inner, paragraph(run("d")))) == [
        [[["a"], ["b"], ["c"]], [["d"]]]
    ]


def test_a_text_box_is_a_paragraph_of_its_own_behind_the_one_it_stands_in():
    box = f"<w:r><w:pict>{paragraph(run('box'))}</w:pict></w:r>"
    assert walked(paragraph(run("a"), box, run("b"))) == [["a", "", "b"], ["box"]]


def test_what_was_deleted_moved_away_or_repeated_is_left_out():
    kept = paragraph(run("a"), f"<w:del>{run('x')}</w:del>", f"<w:moveFrom>{run('y')}</w:moveFrom>", run("b"))
    repeated = f"<mc:Fallback>{paragraph(run('z'))}{table(paragraph(run('z')))}</mc:Fallback>"
    assert walked(kept + repeated) == [["a", "b"]]


def test_a_run_in_a_link_knows_where_it_leads_and_the_next_one_leads_nowhere():
    linked = f'<w:hyperlink r:id="rId7">{run("there")}</w:hyperlink>'
    (unit,) = units_of(
        parse_xml(f"<w:body {nsdecls('w', 'r')}>{paragraph(run('see'), linked, run('now'))}</w:body>")
    )
    assert [run.relation for run in unit.runs] == ["", "rId7", ""]
