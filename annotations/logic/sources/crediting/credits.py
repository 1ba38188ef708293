"""Find the sources that an article names: in byline, credit line, dateline or sign-off, or as a citation.

Credits are weaker evidence than shared wording: an outlet that prints “With reporting by AP and Reuters” may
have written every word itself. Therefore credits give a proposed origin its name and are shown to the person
who decides, but they never propose an origin.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from annotations.logic.sources.outlet_names import PAPER_NAMES, short_name
from annotations.logic.vocabulary import CreditKind
from newsroom.text.metadata.agencies import WIRES
from newsroom.text.metadata.known_outlets import OUTLETS
from newsroom.text.model import Document, Role
from newsroom.text.structure.agency_lines import sent_by, signed_by

#: Words for agencies that the article does not name.
_UNNAMED = frozenset({"wires", "post wires", "wire services"})
_CREDITED = WIRES | _UNNAMED
# Names do not have longer words or more full stops. These limits keep the search linear even without spaces.
_CAPITALISED = r"[^\W\d_a-z][\w&’'-]{0,40}+(?:\.\w[\w&’'-]{0,40}+){0,5}+"
_NAME = rf"(?:the\s+|The\s+)?(?P<name>{_CAPITALISED}(?:\s+{_CAPITALISED}){{0,4}})"
_CITED = re.compile(
    r"\b(?:according\s+to|citing|cited\s+by|quoted\s+by|reported\s+by|told|as\s+saying\s+by|in\s+an\s+interview\s+with)\s+"
    rf"(?:(?:the|a|state|news|agency|newspaper|broadcaster|daily|Russian|Japanese|German|French|British)\s+)*{_NAME}"
)
_REPORTED = re.compile(rf"\b{_NAME}\s+(?:first\s+|also\s+)?(?:reported|reports)\b")
_LABEL = re.compile(
    r"^\W*(?:by|with|and|reporting|additional|from|source|sources|copyright)\b", re.IGNORECASE
)
#: Separators between the names in a byline or credit line.
_JOINS = re.compile(
    r"[,;/|]|\b(?:and|with|by|from|in|contributed|staff|writers?|reporters?|correspondents?|journalists?)\b",
    re.IGNORECASE,
)
_READ = frozenset({Role.BODY, Role.KICKER, Role.TITLE})
#: Number of first paragraphs in which a dateline is searched. A date or a summary can come before it.
BEGINNING = 3
#: Most words of an unlisted newspaper's name.
LONGEST_PAPER = 3
#: Number of code points before a name in which “the” is searched.
_ARTICLE_WITHIN = 6


@dataclass(frozen=True, slots=True, order=True)
class Credit:
    """An agency or outlet (`source`) that an article names, and the part of the article that names it."""

    kind: CreditKind
    source: str


def credits_of(
    document: Document,
    *,
    byline: str = "",
    credit: str = "",
    outlets: Collection[str] = (),
) -> tuple[Credit, ...]:
    """Return the sources that the article names, each once, with the first part that names it.

    The parts are read in this order: byline, credit line, dateline and sign-off, citations in the text.
    `outlets` are names to recognise in addition to the listed ones. Captions are not read, because they
    credit pictures. The time is linear in the length of the text.
    """
    known = {name.casefold() for name in (*WIRES, *OUTLETS.values(), *outlets)}
    lines = [
        (CreditKind.BYLINE, byline),
        (CreditKind.CREDIT_LINE, credit),
        *_datelines_and_sign_off(document),
    ]
    credits_by_name: dict[str, Credit] = {}
    for kind, line in lines:
        for name in _agencies_in(line):
            # A source is listed once, with the first place that names it.
            credits_by_name.setdefault(name, Credit(kind, name))

    for block in document.blocks:
        if block.role not in _READ:
            continue
        for name in _cited_in(document.text_of(block), known):
            credits_by_name.setdefault(name, Credit(CreditKind.CITED, name))
    return tuple(credits_by_name.values())


def _datelines_and_sign_off(document: Document) -> Iterator[tuple[CreditKind, str]]:
    """Yield each source in a dateline or sign-off with its kind. The source is empty if there is none.

    A dateline is in one of the first paragraphs, such as “BERLIN (Reuters) – …”, and a sign-off at the very
    end, such as “… (dpa)”.
    """
    paragraphs = [
        document.text_of(block)
        for block in document.blocks
        if block.role in (Role.BODY, Role.DATELINE)
    ]
    for paragraph in paragraphs[:BEGINNING]:
        yield CreditKind.DATELINE, sent_by(paragraph)
    for paragraph in paragraphs[-1:]:
        yield CreditKind.SIGN_OFF, signed_by(paragraph)


def _agencies_in(line: str) -> Iterator[str]:
    """Yield the agencies in a byline or credit line, or nothing if it names none.

    Examples of such lines are “AFP in Paris”, “Reuters contributed to this report” and “© AFP”.
    """
    for part in _JOINS.split(_LABEL.sub(" ", line)):
        name = part.strip(" .()[]—–-©0123456789")
        if name.casefold() in _CREDITED:
            yield "unnamed wires" if name.casefold() in _UNNAMED else short_name(name)


def _cited_in(text: str, known: Collection[str]) -> Iterator[str]:
    """Yield the outlets and agencies that a paragraph cites, or nothing if it cites none."""
    for match in (*_CITED.finditer(text), *_REPORTED.finditer(text)):
        start = match.start("name")
        words_before = text[max(0, start - _ARTICLE_WITHIN) : start].split()
        has_article = words_before[-1:] in (["the"], ["The"])
        name = _known_beginning(match["name"], known, has_article=has_article)
        if name:
            yield name


def _known_beginning(name: str, known: Collection[str], *, has_article: bool) -> str:
    """Return the longest part at the start of `name` that is an outlet or agency, or an empty string.

    `known` are names in lower case. `has_article` is true if “the” is before the name. An unlisted newspaper
    with a name of one word must have “the” before it or be the whole name. Therefore “Post Malone” is not a
    newspaper.
    """
    words = name.removesuffix("’s").removesuffix("'s").split()
    for length in range(len(words), 0, -1):
        beginning = " ".join(words[:length])
        for spelling in (beginning, f"The {beginning}"):
            if spelling.casefold() in known:
                return short_name(spelling)
        is_called_a_paper = length <= LONGEST_PAPER and words[length - 1].casefold() in PAPER_NAMES
        if is_called_a_paper and (length > 1 or has_article or len(words) == 1):
            return beginning
    return ""
