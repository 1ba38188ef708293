"""Whose reporting an article says it has: in byline, credit line, dateline or sign-off, or by citing.

It is a second signal beside shared wording, and a weaker one: an outlet that prints “With reporting by AP and
Reuters” may have written every word. It gives an origin its name and is shown to whoever decides. It proposes
no origin.
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

#: What agencies are called that the article does not name.
_UNNAMED = frozenset({"wires", "post wires", "wire services"})
_CREDITED = WIRES | _UNNAMED
# No name has words of more letters or stops than these. The bounds keep reading linear without spaces too.
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
#: What parts the names in a byline or credit line from each other, and from what is said of them.
_JOINS = re.compile(
    r"[,;/|]|\b(?:and|with|by|from|in|contributed|staff|writers?|reporters?|correspondents?|journalists?)\b",
    re.IGNORECASE,
)
_READ = frozenset({Role.BODY, Role.KICKER, Role.TITLE})
#: Paragraphs that may open with a dateline. A date by itself, or a summary, may come before it.
BEGINNING = 3
#: Words of the longest name that is taken for a paper's by what papers are called.
LONGEST_PAPER = 3
#: Code points before a name in which its article is looked for.
_ARTICLE_WITHIN = 6


@dataclass(frozen=True, slots=True, order=True)
class Credit:
    """That an article names a source, and where it does."""

    kind: CreditKind
    source: str


def credits_of(
    document: Document,
    *,
    byline: str = "",
    credit: str = "",
    outlets: Collection[str] = (),
) -> tuple[Credit, ...]:
    """Return what the article says of its sources, each source once.

    It is read in this order: byline, credit line, where the text begins and ends, the text itself. `outlets`
    are names to know beside the agencies and outlets that are listed. Captions are not read, because they
    credit pictures. Takes linear time.
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
            credits_by_name.setdefault(name, Credit(kind, name))

    for block in document.blocks:
        if block.role not in _READ:
            continue
        for name in _cited_in(document.text[block.start : block.end], known):
            credits_by_name.setdefault(name, Credit(CreditKind.CITED, name))
    return tuple(credits_by_name.values())


def _datelines_and_sign_off(document: Document) -> Iterator[tuple[CreditKind, str]]:
    """Yield whom the dateline and the sign-off name.

    “BERLIN (Reuters) – …” stands at the beginning, “… (dpa)” at the very end.
    """
    paragraphs = [
        document.text[block.start : block.end]
        for block in document.blocks
        if block.role in (Role.BODY, Role.DATELINE)
    ]
    for paragraph in paragraphs[:BEGINNING]:
        yield CreditKind.DATELINE, sent_by(paragraph)
    for paragraph in paragraphs[-1:]:
        yield CreditKind.SIGN_OFF, signed_by(paragraph)


def _agencies_in(line: str) -> Iterator[str]:
    """Yield the agencies that a byline or credit line names.

    Such are “AFP in Paris”, “Reuters contributed to this report”, “© AFP”.
    """
    for part in _JOINS.split(_LABEL.sub(" ", line)):
        name = part.strip(" .()[]—–-©0123456789")
        if name.casefold() in _CREDITED:
            yield "unnamed wires" if name.casefold() in _UNNAMED else short_name(name)


def _cited_in(text: str, known: Collection[str]) -> Iterator[str]:
    """Yield the outlets and agencies that a paragraph cites."""
    for match in (*_CITED.finditer(text), *_REPORTED.finditer(text)):
        start = match.start("name")
        words_before = text[max(0, start - _ARTICLE_WITHIN) : start].split()
        has_article = words_before[-1:] in (["the"], ["The"])
        name = _known_beginning(match["name"], known, has_article=has_article)
        if name:
            yield name


def _known_beginning(name: str, known: Collection[str], *, has_article: bool) -> str:
    """Return the longest beginning of `name` that is an outlet or agency; blank if none is.

    A paper that is in no list and goes by one word has an article or stands alone: Post Malone is none.
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
