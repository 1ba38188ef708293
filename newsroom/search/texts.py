"""Searching what articles say: words in any form, "phrases" word for word, and beginn* with a star."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.db.models.expressions import RawSQL

from newsroom.search import Clause, backend
from newsroom.text.language.words import Word, fold, folded, term, words

#: Most parts of a search that are looked at.
MOST = 12
_PART = re.compile(r"[\"“”]([^\"“”]*)(?:[\"“”]|$)|(\S+)")
#: A stem shorter than this is no beginning of a word: “war” would find “warm”.
_STEM = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a search met a text: the words found between what stands before and after."""

    before: str
    words: str
    after: str


def clauses(search: str) -> list[Clause]:
    """What must stand in a text, each part in one of its spellings. Signs that are no word are passed over."""
    found: list[Clause] = []
    for part in _PART.finditer(search):
        phrase, word = part.groups()
        run = tuple(folded(phrase if phrase is not None else word))
        if not run:
            continue
        if phrase is not None or len(run) > 1:
            found.append([(run, bool(word and word.endswith("*")))])
        elif word.endswith("*"):
            found.append([(run, True)])
        else:
            found.append(_forms(run[0]))
    return found[:MOST]


def articles_saying(search: str) -> Q:
    """Articles whose current text, headline or byline answers to `search`, or whose title or outlet holds it."""
    plain = search.strip().strip('"“”*').strip()
    named = Q(title__icontains=plain) | Q(outlet__name__icontains=plain)
    wanted = clauses(search)
    if not wanted:
        return named
    select, parameters = backend().texts_matching(wanted)
    return named | Q(current__in=RawSQL(select, parameters))  # noqa: S611  (our own SQL; the words are parameters)


def hits(text: str, search: str, *, most: int = 3, around: int = 70) -> list[Hit]:
    """The first places in `text` that answer to a part of `search`, with up to `around` code points on either
    side.
    """
    wanted = clauses(search)
    found: list[Hit] = []
    if not wanted:
        return found
    standing = list(words(text))
    spelled = [fold(word.text) for word in standing]
    at = 0
    while at < len(standing) and len(found) < most:
        length = max((_stands(spelled, at, clause) for clause in wanted), default=0)
        if length:
            found.append(_hit(text, standing[at], standing[at + length - 1], around))
        at += max(1, length)
    return found


def _forms(word: str) -> Clause:
    """A word and its other forms: plural, and whatever goes on from its stem where that is long enough."""
    stem = term(word).rstrip("i")
    forms: dict[tuple[tuple[str, ...], bool], None] = dict.fromkeys([((word,), False)])
    if not word[:1].isdecimal() and word.isalpha():
        forms |= dict.fromkeys(
            [((stem,), True)] if len(stem) >= _STEM else [((stem,), False), ((f"{stem}s",), False)]
        )
    return list(forms)


def _stands(spelled: Sequence[str], at: int, clause: Clause) -> int:
    """How many words of `spelled` from `at` answer to `clause`; 0 where they do not."""
    for run, goes_on in clause:
        there = spelled[at : at + len(run)]
        if len(there) == len(run) and there[:-1] == list(run[:-1]):
            last = there[-1]
            if last == run[-1] or (goes_on and last.startswith(run[-1])):
                return len(run)
    return 0


def _hit(text: str, first: Word, last: Word, around: int) -> Hit:
    start, end = first.start, last.end
    return Hit(text[max(0, start - around) : start], text[start:end], text[end : end + around])
