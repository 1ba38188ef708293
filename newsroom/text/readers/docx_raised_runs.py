"""Write superscripts and subscripts of a Word document as plain text, in its XML tree."""

from dataclasses import dataclass, field

from docx.oxml.ns import qn
from lxml import etree

from newsroom.text.readers.docx_walk import PARAGRAPH
from newsroom.text.readers.raised_text import Script, scripts_of, written_out

_TEXT = qn("w:t")
_RUN = qn("w:r")
_SPACES = (qn("w:tab"), qn("w:br"), qn("w:cr"))
_STYLE = qn("w:style")
_STYLE_ID = qn("w:styleId")
_VALUE = qn("w:val")
_PROPERTIES = qn("w:rPr")
_VERTICAL_ALIGNMENT, _RUN_STYLE = qn("w:vertAlign"), qn("w:rStyle")
_VERTICAL = f"{_PROPERTIES}/{_VERTICAL_ALIGNMENT}"
_SCRIPTS = {"superscript": Script.RAISED, "subscript": Script.LOWERED}
#: The beginnings of the ids that Word gives to the styles of note marks, in lower case.
_NOTE_STYLES = ("footnotereference", "endnotereference")


def scripts_of_styles(styles: etree._Element) -> dict[str, Script]:
    """Return the styles that raise or lower text, as {id of the style: script}. `styles` is the element with
    all styles of the document.
    """
    scripts: dict[str, Script] = {}
    for style in styles.iterchildren(_STYLE):
        style_id = style.get(_STYLE_ID, "")
        if style_id.lower().startswith(_NOTE_STYLES):
            scripts[style_id] = Script.NOTE
            continue
        vertical = style.find(_VERTICAL)
        if vertical is not None and vertical.get(_VALUE) in _SCRIPTS:
            scripts[style_id] = _SCRIPTS[vertical.get(_VALUE)]
    return scripts


def write_out_scripts(root: etree._Element, styles: dict[str, Script]) -> None:
    """Replace the text of raised and lowered runs under `root` by the plain text that `written_out` returns.

    `styles` is the result of `scripts_of_styles`.
    """
    open_paragraphs: list[_Paragraph] = []
    looked_at = (PARAGRAPH, _TEXT, *_SPACES)
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=looked_at):
        if element.tag == PARAGRAPH:
            if event == "start":
                open_paragraphs.append(_Paragraph())
            else:
                open_paragraphs.pop().write_out()
        elif event == "start" and open_paragraphs:
            open_paragraphs[-1].add(element, styles)


@dataclass(slots=True)
class _Paragraph:
    """The texts of a paragraph: their elements, and each text with its script.

    A tab or a line break counts as a space.
    """

    elements: list[etree._Element] = field(default_factory=list)
    runs: list[tuple[str, Script]] = field(default_factory=list)

    def add(self, element: etree._Element, styles: dict[str, Script]) -> None:
        self.elements.append(element)
        if element.tag == _TEXT:
            self.runs.append((element.text or "", _script_of(element, styles)))
        else:
            self.runs.append((" ", Script.LINE))

    def write_out(self) -> None:
        if all(script is Script.LINE for _, script in self.runs):
            return
        texts = written_out(list(scripts_of(self.runs)))
        for element, text in zip(self.elements, texts, strict=True):
            if element.tag == _TEXT:
                element.text = text


def _script_of(text: etree._Element, styles: dict[str, Script]) -> Script:
    """Return the script of a text: the one that its run states, else the one of the run's style. The style of
    a note mark always wins.
    """
    run = text.getparent()
    if run is None or run.tag != _RUN:
        return Script.LINE
    # `find` takes many times as long, and most runs have no properties.
    properties = next(run.iterchildren(_PROPERTIES), None)
    if properties is None:
        return Script.LINE
    style = next(properties.iterchildren(_RUN_STYLE), None)
    of_style = Script.LINE
    if style is not None:
        of_style = styles.get(style.get(_VALUE, ""), Script.LINE)
    vertical = next(properties.iterchildren(_VERTICAL_ALIGNMENT), None)
    if vertical is None or of_style is Script.NOTE:
        return of_style
    return _SCRIPTS.get(vertical.get(_VALUE, ""), Script.LINE)
