"""Find the words of an article that credit outlets and agencies: datelines, sign-offs, bylines and notes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from annotations.logic.sources.outlet_names import OutletNames, is_agency
from newsroom.text.model import Document, Role, Span

#: A dateline is searched in this number of code points at the start of a text, a sign-off in the same number
#: at its end.
EDGE = 160

_DATELINE = re.compile(
    r"^[\s\W]{0,3}(?:[^()\n]{0,80})\(\s*(?P<inside>[^()\n]{2,40})\s*\)\s*\.?\s*[-–—:]|"
    r"^[^\n]{0,60}[,.]\s*(?P<bare>[A-Z][\w-]{1,20})\s+[-–—]\s|"
    r"^\W{0,3}(?P<first>[A-Z][\w/-]{1,20})\s+[-–—]\s"
)
_SIGN_OFF = re.compile(
    r"(?:[(\[–—/-]|^|\n)\s*(?P<inside>[A-Za-zА-Яа-яČč][\w /,&+-]{1,40})\s*[)\]]?\.?\s*$"
)
_SOURCE = re.compile(
    r"\b(?:source|quelle|fuente|fonte|источник)\s*:\s*(?P<inside>[^\n).]{2,60})", re.IGNORECASE
)
_SYNDICATED = re.compile(
    r"\b(?:(?:first|originally)\s+(?:published|appeared)\s+(?:in|by|on|at)|(?:syndicat|licen[cs]|republish|reprint)\w*"
    r"(?:[^\n.]{0,40}?)\b(?:from|by|with|of)|by\s+arrangement\s+with|courtesy\s+of)\s+(?P<inside>[^\n.;,]{2,80})",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"\bwith\s+(?:additional\s+)?(?:reporting|material|files|contributions?|information)\s+(?:by|from|of)\s+"
    r"(?P<inside>[^\n.;]{2,80})|"
    r"\b(?:based\s+on\s+(?:reporting|reports?|material)\s+(?:by|from|of)|compiled\s+from|in\s+"
    r"(?:partnership|collaboration|cooperation)\s+with)\s+(?P<based>[^\n.;]{2,80})|(?P<before>[^\n.;]{2,80}?)(?<!\s)\s++contributed\b|\b(?:mit\s+material\s+von|avec)\s+"
    r"(?P<mit>[^\n.;]{2,60})",
    re.IGNORECASE,
)
#: A line that credits agencies without their names: “(With inputs from agencies)”, “Staff and agencies”.
_UNNAMED = re.compile(
    r"\W*(?:(?:by|with|from|compiled\s+from)\s+(?:\w+\s+){0,3}|(?:by\s+)?(?:\w+\s+){0,3}(?:and|with|,|/)\s*)?"
    r"(?:(?:news\s+|wire\s+)?agencies|wires|(?:news\s+)?wire\s+(?:reports|services))(?:\s+in\s+\w+)?\W*",
    re.IGNORECASE,
)
_BETWEEN_AGENCIES = re.compile(r"[/,&+]|\b(?:and|und|et|og|och|y)\b")
_WITH = re.compile(r"\b(?:with|mit|avec|con|med)\s+", re.IGNORECASE)
#: Longest line that is a credit as a whole, in code points.
_LONGEST_LINE = 60
_PICTURE = re.compile(
    r"\b(?:photo(?:graph)?s?|pictures?|images?|foto|bild|file\s+photo)\b[^\n:]{0,20}[:/©]\s*(?P<inside>[^\n.]{2,60})|"
    r"[(\n][ \t]{0,3}(?P<owner>[A-Za-z]{2,20})\s+(?:photo|foto|image|picture)s?\b|"
    r"(?:©|\(c\)|\bcopyright\s+(?:\d{4}\s+)?(?=(?-i:[A-Z])))\s*(?P<copyright>[^\n.]{2,60})",
    re.IGNORECASE,
)
#: Of these words, in lower case, each match of a pattern contains one. Most texts are ruled out by them, and
#: looking for a word takes a small part of the time that a pattern takes.
_WORDS_OF_PATTERN = {
    _SOURCE: ("source", "quelle", "fuente", "fonte", "источник"),
    _SYNDICATED: (
        *("published", "appeared", "syndicat", "licenc", "licens", "republish", "reprint"),
        *("arrangement", "courtesy"),
    ),
    _CONTRIBUTED: (
        *("contributed", "reporting", "material", "files", "contribution", "information", "avec"),
        *("based", "compiled", "partnership", "collaboration", "cooperation"),
    ),
    _PICTURE: ("photo", "picture", "image", "foto", "bild", "©", "(c)", "copyright"),
}


@dataclass(frozen=True, slots=True, order=True)
class ArticleCredit:
    """An outlet or agency that an article credits as a source. `name` is empty if the text names none.

    `sure` is true if every word of the article comes from there. `because` is the text that contains the
    credit. `about` is the part of the article that the credit is about, or None if it is about the whole.
    """

    name: str
    sure: bool
    because: str
    about: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ArticleParts:
    """The parts of an article that can contain a credit, each as text.

    `lines` are the bylines, the credit lines, and the first and the last line of the text. `around` holds all
    lines next to the text, and `running` is the text of the body.
    """

    lines: tuple[str, ...]
    dateline: str
    around: str
    running: str
    captions: str
    boilerplate: str


def article_parts(document: Document, byline: str, credit: str) -> ArticleParts:
    """Return the parts of a document, and of the lines `byline` and `credit` next to it."""
    texts = dict.fromkeys(Role, "")
    for block in document.blocks:
        texts[block.role] += document.text_of(block) + "\n"
    running = texts[Role.BODY].strip()
    first_line = running[:EDGE].splitlines()[:1]
    last_line = running[-EDGE:].splitlines()[-1:]
    beside = [*texts[Role.BYLINE].splitlines(), *texts[Role.CREDIT].splitlines()]
    return ArticleParts(
        lines=(byline, credit, *beside, *first_line, *last_line),
        dateline=texts[Role.DATELINE],
        around="\n".join((byline, credit, texts[Role.BYLINE], texts[Role.CREDIT])),
        running=running,
        captions=texts[Role.CAPTION],
        boilerplate=texts[Role.BOILERPLATE],
    )


def all_credits(parts: ArticleParts, names: OutletNames, own: str) -> Iterator[ArticleCredit]:
    """Yield the credits that are about words, about agencies without a name, and about pictures."""
    yield from text_credits(parts, names, own)
    for line in parts.lines:
        if len(line) <= _LONGEST_LINE and _UNNAMED.fullmatch(line):
            yield ArticleCredit("", False, line.strip())
    pictures = f"{parts.captions}\n{parts.running}"
    yield from _matching(_PICTURE, pictures, names, own, sure=False)


def text_credits(parts: ArticleParts, names: OutletNames, own: str) -> Iterator[ArticleCredit]:
    """Yield the credits that are about the words of an article, and not about its pictures."""
    yield from _signed(parts, names, own)
    whole = f"{parts.around}\n{parts.running}\n{parts.boilerplate}"
    for pattern in (_SOURCE, _SYNDICATED):
        yield from _matching(pattern, whole, names, own, sure=True)

    edges = f"{parts.around}\n{parts.running[:EDGE]}\n{parts.running[-EDGE:]}"
    yield from _matching(_CONTRIBUTED, edges, names, own, sure=False)


def _signed(parts: ArticleParts, names: OutletNames, own: str) -> Iterator[ArticleCredit]:
    """Yield the credits of agencies in the dateline, the sign-off and the byline."""
    dateline = _DATELINE.match(parts.running[:EDGE]) or _DATELINE.match(parts.dateline[:EDGE])
    if dateline:
        yield from _agencies(
            dateline["inside"] or dateline["bare"] or dateline["first"], names, own, dateline[0]
        )
    for line in parts.lines:
        sign_off = _SIGN_OFF.search(line)
        if sign_off:
            yield from _agencies(sign_off["inside"], names, own, line)


def _matching(
    pattern: re.Pattern[str], text: str, names: OutletNames, own: str, *, sure: bool
) -> Iterator[ArticleCredit]:
    """Yield the outlets and agencies in the groups of a pattern, as credits.

    If `sure` is true, only the first outlet or agency of each match is yielded.
    """
    folded = text.casefold()
    if not any(word in folded for word in _WORDS_OF_PATTERN[pattern]):
        return
    for match in pattern.finditer(text):
        inside = next((group for group in match.groups() if group), "")
        mentions = names.mentions(inside, own=own)
        if sure:
            mentions = mentions[:1]
        for mention in mentions:
            yield ArticleCredit(mention.name, sure, match[0])


def agency_alone(words: str, names: OutletNames, own: str) -> str:
    """Return the agency whose name is all of `words`, or an empty string if they are no agency."""
    agencies = _agency(words, names, own)
    if not agencies:
        return ""
    return agencies[0]


def _agencies(words: str, names: OutletNames, own: str, because: str) -> Iterator[ArticleCredit]:
    """Yield the agencies in `words`: “AFP”, “Reuters/AP”, “Ida Holm and Reuters”.

    The credit is sure if there is nothing else between the separators. A whole sentence is no credit.
    After “with” the agency only helped. `because` is the text of the credit.
    """
    helped = _WITH.search(words) is not None
    parts = [part.strip() for part in _BETWEEN_AGENCIES.split(_WITH.sub("", words)) if part.strip()]
    agencies = []
    for part in parts:
        agencies += _agency(part, names, own) or _hyphenated(part, names, own)
    # “Ida Holm, Reuters” is a reporter of the agency, and “Ida Holm and Reuters” are two.
    is_alone = len(agencies) >= len(parts)
    is_of_agency = bool(agencies) and " and " not in words and bool(_agency(parts[-1], names, own))
    for name in agencies:
        yield ArticleCredit(name, not helped and (is_alone or is_of_agency), because.strip())


def _agency(words: str, names: OutletNames, own: str) -> list[str]:
    """Return the agency whose name is all of `words`, as a list, or an empty list if they are no agency."""
    mentions = names.mentions(words, own=own)
    is_whole = len(mentions) == 1 and mentions[0].end - mentions[0].start == len(words)
    if is_whole and is_agency(mentions[0].name):
        return [mentions[0].name]
    return []


def _hyphenated(words: str, names: OutletNames, own: str) -> list[str]:
    """Return both agencies of “AFP-Jiji”, or an empty list if a part is no agency."""
    parts = words.split("-")
    agencies = []
    for part in parts:
        agencies += _agency(part, names, own)
    return agencies if len(agencies) == len(parts) else []
