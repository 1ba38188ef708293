"""Measure how much wording two reports share.

The texts are compared by the runs of five words that they share outside quotations, because two reporters at
the same event quote the same sentence and are still two sources. If more than a few names and phrases agree,
both texts come from one author. If many quotations agree too, fewer own words are enough, but some are always
needed. Reports that follow the same pattern, such as weather reports, share words but hardly any names or
figures. They are not copies.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotations.logic.sources.details import (
    are_of_two_events,
    are_surely_of_one_event,
    details_of,
    have_other_figures,
)
from annotations.logic.sources.own_words import RUN, OwnWords, QuotedWords
from newsroom.text.model import Span

#: A shared stretch is significant if it has at least this number of words without a capital. Names are left
#: out, because two independent reporters can both write “Foreign Minister Marta Ilves told reporters in Oslo
#: on Monday”.
STRETCH = 8
#: A text is a copy if at least this share of all its words, including quotations, is shared.
COPY = 0.6
#: In this case, at least this share of its own words must be shared too, because quotations alone do not make
#: a copy.
OWN_OF_COPY = 0.3
#: A text is a partial copy if at least this share of its own words is in significant shared stretches.
PART = 0.05
#: Least number of words in significant stretches for any verdict, also for short reports.
LEAST_WORDS = 16
#: If at least this share of all words is shared, including quotations, one significant stretch is enough.
WITH_QUOTATIONS = 0.25
#: From this share on, two texts with different figures follow the same pattern.
MOULD = 0.5
#: Two shared stretches with at most this number of other words between them are one stretch in which a word
#: was edited.
EDITED = 3


class CopyVerdict(StrEnum):
    """The way in which two texts with shared wording are related: one is a copy of the other, or in part."""

    COPY = "copy"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class SharedWording:
    """The wording that one of two texts shares with the other. Words outside quotations are its own words.

    `share` is the share of the text's own words that are in shared stretches, from 0 to 1, including edited
    words inside a stretch. `whole_share` is the same share of all its words, including quotations. `telling`
    is the number of words in significant stretches (see `STRETCH`), and `words` the number of own words.
    `spans` are the shared stretches without edited words. `paragraphs` are the indexes of the blocks of which
    at least half is shared.
    """

    share: float
    whole_share: float
    telling: int
    words: int
    spans: tuple[Span, ...]
    paragraphs: tuple[int, ...]

    @property
    def telling_share(self) -> float:
        if not self.words:
            return 0.0
        return self.telling / self.words


@dataclass(frozen=True, slots=True)
class CopyComparison:
    """The comparison of two texts: the wording that each shares with the other, and the verdict.

    `verdict` is None if the texts share too little, or if they seem to report two events.
    """

    left: SharedWording
    right: SharedWording
    verdict: CopyVerdict | None

    @property
    def share(self) -> float:
        """Return the larger `share` of both texts.

        A short report that was cut from a long one is shared completely, but the long one is not.
        """
        return max(self.left.share, self.right.share)


def compare_wording(left: OwnWords, right: OwnWords) -> CopyComparison:
    """Compare the wording of two texts. The time is linear in their length.

    If `left` and `right` are exchanged, the sides of the result are exchanged and the verdict is the same.
    """
    shared_runs = set(left.runs.values()) & set(right.runs.values())
    runs_anywhere = _all_runs(left) & _all_runs(right)
    left_shared = _shared_wording(left, shared_runs, runs_anywhere)
    right_shared = _shared_wording(right, shared_runs, runs_anywhere)
    verdict = _verdict(left_shared, right_shared)
    if verdict is not None and not _may_be_of_one_event(left, right, left_shared, right_shared):
        verdict = None
    return CopyComparison(left_shared, right_shared, verdict)


def _all_runs(text: OwnWords) -> set[str]:
    """Return the runs of five words of a text, both outside and inside quotations."""
    return {*text.runs.values(), *text.quoted.runs.values()}


def _shared_wording(
    text: OwnWords, shared_runs: set[str], runs_anywhere: set[str]
) -> SharedWording:
    covered = _covered_words(text, shared_runs)
    edited_stretches = list(_covered_stretches(text, covered, edited=EDITED))
    exact_stretches = _covered_stretches(text, covered, edited=0)

    shared_by_paragraph: Counter[int] = Counter()
    telling = 0
    for begin, end in edited_stretches:
        shared_by_paragraph.update(text.paragraphs[begin:end])
        if _is_telling(text, begin, end):
            telling += end - begin

    share = 0.0
    if covered:
        share = shared_by_paragraph.total() / len(covered)
    return SharedWording(
        share=share,
        whole_share=_whole_share(text, runs_anywhere),
        telling=telling,
        words=len(covered),
        spans=tuple(_span(text, begin, end) for begin, end in exact_stretches),
        paragraphs=_mostly_shared(text.paragraphs, shared_by_paragraph),
    )


def _whole_share(text: OwnWords, runs_anywhere: set[str]) -> float:
    """Return the share of all words of `text` that also occur in the other text, from 0 to 1.

    Words in quotations are included. `runs_anywhere` are the runs of five words that both texts have.
    """
    number = len(text.keys) + len(text.quoted.keys)
    if not number:
        return 0.0
    shared = 0
    for words in (text, text.quoted):
        covered = _covered_words(words, runs_anywhere)
        for begin, end in _covered_stretches(words, covered, edited=EDITED):
            shared += end - begin
    return shared / number


def _covered_words(text: OwnWords | QuotedWords, shared_runs: set[str]) -> bytearray:
    """Return one byte for each word of the text: 1 if the word is part of a shared run, else 0."""
    covered = bytearray(len(text.keys))
    for begin, run in text.runs.items():
        if run in shared_runs:
            covered[begin : begin + RUN] = b"\1" * RUN
    return covered


def _is_telling(text: OwnWords, begin: int, end: int) -> bool:
    """Return whether two authors can hardly write the words from `begin` to `end` (indexes) by chance.

    It is so if at least `STRETCH` of the words have no capital.
    """
    names = sum(text.named[begin:end])
    return end - begin - names >= STRETCH


def _span(text: OwnWords, begin: int, end: int) -> Span:
    """Return the span in the document of the words from `begin` to `end` (indexes, `end` exclusive)."""
    return Span(text.places[begin][0], text.places[end - 1][1])


def _mostly_shared(paragraphs: Sequence[int], shared_by_paragraph: Counter[int]) -> tuple[int, ...]:
    """Return the indexes of the blocks of which at least half of the words are shared, in order.

    `paragraphs` has the index of the block of each word.
    """
    lengths = Counter(paragraphs)
    return tuple(
        index
        for index in sorted(shared_by_paragraph)
        if 2 * shared_by_paragraph[index] >= lengths[index]
    )


def _covered_stretches(
    text: OwnWords | QuotedWords,
    covered: bytearray,
    *,
    edited: int,
) -> Iterator[tuple[int, int]]:
    """Yield the stretches of shared words as pairs of indexes of words. The second index is exclusive.

    A stretch does not cross a quotation. Stretches with at most `edited` other words between them are joined.
    Nothing is yielded if no word is shared.
    """
    words = [index for index, flag in enumerate(covered) if flag]
    if not words:
        return
    begin = last = words[0]
    for word in words[1:]:
        goes_on = word - last <= edited + 1 and text.stretches[word] == text.stretches[last]
        if not goes_on:
            yield begin, last + 1
            begin = word
        last = word
    yield begin, last + 1


def _verdict(left: SharedWording, right: SharedWording) -> CopyVerdict | None:
    """Return the verdict that follows from the shared wording alone, or None if too little is shared."""
    whole_share = max(left.whole_share, right.whole_share)
    share = max(left.share, right.share)
    if _shares_telling_words(left, right) and whole_share >= COPY and share >= OWN_OF_COPY:
        return CopyVerdict.COPY
    if _shares_telling_words(left, right) or _shares_enough_with_quotations(left, right):
        return CopyVerdict.PARTIAL
    return None


def _shares_telling_words(left: SharedWording, right: SharedWording) -> bool:
    """Return whether both texts share so many of their own words that this can hardly be by chance."""
    if min(left.telling, right.telling) < LEAST_WORDS:
        return False
    return max(left.telling_share, right.telling_share) >= PART


def _shares_enough_with_quotations(left: SharedWording, right: SharedWording) -> bool:
    """Return whether the texts share enough words, including quotations, for a verdict.

    Both texts must also have some significant stretch of own words that they share.
    """
    if not min(left.telling, right.telling):
        return False
    return max(left.whole_share, right.whole_share) >= WITH_QUOTATIONS


def _may_be_of_one_event(
    left: OwnWords, right: OwnWords, left_shared: SharedWording, right_shared: SharedWording
) -> bool:
    """Return whether two texts can report the same event, judging by their names and figures.

    If not, the texts only follow the same pattern.
    """
    left_details, right_details = details_of(left.text), details_of(right.text)
    if are_of_two_events(left_details, right_details):
        return False
    whole_share = max(left_shared.whole_share, right_shared.whole_share)
    if whole_share >= MOULD and have_other_figures(left_details, right_details):
        return False
    if _shares_telling_words(left_shared, right_shared):
        return True
    return are_surely_of_one_event(left_details, right_details)
