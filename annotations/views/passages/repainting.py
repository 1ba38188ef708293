"""Find the parts of open texts that a response paints again after an act on passages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.shortcuts import get_object_or_404

from annotations.models import Highlight
from annotations.queries.desk.panes import Pane, pane_around, pane_of
from newsroom.forms.cleaning import numbers
from newsroom.models import Revision
from newsroom.text.model import Span
from newsroom.views.requests import AuthenticatedHttpRequest


@dataclass(frozen=True, slots=True)
class RepaintedPane:
    """A pane of the desk, and the indexes of the blocks of its text that are painted again.

    `new_bar` is the id of the only highlight that is new in the overview strip. If it is None, the whole
    strip is painted again. The template `_repainted.html` paints a list of these.
    """

    pane: Pane
    touched_blocks: set[int]
    new_bar: UUID | None = None


def repainted_around(highlight: Highlight, moved_from: Sequence[Span] = ()) -> RepaintedPane:
    """Return the pane of a highlight with the blocks at its place, and at its earlier places `moved_from`."""
    pane = pane_of(highlight.article)
    return RepaintedPane(pane, pane.blocks_at([*moved_from, *spans_of(highlight)]))


def repainted_with(highlight: Highlight, revision: Revision) -> RepaintedPane:
    """Return the pane of `revision` in which the blocks of a new highlight are painted again.

    The highlight gets a new bar in the overview strip. Only the highlights in these blocks are read.
    """
    pane = pane_around(revision, highlight.anchor.span)
    return RepaintedPane(pane, pane.blocks_at(spans_of(highlight)), highlight.pk)


def repainted_if_open(
    request: AuthenticatedHttpRequest, highlights: Iterable[Highlight]
) -> list[RepaintedPane]:
    """Return the panes of those highlights whose articles are open on the page.

    The field `read` of the request lists the ids of the open articles. The list is empty if none is open.
    """
    # A pane that is not open cannot be painted.
    reading = numbers(request.POST.get("read", "").split(","))
    return [
        repainted_around(highlight) for highlight in highlights if highlight.article_id in reading
    ]


def spans_of(highlight: Highlight) -> list[Span]:
    """Return a list with the span of the highlight in the newest revision.

    The list is empty if the passage is lost.
    """
    anchor = highlight.anchor
    if anchor.start is None or anchor.end is None:
        return []
    return [Span(anchor.start, anchor.end)]


def revision_or_404(pk: int) -> Revision:
    """Return the revision in which a form names passages, with its article.

    Raises `Http404` if the revision does not exist.
    """
    return get_object_or_404(Revision.objects.select_related("article"), pk=pk)
