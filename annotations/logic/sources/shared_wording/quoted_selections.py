"""Recognise reports whose quotations are the same selection of what was said.

Two reporters at the same event quote some of the same sentences, but each chooses others too. A rewrite takes
over the quotations of its original and puts everything else into its own words. So if nearly all quotations
of a report, and several of them, are in another report too, one report probably draws on the other.
"""

from collections.abc import Set

from annotations.logic.sources.own_words import RUN, OwnWords
from annotations.logic.sources.shared_wording.coverage import covered_stretches, covered_words
from newsroom.text.model import Span

#: At least this share of the quoted words of a report must be in the other report.
SAME_SELECTION = 0.85
#: Least number of different quotations that both reports have, because many reports print the same one or
#: two sentences of a statement.
LEAST_QUOTATIONS = 3
#: Least number of words in these quotations, because short quotations are often a few set words.
LEAST_QUOTED = 40


def words_of_same_selection(left: OwnWords, right: OwnWords, shared: Set[str]) -> int:
    """Return the number of words in the quotations that two texts share, if these are the same selection.

    Returns 0 if they are not. They are the same selection if nearly all quotations of one of the texts are in
    the other too. `shared` are the runs of words that both texts have. A quotation that a text prints twice
    counts once.
    """
    return max(_selected_words(left, shared), _selected_words(right, shared))


def shared_quotations(text: OwnWords, other: OwnWords) -> tuple[Span, ...]:
    """Return the stretches in the quotations of `text` that `other` has word for word, in order.

    The words may be outside quotations in `other`. Offsets are code points in the document of `text`.
    """
    quoted = text.quoted
    shared = set(quoted.runs.values()) & {*other.runs.values(), *other.quoted.runs.values()}
    covered = covered_words(quoted, quoted.runs, shared, RUN)
    stretches = covered_stretches(quoted, covered, edited=0)
    return tuple(
        Span(quoted.places[begin][0], quoted.places[end - 1][1]) for begin, end in stretches
    )


def _selected_words(text: OwnWords, shared: Set[str]) -> int:
    quoted = text.quoted
    all_shared = sum(covered_words(quoted, quoted.runs, shared, RUN))
    if all_shared < SAME_SELECTION * len(quoted.keys):
        return 0

    first_runs: dict[int, str] = {}
    remaining = set(shared)
    for begin, run in quoted.runs.items():
        if run in remaining:
            remaining.remove(run)
            first_runs[begin] = run
    covered = covered_words(quoted, first_runs, shared, RUN)
    quotations = {quoted.stretches[index] for index, flag in enumerate(covered) if flag}
    if len(quotations) < LEAST_QUOTATIONS or sum(covered) < LEAST_QUOTED:
        return 0
    return sum(covered)
