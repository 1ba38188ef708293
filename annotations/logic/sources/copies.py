"""Which reports share their wording, and how much of it.

Two texts are compared by the runs of five words they share outside quotations: two reporters who were in one
room quote the same sentence and are still two sources. Whatever else agrees, beyond a few names and turns of
phrase, comes from one pen. If quotations make up a good part of what agrees, less of the own words suffices,
but never none. Reports cast in one mould share words and hardly a name or a figure, and are not copies.
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

#: So many words of a shared stretch that are not capitalised are telling. Names are left out, because two
#: strangers write “Foreign Minister Marta Ilves told reporters in Oslo on Monday”.
STRETCH = 8
#: Share of all its words, quotations included, that a text has from the other if it is its copy.
COPY = 0.6
#: Share of its own words that it has from the other besides, because quotations alone make no copy.
OWN_OF_COPY = 0.3
#: Share of its own words in telling stretches that a text has from the other if it draws on it in part.
PART = 0.05
#: Telling words that must be shared for any verdict, in briefs too.
LEAST_WORDS = 16
#: From this share of all its words on, quotations included, a single telling stretch is enough.
WITH_QUOTATIONS = 0.25
#: From this share on, texts of other figures are of one mould.
MOULD = 0.5
#: Words that may differ between two shared stretches for both to be one stretch with a word edited in it.
EDITED = 3


class CopyVerdict(StrEnum):
    """What one text is to another that it shares wording with."""

    COPY = "copy"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class SharedWording:
    """What one of two texts shares with the other.

    `share` is the share of its own words in stretches that both have, from 0 to 1, words edited within a
    stretch included, and `whole_share` that of all its words, quotations included. `telling` is the number of
    words in stretches that no chance explains, `words` that of all. `spans` are what both have word for word,
    without edited words. `paragraphs` are the indexes of the blocks of which at least half is shared.
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
    """Two texts side by side. `verdict` is None if what they share proves nothing."""

    left: SharedWording
    right: SharedWording
    verdict: CopyVerdict | None

    @property
    def share(self) -> float:
        """The larger share, because a brief cut from a long report is wholly shared."""
        return max(self.left.share, self.right.share)


def compare_wording(left: OwnWords, right: OwnWords) -> CopyComparison:
    """Return what two texts share, and what that makes them.

    Takes linear time. The order of the two changes nothing except the sides.
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
    """Return the runs of a text outside quotations and inside them."""
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
    """Return the share of all words, inside quotations or not, that the other text has somewhere."""
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
    """Return a flag for each word: whether it is part of a shared run."""
    covered = bytearray(len(text.keys))
    for begin, run in text.runs.items():
        if run in shared_runs:
            covered[begin : begin + RUN] = b"\1" * RUN
    return covered


def _is_telling(text: OwnWords, begin: int, end: int) -> bool:
    """Whether enough words of a stretch are no names: then no chance explains that both texts have it."""
    names = sum(text.named[begin:end])
    return end - begin - names >= STRETCH


def _span(text: OwnWords, begin: int, end: int) -> Span:
    """Return where the words `begin` to `end` (exclusive) stand in the document."""
    return Span(text.places[begin][0], text.places[end - 1][1])


def _mostly_shared(paragraphs: Sequence[int], shared_by_paragraph: Counter[int]) -> tuple[int, ...]:
    """Return the paragraphs of which at least half of the words are shared, in order."""
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
    """Yield the stretches of covered words (begin, end) between quotations.

    Up to `edited` other words between two of them are part of one stretch.
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
    """Return what the shared wording alone says."""
    whole_share = max(left.whole_share, right.whole_share)
    share = max(left.share, right.share)
    if _shares_telling_words(left, right) and whole_share >= COPY and share >= OWN_OF_COPY:
        return CopyVerdict.COPY
    if _shares_telling_words(left, right) or _shares_enough_with_quotations(left, right):
        return CopyVerdict.PARTIAL
    return None


def _shares_telling_words(left: SharedWording, right: SharedWording) -> bool:
    """Whether the own words that both share are too many to be there by chance."""
    if min(left.telling, right.telling) < LEAST_WORDS:
        return False
    return max(left.telling_share, right.telling_share) >= PART


def _shares_enough_with_quotations(left: SharedWording, right: SharedWording) -> bool:
    """Whether quotations and a few own words that both share are too much together."""
    if not min(left.telling, right.telling):
        return False
    return max(left.whole_share, right.whole_share) >= WITH_QUOTATIONS


def _may_be_of_one_event(
    left: OwnWords, right: OwnWords, left_shared: SharedWording, right_shared: SharedWording
) -> bool:
    """Whether the names and figures of two texts do not tell that they were only cast in one mould."""
    left_details, right_details = details_of(left.text), details_of(right.text)
    if are_of_two_events(left_details, right_details):
        return False
    whole_share = max(left_shared.whole_share, right_shared.whole_share)
    if whole_share >= MOULD and have_other_figures(left_details, right_details):
        return False
    if _shares_telling_words(left_shared, right_shared):
        return True
    return are_surely_of_one_event(left_details, right_details)
