"""Measure how much wording two reports share.

The texts are compared by the runs of five words that they share outside quotations, because two reporters at
the same event quote the same sentence and are still two sources. If more than a few names and phrases agree,
both texts come from one author. If many quotations agree too, fewer own words are enough. No own words need
to agree if the quotations are the same selection (see `quoted_selections`). Reports that follow the same
pattern, such as weather reports, share words but hardly any names or figures. They are not copies.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotations.logic.sources.details import (
    are_of_two_events,
    are_surely_of_one_event,
    details_of,
    have_other_figures,
)
from annotations.logic.sources.own_words import RUN, OwnWords
from annotations.logic.sources.shared_wording.coverage import (
    EDITED,
    covered_stretches,
    covered_words,
)
from annotations.logic.sources.shared_wording.quoted_selections import words_of_same_selection
from annotations.logic.sources.shared_wording.resemblance import CONTAINED, resemblance_of
from newsroom.text.model import Span

#: A shared stretch is significant if it has at least this number of words without a capital. Names are left
#: out, because two independent reporters can both write “Foreign Minister Marta Ilves told reporters in Oslo
#: on Monday”.
STRETCH = 8
#: In a copy, at least this share of its own words is shared, because quotations alone do not make a copy.
OWN_OF_COPY = 0.3
#: A text is a partial copy if at least this share of its own words is in significant shared stretches.
PART = 0.05
#: Least number of words in significant stretches for any verdict, also for short reports.
LEAST_WORDS = 16
#: If at least this share of all words is shared, including quotations, one significant stretch is enough.
WITH_QUOTATIONS = 0.25
#: From this share on, two texts with different figures follow the same pattern.
MOULD = 0.5


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

    `verdict` is None if the texts share too little, or if they seem to report two events. `quoted` is the
    number of shared words in quotations if the verdict rests on these alone, else 0.
    """

    left: SharedWording
    right: SharedWording
    verdict: CopyVerdict | None
    quoted: int = 0

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

    verdict = _verdict_on_own_words(left, right, left_shared, right_shared)
    quoted = 0
    if verdict is None and _whole_share(left_shared, right_shared) >= WITH_QUOTATIONS:
        quoted = words_of_same_selection(left, right, runs_anywhere)
    if quoted:
        verdict = CopyVerdict.PARTIAL
    if verdict is not None and _follow_one_pattern(left, right, left_shared, right_shared):
        return CopyComparison(left_shared, right_shared, verdict=None)
    return CopyComparison(left_shared, right_shared, verdict, quoted)


def _all_runs(text: OwnWords) -> set[str]:
    """Return the runs of five words of a text, both outside and inside quotations."""
    return {*text.runs.values(), *text.quoted.runs.values()}


def _shared_wording(
    text: OwnWords, shared_runs: set[str], runs_anywhere: set[str]
) -> SharedWording:
    covered = covered_words(text, text.runs, shared_runs, RUN)
    edited_stretches = list(covered_stretches(text, covered, edited=EDITED))
    exact_stretches = covered_stretches(text, covered, edited=0)

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
        whole_share=_share_of_all(text, runs_anywhere),
        telling=telling,
        words=len(covered),
        spans=tuple(_span(text, begin, end) for begin, end in exact_stretches),
        paragraphs=_mostly_shared(text.paragraphs, shared_by_paragraph),
    )


def _share_of_all(text: OwnWords, runs_anywhere: set[str]) -> float:
    """Return the share of all words of `text` that also occur in the other text, from 0 to 1.

    Words in quotations are included. `runs_anywhere` are the runs of five words that both texts have.
    """
    number = len(text.keys) + len(text.quoted.keys)
    if not number:
        return 0.0
    shared = 0
    for words in (text, text.quoted):
        covered = covered_words(words, words.runs, runs_anywhere, RUN)
        for begin, end in covered_stretches(words, covered, edited=EDITED):
            shared += end - begin
    return shared / number


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


def _whole_share(left: SharedWording, right: SharedWording) -> float:
    """Return the larger `whole_share` of both texts."""
    return max(left.whole_share, right.whole_share)


def _verdict_on_own_words(
    left: OwnWords, right: OwnWords, left_shared: SharedWording, right_shared: SharedWording
) -> CopyVerdict | None:
    """Return the verdict that follows from the own words of two texts, or None if they share too few.

    If they share many quotations too, fewer own words are enough, but the texts must certainly be about one
    event.
    """
    if _shares_telling_words(left_shared, right_shared):
        share = max(left_shared.share, right_shared.share)
        if share >= OWN_OF_COPY and _is_whole(left, right, left_shared, right_shared):
            return CopyVerdict.COPY
        return CopyVerdict.PARTIAL
    if not min(left_shared.telling, right_shared.telling):
        return None
    if _whole_share(left_shared, right_shared) < WITH_QUOTATIONS:
        return None
    if are_surely_of_one_event(details_of(left.text), details_of(right.text)):
        return CopyVerdict.PARTIAL
    return None


def _is_whole(
    left: OwnWords, right: OwnWords, left_shared: SharedWording, right_shared: SharedWording
) -> bool:
    """Return whether one of two texts is a copy as a whole. `resemblance` has the rule."""
    # Runs of three words never cover less than the runs of five that were compared already.
    if _whole_share(left_shared, right_shared) >= CONTAINED:
        return True
    return resemblance_of(left, right).is_whole


def _shares_telling_words(left: SharedWording, right: SharedWording) -> bool:
    """Return whether both texts share so many of their own words that this can hardly be by chance."""
    if min(left.telling, right.telling) < LEAST_WORDS:
        return False
    return max(left.telling_share, right.telling_share) >= PART


def _follow_one_pattern(
    left: OwnWords, right: OwnWords, left_shared: SharedWording, right_shared: SharedWording
) -> bool:
    """Return whether two texts only follow the same pattern and report two events.

    Their names and figures show it.
    """
    left_details, right_details = details_of(left.text), details_of(right.text)
    if are_of_two_events(left_details, right_details):
        return True
    if _whole_share(left_shared, right_shared) < MOULD:
        return False
    return have_other_figures(left_details, right_details)
