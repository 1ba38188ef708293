"""Find the words of a text that another text has too, as stretches of words."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

#: Two shared stretches with at most this number of other words between them are one stretch in which a word
#: was edited.
EDITED = 3

Run = TypeVar("Run", str, tuple[str, ...])


class ComparedWords(Protocol):
    """A row of words: the own words of a text, or its quoted words (see `OwnWords`)."""

    @property
    def keys(self) -> tuple[str, ...]: ...
    @property
    def stretches(self) -> tuple[int, ...]: ...


def runs_within(words: ComparedWords, length: int) -> dict[int, tuple[str, ...]]:
    """Return each run of `length` words that is within one stretch, by the index of its first word."""
    keys, stretches = words.keys, words.stretches
    return {
        begin: keys[begin : begin + length]
        for begin in range(len(keys) - length + 1)
        if stretches[begin] == stretches[begin + length - 1]
    }


def covered_words(
    words: ComparedWords, runs: Mapping[int, Run], shared: Collection[Run], length: int
) -> bytearray:
    """Return one byte for each word: 1 if the word is part of a shared run, else 0.

    `runs` maps the index of a word to the run of `length` words that starts there.
    """
    covered = bytearray(len(words.keys))
    for begin, run in runs.items():
        if run in shared:
            covered[begin : begin + length] = b"\1" * length
    return covered


def covered_stretches(
    words: ComparedWords, covered: bytearray, *, edited: int
) -> Iterator[tuple[int, int]]:
    """Yield the stretches of covered words as pairs of indexes of words. The second index is exclusive.

    A stretch does not cross a quotation. Stretches with at most `edited` other words between them are joined.
    Nothing is yielded if no word is covered.
    """
    stretches = words.stretches
    parts = _unbroken_stretches(stretches, covered)
    begin, end = next(parts, (0, 0))
    for next_begin, next_end in parts:
        goes_on = next_begin - end <= edited and stretches[next_begin] == stretches[end - 1]
        if not goes_on:
            yield begin, end
            begin = next_begin
        end = next_end
    if end > begin:
        yield begin, end


def _unbroken_stretches(stretches: Sequence[int], covered: bytearray) -> Iterator[tuple[int, int]]:
    """Yield the stretches of covered words without another word in them, in their order."""
    begin = covered.find(1)
    while begin >= 0:
        end = covered.find(0, begin)
        if end < 0:
            end = len(covered)
        yield from _split(stretches, begin, end)
        begin = covered.find(1, end)


def _split(stretches: Sequence[int], begin: int, end: int) -> list[tuple[int, int]]:
    """Split the words from `begin` to `end` where a stretch of the text begins, in their order."""
    parts = []
    while stretches[end - 1] > begin:
        parts.append((stretches[end - 1], end))
        end = stretches[end - 1]
    parts.append((begin, end))
    return parts[::-1]
