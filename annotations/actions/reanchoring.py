"""Placing an article's highlights in its new revision."""

from collections import Counter

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
def reanchor(revision: Revision, *, by: User) -> Counter[str]:
    """Give every highlight of the article an anchor in `revision`, its newest; returns how many came out in
    each state.

    Withdrawn highlights are placed too, so that they can be restored where they belong. One comparison of
    texts for each revision that anchors stand in; one line of history for the article.
    """
    by_hand = _last_by_hand(revision)
    maps = _maps({anchor.revision_id for anchor in by_hand}, revision)
    made = []
    for anchor in by_hand:
        placement = place(_selector(anchor), maps[anchor.revision_id], revision.text)
        made.append(_anchor(anchor, placement, revision, by))
    Anchor.objects.bulk_create(made, batch_size=500)
    there = Anchor.objects.filter(highlight=OuterRef("pk"), revision=revision)
    Highlight.objects.filter(Exists(there), article=revision.article_id).update(
        anchor=Subquery(there.values("pk"))
    )
    states = Counter(anchor.state for anchor in made)
    if made:
        said = ", ".join(
            f"{number} {AnchorState(state).label.lower()}" for state, number in sorted(states.items())
        )
        summary = f"placed the highlights of “{revision.article}” in revision {revision.number}: {said}"
        article = revision.article
        record(HistoryLine(Verb.REANCHORED, article, summary, article=article), by=by)
    return states


def _last_by_hand(revision: Revision) -> list[Anchor]:
    """For each highlight of the article, the last anchor a person drew or confirmed."""
    by_hand = (
        Anchor.objects.filter(highlight__article=revision.article_id, state__in=BY_HAND)
        .exclude(revision=revision)
        .order_by("created_at")
    )
    return list({anchor.highlight_id: anchor for anchor in by_hand}.values())


def _maps(seen: set[int], revision: Revision) -> dict[int, OffsetMap]:
    """The way from the text of each revision that anchors stand in. Each text is read once, however many they
    are.
    """
    texts = Revision.objects.filter(pk__in=seen).values_list("pk", "text")
    return {pk: changes(text, revision.text) for pk, text in texts}


def _selector(anchor: Anchor) -> Selector:
    return Selector(anchor.start, anchor.end, anchor.quote, anchor.prefix, anchor.suffix)


def _anchor(drawn: Anchor, placement: Placement, revision: Revision, by: User) -> Anchor:
    there = select(revision.text, placement.span) if placement.span else None
    return Anchor(
        highlight_id=drawn.highlight_id,
        revision=revision,
        start=there and there.start,
        end=there and there.end,
        quote=there.quote if there else drawn.quote,
        prefix=there.prefix if there else drawn.prefix,
        suffix=there.suffix if there else drawn.suffix,
        state=AnchorState(placement.state.value),
        created_by=by,
    )
