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
_SIGN_OFF = re.compile(r"(?:[(\[–—/-]|^|\n)\s*(?P<inside>[A-Za-zА-Яа-яČč][\w /-]{1,40})\s*[)\]]?\.?\s*$")
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
    r"(?P<inside>[^\n.;]{2,80})|(?P<before>[^\n.;]{2,80}?)\s+contributed\b|\b(?:mit\s+material\s+von|avec)\s+"
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
    """That an article names an outlet or agency as where it comes from; `sure` if that is about every word."""

    name: str
    sure: bool
    because: str


def article_credits(
    document: Document, names: OutletNames, *, own: str = "", byline: str = "", credit: str = ""
) -> list[ArticleCredit]:
    """Return each outlet or agency that the article credits, once, as surely as it is said anywhere."""
    found: dict[str, ArticleCredit] = {}
    for entry in _entries(document, names, own, byline, credit):
        key = outlet_key(entry.name)
        if key == outlet_key(own):
            continue
        if key not in found or (entry.sure and not found[key].sure):
            found[key] = entry
    return list(found.values())


def _entries(
    document: Document, names: OutletNames, own: str, byline: str, credit: str
) -> Iterator[ArticleCredit]:
    texts = dict.fromkeys(Role, "")
    for block in document.blocks:
        texts[block.role] += document.text[block.start : block.end] + "\n"
    running = texts[Role.BODY].strip()
    around = "\n".join((byline, credit, texts[Role.BYLINE], texts[Role.CREDIT]))

    dateline = _DATELINE.match(running[:EDGE]) or _DATELINE.match(texts[Role.DATELINE][:EDGE])
    if dateline:
        yield from _agencies(dateline["inside"] or dateline["bare"] or "", names, own, dateline[0])
    for line in (byline, credit, *running[-EDGE:].splitlines()[-1:]):
        sign_off = _SIGN_OFF.search(line)
        if sign_off:
            yield from _agencies(sign_off["inside"], names, own, line)

    whole = f"{around}\n{running}\n{texts[Role.BOILERPLATE]}"
    for pattern in (_SOURCE, _SYNDICATED):
        for match in pattern.finditer(whole):
            for mention in names.mentions(match["inside"], own=own)[:1]:
                yield ArticleCredit(mention.name, True, match[0])
    for match in _CONTRIBUTED.finditer(f"{around}\n{running[:EDGE]}\n{running[-EDGE:]}"):
        inside = match["inside"] or match["before"] or match["mit"] or ""
        for mention in names.mentions(inside, own=own):
            yield ArticleCredit(mention.name, False, match[0])
    pictures = f"{texts[Role.CAPTION]}\n{running}"
    for match in _PICTURE.finditer(pictures):
        for mention in names.mentions(match["inside"] or match["copyright"], own=own):
            yield ArticleCredit(mention.name, False, match[0])


def _agencies(words: str, names: OutletNames, own: str, because: str) -> Iterator[ArticleCredit]:
    """The agencies that the words consist of: “AFP”, “Reuters/AP”; a sentence that names one is no credit."""
    parts = [part.strip() for part in re.split(r"[/,]|\band\b", words) if part.strip()]
    for part in parts:
        mentions = names.mentions(part, own=own)
        whole = len(mentions) == 1 and mentions[0].end - mentions[0].start == len(part)
        if whole and is_agency(mentions[0].name):
            yield ArticleCredit(mentions[0].name, True, because.strip())
