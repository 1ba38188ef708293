"""Cut a text into words, and give each word a term: the folded and stemmed form by which words are compared.

A folded word is in lower case and has no accents. A stemmed word has no ending. Scripts without spaces are
cut into pairs of neighbouring characters (character bigrams).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

#: This number must be raised whenever the same text gets other terms, because then the index must be rebuilt
#: (`manage.py reindex`).
VERSION = 3
#: The longest term, in code points. Longer terms are cut.
LONGEST = 40

#: Vowel signs and tones are marks, which `\w` does not match. Without them, words of these scripts would
#: break apart.
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3\u00ad\u200c\u200d"
)
# `\w` matches these signs as letters, but folding removes them: the stroke of Arabic, and marks without a
# letter.
_NO_LETTERS = "\u0640\ufc5e-\ufc63\ufcf2-\ufcf4\ufe70-\ufe72\ufe74\ufe76-\ufe7f"
# Raised and lowered digits and fractions are no part of the figure before them: “12⁴” is not 124.
_NO_DIGITS = "²³¹⁰⁴-⁹₀-₉¼-¾⅐-⅞"
# The possessive ending is part of the word but not of its term.
_WORD = re.compile(
    rf"\d+(?:[.,]\d+)*(?![^\W{_NO_DIGITS}])|[^\W_{_NO_LETTERS}{_NO_DIGITS}][\w{MARKS}]*(?:['’][sS]\b)?"
)
_UNSPACED = re.compile(
    "[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff]+"
)
# These marks are removed: accents, the pointing of Hebrew and Arabic, soft hyphens and joiners.
_LEFT_OUT = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640\u00ad\u200c\u200d]")
# Letters with a stroke and the like do not decompose to a letter and an accent.
_PLAIN_LETTERS = str.maketrans(
    {
        **dict(zip("łøđðıħŧŋ", "loddihtn", strict=True)),
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)
# Normalisation expands some signs, such as “⑴” to “(1)” and “ﷺ” to four words. The characters in the result
# that are neither letters nor digits are removed.
_NO_WORD = re.compile(r"[^\w.,\x80-\U0010ffff]")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
#: The values of number words up to twenty. “One” is missing because it is more often a pronoun.
NUMBERS = {word: number for number, word in enumerate(_NUMBERS.split(), start=2)}
# One stemmer serves all languages of a script. It may cut wrong endings, because it cuts them alike in both
# texts that are compared. The caches of the stemmers are off, because `term` has a larger cache and searching
# two caches takes longer than stemming.
_ENGLISH = Stemmer.Stemmer("english", 0)
_STEMMERS = (
    (re.compile("[\u0400-\u052f]"), Stemmer.Stemmer("russian", 0)),
    (re.compile("[\u0370-\u03ff]"), Stemmer.Stemmer("greek", 0)),
    (re.compile("[\u0600-\u06ff]"), Stemmer.Stemmer("arabic", 0)),
    (re.compile("[\u0900-\u097f]"), Stemmer.Stemmer("hindi", 0)),
    (re.compile("[\u0530-\u058f]"), Stemmer.Stemmer("armenian", 0)),
)


#: A word as it is written, and its term.
WrittenTerm = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `start..end` in code points.

    `text` is the word as written. `term` is the form by which words are compared.
    """

    start: int
    end: int
    text: str
    term: str


def words(text: str) -> Iterator[Word]:
    """Yield the words of `text`, in order.

    In a script without spaces each pair of neighbouring characters is a word, so neighbouring words overlap.
    """
    for match in _WORD.finditer(text):
        word = match.group()
        if _is_spaced(word):
            yield Word(match.start(), match.end(), word, term(word))
        else:
            yield from _words_of_mixed_scripts(word, match.start())


def terms(text: str) -> list[str]:
    """Return the term of each word of `text`, in order: the form by which words are compared."""
    # Nearly all texts have only scripts with spaces, and then the places of the words are not needed.
    if _is_spaced(text):
        return [term(word) for word in _WORD.findall(text)]
    return [word.term for word in words(text)]


