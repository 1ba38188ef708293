"""Painting runs as HTML. Every text run carries `data-start`, so that the page itself is the ruler for
selections.

Knows nothing of what is highlighted or why: a `HighlightStyle` says how the passage with that id appears.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape  # Django's own calls this one, after looking whether its argument is lazy

from django.utils.safestring import SafeString, mark_safe

from newsroom.text.direction import CONTROLS, OVERRIDES, direction
from newsroom.text.model import Mark, MarkKind, Span
from newsroom.text.runs import PaintedBlock, Run


@dataclass(frozen=True, slots=True)
class HighlightStyle:
    """How a highlight appears: `hue` names a colour of the palette, `state` a pattern, `label` is for
    hearing.
    """

    hue: str = ""
    state: str = ""
    label: str = ""


PLAIN = HighlightStyle()
_CONTROL = re.compile(f"[{''.join(CONTROLS)}]")
_INLINE = {MarkKind.EMPHASIS: "em", MarkKind.STRONG: "strong", MarkKind.CODE: "code", MarkKind.STRUCK: "s"}


def paint(blocks: Iterable[PaintedBlock], looks: Mapping[str, HighlightStyle], *, prefix: str) -> SafeString:
    """The blocks as HTML, one element a block with the id `{prefix}-{index}`."""
    return mark_safe("\n".join(paint_block(block, looks, prefix=prefix) for block in blocks))  # noqa: S308


def paint_block(
    painted: PaintedBlock, looks: Mapping[str, HighlightStyle], *, prefix: str, swap: bool = False
) -> SafeString:
    """One block. `swap` marks it to replace the one of the same id in the page (htmx, out of band)."""
    block = painted.block
    name, attributes = _element(painted.marks)
    oob = ' hx-swap-oob="true"' if swap else ""
    first = {highlight for run in painted.runs for highlight in run.highlights}
    inside = "".join(_run(run, looks, first) for run in painted.runs)
    return mark_safe(  # noqa: S308  (every part is escaped where it is made)
        f'<{name} id="{escape(prefix)}-{painted.index}" class="block" data-role="{block.role}" '
        f'data-start="{block.start}" dir="{_direction(painted)}"{attributes}{oob}>{inside}</{name}>'
    )


def paint_strokes(
    length: int, spans: Iterable[tuple[Span, str]], looks: Mapping[str, HighlightStyle]
) -> SafeString:
    """Where the passages stand in a text of `length` code points: SVG bars on a strip 10 wide and 1,000 high."""
    bars = []
    for span, name in spans:
        top, height = round(1000 * span.start / length, 1), max(4.0, round(1000 * len(span) / length, 1))
        hue = looks.get(name, PLAIN).hue
        coloured = f' data-hue="{escape(hue)}"' if hue else ""
        bars.append(f'<rect x="1" y="{top}" width="8" height="{height}" data-h="{escape(name)}"{coloured}/>')
    return mark_safe("".join(bars))  # noqa: S308  (every part is escaped where it is made)


def _direction(painted: PaintedBlock) -> str:
    """`rtl` where most of the block runs so, though it may begin with a foreign name; else as it begins."""
    text = "".join(run.text for run in painted.runs)
    return "rtl" if direction(text) == "rtl" else "auto"


def visible(text: str) -> SafeString:
    """A text escaped, in which controls of direction can be seen."""
    return mark_safe(_CONTROL.sub(_visible, escape(text)))  # noqa: S308


def _visible(found: re.Match[str]) -> str:
    """A control of direction, kept in its place and shown by its name. One that overrides acts on itself
    alone.
    """
    control = found.group()
    # What closes is named behind itself: before it, its name would still stand in what it closes.
    kind = (
        " data-override"
        if control in OVERRIDES
        else " data-closes"
        if CONTROLS[control] in ("PDF", "PDI")
        else ""
    )
    return f'<span class="control" data-control="{CONTROLS[control]}"{kind}>{control}</span>'


def _element(marks: tuple[Mark, ...]) -> tuple[str, str]:
    """The element of a block and its attributes, from the marks that cover it whole."""
    for mark in marks:
        if mark.kind is MarkKind.HEADING:
            # The page's own headings are h1 and h2: the article's begin below them.
            level = min(6, max(3, int(mark.value or 1) + 2))
            return f"h{level}", ""
        if mark.kind is MarkKind.QUOTE:
            return "blockquote", ""
        if mark.kind is MarkKind.LIST_ITEM:
            return "p", f' data-item="{escape(mark.value or "•")}"'
    return "p", ""


def _run(run: Run, looks: Mapping[str, HighlightStyle], unseen: set[str]) -> str:
    inside = visible(run.text)
    for mark in run.marks:
        if mark.kind in _INLINE:
            inside = f"<{_INLINE[mark.kind]}>{inside}</{_INLINE[mark.kind]}>"
        elif mark.kind is MarkKind.LINK and mark.value.startswith(("http://", "https://", "mailto:")):
            href = escape(mark.value)
            inside = f'<a href="{href}" rel="noopener noreferrer nofollow" target="_blank">{inside}</a>'
    if not run.highlights:
        return f'<span data-start="{run.start}">{inside}</span>'
    starting = [highlight for highlight in run.highlights if highlight in unseen]
    unseen.difference_update(starting)
    top = looks.get(run.highlights[-1], PLAIN)
    attributes = [f'data-start="{run.start}"', f'data-h="{escape(" ".join(run.highlights))}"']
    if starting:
        # The id is what an address with a fragment lands on, without any script.
        attributes += [f'id="h-{escape(starting[0])}"', f'data-opens="{escape(" ".join(starting))}"']
    if len(run.highlights) > 1:
        attributes.append(f'data-depth="{min(len(run.highlights), 4)}"')
    attributes += [
        f'data-{name}="{escape(value)}"' for name, value in (("hue", top.hue), ("state", top.state)) if value
    ]
    labels = "; ".join(label for highlight in run.highlights if (label := looks.get(highlight, PLAIN).label))
    if labels:
        attributes.append(f'title="{escape(labels)}"')
    return f"<mark {' '.join(attributes)}>{inside}</mark>"
