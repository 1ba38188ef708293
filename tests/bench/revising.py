"""Make revisions of a text by rule, so that the place of every passage in the new text is known.

A text is split into sentences. Some are deleted, edited or moved, and others are added. A deleted sentence
may leave a decoy: the same words in another place, between other sentences.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

_SENTENCES = re.compile(r"[^\n.!?]*[.!?]*[ \t]*|\n+")
#: A passage of which a smaller share is unchanged has no gold, because people disagree
#: whether it is lost or changed.
LEAST_ALIKE = 0.7
_WORDS = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Case:
    """A passage of an old text (code points, end exclusive), and where it stands in the new text.

    `gold` is None if the passage was deleted.
    """

    kind: str
    start: int
    end: int
    gold: tuple[int, int] | None


@dataclass(slots=True, eq=False)
class _Sentence:
    """A sentence before and after its revision, as pairs of an old and a new word.

    The old word is None if the new word was added, and the new word is None if the old word was deleted.
    """

    words: list[tuple[str | None, str | None]]
    fate: str = "kept"

    def text(self, side: int) -> str:
        return "".join(pair[side] or "" for pair in self.words)


def revised(text: str, foreign: Sequence[str], chance: random.Random) -> tuple[str, str, list[Case]]:
    """Return an old text, a new text, and passages of the old text with their places in the new.

    The old text is `text`, with a second copy of some sentences (twins), so that the new text keeps one of
    them. `foreign` are sentences of other texts, from which words and sentences are added.
    """
    sentences = _sentences(text)
    chosen = [sentence for sentence in sentences if len(sentence.text(0).split()) >= 6]
    chance.shuffle(chosen)
    fates = ["deleted", "decoy", "twin", "judged edited", "judged reworded", "judged put in", "edges"]
    for fate, sentence in zip(fates * max(1, len(chosen) // 12), chosen, strict=False):
        sentence.fate = fate
    before, after = _laid_out(sentences, foreign, chance)
    return _cases(before, after, chance)


def _sentences(text: str) -> list[_Sentence]:
    found = [part for part in _SENTENCES.findall(text) if part]
    return [_Sentence([(word, word) for word in _WORDS.findall(part)]) for part in found]


def _edit(sentence: _Sentence, foreign: Sequence[str], chance: random.Random) -> None:
    """Change the words of a sentence as its `fate` says."""
    match sentence.fate:
        case "deleted" | "decoy" | "twin":
            sentence.words = [(word, None) for word, _ in sentence.words]
        case "judged edited":
            _replace(sentence, foreign, chance, share=0.08)
        case "judged reworded":
            _replace(sentence, foreign, chance, share=0.2)
        case "judged put in":
            at = chance.randrange(2, len(sentence.words) - 1)
            sentence.words[at:at] = [(None, word) for word in (" ", *_some(foreign, chance, 3))]
        case "edges":
            sentence.words[-1:] = [
                sentence.words[-1],
                *((None, word) for word in (" ", *_some(foreign, chance, 4), " ")),
            ]


def _laid_out(
    sentences: list[_Sentence], foreign: Sequence[str], chance: random.Random
) -> tuple[list[_Sentence], list[_Sentence]]:
    """Edit, move and copy the sentences as their `fate` says, and add some between them. Return those of
    the old text and those of the new text, both in order.
    """
    before, after = list(sentences), []
    for sentence in sentences:
        _edit(sentence, foreign, chance)
        after.append(sentence)
        if chance.random() < 0.08:
            after.append(_Sentence([(None, word) for word in _WORDS.findall(chance.choice(foreign) + " ")]))
    for sentence in [each for each in sentences if each.fate in ("decoy", "twin")]:
        place = _far_from(before.index(sentence), len(before), chance)
        words = [word for word, _ in sentence.words if word]
        # A twin stood in both places before. A decoy is added where the words did not stand before.
        copy = _Sentence([(word if sentence.fate == "twin" else None, word) for word in (" ", *words, " ")])
        after.insert(after.index(before[place]), copy)
        if sentence.fate == "twin":
            before.insert(place, copy)
    if len(after) > 20:
        start = chance.randrange(len(after) - 5)
        moved, after[start : start + 4] = after[start : start + 4], []
        place = chance.randrange(len(after))
        after[place:place] = moved
        for sentence in moved:
            if sentence.fate == "kept":
                sentence.fate = "moved"
    return before, after


def _far_from(place: int, length: int, chance: random.Random) -> int:
    """Return a place at least five sentences away, so that a copy there cannot be
    mistaken for the sentence.
    """
    return chance.choice([other for other in range(length) if abs(other - place) >= 5] or [0])


def _replace(sentence: _Sentence, foreign: Sequence[str], chance: random.Random, share: float) -> None:
    """Replace about the share `share` (0 to 1) of the words of the sentence."""
    inner = [i for i, (word, _) in enumerate(sentence.words) if word and not word.isspace()][1:-1]
    for at in chance.sample(inner, max(1, round(share * len(inner)))):
        sentence.words[at] = (sentence.words[at][0], _some(foreign, chance, 1)[0])


def _some(foreign: Sequence[str], chance: random.Random, number: int) -> list[str]:
    words = " ".join(chance.sample(foreign, 2)).split()
    at = chance.randrange(max(1, len(words) - number))
    return " ".join(words[at : at + number]).split(" ")[:number] or ["so"]


def _cases(
    before: list[_Sentence], after: list[_Sentence], chance: random.Random
) -> tuple[str, str, list[Case]]:
    starts: dict[int, int] = {}
    length = 0
    for sentence in after:
        starts[id(sentence)] = length
        length += len(sentence.text(1))
    cases = []
    length = 0
    for sentence in before:
        if sentence.text(0).strip():
            cases += [
                Case(kind, length + a, length + b, _gold(sentence, a, b, starts.get(id(sentence))))
                for kind, a, b in _passages(sentence, chance)
                if _alike(sentence, a, b) >= LEAST_ALIKE
            ]
        length += len(sentence.text(0))
    return "".join(s.text(0) for s in before), "".join(s.text(1) for s in after), cases


def _passages(sentence: _Sentence, chance: random.Random) -> Iterator[tuple[str, int, int]]:
    """Yield the whole sentence and some of its words, as (kind, start, end) in the sentence."""
    text = sentence.text(0)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    yield f"{sentence.fate}, sentence", start, end
    if sentence.fate in ("decoy", "twin"):
        # Its words stand in the copy with all their neighbours, so an answer that points there is not wrong.
        return
    words = [match.span() for match in re.finditer(r"\S+", text)]
    if len(words) > 6:
        size = chance.choice([1, 2, 3, 5])
        first = chance.randrange(len(words) - size)
        yield (
            f"{sentence.fate}, {'words' if size > 1 else 'word'}",
            words[first][0],
            words[first + size - 1][1],
        )


def _alike(sentence: _Sentence, start: int, end: int) -> float:
    """Return the share (0 to 1) of `start..end` that is unchanged in the new text, or 1
    if all of it was deleted.
    """
    gold = _gold(sentence, start, end, 0)
    now = sentence.text(1)[slice(*gold)] if gold else ""
    return Levenshtein.normalized_similarity(sentence.text(0)[start:end], now) if now else 1.0


def _gold(sentence: _Sentence, start: int, end: int, new_start: int | None) -> tuple[int, int] | None:
    """Return the span in the new text of the words of `start..end` and what replaced
    them, or None if there is none.
    """
    if new_start is None:
        return None
    old = new = 0
    places = []
    for was, now in sentence.words:
        if was and now and not was.isspace() and start <= old and old + len(was) <= end:
            places += [new, new + len(now)]
        old, new = old + len(was or ""), new + len(now or "")
    return (new_start + min(places), new_start + max(places)) if places else None
