"""Words as they are compared: folded, stemmed, and in scripts without spaces cut into pairs of characters."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

#: Counts up whenever the same text gives other terms: the index must then be made anew (`manage.py reindex`).
VERSION = 2
#: Longest term kept, in code points.
LONGEST = 40

#: Vowel signs and tones are marks, which `\w` leaves out: without them words of these scripts fall to pieces.
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3\u00ad\u200c\u200d"
)
# Counted as letters, though nothing is left of them once marks are left out: the stroke of Arabic, and its
# marks alone.
_NO_LETTERS = "\u0640\ufc5e-\ufc63\ufcf2-\ufcf4\ufe70-\ufe72\ufe74\ufe76-\ufe7f"
# The possessive ending belongs to its word, and is taken off its term.
_WORD = re.compile(rf"\d+(?:[.,]\d+)*(?!\w)|[^\W_{_NO_LETTERS}][\w{MARKS}]*(?:['’][sS]\b)?")
_UNSPACED = re.compile(
    "[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff]+"
)
# Marks that are left out: accents, the pointing of Hebrew and Arabic, soft hyphens and joiners.
_LEFT_OUT = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640\u00ad\u200c\u200d]")
# What some signs unfold to beside letters and figures, as “⑴” to “(1)” and “ﷺ” to four words: no part of a
# word.
_NO_WORD = re.compile(r"[^\w.,\x80-\U0010ffff]")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
#: Number words up to twenty, as figures. “One” is left out: it is more often a pronoun.
NUMBERS = {word: number for number, word in enumerate(_NUMBERS.split(), start=2)}
# One stemmer for each script stands in for the languages written in it: an ending is cut alike on both sides.
# The stemmers' own caches are off: `term` remembers more, and looking in two places takes longer than
# stemming.
_ENGLISH = Stemmer.Stemmer("english", 0)
_STEMMERS = (
    (re.compile("[\u0400-\u052f]"), Stemmer.Stemmer("russian", 0)),
    (re.compile("[\u0370-\u03ff]"), Stemmer.Stemmer("greek", 0)),
    (re.compile("[\u0600-\u06ff]"), Stemmer.Stemmer("arabic", 0)),
    (re.compile("[\u0900-\u097f]"), Stemmer.Stemmer("hindi", 0)),
    (re.compile("[\u0530-\u058f]"), Stemmer.Stemmer("armenian", 0)),
)


@dataclass(frozen=True, slots=True)
class Word:
    """The word at `start..end` (code points), as it stands (`text`) and as it is compared (`term`)."""

    start: int
    end: int
    text: str
    term: str


def words(text: str) -> Iterator[Word]:
    """The words of `text` in order. Possessive endings are left out of the term.

    Where a script sets no spaces, each pair of neighbouring characters is a word, so that neighbours overlap.
    """
    for found in _WORD.finditer(text):
        word = found.group()
        if word.isascii() or not _UNSPACED.search(word):
            yield Word(found.start(), found.end(), word, term(word))
            continue
        at = 0
        for run in _UNSPACED.finditer(word):
            yield from _spaced(word, at, run.start(), found.start())
            yield from _pairs(run, found.start())
            at = run.end()
        yield from _spaced(word, at, len(word), found.start())


def terms(text: str) -> list[str]:
    """The terms of `text` in order."""
    if text.isascii() or not _UNSPACED.search(text):
        return [term(word) for word in _WORD.findall(text)]
    return [word.term for word in words(text)]


def folded(text: str) -> list[str]:
    """The words of `text` in order with their endings: without case and accents only, for phrases."""
    if text.isascii() or not _UNSPACED.search(text):
        return [fold(word) for word in _WORD.findall(text)]
    return [fold(word.text) for word in words(text)]


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """`word` without case, accents, pointing, variants of form and the possessive ending."""
    if word[-2:-1] in ("'", "’"):
        word = word[:-2]
    if word.isascii():
        return word.lower()[:LONGEST]
    folded = unicodedata.normalize("NFKC", word).casefold()
    if not folded.isascii():
        folded = _LEFT_OUT.sub("", unicodedata.normalize("NFD", folded))
        folded = unicodedata.normalize("NFC", folded)
    return _NO_WORD.sub("", folded)[:LONGEST]


@lru_cache(maxsize=100_000)
def term(word: str) -> str:
    """What `word` is compared as: folded, without its ending; numbers in figures, without separators."""
    folded = fold(word)
    if folded in NUMBERS:
        return str(NUMBERS[folded])
    if folded[:1].isdecimal():
        ordinal = _ORDINAL.fullmatch(folded)
        plain = ordinal[1] if ordinal else folded
        return plain.replace(",", "") if _GROUPED.match(plain) else plain
    if "a" <= folded[:1] <= "z":
        return str(_ENGLISH.stemWord(folded))
    for script, stemmer in _STEMMERS:
        if script.match(folded):
            return str(stemmer.stemWord(folded))
    return folded


def _spaced(word: str, start: int, end: int, offset: int) -> Iterator[Word]:
    told = term(word[start:end])
    if told:  # not so of an accent that was set on the pair before it
        yield Word(offset + start, offset + end, word[start:end], told)


def _pairs(run: re.Match[str], offset: int) -> Iterator[Word]:
    characters = run.group()
    for at in range(max(1, len(characters) - 1)):
        pair = characters[at : at + 2]
        start = offset + run.start() + at
        yield Word(start, start + len(pair), pair, unicodedata.normalize("NFKC", pair).casefold())
