"""Read which passages a new revision changed or lost, and how many of them are evidence for a claim."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from annotations.logic.counting.claims import Attention
from annotations.logic.vocabulary import BY_HAND, WAITING, AnchorState
from annotations.models import Anchor, Claim, Evidence, Highlight, HighlightTag
from annotations.queries.desk.lit_texts import LitText, lit_text
from newsroom.models import Revision, Story
from newsroom.queries.revisions import MarkedPassage
from newsroom.text.changes.offsets import changes
from newsroom.text.changes.rows import WordChange, word_by_word
from newsroom.text.model import Document
from newsroom.text.runs import touched_blocks

#: Number of paragraphs shown before and after a passage of the old text.
PARAGRAPHS_AROUND = 1


@dataclass(frozen=True, slots=True)
class Question:
    """A passage under review: where it was before, and where it is in the newest text.

    `last` is the last anchor that a person drew or confirmed, and `now` is the current anchor. `words` shows
    how the words changed; it is empty if the passage is lost. `before` and `after` are the old and the new
    text with the passage emphasised. `near` is the HTML id of the block to which the page scrolls: the block
    of the passage, or of the words that came before the passage if it is lost.
    """

    highlight: Highlight
    last: Anchor
    now: Anchor
    words: tuple[WordChange, ...]
    before: LitText
    after: LitText
    near: str


def waiting(story: Story | None = None) -> QuerySet[Highlight]:
    """Return the highlights whose passage a new revision changed or lost and nobody has reviewed since.

    They are ordered by article and place, without withdrawn ones. With `story`, only those in articles of
    this story are returned.
    """
    highlights = Highlight.objects.filter(withdrawn_at=None, anchor__state__in=WAITING)
    if story:
        highlights = highlights.filter(article__places__story=story)
    # The order by article and place lets a person read each text once from top to bottom.
    return highlights.select_related("anchor", "article__outlet").order_by(
        "article", "anchor__start", "created_at"
    )


def question(highlight: Highlight) -> Question:
    """Return what a person needs to see to decide about `highlight`, whose passage was changed or lost."""
    now = highlight.anchor
    by_hand = highlight.anchors.filter(state__in=BY_HAND).select_related("revision")
    # The person compares with what a person decided last, not with an automatic place.
    last = by_hand.order_by("-created_at")[0]

    words: tuple[WordChange, ...] = ()
    if now.state != AnchorState.LOST:
        words = word_by_word(last.quote, now.quote)
    return Question(
        highlight=highlight,
        last=last,
        now=now,
        words=words,
        before=lit_text(last, "was", blocks=_blocks_around(last)),
        after=lit_text(now, "now"),
        near=f"now-{_block_to_look_at(last, now)}",
    )


def _blocks_around(anchor: Anchor) -> range:
    """Return the indexes of the blocks of the passage, and of one block before and one after them, if
    there are.
    """
    document = anchor.revision.document
    blocks = touched_blocks(document, anchor.span)
    # The paragraphs around the passage help a person to recognise it.
    first = max(0, blocks[0] - PARAGRAPHS_AROUND)
    last = min(len(document.blocks) - 1, blocks[-1] + PARAGRAPHS_AROUND)
    return range(first, last + 1)


def _block_to_look_at(last: Anchor, now: Anchor) -> int:
    """Return the index of the block of the newest text to which the page scrolls.

    It is the first block of the passage. If the passage is lost, it is the block of the words that came
    before it.
    """
    document = now.revision.document
    if now.start is not None:
        return touched_blocks(document, now.span)[0]

    offset = _offset_of_gap(last, document)
    # The last block that starts before the gap holds the words before the lost passage.
    begun = [index for index, block in enumerate(document.blocks) if block.start < offset]
    return begun[-1] if begun else 0


def _offset_of_gap(last: Anchor, newest: Document) -> int:
    """Return the offset (code points) in the newest text at which the words of a lost passage are missing."""
    offsets = changes(last.revision.document.text, newest.text)
    return offsets.forward(last.span).start


def attention(claims: Iterable[Claim]) -> dict[UUID, Attention]:
    """Return how many passages of each claim were changed or lost and wait for review, by claim id.

    Claims without such passages have no entry. This needs one query.
    """
    # Claims without such passages need no entry.
    numbers: dict[UUID, Counter[str]] = defaultdict(Counter)
    waiting_evidence = Evidence.objects.filter(
        claim__in=[claim.pk for claim in claims],
        withdrawn_at=None,
        highlight__withdrawn_at=None,
        highlight__anchor__state__in=WAITING,
    )
    for claim, state in waiting_evidence.values_list("claim_id", "highlight__anchor__state"):
        numbers[claim][state] += 1
    return {
        claim: Attention(by_state[AnchorState.CHANGED], by_state[AnchorState.LOST])
        for claim, by_state in numbers.items()
    }


def passages_in(revision: Revision) -> list[MarkedPassage]:
    """Return the highlights that have or had a place in `revision`, in reading order, without withdrawn ones.

    What happened to the highlights in later revisions does not matter.
    """
    placed = Anchor.objects.filter(
        revision=revision, start__isnull=False, highlight__withdrawn_at=None
    )
    # A highlight can have several anchors in one revision. The newest one is valid.
    newest = {anchor.highlight_id: anchor for anchor in placed.order_by("created_at")}
    hues = _hues_in(revision)

    in_reading_order = sorted(
        newest.values(), key=lambda anchor: (anchor.span.start, -anchor.span.end)
    )
    return [
        _marked_passage(anchor, hues.get(anchor.highlight_id, "")) for anchor in in_reading_order
    ]


def _hues_in(revision: Revision) -> dict[UUID, str]:
    """Return the colour of the first tag of each highlight in the revision, by highlight id.

    Highlights without tags have no entry.
    """
    taggings = HighlightTag.objects.filter(highlight__anchors__revision=revision).order_by("id")
    hues: dict[UUID, str] = {}
    for highlight, hue in taggings.values_list("highlight_id", "tag__hue"):
        hues.setdefault(highlight, hue)
    return hues


def _marked_passage(anchor: Anchor, hue: str) -> MarkedPassage:
    waits = anchor.state in WAITING
    changed = anchor.state == AnchorState.CHANGED
    return MarkedPassage(
        id=str(anchor.highlight_id),
        span=anchor.span,
        hue=hue,
        state="changed" if changed else "",
        quote=anchor.quote,
        label=anchor.get_state_display() if waits else "",
        href=reverse("permalink", args=[anchor.highlight_id]),
    )
