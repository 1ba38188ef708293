"""Which outlets and agencies a whole article says it comes from, and how surely.

A dateline, a sign-off or a byline of an agency, “Source: dpa”, or a note of syndication is about every word.
“With reporting by AP”, “Reuters contributed” and the credit of a picture leave open which words they are
about.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotations.logic.sources.outlet_names import OutletNames, is_agency, outlet_key
from newsroom.text.model import Document, Role

#: How many characters from the beginning of a text a dateline may stand, and from its end a sign-off.
EDGE = 160

_DATELINE = re.compile(
    r"^[\s\W]{0,3}(?:[^()\n]{0,80})\(\s*(?P<inside>[^()\n]{2,40})\s*\)\s*\.?\s*[-–—:]|"
    r"^[^\n]{0,60}[,.]\s*(?P<bare>[A-Z][\w-]{1,20})\s+[-–—]\s"
)
_SIGN_OFF = re.compile(
    r"(?:[(\[–—/-]|^|\n)\s*(?P<inside>[A-Za-zА-Яа-яČč][\w /-]{1,40})\s*[)\]]?\.?\s*$"
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
    r"(?P<inside>[^\n.;]{2,80})|(?P<before>[^\n.;]{2,80}?)(?<!\s)\s++contributed\b|\b(?:mit\s+material\s+von|avec)\s+"
    r"(?P<mit>[^\n.;]{2,60})",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"\b(?:photo(?:graph)?s?|pictures?|images?|foto|bild|file\s+photo)\b[^\n:]{0,20}[:/©]\s*(?P<inside>[^\n.]{2,60})|"
    r"©\s*(?P<copyright>[^\n.]{2,60})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, order=True)
class ArticleCredit:
    """That an article names an outlet or agency it comes from, `sure` if that is about every word."""

    name: str
    sure: bool
    because: str


def article_credits(
    document: Document, names: OutletNames, *, own: str = "", byline: str = "", credit: str = ""
) -> list[ArticleCredit]:
    """Return each outlet or agency that the article credits, once, as surely as it is said anywhere."""
    found: dict[str, ArticleCredit] = {}
    for entry in _entries(_parts(document, byline, credit), names, own):
        key = outlet_key(entry.name)
        if key == outlet_key(own):
            continue
        if key not in found or (entry.sure and not found[key].sure):
            found[key] = entry
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Parts:
    """What of an article can credit somebody: `around` are lines about it, `running` its text."""

    lines: tuple[str, ...]
    dateline: str
    around: str
    running: str
    captions: str
    boilerplate: str


def _parts(document: Document, byline: str, credit: str) -> _Parts:
    texts = dict.fromkeys(Role, "")
    for block in document.blocks:
        texts[block.role] += document.text[block.start : block.end] + "\n"
    running = texts[Role.BODY].strip()
    last_line = running[-EDGE:].splitlines()[-1:]
    return _Parts(
        lines=(byline, credit, *last_line),
        dateline=texts[Role.DATELINE],
        around="\n".join((byline, credit, texts[Role.BYLINE], texts[Role.CREDIT])),
        running=running,
        captions=texts[Role.CAPTION],
        boilerplate=texts[Role.BOILERPLATE],
    )


def _entries(parts: _Parts, names: OutletNames, own: str) -> Iterator[ArticleCredit]:
    yield from _signed(parts, names, own)

    whole = f"{parts.around}\n{parts.running}\n{parts.boilerplate}"
    for pattern in (_SOURCE, _SYNDICATED):
        yield from _matching(pattern, whole, names, own, sure=True)

    edges = f"{parts.around}\n{parts.running[:EDGE]}\n{parts.running[-EDGE:]}"
    yield from _matching(_CONTRIBUTED, edges, names, own, sure=False)
    yield from _matching(_PICTURE, f"{parts.captions}\n{parts.running}", names, own, sure=False)


def _signed(parts: _Parts, names: OutletNames, own: str) -> Iterator[ArticleCredit]:
    """The agencies of the dateline, the sign-off and the byline."""
    dateline = _DATELINE.match(parts.running[:EDGE]) or _DATELINE.match(parts.dateline[:EDGE])
    if dateline:
        yield from _agencies(dateline["inside"] or dateline["bare"] or "", names, own, dateline[0])
    for line in parts.lines:
        sign_off = _SIGN_OFF.search(line)
        if sign_off:
            yield from _agencies(sign_off["inside"], names, own, line)


def _matching(
    pattern: re.Pattern[str], text: str, names: OutletNames, own: str, *, sure: bool
) -> Iterator[ArticleCredit]:
    """Whom the groups of a pattern name. A sure credit names one, the first."""
    for match in pattern.finditer(text):
        inside = next((group for group in match.groups() if group), "")
        mentions = names.mentions(inside, own=own)
        if sure:
            mentions = mentions[:1]
        for mention in mentions:
            yield ArticleCredit(mention.name, sure, match[0])


def _agencies(words: str, names: OutletNames, own: str, because: str) -> Iterator[ArticleCredit]:
    """The agencies that the words consist of: “AFP”, “Reuters/AP”; a sentence that names one is no credit."""
    parts = [part.strip() for part in re.split(r"[/,]|\band\b", words) if part.strip()]
    for part in parts:
        mentions = names.mentions(part, own=own)
        whole = len(mentions) == 1 and mentions[0].end - mentions[0].start == len(part)
        if whole and is_agency(mentions[0].name):
            yield ArticleCredit(mentions[0].name, True, because.strip())
