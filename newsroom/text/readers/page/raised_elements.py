"""Write superscripts and subscripts of a page as plain text, in the tree of its elements."""

import re
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from newsroom.text.readers.page.regions import Element, is_block
from newsroom.text.readers.raised_text import Script, ScriptPart, marks_a_note, written_out

_NO_TEXT = frozenset(("script", "style", "template", "title", "head", "desc", "textarea"))
_RAISED_STYLE = re.compile(r"vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE)
_SCRIPTS = {"sup": Script.RAISED, "sub": Script.LOWERED}
_SCRIPTS_OF_STYLE = {"super": Script.RAISED, "sub": Script.LOWERED}
#: The attributes that name what an element is, and the longest value that is examined, in characters.
_NAMING_ATTRIBUTES = (
    "class",
    "role",
    "id",
    "rel",
    "{http://www.idpf.org/2007/ops}type",
    "epub:type",
)
_LONGEST_VALUE = 500
#: A link with more texts inside is no mark of a note.
_MOST_TEXTS = 10
_NAMES_NOTE = re.compile(
    r"foot-?note|end-?note|note-?ref|fn-?ref|ref-?note|cite_ref", re.IGNORECASE
)
_NOTE_ADDRESS = re.compile(
    r"#_?(?:fn|ftn|f|n|foot-?note|end-?note|note|edn|cite_note)\W?\w?\W?\d+\w?\Z", re.IGNORECASE
)


def write_out_scripts(root: Element) -> None:
    """Replace the text of raised and lowered elements under `root` by the plain text that `written_out`
    returns.

    These elements are `sup`, `sub`, elements with such a style, and links whose names or addresses show that
    they are marks of notes. Each block is a paragraph of its own, and so is each line that ends with a
    `<br>`.
    """
    _ScriptWalk().walk(root)


@dataclass(slots=True)
class _ScriptWalk:
    """The state of the walk over a page.

    `places` are the texts of the open paragraph, each as an element and whether it is the text behind it
    (`tail`), and `parts` are the same texts with their scripts. `open_scripts` holds, for each open raised or
    lowered element, the element, its script and its number. `has_scripts` is true if `parts` has one, and
    `stretches` is how many such elements were found.
    """

    places: list[tuple[Element, bool]] = field(default_factory=list)
    parts: list[ScriptPart] = field(default_factory=list)
    open_scripts: list[tuple[Element, Script, int]] = field(default_factory=list)
    has_scripts: bool = False
    stretches: int = 0

    def walk(self, root: Element) -> None:
        events = etree.iterwalk(root, events=("start", "end"))
        for event, element in events:
            if event == "end":
                self._end(element)
            elif element.tag in _NO_TEXT:
                events.skip_subtree()
            else:
                self._start(element)
        self._flush()

    def _start(self, element: Element) -> None:
        if _parts_text(element):
            self._flush()
        elif not self.open_scripts:
            script = _script_of(element)
            if script is not Script.LINE:
                self.stretches += 1
                self.open_scripts.append((element, script, self.stretches))
        self._add(element, element.text, is_tail=False)

    def _end(self, element: Element) -> None:
        if _parts_text(element):
            self._flush()
        if self.open_scripts and self.open_scripts[-1][0] is element:
            self.open_scripts.pop()
        self._add(element, element.tail, is_tail=True)

    def _add(self, element: Element, text: str | None, *, is_tail: bool) -> None:
        if not text:
            return
        part = ScriptPart(text)
        if self.open_scripts:
            _, script, stretch = self.open_scripts[-1]
            part = ScriptPart(text, script, stretch)
            self.has_scripts = True
        self.places.append((element, is_tail))
        self.parts.append(part)

    def _flush(self) -> None:
        if self.has_scripts:
            texts = written_out(self.parts)
            for (element, is_tail), part, text in zip(self.places, self.parts, texts, strict=True):
                if text == part.text:
                    continue
                if is_tail:
                    element.tail = text
                else:
                    element.text = text
        self.places = []
        self.parts = []
        self.has_scripts = False


def _parts_text(element: Element) -> bool:
    return element.tag == "br" or is_block(element)


def _script_of(element: Element) -> Script:
    """Return the script of the text in an element, which is `LINE` if the element is neither raised nor
    lowered.
    """
    script = _SCRIPTS.get(element.tag) or _script_of_style(element)
    if script is Script.RAISED and _leads_to_note(element):
        return Script.NOTE
    if script is Script.LINE and element.tag == "a" and _is_mark_of_note(element):
        return Script.NOTE
    return script


def _script_of_style(element: Element) -> Script:
    style = _RAISED_STYLE.search(element.get("style", "")[:_LONGEST_VALUE])
    if not style:
        return Script.LINE
    return _SCRIPTS_OF_STYLE[style[1].lower()]


def _leads_to_note(element: Element) -> bool:
    """Return whether a raised element leads to a note: by its own names, or by a link in or around it to a
    place on the page.
    """
    parent = element.getparent()
    if parent is not None and parent.tag == "a" and _leads_into_page(parent):
        return True
    return _names_note(element) or any(_leads_into_page(link) for link in element.iter("a"))


def _leads_into_page(link: Element) -> bool:
    return link.get("href", "").strip().startswith("#") or _is_mark_of_note(link)


def _is_mark_of_note(link: Element) -> bool:
    """Return whether a link is the mark of a note, even if it is not raised.

    Its names or its address must contain a word for a note, and its text must be short.
    """
    address = link.get("href", "")[:_LONGEST_VALUE].strip()
    if not _names_note(link) and not _NOTE_ADDRESS.search(address):
        return False
    beginning = islice(link.itertext(), _MOST_TEXTS)
    return marks_a_note("".join(beginning))


def _names_note(element: Element) -> bool:
    values = (element.get(name, "")[:_LONGEST_VALUE] for name in _NAMING_ATTRIBUTES)
    return any(_NAMES_NOTE.search(value) for value in values)
