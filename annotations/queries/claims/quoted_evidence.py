"""Quote the evidence for a claim in its paragraphs, and compare the wordings of passages word by word."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotations.logic.marking.drift import (
    DriftPassage,
    alike,
    drift,
    reported_differently,
    witnesses,
)
from annotations.logic.sources.attribution import verb_of_speech
from annotations.logic.vocabulary import Relation
from annotations.models import Anchor, Evidence
from newsroom.text.runs import touched_blocks

#: Passages with these relations make the same statement as the claim or the opposite one, so their words can
#: be compared.
_COMPARED = (Relation.CORROBORATES, Relation.REPEATS, Relation.CONTRADICTS)
#: Most passages in the tables that compare wordings.
MOST_WITNESSES = 20


@dataclass(frozen=True, slots=True)
class QuotedEvidence:
    """A piece of evidence with the text of the paragraphs that contain its passage.

    `item` is the evidence. `anchor` is the place of the passage, or the last known place if the passage is
    lost. `before` and `after` are the text of these paragraphs before and after the passage. `verb` is the
    verb of speech next to the passage, or empty if there is none.
    """

    item: Evidence
    anchor: Anchor
    before: str
    after: str
    verb: str


@dataclass(frozen=True, slots=True)
class WitnessRow:
    """A row of a table that compares wordings: one passage, split where the passages differ.

    `cells` holds for each column the words of this passage and whether all rows agree there. `verb_changed`
    is true if the verb of speech of this passage differs from the verb in the first row.
    """

    quoted: QuotedEvidence
    cells: list[tuple[str, bool]]
    verb_changed: bool


def quote_evidence(item: Evidence, anchor: Anchor) -> QuotedEvidence:
    """Return the evidence with the rest of the paragraphs in which its passage is. `anchor` must have a
    place.
    """
    document = anchor.revision.document
    span = anchor.span
    blocks = touched_blocks(document, span)
    # A passage can extend over several paragraphs. The text from the first to the last is shown.
    first, last = document.blocks[blocks[0]], document.blocks[blocks[-1]]
    return QuotedEvidence(
        item=item,
        anchor=anchor,
        before=document.text[first.start : anchor.start],
        after=document.text[anchor.end : last.end],
        verb=verb_of_speech(document, span),
    )


def witness_tables(quoted: list[QuotedEvidence]) -> list[list[WitnessRow]]:
    """Return a table for each set of passages that have enough words in common but differ in some of them.

    Only the first `MOST_WITNESSES` passages are compared. The list is empty if there is no such set.
    """
    comparable = [evidence for evidence in quoted if evidence.item.relation in _COMPARED]
    remaining = comparable[:MOST_WITNESSES]
    tables = []
    # Each round takes the first passage and all that resemble it, so that every passage is in one set.
    while remaining:
        first = remaining[0]
        similar = [
            evidence for evidence in remaining if evidence is first or _are_alike(first, evidence)
        ]
        remaining = [evidence for evidence in remaining if evidence not in similar]
        passages = witnesses([_words(evidence) for evidence in similar])
        differ = any(not passage.agreed for passage in passages)
        if len(similar) > 1 and differ:
            tables.append(_table(similar, passages))
    return tables


def _table(similar: list[QuotedEvidence], passages: Sequence[DriftPassage]) -> list[WitnessRow]:
    first_verb = similar[0].verb
    rows = []
    for number, evidence in enumerate(similar):
        row = WitnessRow(
            quoted=evidence,
            cells=[(passage.wordings[number], passage.agreed) for passage in passages],
            verb_changed=reported_differently(first_verb, evidence.verb),
        )
        rows.append(row)
    return rows


def _are_alike(first: QuotedEvidence, second: QuotedEvidence) -> bool:
    return alike(drift(_words(first), _words(second)))


def _words(quoted: QuotedEvidence) -> str:
    # Line breaks and double spaces would appear as differences in the table.
    return " ".join(quoted.anchor.quote.split())
