"""Search the texts of articles.

A search can contain words, which match in any form and spelling, "phrases" in quotation marks, which match
word for word, and beginnings of words with a star (beginn*).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.db.models.expressions import RawSQL

from newsroom.search import backend
from newsroom.search.clauses import Clause, Spelling
from newsroom.text.language.indexing.stems import languages_of_script, stems
from newsroom.text.language.indexing.word_forms import (
    MarkedWord,
    capitals_mark,
    character_mark,
    joined_marks,
    joined_parts,
    languages_of_text,
    marked_words,
    marks_sought,
    number_marks,
)
from newsroom.text.language.words import folded, is_pair, words
from newsroom.text.model import Span

#: The most parts of a search that are used.
MOST = 12
#: A shorter word does not find the words that begin with it: “war” would find “warm”. A longer one does,
#: because languages such as German write compounds as one word.
SHORTEST_BEGINNING = 5
#: Abbreviations of so many letters at most are found in the spelling with points.
_LONGEST_INITIALISM = 5
_PART = re.compile(
    r"[\"“”](?P<phrase>[^\"“”]*)(?:[\"“”]|$)"
    r"|(?<!\S)(?P<number>\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+)(?!\S)"
    r"|(?P<word>\S+)"
)
_INITIALISM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\.?")
_CAPITALS = re.compile(r"\b[A-Z]{2,5}\b")
_PUNCTUATION = ",;:!?()[]'’"


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
        if part["phrase"] is not None:
            clause = _phrase_clause(part["phrase"])
        elif part["number"]:
            clause = _number_clause(part["number"])
        else:
            clause = _word_clause(part["word"])
        if clause:
            parts.append(clause)
    return parts[:MOST]


def _phrase_clause(phrase: str) -> Clause:
    """Return the one spelling of a phrase as a list, or an empty list if the phrase contains no word."""
    phrase_words = tuple(folded(phrase))
    if not phrase_words:
        return []
    return [Spelling(phrase_words)]


def _number_clause(number: str) -> Clause:
    """Return the spellings that find a number whose digits are written in groups (“1 500”)."""
    parts = folded(number)
    return [Spelling(tuple(parts)), *_each_alone(number_marks("".join(parts)))]


def _word_clause(word: str) -> Clause:
    """Return the possible spellings of a word, or an empty list if `word` consists only of signs.

    The parts of a hyphenated word are searched as a phrase and as one word.
    """
    parts = tuple(folded(word))
    if not parts:
        return []
    if word.endswith("*"):
        return [Spelling(parts, open_end=True)]
    if len(parts) == 1:
        (only_word,) = words(word)
        return _forms(only_word.text, parts[0])

    spellings = [Spelling(parts)]
    bare = word.strip(_PUNCTUATION)
    if _INITIALISM.fullmatch(bare):
        spellings += _each_alone([capitals_mark("".join(parts))])
        return spellings
    if "-" in bare:
        spellings += _with_initialisms(bare)
    if joined_parts(bare):
        joined = "".join(parts)
        spellings += _each_alone([joined, *joined_marks(parts, languages_of_script(joined))])
    return spellings


def _with_initialisms(word: str) -> list[Spelling]:
    """Return the spellings of a word such as “US-led” with points, or of “U.S.-led” without them.

    The result is empty if no part of the word is an abbreviation in capitals.
    """
    without_points = _INITIALISM.sub(lambda letters: letters.group().replace(".", ""), word)
    with_points = _CAPITALS.sub(lambda capitals: " ".join(capitals.group()), word)
    others = dict.fromkeys((without_points, with_points))
    others.pop(word, None)
    return [Spelling(tuple(folded(other))) for other in others]


def _each_alone(tokens: Sequence[str]) -> list[Spelling]:
    return [Spelling((token,)) for token in tokens]


def _forms(written: str, word: str) -> Clause:
    """Return the spellings that find a word in all its forms. `word` is the folded form of `written`."""
    if is_pair(written):
        ending = [character_mark(word)] if len(word) == 1 else []
        return [Spelling((word,), open_end=len(word) == 1), *_each_alone(ending)]
    forms = [Spelling((word,)), *_each_alone(marks_sought(written))]
    if not word.isascii():
        # A stem may be a word itself that has a shorter stem: “парома”, “паром”.
        for language in languages_of_script(word)[:1]:
            forms += _each_alone(stems(written, language))
    if word.isalpha() and len(word) >= SHORTEST_BEGINNING:
        forms.append(Spelling((word,), open_end=True))
    if word.isalpha() and 1 < len(word) <= _LONGEST_INITIALISM:
        forms.append(Spelling(tuple(word)))
    return forms


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


def hits(
    text: str, search: str, *, language: str = "", most: int = 3, around: int = 70
) -> list[Hit]:
    """Return the first passages in `text`, at most `most`, that match a part of `search`.

    `language` is the one that the text states, if any. Each passage has up to `around` code points before and
    after the matching words. Returns an empty list if nothing matches.
    """
    wanted = clauses(search)
    if not wanted:
        return []
    marked = list(marked_words(text, languages_of_text(text, language)))
    # Where several spans begin, the longest is shown.
    spans = sorted(_matches(marked, wanted), key=lambda span: (span.start, -span.end))
    passages: list[Hit] = []
    reached = 0
    for span in spans:
        if len(passages) == most:
            break
        if span.start >= reached:
            passages.append(_hit(text, span, around))
            reached = span.end
    return passages


def _matches(marked: Sequence[MarkedWord], wanted: Sequence[Clause]) -> Iterator[Span]:
    """Yield the span of each match of a spelling in `wanted`, in no order. The spans may overlap."""
    spellings = {spelling for clause in wanted for spelling in clause}
    words = [spelling for spelling in spellings if len(spelling.words) == 1]
    phrases = [spelling for spelling in spellings if len(spelling.words) > 1]
    yield from _matches_of_words(marked, words)
    yield from _matches_of_phrases(marked, phrases)


def _matches_of_words(
    marked: Sequence[MarkedWord], spellings: Sequence[Spelling]
) -> Iterator[Span]:
    """Yield the span of each word that is one of these spellings, or begins with one that has an open end."""
    tokens = {spelling.words[0] for spelling in spellings}
    beginnings = tuple(spelling.words[0] for spelling in spellings if spelling.open_end)
    for word in marked:
        is_token = word.folded in tokens or not tokens.isdisjoint(word.marks)
        if is_token or word.folded.startswith(beginnings):
            yield Span(word.start, word.end)


def _matches_of_phrases(
    marked: Sequence[MarkedWord], phrases: Sequence[Spelling]
) -> Iterator[Span]:
    """Yield the span of each place at which the words of a phrase follow one another."""
    plain = [word for word in marked if word.folded]
    folded_words = [word.folded for word in plain]
    for phrase in phrases:
        for place in _places_of_phrase(folded_words, phrase):
            last = plain[place + len(phrase.words) - 1]
            yield Span(plain[place].start, last.end)


def _places_of_phrase(folded_words: Sequence[str], phrase: Spelling) -> Iterator[int]:
    """Yield the index of each word at which the phrase begins."""
    *firsts, last = phrase.words
    for place in range(len(folded_words) - len(firsts)):
        if folded_words[place] != firsts[0]:
            continue
        end = place + len(firsts)
        candidate = folded_words[end]
        is_last = candidate == last or (phrase.open_end and candidate.startswith(last))
        if is_last and list(folded_words[place:end]) == firsts:
            yield place


def _hit(text: str, span: Span, around: int) -> Hit:
    before = text[max(0, span.start - around) : span.start]
    after = text[span.end : span.end + around]
    return Hit(before, text[span.start : span.end], after)
