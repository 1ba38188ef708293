"""Placing an article's highlights in its new revision."""

from collections import Counter
from collections.abc import Mapping

from django.db import transaction
from django.db.models import Exists, OuterRef, Subquery

from annotations.logic.marking.anchoring import place
from annotations.logic.marking.placement import Placement
from annotations.logic.marking.selectors import Selector, select
from annotations.logic.vocabulary import BY_HAND, AnchorState
from annotations.models import Anchor, Highlight
from newsroom.actions.history import HistoryLine, record
from newsroom.models import Revision, User, Verb
from newsroom.text.changes.offsets import OffsetMap, changes


@transaction.atomic
def reanchor(revision: Revision, known: Mapping[int, OffsetMap], *, by: User) -> Counter[str]:
    """Give every highlight of the article an anchor in `revision`, its newest.

    Withdrawn highlights are placed too, so that they can be restored where they belong. Texts are compared
    once for each revision that anchors stand in, except those whose way to the new text is `known` (by id).
    Returns how many anchors came out in each state; the history gets one line for the article.
    """
    anchors_by_hand = _last_by_hand(revision)
    offset_maps = dict(known)
    unknown = {anchor.revision_id for anchor in anchors_by_hand} - offset_maps.keys()
    offset_maps |= _offset_maps(unknown, revision)
    new_anchors = []
    for anchor in anchors_by_hand:
        placement = place(_selector(anchor), offset_maps[anchor.revision_id], revision.text)
        new_anchors.append(_anchor(anchor, placement, revision, by))
    Anchor.objects.bulk_create(new_anchors, batch_size=500)
    _point_highlights_to(revision)

    states = Counter(anchor.state for anchor in new_anchors)
    if new_anchors:
        _record(revision, states, by)
    return states


def _last_by_hand(revision: Revision) -> list[Anchor]:
    """Return for each highlight of the article the last anchor that a person drew or confirmed.

    Placing starts from it, and never from what was placed before, so that drift cannot accumulate.
    """
    anchors = (
        Anchor.objects.filter(highlight__article=revision.article_id, state__in=BY_HAND)
        .exclude(revision=revision)
        .order_by("created_at")
    )
    # Later anchors of a highlight take the place of earlier ones.
    return list({anchor.highlight_id: anchor for anchor in anchors}.values())


def _offset_maps(revisions: set[int], newest: Revision) -> dict[int, OffsetMap]:
    """Return the way from the text of each revision to the newest. Each text is read once."""
    texts = Revision.objects.filter(pk__in=revisions).values_list("pk", "text")
    return {pk: changes(text, newest.text) for pk, text in texts}


def _selector(anchor: Anchor) -> Selector:
    return Selector(anchor.span.start, anchor.span.end, anchor.quote, anchor.prefix, anchor.suffix)


def _anchor(by_hand: Anchor, placement: Placement, revision: Revision, by: User) -> Anchor:
    """Return the new anchor. A lost one has no place, and keeps the words as they last stood."""
    anchor = Anchor(
        highlight_id=by_hand.highlight_id,
        revision=revision,
        quote=by_hand.quote,
        prefix=by_hand.prefix,
        suffix=by_hand.suffix,
        state=AnchorState(placement.state.value),
        created_by=by,
    )
    if placement.span:
        selector = select(revision.text, placement.span)
        anchor.start = selector.start
        anchor.end = selector.end
        anchor.quote = selector.quote
        anchor.prefix = selector.prefix
        anchor.suffix = selector.suffix
    return anchor


def _point_highlights_to(revision: Revision) -> None:
    """Make the anchors in `revision` the current ones of their highlights, in one statement."""
    anchor = Anchor.objects.filter(highlight=OuterRef("pk"), revision=revision)
    placed = Highlight.objects.filter(Exists(anchor), article=revision.article_id)
    placed.update(anchor=Subquery(anchor.values("pk")))


def _record(revision: Revision, states: Counter[str], by: User) -> None:
    article = revision.article
    counts = [
        f"{number} {AnchorState(state).label.lower()}" for state, number in sorted(states.items())
    ]
    summary = (
        f"placed the highlights of “{article}” in revision {revision.number}: {', '.join(counts)}"
    )
    record(HistoryLine(Verb.REANCHORED, article, summary, article=article), by=by)