def written_terms(text: str) -> list[WrittenTerm]:
    """Return the words of `text` in order, as they are written, each with its term."""
    if _is_spaced(text):
        written = _WORD.findall(text)
        return list(zip(written, map(term, written), strict=True))
    return [(word.text, word.term) for word in words(text)]


def folded(text: str) -> list[str]:
    """Return the words of `text` in order, folded (lower case, no accents) but not stemmed.

    Phrases are compared in this form.
    """
    return [fold(word) for word in written_words(text)]


def written_words(text: str) -> list[str]:
    """Return the words of `text` in order, as they are written."""
    if _is_spaced(text):
        return _WORD.findall(text)
    return [word.text for word in words(text)]


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Return `word` in lower case, without accents, vowel points, variant letters and the possessive ending.

    The result is cut to `LONGEST` code points. It is empty if `word` has only such signs.
    """
    if word[-2:-1] in ("'", "’"):
        word = word[:-2]
    if word.isascii():
        return word.lower()[:LONGEST]
    folded = unicodedata.normalize("NFKC", word).casefold()
    if not folded.isascii():
        # Only this form (NFD) separates accents from their letters.
        folded = _LEFT_OUT.sub("", unicodedata.normalize("NFD", folded))
        folded = unicodedata.normalize("NFC", folded).translate(_PLAIN_LETTERS)
    return _NO_WORD.sub("", folded)[:LONGEST]


def without_accents(text: str) -> str:
    """Return `text` in lower case and without accents. In contrast to `fold`, all other signs are kept."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@lru_cache(maxsize=100_000)
def term(word: str) -> str:
    """Return the form by which `word` is compared: folded and stemmed.

    The term of a number is its digits without separators.
    """
    folded = fold(word)
    if folded in NUMBERS:
        return str(NUMBERS[folded])
    if folded[:1].isdecimal():
        return _number_term(folded)
    if "a" <= folded[:1] <= "z":
        return str(_ENGLISH.stemWord(folded))
    for script, stemmer in _STEMMERS:
        if script.match(folded):
            return str(stemmer.stemWord(folded))
    return folded


def _number_term(folded: str) -> str:
    ordinal = _ORDINAL.fullmatch(folded)
    number = ordinal[1] if ordinal else folded
    if _GROUPED.match(number):
        return number.replace(",", "")
    return number


def is_pair(word: str) -> bool:
    """Return whether a word is of a script without spaces, so that it is a pair of characters."""
    return _UNSPACED.match(word) is not None


def unspaced(text: str) -> Iterator[re.Match[str]]:
    """Yield the stretches of `text` that are of scripts without spaces."""
    if not text.isascii():
        yield from _UNSPACED.finditer(text)


def _is_spaced(text: str) -> bool:
    return text.isascii() or not _UNSPACED.search(text)


def _words_of_mixed_scripts(word: str, offset: int) -> Iterator[Word]:
    """Yield the words inside `word`, which contains a script without spaces.

    `offset` is the place of `word` in the text, in code points.
    """
    position = 0
    for run in _UNSPACED.finditer(word):
        yield from _spaced_word(word, position, run.start(), offset)
        yield from _pairs(run, offset)
        position = run.end()
    yield from _spaced_word(word, position, len(word), offset)


def _spaced_word(
    word: str,
    start: int,
    end: int,
    offset: int,
) -> Iterator[Word]:
    # A low line is a part of a word and begins none.
    while start < end and word[start] == "_":
        start += 1
    own_term = term(word[start:end])
    # An accent that follows a pair has no letter here, so its term is empty.
    if own_term:
        yield Word(offset + start, offset + end, word[start:end], own_term)


def _pairs(run: re.Match[str], offset: int) -> Iterator[Word]:
    characters = run.group()
    # A single character is a word too.
    last_start = max(0, len(characters) - 2)
    for place in range(last_start + 1):
        pair = characters[place : place + 2]
        start = offset + run.start() + place
        pair_term = unicodedata.normalize("NFKC", pair).casefold()
        yield Word(start, start + len(pair), pair, pair_term)
