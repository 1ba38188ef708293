"""Assign a role to each block, by general rules about position, shape and typical phrases.

If a rule is uncertain, the block stays `body`. A caption shown as body misleads nobody, but a body paragraph
shown as boilerplate does.
"""

from collections.abc import Sequence

from newsroom.text.metadata.dates import is_date_line
from newsroom.text.model import MarkKind, Piece, Role
from newsroom.text.structure.agency_lines import is_credit, names_wires, signed_by
from newsroom.text.structure.appeals import appeal_end
from newsroom.text.structure.blocks import HEAD, TAIL, Blocks
from newsroom.text.structure.boilerplate import is_boilerplate
from newsroom.text.structure.byline_lines import credited_to
from newsroom.text.structure.captions import is_caption
from newsroom.text.structure.galleries import galleries
from newsroom.text.structure.line_shapes import is_sentence, is_title_like
from newsroom.text.structure.pointers import see_also_label
from newsroom.text.structure.title_roles import assign_title

#: The longest byline, date line, or headline of another article, in characters.
_LONGEST_LINE = 160
#: The longest credit line, in characters.
_LONGEST_CREDIT = 300
#: The most headlines that may follow a label such as "Related:".
_MOST_ANNOUNCED = 6
#: The most words of a label without a colon that announces headlines.
_MOST_WORDS_OF_LABEL = 3
#: The most characters that a picture's paragraph may have beside the picture.
_MOST_BESIDE_PICTURE = 2
#: A longer sentence is a paragraph of prose, in characters.
_SHORT_SENTENCE = 60
#: Bylines and date lines are before this paragraph of prose, or among the last pieces.
_FIRST_PARAGRAPHS = 2
_LAST_PIECES = 2


def assign_roles(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return `pieces` with their roles. A role other than body, which a reader has assigned, is kept.

    If a piece has a mark of a first-level heading, it is the title. Otherwise the shape of a line shows the
    title.
    """
    blocks = Blocks.of(pieces)
    # The order matters, because each rule skips the pieces that an earlier rule has assigned.
    _assign_boilerplate(blocks)
    _assign_captions(blocks)
    _assign_credits(blocks)
    assign_title(blocks)
    _assign_bylines_and_dates(blocks)
    return blocks.with_roles()


def _assign_boilerplate(blocks: Blocks) -> None:
    index = 0
    while index < len(blocks):
        if not blocks.is_body(index):
            index += 1
            continue
        end = appeal_end(blocks.texts, index)
        label = see_also_label(blocks.texts[index])
        if end > index:
            _assign_appeal(blocks, index, end)
            index = end
        elif label:
            blocks.roles[index] = label
            index = _assign_announced(blocks, index, label)
        else:
            at_edge = blocks.is_in_head(index) or blocks.is_in_last(index, HEAD)
            if is_boilerplate(blocks.texts[index], at_edge=at_edge):
                blocks.roles[index] = Role.BOILERPLATE
            index += 1


def _assign_appeal(blocks: Blocks, start: int, end: int) -> None:
    for index in range(start, end):
        if blocks.is_body(index):
            blocks.roles[index] = Role.BOILERPLATE


def _assign_announced(blocks: Blocks, label_index: int, label: Role) -> int:
    """Assign the role `label` to the headlines below the label at `label_index`, as below "Related:".

    Returns the index after the last of these headlines.
    """
    label_text = blocks.texts[label_index].rstrip()
    index = label_index + 1
    if not label_text.endswith(":") and len(label_text.split()) > _MOST_WORDS_OF_LABEL:
        return index
    stop = min(index + _MOST_ANNOUNCED, len(blocks))
    while index < stop and blocks.is_body(index) and _is_headline_of_another(blocks.texts[index]):
        blocks.roles[index] = label
        index += 1
    return index


def _is_headline_of_another(text: str) -> bool:
    if not is_title_like(text) or len(text) > _LONGEST_LINE:
        return False
    return (
        not is_sentence(text)
        and not is_credit(text)
        and not text.startswith(("http://", "https://"))
    )


def _assign_captions(blocks: Blocks) -> None:
    for gallery in galleries(blocks.texts):
        for index in gallery:
            if blocks.is_body(index):
                blocks.roles[index] = Role.CAPTION
    last_paragraph = _last_paragraph(blocks)
    for index in list(blocks.body()):
        if blocks.heading_levels(index):
            continue
        if _is_picture(blocks.pieces[index]) or (
            is_caption(blocks.texts[index]) and not _credits_report(blocks, index, last_paragraph)
        ):
            blocks.roles[index] = Role.CAPTION


def _last_paragraph(blocks: Blocks) -> int:
    """Return the index of the last body piece that is not a credit, or -1 if there is none."""
    for index in reversed(list(blocks.body())):
        if not _is_short_credit(blocks.texts[index]):
            return index
    return -1


def _is_picture(piece: Piece) -> bool:
    """Return whether a piece is a picture with at most two characters beside the picture's description."""
    for mark in piece.marks:
        if (
            mark.kind is MarkKind.IMAGE
            and len(piece.text) - (mark.end - mark.start) <= _MOST_BESIDE_PICTURE
        ):
            return True
    return False


def _credits_report(blocks: Blocks, index: int, last_paragraph: int) -> bool:
    """Return whether a line that looks like the credit of a picture is the credit of the report."""
    text = blocks.texts[index]
    # A byline below the headline, such as "By Anna Smith, Associated Press".
    if blocks.is_in_head(index) and credited_to(text):
        return True
    # An agency that signs the last paragraph.
    if index == last_paragraph and signed_by(text):
        return True
    # An agency alone in a line, at the beginning or end of the article.
    at_edge = blocks.is_in_head(index) or blocks.is_in_last(index, TAIL)
    return at_edge and names_wires(text.strip("()[] .–—-"))


def _assign_credits(blocks: Blocks) -> None:
    own = [
        index
        for index, role in enumerate(blocks.roles)
        if role not in (Role.BOILERPLATE, Role.SEE_ALSO)
    ]
    for index in own[-TAIL:]:
        # The first piece of an article is never a credit, because there is no report before it.
        if index > 0 and blocks.is_body(index) and _is_short_credit(blocks.texts[index]):
            blocks.roles[index] = Role.CREDIT


def _is_short_credit(text: str) -> bool:
    bare = text.strip("*_()[]—– ")
    return len(bare) <= _LONGEST_CREDIT and is_credit(bare)


def _assign_bylines_and_dates(blocks: Blocks) -> None:
    """Assign bylines and date lines.

    They are before the third paragraph of prose, or among the last pieces.
    """
    paragraphs = 0
    for index in list(blocks.body()):
        text = blocks.texts[index]
        is_near = paragraphs < _FIRST_PARAGRAPHS or blocks.is_in_last(index, _LAST_PIECES)
        role = _line_role(text) if is_near else None
        if role is not None:
            blocks.roles[index] = role
        elif is_sentence(text) and len(text) > _SHORT_SENTENCE:
            paragraphs += 1


def _line_role(text: str) -> Role | None:
    if len(text) > _LONGEST_LINE:
        return None
    if credited_to(text):
        return Role.BYLINE
    if is_date_line(text):
        return Role.DATELINE
    return None
