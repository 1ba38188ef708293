"""What each block does in its article: general rules over position, shape and the phrases of the trade.

A rule that is not sure leaves a block `body`: a caption shown as body misleads nobody, a body dimmed as boilerplate
does.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Sequence
from dataclasses import replace

from newsroom.text.agencies import AGENCY, AGENCY_CASED, SECTIONS, WIRES
from newsroom.text.boilerplate import appeal_end, is_boilerplate, see_also_label
from newsroom.text.dates import is_date_line
from newsroom.text.model import MarkKind, Piece, Role

_STOPS = ".;:,…。،؛।"
_CLOSERS = "\"'”’»)]*_ \u00a0"
_LONGEST_TITLE = 220
_LONGEST_CAPTION = 700
_LONGEST_LINE = 160
_HEAD = 8
_TAIL = 4

_BYLINE_LABEL = (
    r"by|written by|reported by|story by|text by|words by|author|authors|von|par|por|di|door|av|af|przez|автор"
    r"|авторы|автори|текст|"
    r"reporter|journalist|correspondent"
)
_BYLINE = re.compile(rf"(?:{_BYLINE_LABEL})\s*:?\s+(?P<who>\S.{{0,140}})", re.IGNORECASE)
_BYLINE_COLON = re.compile(r"(?:author|authors|автор|авторы|автори|reporter)\s*:", re.IGNORECASE)
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
_FILE_PHOTO = re.compile(
    r"^\W{0,2}(?:(?:file|archive) (?:photo|picture|image)|in this (?:file |handout |pool )?(?:photo|image|picture)\b)",
    re.IGNORECASE,
)
_PARENTHESISED_CREDIT = re.compile(r"[(\[](?P<who>[^()\[\]\n]{2,120})[)\]]\W{0,2}$")
_TRAILING_CREDIT = re.compile(
    r"(?:^|[.!?…]['\"”’»)\]]{0,3}\s+|\s[|—–-]\s*|\s/)(?P<who>[^.!?…|\n]{2,120}(?:\bInc\.|\bvia Getty I\w*)?)$"
)

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
_CREDIT_LONGEST = 300


def assign(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """`pieces` with their roles. A role other than body that a reader has already given stays.

    Plain text carries no headings, so a title is told by its shape; where a piece bears a heading mark, that decides.
    """
    roles = [piece.role for piece in pieces]
    texts = [" ".join(piece.text.split()) for piece in pieces]
    _boilerplate(texts, roles)
    _captions(pieces, texts, roles)
    _credits(texts, roles)
    _title(pieces, texts, roles)
    _head(texts, roles)
    return tuple(replace(piece, role=role) for piece, role in zip(pieces, roles, strict=True))


def is_sentence(text: str) -> bool:
    """Whether `text` ends as running text does: with a stop, inside or outside quotes."""
    return text.rstrip(_CLOSERS)[-1:] in {*_STOPS, "!", "?", "！", "？", "؟"} and text[-1:] != ":"


def is_title_like(text: str) -> bool:
    """Whether `text` has a headline's shape: one short line, no stop at its end, begun with a capital, digit or
    quote."""
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
    who = found["who"].strip(" .")
    words = who.replace(",", " , ").split()
    named = [word for word in words if word.casefold() not in _CONNECTORS and word != ","]
    capital = [word for word in named if not word[:1].islower() or word.casefold() in WIRES]
    certain = _BYLINE_COLON.match(text) is not None
    if _CALENDAR.match(who) or not named or len(words) > 16 or (is_sentence(text) and len(words) > 6):
        return ""
    return who if certain or len(capital) == len(named) else ""


def is_caption(text: str) -> bool:
    """Whether `text` ends in, or is, the credit of a picture."""
    if not text or len(text) > _LONGEST_CAPTION:
        return False
    if _FILE_PHOTO.match(text):
        return True
    found = _LABELLED_CREDIT.search(text)
    if found and _is_credited(found["who"]):
        return True
    found = _PARENTHESISED_CREDIT.search(text)
    if found and _names_only_suppliers(found["who"], AGENCY):
        return text[: found.start()].strip() != "" or "photo" in text.casefold()
    found = _TRAILING_CREDIT.search(text)
    return found is not None and _names_only_suppliers(found["who"], AGENCY_CASED)


def _is_credited(who: str) -> bool:
    """What follows "Photo:" is a credit where it is short or closes with a supplier in brackets."""
    bracketed = _PARENTHESISED_CREDIT.search(who)
    return len(who.split()) <= 8 or AGENCY.search(bracketed["who"] if bracketed else who) is not None


def _names_only_suppliers(who: str, agency: re.Pattern[str]) -> bool:
    """`A Name/AGENCY via Getty Images`, cut short or not: one supplier at least, beside it only names and joins."""
    if not agency.search(who):
        return False
    rest = agency.sub(" ", re.sub(r"\bvia Getty(?: I\w*)?$", " ", who))
    words = [word for word in re.split(r"[\s/|,;:+&()©–—-]+", rest) if word]
    if not words:
        return True
    joined = (
        "/" in who or " via " in who or "," in who or who.casefold().startswith(("ap photo", "photo", "image", "©"))
    )
    return (
        joined
        and len(words) <= 8
        and all(not word[:1].islower() or word in _CONNECTORS | {"via", "by", "for"} for word in words)
    )


def _boilerplate(texts: Sequence[str], roles: list[Role]) -> None:
    index = 0
    while index < len(texts):
        if roles[index] is not Role.BODY:
            index += 1
            continue
        end = appeal_end(texts, index)
        label = see_also_label(texts[index])
        if end > index:
            roles[index:end] = [Role.BOILERPLATE if role is Role.BODY else role for role in roles[index:end]]
            index = end
        elif label:
            roles[index] = label
            index += 1
            if texts[index - 1].rstrip().endswith(":") or len(texts[index - 1].split()) <= 3:
                index = _listed(texts, roles, index, label)
        else:
            edge = index < _HEAD or index >= len(texts) - _HEAD
            roles[index] = Role.BOILERPLATE if is_boilerplate(texts[index], at_edge=edge) else Role.BODY
            index += 1


def _listed(texts: Sequence[str], roles: list[Role], index: int, label: Role) -> int:
    """The headlines that a label by itself announces take its role."""
    last = min(index + 6, len(texts))
    while (
        index < last
        and roles[index] is Role.BODY
        and is_title_like(texts[index])
        and len(texts[index]) <= _LONGEST_LINE
    ):
        if is_sentence(texts[index]) or _is_credit(texts[index]) or texts[index].startswith(("http://", "https://")):
            break
        roles[index] = label
        index += 1
    return index


def _captions(pieces: Sequence[Piece], texts: Sequence[str], roles: list[Role]) -> None:
    for index, piece in enumerate(pieces):
        if roles[index] is not Role.BODY or any(mark.kind is MarkKind.HEADING for mark in piece.marks):
            continue
        pictured = any(
            mark.kind is MarkKind.IMAGE and len(piece.text) - (mark.end - mark.start) <= 2 for mark in piece.marks
        )
        at_end = index >= len(texts) - _TAIL
        by_itself = _names_wires(texts[index].strip("()[] ."))
        if pictured or (is_caption(texts[index]) and not (by_itself and (index < _HEAD or at_end))):
            roles[index] = Role.CAPTION


def _credits(texts: Sequence[str], roles: list[Role]) -> None:
    tail = [index for index in range(len(texts)) if roles[index] not in (Role.BOILERPLATE, Role.SEE_ALSO)][-_TAIL:]
    for index in tail:
        text = texts[index].strip("*_()[]—– ")
        if roles[index] is Role.BODY and index > 0 and len(text) <= _CREDIT_LONGEST and _is_credit(text):
            roles[index] = Role.CREDIT


def _is_credit(text: str) -> bool:
    found = _CREDIT.fullmatch(text)
    if found and found["wire"]:
        return AGENCY.search(found["wire"]) is not None and len(text.split()) <= 8
    return found is not None or _names_wires(text)


def _names_wires(text: str) -> bool:
    return all(name.casefold().strip() in WIRES for name in re.split(r"/|,| and | & |\+", text))


def _title(pieces: Sequence[Piece], texts: Sequence[str], roles: list[Role]) -> None:
    """The first heading of the highest level, else the first line with a headline's shape that running text follows."""
    if Role.TITLE in roles:
        return
    body = [index for index, role in enumerate(roles) if role is Role.BODY and texts[index]]
    for index in body[:_HEAD]:
        if any(mark.kind is MarkKind.HEADING and mark.value == "1" for mark in pieces[index].marks):
            roles[index] = Role.TITLE
            _kicker_before(index, body, texts, roles)
            return
    _title_by_shape(body, texts, roles)


