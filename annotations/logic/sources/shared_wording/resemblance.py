"""Measure how much two texts have in common if words are edited throughout, with quotations.

Runs of three words still match if every fourth word is edited, but two reporters share many such runs by
chance. So this measure does not show that one text draws on the other. If that is known, it shows whether the
text was copied as a whole. Containment and resemblance are the terms of Broder (see `own_words`).
"""

from collections.abc import Set
from dataclasses import dataclass

from annotations.logic.sources.own_words import OwnWords
from annotations.logic.sources.shared_wording.coverage import (
    EDITED,
    covered_stretches,
    covered_words,
    runs_within,
)

#: Number of words in a run.
SHORT_RUN = 3
#: Shorter stretches of shared words are left out.
LEAST_STRETCH = 5
#: One text is a copy if at least this share of its words is shared.
CONTAINED = 0.75
#: Two texts are copies if at least this share of the words of both is shared.
RESEMBLING = 0.55


@dataclass(frozen=True, slots=True)
class Resemblance:
    """How much two texts have in common, from 0 to 1.

    `containment` is the share of the words of one text that the other has too, of the text with the larger
    share. `resemblance` is the share of the words of both texts together that both have.
    """

    containment: float
    resemblance: float

    @property
    def is_whole(self) -> bool:
        """Return whether one of the texts is copied as a whole."""
        return self.containment >= CONTAINED or self.resemblance >= RESEMBLING


def resemblance_of(left: OwnWords, right: OwnWords) -> Resemblance:
    """Return how much two texts have in common. The time is linear in their length."""
    left_rows, right_rows = _ShortRuns(left), _ShortRuns(right)
    shared = left_rows.all & right_rows.all
    left_shared, right_shared = left_rows.shared_words(shared), right_rows.shared_words(shared)
    if not left_rows.words or not right_rows.words:
        return Resemblance(0.0, 0.0)
    return Resemblance(
        containment=max(left_shared / left_rows.words, right_shared / right_rows.words),
        resemblance=(left_shared + right_shared) / (left_rows.words + right_rows.words),
    )


class _ShortRuns:
    """The runs of three words of a text: `all` of them, and `words`, the number of its words."""

    def __init__(self, text: OwnWords) -> None:
        self._rows = [(row, runs_within(row, SHORT_RUN)) for row in (text, text.quoted)]
        self.all = {run for _, runs in self._rows for run in runs.values()}
        self.words = len(text.keys) + len(text.quoted.keys)

    def shared_words(self, shared: Set[tuple[str, ...]]) -> int:
        """Return the number of words in stretches of `shared` runs, with the words edited in between."""
        number = 0
        for row, runs in self._rows:
            covered = covered_words(row, runs, shared, SHORT_RUN)
            for begin, end in covered_stretches(row, covered, edited=EDITED):
                if end - begin >= LEAST_STRETCH:
                    number += end - begin
        return number
