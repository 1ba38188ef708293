"""Turn the text of an article with its highlights into HTML.

A run is a stretch of text with the same formatting and highlights. Its element has the attribute
`data-start`, so that the page can compute the offsets of a selection. This module does not know what is
highlighted or why: a `HighlightStyle` says how the highlight with an id looks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape  # Django's own calls this one, after looking whether its argument is lazy

from django.utils.safestring import SafeString, mark_safe

from newsroom.text.direction import CONTROLS, OVERRIDES, direction
from newsroom.text.model import Mark, MarkKind, Span
from newsroom.text.runs import PaintedBlock, Run


@dataclass(frozen=True, slots=True)
class HighlightStyle:
    """The look of a highlight.

    `hue` is a colour of the palette, `state` is a pattern, and `label` is a text for screen readers. An empty
    field means the default look or no label.
    """

    hue: str = ""
    state: str = ""
    label: str = ""


PLAIN = HighlightStyle()
#: The page uses h1 and h2 itself, so headings of an article start below them.
HIGHEST_HEADING = 3
LOWEST_HEADING = 6
#: The number of overlap depths that the style sheet distinguishes.
DEEPEST = 4
#: The height of the overview strip and the smallest height of a visible bar, in units of the strip.
STRIP_HEIGHT = 1000
LEAST_BAR_HEIGHT = 4.0

_CONTROL = re.compile(f"[{''.join(CONTROLS)}]")
_INLINE_ELEMENTS = {
    MarkKind.EMPHASIS: "em",
    MarkKind.STRONG: "strong",
    MarkKind.CODE: "code",
    MarkKind.STRUCK: "s",
}
_LINK_SCHEMES = ("http://", "https://", "mailto:")
#: Bidirectional controls that end another control.
_CLOSING = ("PDF", "PDI")


def paint(
    blocks: Iterable[PaintedBlock], styles: Mapping[str, HighlightStyle], *, prefix: str
) -> SafeString:
    """Return the blocks as HTML: one element for each block, with the id `{prefix}-{index}`.

    `styles` holds the look of each highlight by its id.
    """
    painted = (paint_block(block, styles, prefix=prefix) for block in blocks)
    return mark_safe("\n".join(painted))  # noqa: S308  (every block is safe)


def paint_block(
    painted: PaintedBlock,
    styles: Mapping[str, HighlightStyle],
    *,
    prefix: str,
    swap: bool = False,
) -> SafeString:
    """Return one block as an HTML element with the id `{prefix}-{index}`.

    `styles` holds the look of each highlight by its id. If `swap` is true, htmx replaces the element with the
    same id in the page (out-of-band swap).
    """
    block = painted.block
    element, attributes = _element(painted.marks)
    attributes = (
        f' id="{escape(prefix)}-{painted.index}" class="block" data-role="{block.role}"'
        f' data-start="{block.start}"{_direction(painted)}{attributes}'
    )
    if swap:
        attributes += ' hx-swap-oob="true"'

    # A highlight that begins in an earlier block is opened here again, because a block may be painted alone.
    unopened: set[str] = set()
    for run in painted.runs:
        unopened.update(run.highlights)
    inside = "".join(_run(run, styles, unopened) for run in painted.runs)
    return mark_safe(  # noqa: S308  (every part is escaped where it is made)
        f"<{element}{attributes}>{inside}</{element}>"
    )


def paint_strokes(
    length: int, spans: Iterable[tuple[Span, str]], styles: Mapping[str, HighlightStyle]
) -> SafeString:
    """Return SVG bars that show where highlights are in a text of `length` code points.

    `spans` are pairs of a span and the id of its highlight. The bars are for a strip that is 10 units wide
    and 1,000 units high.
    """
    bars = []
    for span, name in spans:
        top = round(STRIP_HEIGHT * span.start / length, 1)
        height = max(LEAST_BAR_HEIGHT, round(STRIP_HEIGHT * len(span) / length, 1))
        attributes = f'x="1" y="{top}" width="8" height="{height}" data-h="{escape(name)}"'
        hue = styles.get(name, PLAIN).hue
        if hue:
            attributes += f' data-hue="{escape(hue)}"'
        bars.append(f"<rect {attributes}/>")
    return mark_safe("".join(bars))  # noqa: S308  (every part is escaped where it is made)


def visible(text: str) -> SafeString:
    """Return the text escaped for HTML, with its bidirectional control characters made visible."""
    return mark_safe(_CONTROL.sub(_visible, escape(text)))  # noqa: S308


def _direction(painted: PaintedBlock) -> str:
    """Return the attribute `dir` with the direction in which most letters of the block are written.

    Returns an empty string if the block has no letter, so that it keeps the direction of the article.
    """
    text = "".join(run.text for run in painted.runs)
    # The value `auto` would let the first letter decide, which may belong to a foreign name.
    if any(character.isalpha() for character in text):
        return f' dir="{direction(text)}"'
    return ""


def _visible(match: re.Match[str]) -> str:
    """Return the HTML for one bidirectional control character, which keeps its place and shows its name.

    A control that overrides the direction affects only its own element.
    """
    control = match.group()
    name = CONTROLS[control]
    kind = ""
    if control in OVERRIDES:
        kind = " data-override"
    elif name in _CLOSING:
        # The name of a closing control comes after it, because before it the name would be inside the closed
        # stretch.
        kind = " data-closes"
    return f'<span class="control" data-control="{name}"{kind}>{control}</span>'


def _element(marks: tuple[Mark, ...]) -> tuple[str, str]:
    """Return the name of the HTML element for a block, and its additional attributes (often empty).

    `marks` are the marks of the whole block, such as a heading.
    """
    for mark in marks:
        if mark.kind is MarkKind.HEADING:
            level = int(mark.value or 1) + HIGHEST_HEADING - 1
            return f"h{min(max(level, HIGHEST_HEADING), LOWEST_HEADING)}", ""
        if mark.kind is MarkKind.QUOTE:
            return "blockquote", ""
        if mark.kind is MarkKind.LIST_ITEM:
            return "p", f' data-item="{escape(mark.value or "•")}"'
    return "p", ""


def _run(
    run: Run,
    styles: Mapping[str, HighlightStyle],
    unopened: set[str],
) -> str:
    """Return one run as HTML.

    `unopened` holds the ids of highlights of which no run was painted yet; those that begin at this run are
    removed from it.
    """
    inside = _formatted(run)
    if not run.highlights:
        return f'<span data-start="{run.start}">{inside}</span>'

    starting = [highlight for highlight in run.highlights if highlight in unopened]
    unopened.difference_update(starting)
    attributes = " ".join(_mark_attributes(run, styles, starting))
    return f"<mark {attributes}>{inside}</mark>"


def _formatted(run: Run) -> str:
    """Return the text of a run inside the elements of its inline marks, such as emphasis and links."""
    inside: str = visible(run.text)
    for mark in run.marks:
        element = _INLINE_ELEMENTS.get(mark.kind)
        if element:
            inside = f"<{element}>{inside}</{element}>"
        elif mark.kind is MarkKind.LINK and mark.value.startswith(_LINK_SCHEMES):
            href = escape(mark.value)
            inside = (
                f'<a href="{href}" rel="noopener noreferrer nofollow" target="_blank">{inside}</a>'
            )
    return inside


def _mark_attributes(
    run: Run, styles: Mapping[str, HighlightStyle], starting: list[str]
) -> Iterator[str]:
    """Yield the attributes of the `mark` element of a run with highlights.

    `starting` are the ids of the highlights that begin at this run. The innermost highlight decides how the
    run looks.
    """
    yield f'data-start="{run.start}"'
    yield f'data-h="{escape(" ".join(run.highlights))}"'
    if starting:
        # An address with a fragment leads to this id, without any script.
        yield f'id="h-{escape(starting[0])}"'
        yield f'data-opens="{escape(" ".join(starting))}"'

    depth = len(run.highlights)
    if depth > 1:
        yield f'data-depth="{min(depth, DEEPEST)}"'

    innermost = styles.get(run.highlights[-1], PLAIN)
    if innermost.hue:
        yield f'data-hue="{escape(innermost.hue)}"'
    if innermost.state:
        yield f'data-state="{escape(innermost.state)}"'

    labels = [styles.get(highlight, PLAIN).label for highlight in run.highlights]
    title = "; ".join(label for label in labels if label)
    if title:
        yield f'title="{escape(title)}"'
