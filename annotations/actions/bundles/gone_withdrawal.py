"""Withdraw here what another desk no longer has, by the acts with which people withdraw it."""

from collections.abc import Callable, Iterable
from typing import Any

from annotations.actions.claims import withdraw_claim
from annotations.actions.comments import withdraw_comment
from annotations.actions.judgements.checks import quoted_passage
from annotations.actions.judgements.evidence import withdraw_evidence
from annotations.actions.judgements.independences import withdraw_independence
from annotations.actions.judgements.links import withdraw_link
from annotations.actions.judgements.silences import withdraw_silence
from annotations.actions.passages.highlights import untag_highlight, withdraw_highlight
from annotations.logic.bundles.reports import MergeLine, RowState
from annotations.models import (
    Claim,
    Comment,
    Evidence,
    Highlight,
    HighlightTag,
)
from annotations.queries.bundles.gone_rows import GoneRow, is_changed_here
from newsroom.actions.history import quoted
from newsroom.errors import NewsroomError
from newsroom.models import User

_STANDS = "the bundle no longer holds it, and it still stands here."
_CHANGED_HERE = (
    "this desk changed it or added to it since it came: withdraw it by hand, if you agree."
)
#: Why rows of some tables stay: what it means to take them apart is decided by a person.
_BY_HAND = {
    "places": "the story there no longer holds the article: move it to another story, if you agree.",
    "provenances": "the article no longer has this origin there: decide on the origin's page.",
}


def _untag(
    tagging: HighlightTag,
    *,
    by: User,
) -> None:
    untag_highlight(tagging.highlight, tagging.tag, by=by)


def _withdraw_claim(
    claim: Claim,
    *,
    by: User,
) -> None:
    withdraw_claim(claim, version=claim.version, by=by)


#: The act for each table. Highlights are last, because they can be withdrawn only if nothing uses them.
_ACTS: dict[str, Callable[..., object]] = {
    "taggings": _untag,
    "comments": withdraw_comment,
    "links": withdraw_link,
    "silences": withdraw_silence,
    "independences": withdraw_independence,
    "evidence": withdraw_evidence,
    "claims": _withdraw_claim,
    "highlights": withdraw_highlight,
}


def lines_of_gone(rows: Iterable[GoneRow]) -> list[MergeLine]:
    """Return one line for each row that the bundle no longer holds. Nothing is changed."""
    lines = []
    for gone in rows:
        reason = _BY_HAND.get(gone.table.name, _STANDS)
        lines.append(_line_of_standing(gone, reason))
    return lines


def withdraw_gone(rows: Iterable[GoneRow], *, by: User) -> list[MergeLine]:
    """Withdraw the rows, and return one line for each: that it was withdrawn, or why it stays.

    Each act writes its line of the history, and asks for its role. A row that this desk changed stays, and so
    does one that the act refuses.
    """
    # A highlight is refused as long as something uses it, so the order of the acts decides.
    tables = [*_BY_HAND, *_ACTS]
    in_order = sorted(rows, key=lambda gone: tables.index(gone.table.name))
    return [_withdraw(gone, by) for gone in in_order]


def _withdraw(gone: GoneRow, by: User) -> MergeLine:
    table = gone.table.name
    if table in _BY_HAND:
        return _line_of_standing(gone, _BY_HAND[table])
    # Both desks changed the row, so neither change may be lost unseen.
    if is_changed_here(gone):
        return _line_of_standing(gone, _CHANGED_HERE)
    try:
        _ACTS[table](gone.row, by=by)
    except NewsroomError as error:
        return _line_of_standing(gone, error.sentence)
    return MergeLine(
        state=RowState.WITHDRAWN,
        table=table,
        key=gone.key,
        reason=_named(gone.row),
    )


def _line_of_standing(gone: GoneRow, reason: str) -> MergeLine:
    name = _named(gone.row)
    return MergeLine(
        state=RowState.GONE,
        table=gone.table.name,
        key=gone.key,
        reason=f"{name}: {reason}",
    )


def _named(row: Any) -> str:
    """Return the words by which people recognise a row."""
    if isinstance(row, Highlight):
        return quoted_passage(row)
    if isinstance(row, Evidence):
        # The claim alone would not say which of its passages is meant.
        passage = quoted_passage(row.highlight)
        claim = quoted(row.claim.statement)
        return f"{passage} for {claim}"
    if isinstance(row, HighlightTag):
        passage = quoted_passage(row.highlight)
        return f"{row.tag} on {passage}"
    if isinstance(row, Comment):
        return quoted(row.body)
    return quoted(str(row))
