"""Hold pages that the tests of readers read, and read from drafts what these tests compare."""

from newsroom.text.model import Draft, MarkKind, Role
from newsroom.text.pipeline import draft_of
from newsroom.text.readers.html import read_html

FIRST = (
    "The foreign minister left the meeting before the others had spoken, "
    "witnesses said on Friday in the city."
)
SECOND = (
    "His spokeswoman would not say why he had gone, nor whether he meant to come back for the second day of "
    "talks."
)
THIRD = (
    "Grain ships meanwhile waited in the harbour for a decision that nobody expected before the end of the "
    "week."
)


def read(source: str) -> Draft:
    return draft_of(read_html(source))


def texts(draft: Draft, role: Role | None = None) -> list[str]:
    return [piece.text for piece in draft.pieces if role in (None, piece.role)]


def left_out(draft: Draft) -> list[str]:
    return [piece.text for piece in draft.left_out]


def marked(draft: Draft, kind: MarkKind) -> list[tuple[str, str]]:
    return [(p.text[m.start : m.end], m.value) for p in draft.pieces for m in p.marks if m.kind is kind]


def page(body: str, head: str = "") -> Draft:
    return read(f"<html><head>{head}</head><body>{body}</body></html>")
