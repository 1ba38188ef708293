"""What new revisions did to passages: which wait for a person, and which claims rest on them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString

from annotations.logic.counting.claims import Attention
from annotations.logic.vocabulary import BY_HAND, WAITING, AnchorState
from annotations.models import Anchor, Claim, Evidence, Highlight, HighlightTag
from newsroom.models import Revision, Story
from newsroom.presentation.painting import HighlightStyle, PaintedPassage, paint
from newsroom.text.changes.offsets import changes
from newsroom.text.changes.rows import WordChange, word_by_word
from newsroom.text.model import Span
from newsroom.text.runs import runs, touched

#: Paragraphs shown on each side of a passage in the old text.
AROUND = 1


@dataclass(frozen=True, slots=True)
class Question:
    """A passage under review: where it stood in the text a person last saw it in, and what the newest text
    says.

    `near` is the id of the block it would stand in: where the passage is lost, that of the words before it.
    """

    highlight: Highlight
    last: Anchor
    now: Anchor
    words: tuple[WordChange, ...]
    before: SafeString
    after: SafeString
    near: str


def waiting(story: Story | None = None) -> QuerySet[Highlight]:
    """The standing highlights whose passage a new revision changed or lost, by article and place."""
    found = Highlight.objects.filter(withdrawn_at=None, anchor__state__in=WAITING)
    if story:
        found = found.filter(article__places__story=story)
    return found.select_related("anchor", "article__outlet").order_by(
        "article", "anchor__start", "created_at"
    )


def question(highlight: Highlight) -> Question:
    """What there is to decide about one of them."""
    now = highlight.anchor
    last = highlight.anchors.filter(state__in=BY_HAND).select_related("revision").order_by("-created_at")[0]
    old, new = last.revision.document, now.revision.document
    stood = touched(old, Span(last.start, last.end))
    shown = range(max(0, stood[0] - AROUND), min(len(old.blocks), stood[-1] + 1 + AROUND))
    mark = {str(highlight.pk): HighlightStyle(state="lit")}
    before = runs(old, [(Span(last.start, last.end), str(highlight.pk))], blocks=shown)
    if now.start is None:
        place = changes(old.text, new.text).forward(Span(last.start, last.end)).start
        there, spans = Span(max(0, place - 1), max(1, place)), []
    else:
        there = Span(now.start, now.end)
        spans = [(there, str(highlight.pk))]
    near = (touched(new, there) or (0,))[0]
    return Question(
        highlight=highlight,
        last=last,
        now=now,
        words=() if now.state == AnchorState.LOST else word_by_word(last.quote, now.quote),
        before=paint(before, mark, prefix="was"),
        after=paint(runs(new, spans), mark, prefix="now"),
        near=f"now-{near}",
    )


def attention(claims: Iterable[Claim]) -> dict[UUID, Attention]:
    """By claim, how much of its standing evidence changed or was lost in newer revisions. One query."""
    counts: dict[UUID, Counter[str]] = defaultdict(Counter)
    rows = Evidence.objects.filter(
        claim__in=[claim.pk for claim in claims],
        withdrawn_at=None,
        highlight__withdrawn_at=None,
        highlight__anchor__state__in=WAITING,
    )
    for claim, state in rows.values_list("claim_id", "highlight__anchor__state"):
        counts[claim][state] += 1
    return {
        claim: Attention(found[AnchorState.CHANGED], found[AnchorState.LOST])
        for claim, found in counts.items()
    }


def passages_in(revision: Revision) -> list[PaintedPassage]:
    """Where highlights stand, or stood, in one revision, whatever became of them in later ones."""
    standing = Anchor.objects.filter(revision=revision, start__isnull=False, highlight__withdrawn_at=None)
    newest = {anchor.highlight_id: anchor for anchor in standing.order_by("created_at")}
    hues: dict[UUID, str] = {}
    bearing = HighlightTag.objects.filter(highlight__anchors__revision=revision).order_by("id")
    for highlight, hue in bearing.values_list("highlight_id", "tag__hue"):
        hues.setdefault(highlight, hue)
    return [
        PaintedPassage(
            id=str(anchor.highlight_id),
            span=Span(anchor.start, anchor.end),
            look=HighlightStyle(
                hues.get(anchor.highlight_id, ""), "changed" if anchor.state == AnchorState.CHANGED else ""
            ),
            quote=anchor.quote,
            label=anchor.get_state_display() if anchor.state in WAITING else "",
            href=reverse("permalink", args=[anchor.highlight_id]),
        )
        for anchor in sorted(newest.values(), key=lambda anchor: (anchor.start, -anchor.end))
    ]
