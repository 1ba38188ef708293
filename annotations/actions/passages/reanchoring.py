"""Give the highlights of an article a place in its new revision, and record whether they moved or changed."""

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
def reanchor(
    revision: Revision,
    known: Mapping[int, OffsetMap],
    *,
    by: User,
) -> Counter[str]:
    """Give every highlight of the article an anchor in `revision`, its newest revision.

    `known` holds maps that were made before: from the text of an older revision to the new text, by the
    id of the older revision. Withdrawn highlights are placed too, so that they can be restored later.
    Returns the number of new anchors by state; it is empty if the article has no highlights. The history
    gets one line for the article.
    """
    anchors_by_hand = _last_by_hand(revision)
    offset_maps = dict(known)
    unknown = {anchor.revision_id for anchor in anchors_by_hand} - offset_maps.keys()
    offset_maps |= _offset_maps(unknown, revision)
    new_anchors = []
    for anchor in anchors_by_hand:
        placement = place(_selector(anchor), offset_maps[anchor.revision_id], revision.text)
        new_anchors.append(_anchor(anchor, placement, revision, by))
    # Anchors are inserted in bulk, because an article can have thousands of highlights.
    Anchor.objects.bulk_create(new_anchors, batch_size=500)
    _point_highlights_to(revision)

    states = Counter(anchor.state for anchor in new_anchors)
    if new_anchors:
        _record(revision, states, by)
    return states


def _last_by_hand(revision: Revision) -> list[Anchor]:
    """Return one anchor for each highlight of the article: the last one that a person drew or confirmed.

    Anchors in `revision` itself are left out. A passage is placed from this anchor and not from an automatic
    one, so that small errors cannot add up over several revisions.
    """
    # An anchor in the new revision itself does not need to be placed.
    anchors = (
        Anchor.objects.filter(highlight__article=revision.article_id, state__in=BY_HAND)
        .exclude(revision=revision)
        .order_by("created_at")
    )
    # A later anchor of a highlight replaces an earlier one in the dict.
    return list({anchor.highlight_id: anchor for anchor in anchors}.values())


def _offset_maps(revisions: set[int], newest: Revision) -> dict[int, OffsetMap]:
    """Return a map from the text of each revision (id) to the text of `newest`, by revision id.

    Each pair of texts is compared only once, because an article can have many highlights.
    """
    texts = Revision.objects.filter(pk__in=revisions).values_list("pk", "text")
    return {pk: changes(text, newest.text) for pk, text in texts}


def _selector(anchor: Anchor) -> Selector:
    return Selector(
        anchor.span.start,
        anchor.span.end,
        anchor.quote,
        anchor.prefix,
        anchor.suffix,
    )


def _anchor(
    by_hand: Anchor,
    placement: Placement,
    revision: Revision,
    by: User,
) -> Anchor:
    """Return a new, unsaved anchor in `revision` at `placement`, for the highlight of the anchor `by_hand`.

    If the passage is lost, the new anchor has no place and keeps the words of `by_hand`.
    """
    anchor = Anchor(
        highlight_id=by_hand.highlight_id,
        revision=revision,
        quote=by_hand.quote,
        prefix=by_hand.prefix,
        suffix=by_hand.suffix,
        state=AnchorState(placement.state.value),
        created_by=by,
    )
    # A lost passage keeps the quote of its last confirmed anchor.
    if placement.span:
        selector = select(revision.text, placement.span)
        anchor.start = selector.start
        anchor.end = selector.end
        anchor.quote = selector.quote
        anchor.prefix = selector.prefix
        anchor.suffix = selector.suffix
    return anchor


def _point_highlights_to(revision: Revision) -> None:
    """Make the anchors in `revision` the current anchors of their highlights, with one statement."""
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
