"""Whose reporting an article says it has: in byline, credit line, dateline or sign-off, or by citing.

A second signal beside shared wording, and a weaker one: who prints “With reporting by AP and Reuters” may
have written every word. It names an origin and is told to whoever decides; it proposes none.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from annotations.logic.vocabulary import CreditKind
from newsroom.text.metadata.agencies import OUTLETS, WIRES
from newsroom.text.model import Document, Role
from newsroom.text.structure.line_shapes import sent_by, signed_by

#: The short name of agencies that go by several; `wires` are agencies that the article does not name.
_SHORT = {
    "agence france-presse": "AFP",
    "associated press": "AP",
    "the associated press": "AP",
    "ap news": "AP",
    "the canadian press": "Canadian Press",
    "press association": "PA",
    "pa media": "PA",
    "kyodo news": "Kyodo",
    "post wires": "unnamed wires",
    "wires": "unnamed wires",
    "wire services": "unnamed wires",
}
_CREDITED = WIRES | {"wires", "post wires", "wire services"}
#: What papers are called, for those nobody has listed: “the Mirror”, “the Lagos Tribune”.
_PAPERS = frozenset(
    (
        "Chronicle", "Courier", "Daily", "Dispatch", "Echo", "Express", "Gazette", "Globe", "Guardian", "Herald",
        "Independent", "Journal", "Mail", "Mirror", "Monitor", "News", "Observer", "Post", "Press", "Record",
        "Standard", "Star", "Sun", "Telegraph", "Times", "Tribune",
    )
)  # fmt: skip
# No name has words of more letters or stops than these: bounds that keep reading linear where there are no
# spaces.
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
#: Paragraphs that may open with a dateline: a date by itself, or a summary, comes before it.
_BEGINNING = 3


@dataclass(frozen=True, slots=True, order=True)
class Credit:
    """That an article names a source, and where it does."""

    kind: CreditKind
    source: str


def credits_of(
    document: Document, *, byline: str = "", credit: str = "", outlets: Collection[str] = ()
) -> tuple[Credit, ...]:
    """What the article says of its sources, each once: in byline and credit line, where its text begins and
    ends, then in its text. Linear.

    `outlets` are names to know beside the agencies and outlets listed. Captions are not read: they credit
    pictures.
    """
    known = {name.casefold() for name in (*WIRES, *OUTLETS.values(), *outlets)}
    found: dict[str, Credit] = {}
    for kind, line in ((CreditKind.BYLINE, byline), (CreditKind.CREDIT_LINE, credit), *_bracketed(document)):
        for name in _listed(line):
            found.setdefault(name, Credit(kind, name))
    for block in document.blocks:
        if block.role in _READ:
            text = document.text[block.start : block.end]
            for match in (*_CITED.finditer(text), *_REPORTED.finditer(text)):
                before = text[max(0, match.start("name") - 6) : match.start("name")].split()
                if name := _known(match["name"], known, the=before[-1:] in (["the"], ["The"])):
                    found.setdefault(name, Credit(CreditKind.CITED, name))
    return tuple(found.values())


def _bracketed(document: Document) -> Iterator[tuple[CreditKind, str]]:
    """Whom the dateline and the sign-off name: “BERLIN (Reuters) – …” at the beginning, “… (dpa)” at the very
    end.
    """
    told = [
        document.text[block.start : block.end]
        for block in document.blocks
        if block.role is Role.BODY or block.role is Role.DATELINE
    ]
    for paragraph in told[:_BEGINNING]:
        yield CreditKind.DATELINE, sent_by(paragraph)
    for paragraph in told[-1:]:
        yield CreditKind.SIGN_OFF, signed_by(paragraph)


def _listed(line: str) -> Iterator[str]:
    """The agencies a byline or credit line names: “AFP in Paris”, “Reuters contributed to this report”, “©
    AFP”.
    """
    for part in _JOINS.split(_LABEL.sub(" ", line)):
        name = part.strip(" .()[]—–-©0123456789")
        if name.casefold() in _CREDITED:
            yield _SHORT.get(name.casefold(), name)


def _known(name: str, known: Collection[str], *, the: bool) -> str:
    """The longest beginning of `name` that is an outlet or agency; blank where none is.

    A paper that nobody has listed and that goes by one word stands behind “the” or by itself: Post Malone is
    none.
    """
    words = name.removesuffix("’s").removesuffix("'s").split()
    for length in range(len(words), 0, -1):
        candidate = " ".join(words[:length])
        for spelling in (candidate, f"The {candidate}"):
            if spelling.casefold() in known:
                return _SHORT.get(spelling.casefold(), spelling)
        if length <= 3 and words[length - 1] in _PAPERS and (length > 1 or the or len(words) == 1):
            return candidate
    return ""
