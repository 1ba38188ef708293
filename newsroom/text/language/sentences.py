"""Sentences inside blocks, by rules that hold for most scripts; where a stop is in doubt the sentence goes
on.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Iterator

from newsroom.text.language.calendar import MONTHS
from newsroom.text.model import Document, Role, Span

#: Blocks that say nothing about the event.
LEFT_OUT = {Role.BOILERPLATE, Role.SEE_ALSO}

_CLOSERS = "\"'”’»›)\\]}」』】）*_"
_OPENERS = "\"'“‘«‹(\\[{„「『【（¿¡—–-"
_STOP = re.compile(
    rf"(?P<wide>[。！？｡]+[{_CLOSERS}]*)|(?P<stop>[.!?…؟।۔]+)(?P<close>[{_CLOSERS}]*)(?=\s|$)|\n",
)
_NEXT = re.compile(rf"[\s{_OPENERS}]*(?P<word>[^\s{_OPENERS}]*)")
_LAST = re.compile(r"[^\s(\[\"“”‘«—–/]+$")
_REACH = 40

#: Always followed by what they belong to.
_LEADING = frozenset(
    "mr mrs ms mx dr prof st ste gen lt col maj capt cmdr sgt cpl adm sen rep gov pres rev hon fr messrs mme "
    "mlle herr hr bzw vs v "
    "no nos nr art sec fig vol pp pg ed eds tel approx est incl resp zb zzt u.a z.b d.h i.e e.g cf al ca vgl "
    "г ул им т.е т.д стр "
    "sr sra dott ing avv amb atty supt det insp mt ft ave blvd".split()
)
#: May end a sentence: they do so where the next word commonly begins one.
_TRAILING = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc co "
    "corp ltd llc bros etc jr sr "
    "dept univ assn ass'n ariz calif colo conn fla ga ill ind kan ky la md mass mich minn miss mo mont neb "
    "nev okla ore pa tenn tex "
    "vt va wash wis wyo a.m p.m a.d b.c u.s u.k u.n e.u u.s.a d.c ph.d b.a m.a usw др".split()
)
_BEGINNERS = frozenset(
    "the a an he she it they we i you this that these those in on at but and or so however meanwhile when "
    "while after before as if "
    "there his her its their our my for from with by to yet still also both some many most one what who "
    "why how where not no".split()
)
_SPEAKING = frozenset(
    "said says asked asks added told replied wrote responded declared exclaimed shouted insisted "
    "demanded wondered".split()
)
_INITIALISM = re.compile(r"(?:\w\.)+\w|[^\W\d_]")


def sentences(document: Document) -> tuple[Span, ...]:
    """The sentences of `document` in order, in code points. They tile each block except for white space, and
    never cross one.

    Linear in the length of the text. A line break inside a block ends a sentence.
    """
    return tuple(
        span for block in document.blocks for span in sentences_within(document.text, block.start, block.end)
    )


def event_sentences(document: Document) -> list[Span]:
    """The sentences of `document` that tell of its event: those of every block but what stands there for
    readers.
    """
    told = Document(document.text, tuple(block for block in document.blocks if block.role not in LEFT_OUT))
    return list(sentences(told))


def sentences_within(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of `text[start:end]`, as if it were one block."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.group() == "\n" or stop["wide"] or _ends(text, stop, begin, end):
            yield from _trimmed(text, begin, stop.end())
            begin = stop.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    stretch = stretch.strip()
    if stretch:
        yield Span(start, start + len(stretch))


def _ends(text: str, stop: re.Match[str], begin: int, end: int) -> bool:
    following = _NEXT.match(text[stop.end() : min(stop.end() + _REACH, end)])
    word = following["word"] if following else ""
    if not word:
        return True
    if word[0].islower():
        return False
    if stop["stop"] != ".":
        return not (stop["close"] and stop["stop"] != "।" and _is_attribution(text, stop.end(), end))
    found = _LAST.search(text[max(begin, stop.start() - _REACH) : stop.start()])
    return not _abbreviates(found.group() if found else "", bool(stop["close"]), word)


def _abbreviates(last: str, closed: bool, word: str) -> bool:
    """Whether the full stop after `last` belongs to it rather than to the sentence."""
    last = last.casefold()
    next_word = word.casefold().rstrip(",.;:!?'’\"”")
    if closed and last not in _TRAILING:
        return False
    if last in _LEADING:
        return last not in ("no", "art", "ed") or word[0].isdigit()
    if last.isdigit():
        return len(last) <= 2 and next_word in MONTHS
    if last in _TRAILING or _INITIALISM.fullmatch(last):
        return next_word not in _BEGINNERS
    return False


def _is_attribution(text: str, start: int, end: int) -> bool:
    """Whether a quotation that closes on ? or ! is followed by its speaker: “Why?” Marsudi asked."""
    words = text[start : min(start + _REACH, end)].split()[:3]
    return any(word.strip(",.;:").casefold() in _SPEAKING for word in words)
