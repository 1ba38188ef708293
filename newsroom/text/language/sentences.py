"""Cut blocks into sentences, by rules that fit most scripts.

If it is uncertain whether a full stop ends a sentence, the sentence continues.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Iterator

from newsroom.text.language.calendar import MONTHS
from newsroom.text.model import Document, Role, Span

# Blocks with these roles say nothing about the event.
_NOT_ABOUT_EVENT = {Role.BOILERPLATE, Role.SEE_ALSO}

_CLOSERS = "\"'”’»›)\\]}」』】）*_"
_OPENERS = "\"'“‘«‹(\\[{„「『【（¿¡—–-"
_WIDE = "。！？｡"
_NARROW = ".!?…؟।۔"
# The expression begins with one class of characters, because then it passes quickly over all others. What
# stands before such a character is looked at afterwards.
_STOP = re.compile(
    rf"""
    [{_WIDE}{_NARROW}\n]
    (?:
        (?<=\n)
        | (?<=[{_WIDE}]) [{_WIDE}]* [{_CLOSERS}]*
        | (?<=[{_NARROW}]) (?<![{_NARROW}][{_NARROW}]) [{_NARROW}]*+ (?P<close>[{_CLOSERS}]*+) (?=\s|$)
    )
    """,
    re.VERBOSE,
)
_NEXT = re.compile(rf"[\s{_OPENERS}]*(?P<word>[^\s{_OPENERS}]*)")
_LAST = re.compile(r"[^\s(\[\"“”‘«—–/]+$")
# How many characters before and after a stop are searched for the neighbouring words.
_REACH = 40
# The danda, which is the full stop of Hindi and other languages.
_DANDA = "।"
# “9. Juli” is a day, but “2022. Juli” is not.
_MOST_DIGITS_OF_DAY = 2
# How many words after a quotation are searched for its verb of speech.
_WORDS_OF_ATTRIBUTION = 3

# Abbreviations that always continue with the word they belong to.
_LEADING = frozenset(
    "mr mrs ms mx dr prof st ste gen lt col maj capt cmdr sgt cpl adm sen rep gov pres rev hon fr messrs mme "
    "mlle herr hr bzw vs v "
    "no nos nr art sec fig vol pp pg ed eds tel approx est incl resp zb zzt u.a z.b d.h i.e e.g cf al ca vgl "
    "г ул им т.е т.д стр "
    "sr sra dott ing avv amb atty supt det insp mt ft ave blvd".split()
)
# Abbreviations that may end a sentence. They end it if the next word often begins a sentence.
_TRAILING = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc co "
    "corp ltd llc bros etc jr sr "
    "dept univ assn ass'n ariz calif colo conn fla ga ill ind kan ky la md mass mich minn miss mo mont neb "
    "nev okla ore pa tenn tex "
    "vt va wash wis wyo a.m p.m a.d b.c u.s u.k u.n e.u u.s.a d.c ph.d b.a m.a usw др".split()
)
# These abbreviations are also words, so they count as abbreviations only before a number.
_LEADING_NUMBERS = ("no", "art", "ed")
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
    """Return the sentences of `document` in order, as spans in code points.

    The spans cover each block except white space between sentences. A sentence never continues into another
    block, and a line break inside a block ends a sentence. Takes time linear in the length of the text.
    """
    spans: list[Span] = []
    for block in document.blocks:
        spans += sentences_within(document.text, block.start, block.end)
    return tuple(spans)


def event_sentences(document: Document) -> list[Span]:
    """Return the sentences about the event, as spans in code points.

    These are the sentences of all blocks except boilerplate and see-also lines.
    """
    blocks = tuple(block for block in document.blocks if block.role not in _NOT_ABOUT_EVENT)
    return list(sentences(Document(document.text, blocks)))


def sentences_within(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of `text[start:end]` as spans in code points, as if that part were one block.

    Yields nothing if that part has only white space.
    """
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, stop, begin, end):
            yield from _trimmed(text, begin, stop.end())
            begin = stop.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the span `start..end` without white space at its ends, or nothing if it is only white space."""
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    stretch = stretch.strip()
    if stretch:
        yield Span(start, start + len(stretch))


def _ends_sentence(
    text: str,
    stop: re.Match[str],
    begin: int,
    end: int,
) -> bool:
    """Return whether the match `stop`, a full stop or a similar sign, ends the sentence that begins at
    `begin`.

    The block ends at `end`.
    """
    if stop["close"] is None:
        # A line break, or a full stop of a script without spaces.
        return True
    text_after = text[stop.end() : min(stop.end() + _REACH, end)]
    following = _NEXT.match(text_after)
    next_word = following["word"] if following else ""
    if not next_word:
        return True
    if next_word[0].islower():
        return False

    signs = text[stop.start() : stop.start("close")]
    if signs == ".":
        text_before = text[max(begin, stop.start() - _REACH) : stop.start()]
        last = _LAST.search(text_before)
        last_word = last.group() if last else ""
        return not _is_abbreviation(last_word, bool(stop["close"]), next_word)
    # A danda always ends a sentence. After ? and ! a quotation may be followed by its speaker.
    if not stop["close"] or signs == _DANDA:
        return True
    return not _is_attribution(text, stop.end(), end)


def _is_abbreviation(last_word: str, closed: bool, next_word: str) -> bool:
    """Return whether the full stop after `last_word` marks an abbreviation and not the end of the sentence.

    `closed` is true if a quotation mark or bracket follows the full stop.
    """
    word = last_word.casefold()
    following = next_word.casefold().rstrip(",.;:!?'’\"”")
    if closed and word not in _TRAILING:
        return False
    if word in _LEADING:
        return word not in _LEADING_NUMBERS or next_word[0].isdigit()
    if word.isdigit():
        return len(word) <= _MOST_DIGITS_OF_DAY and following in MONTHS
    if word in _TRAILING or _INITIALISM.fullmatch(word):
        return following not in _BEGINNERS
    return False


def _is_attribution(text: str, start: int, end: int) -> bool:
    """Return whether one of the first words at `start..end` is a verb of speech, such as “asked”.

    Then the sentence continues after a quotation that ends in ? or !, as in “Why?” Marsudi asked.
    """
    text_after = text[start : min(start + _REACH, end)]
    words = text_after.split()[:_WORDS_OF_ATTRIBUTION]
    return any(word.strip(",.;:").casefold() in _SPEAKING for word in words)
