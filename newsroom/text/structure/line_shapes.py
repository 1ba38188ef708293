"""What a line looks like by itself: a sentence, a headline, a byline, a caption's credit, a credit line."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re

from newsroom.text.language.calendar import MONTHS
from newsroom.text.metadata.agencies import AGENCY, AGENCY_CASED, WIRES
from newsroom.text.metadata.dates import is_date_line

_STOPS = ".;:,…。،؛।"
_CLOSERS = "\"'”’»)]*_ \u00a0"
_LONGEST_TITLE = 220
_LONGEST_CAPTION = 700

_BYLINE_LABEL = (
    r"by|(?:written|reported|submitted|posted|story|text|words) "
    r"by|author|authors|von|par|por|di|door|av|af|przez|автор|авторы|автори|текст|"
    r"reporter|journalist|correspondent"
)
_BYLINE = re.compile(rf"(?:{_BYLINE_LABEL})\s*:?\s+(?P<who>\S.{{0,140}})", re.IGNORECASE)
_ON_A_DAY = re.compile(r"\s+(?:on|am|le|el|il|op)\s+(?=\S)|\s*[|•·–—]\s*(?=\S)", re.IGNORECASE)
_BYLINE_COLON = re.compile(r"(?:author|authors|автор|авторы|автори|reporter)\s*:", re.IGNORECASE)
_AND_WIRES = re.compile(
    (
        r"\s*(?:,|\band\b|\bwith\b|&)\s*(?:(?:news|wire)\s+)?(?:wires?|agencies|services|staff|(?:wire|staff)\s+reports?)$"
    ),
    re.IGNORECASE,
)
_CONNECTORS = frozenset(
    "and & with in for of the at und et y e и та і de la le van von der den del di da al el "
    "bin ibn du dos in, for, | - – — / •".split()
)
_CALENDAR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october"
    r"|november|december",
    re.IGNORECASE,
)

_PHOTO_LABEL = (
    r"(?:(?:file|photo|photos|photograph|picture|image|video|illustration|graphic|map)\s*(?:credit|courtesy"
    r"|source)?|credit|foto|"
    r"fotos|bild|crédit photo|fotografía|фото|зображення|©)"
)
_LABELLED_CREDIT = re.compile(
    rf"(?:^|[\s(\[|])(?:{_PHOTO_LABEL}\s*(?::|\bby\b)|©)\s*(?P<who>[^\n]{{1,160}})$", re.IGNORECASE
)
# What every label holds: quick to rule out.
_MAY_LABEL = re.compile(r"[:©]|by\b", re.IGNORECASE)
_FILE_PHOTO = re.compile(
    (
        r"^\W{0,2}(?:(?:file|archive) (?:photo|picture|image)|in this (?:file |handout |pool "
        r")?(?:photo|image|picture)\b)"
    ),
    re.IGNORECASE,
)
_PARENTHESISED_CREDIT = re.compile(r"[(\[](?P<who>[^()\[\]\n]{2,120})[)\]]\W{0,2}$")
_TRAILING_CREDIT = re.compile(
    r"(?:^|[.!?…]['\"”’»)\]]{0,3}\s+|\s[|—–-]\s*|\s/)(?P<who>[^.!?…|\n]{2,120}(?:\bInc\.|\bvia Getty I\w*)?)$"
)
_LONGEST_TRAILER = 200

_CREDIT = re.compile(
    r"""(?:
      with\s+(?:additional\s+|files?\s+|contributions?\s+)*(?:reporting\s+|material\s+|reports\s+|information\s+
      |inputs?\s+|files\s+)?
        (?:by|from|of)\s+\S.*
    | with\s+(?:\w+\s+){0,2}(?:wires?|agencies|wire\s+(?:services|reports)|post\s+wires)
    | (?:additional\s+|contributing\s+|original\s+)?(?:reporting|writing|editing|compiled|edited|translated
    |fact-check(?:ing|ed))\s+
        (?:by|from)\s+\S.*
    | (?:this\s+(?:story|article|report|piece)\s+)?(?:is\s+|was\s+)?(?:based\s+on\s+reporting\s+by
    |based\s+on\s+reports?\s+(?:by|from))\s+\S.*
    | this\s+(?:story|article|report|piece)\s+(?:was\s+)?(?:originally\s+|first\s+)(?:published|appeared)\b.*
    | .{2,120}\scontributed\s+(?:to\s+this\s+(?:report|story|article)|reporting|from\s+\S.*)\.?
    | (?:sources?|quellen?|fuente|источник|джерело)\s*:\s*(?!https?:)\S.{0,120}
    | (?:mit\s+(?:material|informationen)\s+(?:von|der)|avec|con\s+informaci[oó]n\s+de|mit)\s+(?P<wire>\S.{0,80})
    | agencies | wire\s+(?:reports|services) | \(?with\s+agencies\)?
    )""",
    re.IGNORECASE | re.VERBOSE,
)

# “BERLIN, July 8 (Reuters) – …”, “MOSCOW, July 8. /TASS/. …”: place and day, who sends it, a sign before the
# report.
_DATELINE = re.compile(
    r"""[^\w(\[/]{0,3}(?P<place>[^()\[\]“”"!?;:\n]{0,70}?)\s{0,2}[(\[/](?P<who>[^()\[\]\n]{2,40})[)\]/]"""
    r"\s{0,2}(?:\.?\s?[–—―-]|[.:](?!\S)|\Z)"
)
#: Words of places and days that are written small.
_IN_PLACES = frozenset(MONTHS) | frozenset("de del la do da di du am an der sur et y und and".split())
# “… he said. (dpa)”, “… he said. – AFP”: behind a whole sentence, or it is part of one.
_SIGN_OFF = re.compile(
    r"""[.!?…]['"”’»]{0,2}\s{0,2}(?:[(\[](?P<bracketed>[^()\[\]\n]{2,60})[)\]]"""
    r"|[–—-]{1,2}\s?(?P<dashed>[^.!?…()\n]{2,60}))\W{0,2}\Z"
)
_LONGEST_SIGN_OFF = 80


def is_sentence(text: str) -> bool:
    """Whether `text` ends as running text does: with a stop, inside or outside quotes."""
    return text.rstrip(_CLOSERS)[-1:] in {*_STOPS, "!", "?", "！", "？", "؟"} and text[-1:] != ":"


def is_title_like(text: str) -> bool:
    """Whether `text` has a headline's shape: one short line, no stop at its end, begun with a capital, digit
    or quote.
    """
    bare = text.strip(_CLOSERS)
    first = next((c for c in bare if c.isalnum()), "")
    return (
        0 < len(text) <= _LONGEST_TITLE
        and len(text.split()) <= 35
        and bool(first)
        and not first.islower()
        and not (bare[-1:] in set(_STOPS) and not re.search(r"\b(?:[A-Z]\.){2,}$", bare))
    )


def credited_to(text: str) -> str:
    """Whom a byline line names; blank where it is no byline."""
    found = _BYLINE.fullmatch(text)
    if found is None:
        return text if text.casefold().strip("()") in WIRES else ""
    who = _AND_WIRES.sub("", _without_day(found["who"]).strip(" ."))
    words = who.replace(",", " , ").split()
    named = [word for word in words if word.casefold() not in _CONNECTORS and word != ","]
    capital = [word for word in named if not word[:1].islower() or word.casefold() in WIRES]
    certain = _BYLINE_COLON.match(text) is not None
    if _CALENDAR.match(who) or not named or len(words) > 16 or (is_sentence(text) and len(words) > 6):
        return ""
    return who if certain or len(capital) == len(named) else ""


def author_credit(text: str) -> str:
    """Return whom `text` names, in a place that is known to hold an author: with or without "By" before it."""
    return credited_to(text) or credited_to(f"By {text}")


def _without_day(text: str) -> str:
    """What a byline says ("A. Name on 9 July 2022", "A. Name | 9 July 2022") without the day at its end."""
    day = next((at for at in _ON_A_DAY.finditer(text) if is_date_line(text[at.end() :])), None)
    return text[: day.start()] if day else text


def is_caption(text: str) -> bool:
    """Whether `text` ends in, or is, the credit of a picture."""
    if not text or len(text) > _LONGEST_CAPTION:
        return False
    if _FILE_PHOTO.match(text):
        return True
    found = _LABELLED_CREDIT.search(text) if _MAY_LABEL.search(text) else None
    if found and _is_credited(found["who"]):
        return True
    found = _PARENTHESISED_CREDIT.search(text)
    if found and _names_only_suppliers(found["who"], AGENCY):
        return text[: found.start()].strip() != "" or "photo" in text.casefold()
    found = _TRAILING_CREDIT.search(text, max(0, len(text) - _LONGEST_TRAILER))
    return found is not None and _names_only_suppliers(found["who"], AGENCY_CASED)


def is_credit(text: str) -> bool:
    """Whether `text` says where the reporting comes from."""
    found = _CREDIT.fullmatch(text)
    if found and found["wire"]:
        return AGENCY.search(found["wire"]) is not None and len(text.split()) <= 8
    return found is not None or names_wires(text)


def sent_by(text: str) -> str:
    """Whom the dateline that `text` begins with names in brackets: `Reuters` in `BERLIN, July 8 (Reuters) –
    …`, `AP` in `(AP) — …`; blank where it begins with none.
    """
    found = _DATELINE.match(text)
    if found is None or found["place"].casefold() in WIRES:  # an agency's short name behind its long one
        return ""
    words = re.findall(r"\w+", found["place"])
    placed = all(not word[0].islower() or word.casefold() in _IN_PLACES for word in words)
    return found["who"] if placed else ""


def signed_by(text: str) -> str:
    """The agencies, and nobody else, that `text` closes with behind a whole sentence: `dpa` in `… he said.
    (dpa)`.
    """
    found = _SIGN_OFF.search(text, max(0, len(text) - _LONGEST_SIGN_OFF))
    who = (found["bracketed"] or found["dashed"]).strip() if found else ""
    return who if who and names_wires(who) else ""


def names_wires(text: str) -> bool:
    """Whether `text` names wire agencies and nothing else."""
    return all(name.casefold().strip() in WIRES for name in re.split(r"/|,| and | & |\+", text))


def _is_credited(who: str) -> bool:
    """What follows "Photo:" is a credit where it is short or closes with a supplier in brackets."""
    bracketed = _PARENTHESISED_CREDIT.search(who)
    return len(who.split()) <= 8 or AGENCY.search(bracketed["who"] if bracketed else who) is not None


def _names_only_suppliers(who: str, agency: re.Pattern[str]) -> bool:
    """`A Name/AGENCY via Getty Images`, cut short or not: one supplier at least, beside it only names and
    joins.
    """
    if not agency.search(who):
        return False
    rest = agency.sub(" ", re.sub(r"\bvia Getty(?: I\w*)?$", " ", who))
    words = [word for word in re.split(r"[\s/|,;:+&()©–—-]+", rest) if word]
    if not words:
        return True
    joined = (
        "/" in who
        or " via " in who
        or "," in who
        or who.casefold().startswith(("ap photo", "photo", "image", "©"))
    )
    return (
        joined
        and len(words) <= 8
        and all(not word[:1].islower() or word in _CONNECTORS | {"via", "by", "for"} for word in words)
    )
