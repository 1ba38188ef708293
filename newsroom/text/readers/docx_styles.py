"""Look up the names of the styles of a Word document, once for all of its paragraphs.

python-docx searches all styles for each paragraph, which takes minutes if there are many of both.
"""

from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

_STYLE = qn("w:style")
_STYLE_ID = qn("w:styleId")
_TYPE = qn("w:type")
_DEFAULT = qn("w:default")
_NAME = qn("w:name")
_VALUE = qn("w:val")
_OF_PARAGRAPHS = "paragraph"
#: The ways in which WordprocessingML writes “true” (ST_OnOff).
_TRUE = frozenset(("1", "true", "on"))


@dataclass(frozen=True, slots=True)
class StyleNames:
    """The names of the paragraph styles of a document, in lower case.

    `by_id` is {id of a style: name}. `default` is the name of the default style, or an empty string.
    """

    by_id: dict[str, str]
    default: str

    def name(self, style_id: str | None) -> str:
        """Return the name of the style with this id, or the name of the default style if the id is unknown or
        None.
        """
        if not style_id:
            return self.default
        return self.by_id.get(style_id, self.default)


def style_names(document: WordDocument) -> StyleNames:
    """Return the names of the paragraph styles of a document.

    A style without a name has an empty string as its name.
    """
    by_id: dict[str, str] = {}
    seen: set[str] = set()
    default = ""
    for style in document.styles.element.iterchildren(_STYLE):
        is_of_paragraphs = style.get(_TYPE) == _OF_PARAGRAPHS
        if is_of_paragraphs and style.get(_DEFAULT) in _TRUE:
            # If there are several defaults, the last one is valid (ECMA-376, 17.7.4.17).
            default = _name_of(style)

        style_id = style.get(_STYLE_ID, "")
        # If several styles have the same id, the first one is valid, even if it is not a paragraph style.
        if is_of_paragraphs and style_id not in seen:
            by_id[style_id] = _name_of(style)
        seen.add(style_id)
    return StyleNames(by_id, default)


def _name_of(style: etree._Element) -> str:
    name = style.find(_NAME)
    if name is None:
        return ""
    value: str = name.get(_VALUE, "")
    return value.lower()
