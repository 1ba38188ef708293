"""Searching what articles say: words in any form, "phrases" word for word, and beginn* with a star."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.db.models.expressions import RawSQL

from newsroom.search import backend
from newsroom.search.clauses import Clause, Spelling
from newsroom.text.language.words import Word, fold, folded, term, words

#: Most parts of a search that are looked at.
MOST = 12
#: A shorter stem is not taken for the beginning of a word: “war” would find “warm”.
SHORTEST_STEM = 5
_PART = re.compile(r"[\"“”]([^\"“”]*)(?:[\"“”]|$)|(\S+)")


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a search met a text: the words found between what stands before and after."""

    before: str
    words: str
    after: str


def clauses(search: str) -> list[Clause]:
    """Return what must stand in a text, each part in all its spellings. Signs without a word are no part."""
    found: list[Clause] = []
    for part in _PART.finditer(search):
        phrase, word = part.groups()
        clause = _word_clause(word) if phrase is None else _phrase_clause(phrase)
        if clause:
            found.append(clause)
    return found[:MOST]


def _phrase_clause(phrase: str) -> Clause:
    """Return the spelling of a phrase; none if nothing of it is a word."""
    phrase_words = tuple(folded(phrase))
    if not phrase_words:
        return []
    return [Spelling(phrase_words)]


def _word_clause(word: str) -> Clause:
    """Return the spellings of a word; none if nothing of it is one. Parts joined by a hyphen are a phrase."""
    parts = tuple(folded(word))
    if not parts:
        return []
    if word.endswith("*"):
        return [Spelling(parts, open_end=True)]
    if len(parts) > 1:
        return [Spelling(parts)]
    return _forms(parts[0])


def articles_saying(search: str) -> Q:
    """Return the condition that an article answers to `search`.

    Its current text, headline or byline answers to each part, or its title or outlet holds the whole.
    """
    plain = search.strip().strip('"“”*').strip()
    is_named = Q(title__icontains=plain) | Q(outlet__name__icontains=plain)
    wanted = clauses(search)
    if not wanted:
        return is_named
    select, parameters = backend().texts_matching(wanted)
    return is_named | Q(current__in=RawSQL(select, parameters))  # noqa: S611  (our SQL, words as parameters)


def hits(text: str, search: str, *, most: int = 3, around: int = 70) -> list[Hit]:
    """Return the first places in `text` that answer to a part of `search`.

    Each has up to `around` code points on either side.
    """
    wanted = clauses(search)
    if not wanted:
        return []
    text_words = list(words(text))
    spellings = [fold(word.text) for word in text_words]
    found: list[Hit] = []
    position = 0
    while position < len(text_words) and len(found) < most:
        length = max(_length_of_answer(spellings, position, clause) for clause in wanted)
        if length:
            last = text_words[position + length - 1]
            found.append(_hit(text, text_words[position], last, around))
        position += max(1, length)
    return found


def _forms(word: str) -> Clause:
    """Return a word and its other forms: its plural, and whatever goes on from a stem that is long enough."""
    forms = [Spelling((word,))]
    if word[:1].isdecimal() or not word.isalpha():
        return forms
    stem = term(word).rstrip("i")
    if len(stem) >= SHORTEST_STEM:
        forms.append(Spelling((stem,), open_end=True))
    else:
        forms += [Spelling((stem,)), Spelling((f"{stem}s",))]
    # A word that is its own stem is looked up once.
    return list(dict.fromkeys(forms))


def _length_of_answer(spellings: Sequence[str], position: int, clause: Clause) -> int:
    """Return how many words from `position` on answer to `clause`; 0 if they do not."""
    for spelling in clause:
        *firsts, last = spelling.words
        found = spellings[position : position + len(spelling.words)]
        if len(found) < len(spelling.words) or found[:-1] != firsts:
            continue
        if found[-1] == last or (spelling.open_end and found[-1].startswith(last)):
            return len(spelling.words)
    return 0


def _hit(text: str, first: Word, last: Word, around: int) -> Hit:
    start, end = first.start, last.end
    before = text[max(0, start - around) : start]
    after = text[end : end + around]
    return Hit(before, text[start:end], after)
