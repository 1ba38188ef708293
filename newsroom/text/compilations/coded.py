"""Write and read an article of a news database or of a wire as paragraphs, each with the code of its field.

A blank line separates the paragraphs. The codes are like those of Factiva, as in `HD Bridge closed`. This
form keeps every word of the article, and to which field it belongs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from newsroom.text.metadata.bylines import names_of_people
from newsroom.text.metadata.dates import first_date
from newsroom.text.model import Metadata, Piece, RawArticle, Role
from newsroom.text.normalise import normalise


class Code(StrEnum):
    """The code of a field of an article, such as `HD` for the headline.

    `NOTE` is the code of lines that belong to no other field, such as the number of words. `FIELD` is the
    code of lines that are kept beside the text.
    """

    HEADLINE = "HD"
    BYLINE = "BY"
    DAY = "PD"
    OUTLET = "SN"
    CAPTION = "CP"
    NOTE = "NT"
    FIELD = "FL"
    TEXT = "TX"


@dataclass(frozen=True, slots=True)
class CodedParagraph:
    """One paragraph of an article, in one line, with the code of its field."""

    code: Code
    text: str


_ROLE_OF_CODE = {
    Code.HEADLINE: Role.TITLE,
    Code.BYLINE: Role.BYLINE,
    Code.DAY: Role.DATELINE,
    Code.OUTLET: Role.BOILERPLATE,
    Code.CAPTION: Role.CAPTION,
    Code.NOTE: Role.BOILERPLATE,
    Code.TEXT: Role.BODY,
}
_BETWEEN = "\n\n"
#: Spaces within a Chinese or Japanese date, which `first_date` does not know.
_SIGNS_OF_DATES = "年月日"


def write_coded(paragraphs: Iterable[CodedParagraph]) -> str:
    """Return the paragraphs as one text, in which each paragraph begins with its code."""
    return _BETWEEN.join(f"{paragraph.code} {paragraph.text}" for paragraph in paragraphs)


def read_coded(source: str) -> RawArticle:
    """Return the article in a text that `write_coded` has written, with the metadata that its fields
    state.
    """
    paragraphs = [_parsed(block) for block in normalise(source).split(_BETWEEN) if block.strip()]
    paragraphs_to_show = [each for each in paragraphs if each.text and each.code is not Code.FIELD]
    pieces = tuple(Piece(each.text, _ROLE_OF_CODE[each.code]) for each in paragraphs_to_show)
    return RawArticle(pieces, _stated(paragraphs), format="database")


def date_in(text: str) -> str:
    """Return `text` without the spaces in Chinese and Japanese dates, so that `first_date` can read them."""
    for sign in _SIGNS_OF_DATES:
        text = text.replace(f" {sign}", sign).replace(f"{sign} ", sign)
    return text


def _parsed(block: str) -> CodedParagraph:
    code, _, text = block.partition(" ")
    if code in list(Code):
        return CodedParagraph(Code(code), " ".join(text.split()))
    return CodedParagraph(Code.TEXT, " ".join(block.split()))


def _stated(paragraphs: Sequence[CodedParagraph]) -> Metadata:
    published = first_date(date_in(_first(paragraphs, Code.DAY)))
    return Metadata(
        title=_first(paragraphs, Code.HEADLINE),
        byline=_byline(paragraphs),
        published_at=published.moment if published else None,
        published_on_day=published is not None and published.on_day,
        outlet=_first(paragraphs, Code.OUTLET).rstrip("."),
        lines=tuple(each.text for each in paragraphs if each.code is Code.FIELD),
    )


def _first(paragraphs: Sequence[CodedParagraph], code: Code) -> str:
    return next((each.text for each in paragraphs if each.code is code), "")


def _byline(paragraphs: Sequence[CodedParagraph]) -> str:
    lines = []
    for paragraph in paragraphs:
        if paragraph.code is not Code.BYLINE:
            continue
        # Databases add the site of the outlet to the names.
        parts = paragraph.text.split(", ")
        names = [part for part in parts if "." not in part.strip(".")[2:]]
        lines.append(", ".join(names))
    return names_of_people(lines)
