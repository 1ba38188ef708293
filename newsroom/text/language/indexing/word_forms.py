"""Give the words of a text the marks by which a search finds them in other forms and spellings.

A mark begins with a low line, which no word begins with, and names its kind: `_en_citi` is the English stem
of “city” and “cities”, `_n_1500` the number “1,500”, `_a_us` the capitals “US”, `_j_email` the joined word
“e-mail”, and `_c_京` the last character of a stretch in a script without spaces.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsroom.text.language.indexing.stems import language_code, languages_of_script, stems
from newsroom.text.language.numbers.tongues import guess_language
from newsroom.text.language.words import (
    LONGEST,
    MARKS,
    fold,
    unspaced,
    words,
    written_words,
)

# The parts of a joined word, and of a number in groups (“1 500”). The quantifiers are possessive, so that no
# character is read twice.
_JOINED = re.compile(rf"(?<![\w{MARKS}'’‐‑-])[^\W\d_][\w{MARKS}]*+(?:[-‐‑'’][^\W_][\w{MARKS}]*+)+")
_JOINING = re.compile("[-‐‑'’]")
_POSSESSIVE = re.compile("['’][sS]\\Z")
# What stands before a number is looked at after its first digit, because then only digits are examined.
_GROUPED = re.compile(r"\d(?<![\w.,'’-]\d)\d{0,2}(?:[ \u00a0\u2009\u202f'’]\d{3})++(?![\w])")
_NO_DIGIT = re.compile(r"\D")
#: The most parts of a word that are joined.
_MOST_PARTS = 5
_CAPITALS = re.compile("[A-Z]{2,5}")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
# “1,500” and “1,50,000” (as in India), and “1.500.000”. “1.500” is a grouped number or a decimal.
_COMMA_GROUPS = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
_POINT_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class MarkedWord:
    """A word at `start..end` in code points, folded, with its marks.

    The entry of a joined word such as “e-mail” has an empty `folded`, because its parts are words of their
    own.
    """

    start: int
    end: int
    folded: str
    marks: tuple[str, ...]


def languages_of_text(text: str, stated: str) -> tuple[str, ...]:
    """Return the languages of a text whose rules there are: the stated one, and the one it seems to be.

    A text may state a wrong language, as Word documents often do. `stated` may be empty, and so may the
    result.
    """
    codes = dict.fromkeys((language_code(stated), language_code(guess_language(text))))
    codes.pop("", None)
    return tuple(codes)


def marked_words(text: str, languages: tuple[str, ...]) -> Iterator[MarkedWord]:
    """Yield the words of a text in order, with their marks by the rules of `languages`, and then the words
    that several of them form.

    These are joined words, numbers in groups (“1 500”), and the last characters of stretches without spaces.
    """
    for word in words(text):
        marks = word_marks(word.text, languages)
        yield MarkedWord(word.start, word.end, fold(word.text), marks)
    yield from _joined(text, languages)


def index_words(text: str, languages: tuple[str, ...]) -> list[str]:
    """Return what the search index holds of a text: its folded words in order, and then each of its marks
    once.
    """
    return words_and_marks(written_words(text), text, languages)


def words_and_marks(written: list[str], text: str, languages: tuple[str, ...]) -> list[str]:
    """Return what `index_words` returns for `text`, whose words `written` are known already."""
    marks: dict[str, None] = {}
    for word in dict.fromkeys(written):
        for mark in word_marks(word, languages):
            marks[mark] = None
    for joined in _joined(text, languages):
        marks.update(dict.fromkeys(joined.marks))
    return [*map(fold, written), *marks]


def marks_sought(word: str) -> list[str]:
    """Return the marks that find a searched word, whose language is unknown, in all its forms."""
    folded_word = fold(word)
    if folded_word[:1].isdecimal():
        return number_marks(folded_word)
    marks = [f"_j_{folded_word}"]
    for language in languages_of_script(folded_word):
        marks += _stem_marks(word, language)
        if not folded_word.isascii():
            # The word may be the stem of its other forms and yet have a shorter stem: “паром”, “парома”.
            marks.append(f"_{language}_{folded_word}")
    if _CAPITALS.fullmatch(word):
        marks.append(capitals_mark(word))
    return list(dict.fromkeys(marks))


def number_marks(number: str) -> list[str]:
    """Return the marks of a number: its digits without groups, with a point before decimals.

    The result has two marks if it is uncertain whether the number has decimals, as in “1.500”.
    """
    ordinal = _ORDINAL.fullmatch(number)
    number = ordinal[1] if ordinal else number
    if _COMMA_GROUPS.fullmatch(number):
        return [f"_n_{number.replace(',', '')}"]
    readings = [number]
    if _POINT_GROUPS.fullmatch(number):
        readings.insert(0, number.replace(".", ""))
    return [f"_n_{reading.replace(',', '.')}" for reading in readings]


def capitals_mark(capitals: str) -> str:
    """Return the mark of a word in capitals, such as “US”, which distinguishes it from the word “us”."""
    return f"_a_{capitals.lower()}"


def character_mark(character: str) -> str:
    """Return the mark of the last character of a stretch in a script without spaces."""
    return f"_c_{character}"


def joined_parts(word: str) -> list[str]:
    """Return the folded parts of a word that hyphens or apostrophes join.

    The result is empty if `word` is no such word, has more than `_MOST_PARTS` parts, or only a possessive
    ending.
    """
    if not _JOINED.fullmatch(word):
        return []
    parts = [fold(part) for part in _JOINING.split(_POSSESSIVE.sub("", word))]
    if not 1 < len(parts) <= _MOST_PARTS or not all(parts):
        return []
    return parts


def joined_marks(parts: Sequence[str], languages: Sequence[str]) -> list[str]:
    """Return the marks of a word whose folded parts are written with or without a sign between them."""
    joined = "".join(parts)[:LONGEST]
    marks = [f"_j_{joined}"]
    for language in _fitting(joined, languages):
        marks += _stem_marks(joined, language)
    return marks


@lru_cache(maxsize=200_000)
def word_marks(word: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the marks of one word of a text in `languages`, or none for a script without spaces."""
    folded_word = fold(word)
    if folded_word[:1].isdecimal():
        return tuple(number_marks(folded_word))
    marks: list[str] = []
    for language in _fitting(folded_word, languages):
        marks += _stem_marks(word, language)
    if _CAPITALS.fullmatch(word):
        marks.append(capitals_mark(word))
    return tuple(marks)


def _joined(text: str, languages: tuple[str, ...]) -> Iterator[MarkedWord]:
    for match in _JOINED.finditer(text):
        parts = joined_parts(match.group())
        if parts:
            marks = joined_marks(parts, languages)
            yield MarkedWord(match.start(), match.end(), "", tuple(marks))
    for match in _GROUPED.finditer(text):
        marks = number_marks(_NO_DIGIT.sub("", match.group()))
        yield MarkedWord(match.start(), match.end(), "", tuple(marks))
    for match in unspaced(text):
        last = fold(match.group()[-1])
        if last:
            yield MarkedWord(match.end() - 1, match.end(), "", (character_mark(last),))


def _stem_marks(word: str, language: str) -> list[str]:
    return [f"_{language}_{stem}" for stem in stems(word, language)]


def _fitting(folded_word: str, languages: Sequence[str]) -> Sequence[str]:
    """Return those of `languages` that are of the word's script, or else the usual one of this script."""
    of_script = languages_of_script(folded_word)
    fitting = [language for language in languages if language in of_script]
    return fitting or of_script[:1]