def _title_by_shape(body: Sequence[int], texts: Sequence[str], roles: list[Role]) -> None:
    for place, index in enumerate(body[:3]):
        text = texts[index]
        if credited_to(text) or is_date_line(text):
            continue
        if not is_title_like(text) or not any(
            len(texts[later]) > 60 and is_sentence(texts[later]) for later in body[place + 1 :]
        ):
            return
        if (_is_section(text) or (place == 1 and len(text.split()) <= 3)) and _headline_follows(
            texts, body[place + 1 :]
        ):
            continue
        roles[index] = Role.TITLE
        _kicker_before(index, body, texts, roles)
        return


def _headline_follows(texts: Sequence[str], body: Sequence[int]) -> bool:
    """Whether a line of more than three words with a headline's shape comes before the running text."""
    for text in (texts[index] for index in body):
        if not is_title_like(text) or credited_to(text) or is_date_line(text):
            return False
        if len(text.split()) > 3:
            return True
    return False


def _kicker_before(title: int, body: Sequence[int], texts: Sequence[str], roles: list[Role]) -> None:
    for index in body:
        if index >= title:
            return
        if (
            roles[index] is Role.BODY
            and len(texts[index].split()) <= 5
            and len(texts[index]) <= 40
            and not is_sentence(texts[index])
        ):
            roles[index] = (
                Role.KICKER if not credited_to(texts[index]) and not is_date_line(texts[index]) else Role.BODY
            )


def _is_section(text: str) -> bool:
    words = re.split(r"[\s/|,>•·–—-]+", text.strip(" :").casefold())
    return len(words) <= 5 and (
        all(word in SECTIONS for word in words) or (len(words) <= 3 and text.isupper()) or len(words) == 1
    )


def _head(texts: Sequence[str], roles: list[Role]) -> None:
    """Bylines and date lines stand before the third paragraph of running text, or after the last."""
    running = 0
    for index, text in enumerate(texts):
        if roles[index] is not Role.BODY:
            continue
        near = running < 2 or index >= len(texts) - 2
        if near and len(text) <= _LONGEST_LINE and credited_to(text):
            roles[index] = Role.BYLINE
        elif near and len(text) <= _LONGEST_LINE and is_date_line(text):
            roles[index] = Role.DATELINE
        elif is_sentence(text) and len(text) > 60:
            running += 1
