"""Search the texts of articles.

A search can contain words, which match in any form, "phrases" in quotation marks, which match word for word,
and beginnings of words with a star (beginn*).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.db.models.expressions import RawSQL

from newsroom.search import backend
from newsroom.search.clauses import Clause, Spelling
from newsroom.text.language.words import Word, fold, folded, term, words

#: The most parts of a search that are used.
MOST = 12
#: A shorter stem is not used as the beginning of a word: “war” would find “warm”.
SHORTEST_STEM = 5
_PART = re.compile(r"[\"“”]([^\"“”]*)(?:[\"“”]|$)|(\S+)")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage of a text that matches a search: the matching `words`, and the text `before` and `after`
    them.
    """

    before: str
    words: str
    after: str


def clauses(search: str) -> list[Clause]:
    """Return the parts of a search (at most `MOST`), each as a list of its possible spellings.

    Signs without a word are ignored.
    """
    parts: list[Clause] = []
    for part in _PART.finditer(search):
        phrase, word = part.groups()
        clause = _word_clause(word) if phrase is None else _phrase_clause(phrase)
        if clause:
            parts.append(clause)
    return parts[:MOST]


def _phrase_clause(phrase: str) -> Clause:
    """Return the one spelling of a phrase as a list, or an empty list if the phrase contains no word."""
    phrase_words = tuple(folded(phrase))
    if not phrase_words:
        return []
    return [Spelling(phrase_words)]


def _word_clause(word: str) -> Clause:
    """Return the possible spellings of a word, or an empty list if `word` consists only of signs.

    The parts of a hyphenated word are searched as a phrase.
    """
    parts = tuple(folded(word))
    if not parts:
        return []
    if word.endswith("*"):
        return [Spelling(parts, open_end=True)]
    if len(parts) > 1:
        return [Spelling(parts)]
    return _forms(parts[0])


def condition_for_search(search: str) -> Q:
    """Return the condition for articles that match `search`.

    An article matches if its current text, headline or byline matches every part of the search, or if its
    title or the name of its outlet contains the whole search.
    """
    plain = search.strip().strip('"“”*').strip()
    is_named = Q(title__icontains=plain) | Q(outlet__name__icontains=plain)
    wanted = clauses(search)
    if not wanted:
        return is_named
    select, parameters = backend().texts_matching(wanted)
    return is_named | Q(current__in=RawSQL(select, parameters))  # noqa: S611  (our SQL, words as parameters)


def hits(text: str, search: str, *, most: int = 3, around: int = 70) -> list[Hit]:
    """Return the first passages in `text`, at most `most`, that match a part of `search`.

    Each passage has up to `around` code points before and after the matching words. Returns an empty list if
    nothing matches.
    """
    wanted = clauses(search)
    if not wanted:
        return []
    text_words = list(words(text))
    spellings = [fold(word.text) for word in text_words]
    passages: list[Hit] = []
    position = 0
    while position < len(text_words) and len(passages) < most:
        length = max(_length_of_match(spellings, position, clause) for clause in wanted)
        if length:
            last = text_words[position + length - 1]
            passages.append(_hit(text, text_words[position], last, around))
        position += max(1, length)
    return passages


def _forms(word: str) -> Clause:
    """Return the spellings that find a word in all its forms: the word, its stem and a plural, or the word
    and all words that begin with its stem if the stem is long enough.
    """
    forms = [Spelling((word,))]
    if word[:1].isdecimal() or not word.isalpha():
        return forms
    stem = term(word).rstrip("i")
    if len(stem) >= SHORTEST_STEM:
        forms.append(Spelling((stem,), open_end=True))
    else:
        forms += [Spelling((stem,)), Spelling((f"{stem}s",))]
    # A word that equals its stem is searched once.
    return list(dict.fromkeys(forms))


def _length_of_match(spellings: Sequence[str], position: int, clause: Clause) -> int:
    """Return how many words, from `position` on, match a spelling of `clause`.

    Returns 0 if no spelling matches there.
    """
    for spelling in clause:
        *firsts, last = spelling.words
        candidate = spellings[position : position + len(spelling.words)]
        if len(candidate) < len(spelling.words) or candidate[:-1] != firsts:
            continue
        if candidate[-1] == last or (spelling.open_end and candidate[-1].startswith(last)):
            return len(spelling.words)
    return 0


def _hit(text: str, first: Word, last: Word, around: int) -> Hit:
    start, end = first.start, last.end
    before = text[max(0, start - around) : start]
    after = text[end : end + around]
    return Hit(before, text[start:end], after)
