"""What each block does in its article: general rules over position, shape and the phrases of the trade.

A rule that is not sure leaves a block `body`: a caption shown as body misleads nobody, a body dimmed as
boilerplate does.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from newsroom.text.metadata.agencies import SECTIONS
from newsroom.text.metadata.dates import is_date_line
from newsroom.text.model import MarkKind, Piece, Role
from newsroom.text.structure.boilerplate import appeal_end, is_boilerplate, see_also_label
from newsroom.text.structure.line_shapes import (
    credited_to,
    is_caption,
    is_credit,
    is_sentence,
    is_title_like,
    names_wires,
    signed_by,
)

_LONGEST_LINE = 160
_HEAD = 8
_TAIL = 4

_CREDIT_LONGEST = 300


def assign_roles(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """`pieces` with their roles. A role other than body that a reader has already given stays.

    Plain text carries no headings, so a title is told by its shape; where a piece bears a heading mark, that
    decides.
    """
    roles = [piece.role for piece in pieces]
    texts = [" ".join(piece.text.split()) for piece in pieces]
    _boilerplate(texts, roles)
    _captions(pieces, texts, roles)
    _credits(texts, roles)
    _title(pieces, texts, roles)
    _head(texts, roles)
    return tuple(replace(piece, role=role) for piece, role in zip(pieces, roles, strict=True))


def _boilerplate(texts: Sequence[str], roles: list[Role]) -> None:
    index = 0
    while index < len(texts):
        if roles[index] is not Role.BODY:
            index += 1
            continue
        end = appeal_end(texts, index)
        label = see_also_label(texts[index])
        if end > index:
            roles[index:end] = [Role.BOILERPLATE if role is Role.BODY else role for role in roles[index:end]]
            index = end
        elif label:
            roles[index] = label
            index += 1
            if texts[index - 1].rstrip().endswith(":") or len(texts[index - 1].split()) <= 3:
                index = _listed(texts, roles, index, label)
        else:
            edge = index < _HEAD or index >= len(texts) - _HEAD
            roles[index] = Role.BOILERPLATE if is_boilerplate(texts[index], at_edge=edge) else Role.BODY
            index += 1


def _listed(texts: Sequence[str], roles: list[Role], index: int, label: Role) -> int:
    """The headlines that a label by itself announces take its role."""
    last = min(index + 6, len(texts))
    while (
        index < last
        and roles[index] is Role.BODY
        and is_title_like(texts[index])
        and len(texts[index]) <= _LONGEST_LINE
    ):
        if (
            is_sentence(texts[index])
            or is_credit(texts[index])
            or texts[index].startswith(("http://", "https://"))
        ):
            break
        roles[index] = label
        index += 1
    return index


def _captions(pieces: Sequence[Piece], texts: Sequence[str], roles: list[Role]) -> None:
    told = [index for index, role in enumerate(roles) if role is Role.BODY and not _is_credit(texts[index])]
    for index, piece in enumerate(pieces):
        if roles[index] is not Role.BODY or any(mark.kind is MarkKind.HEADING for mark in piece.marks):
            continue
        pictured = any(
            mark.kind is MarkKind.IMAGE and len(piece.text) - (mark.end - mark.start) <= 2
            for mark in piece.marks
        )
        at_edge = index < _HEAD or index >= len(texts) - _TAIL
        # An agency by itself, or one that signs the last paragraph, supplied the report and not a picture.
        signed = index in told[-1:] and signed_by(texts[index])
        wired = signed or (at_edge and names_wires(texts[index].strip("()[] .–—-")))
        # “By Anna Smith, Associated Press” below a headline has a picture credit's shape as well.
        by = index < _HEAD and bool(credited_to(texts[index]))
        if pictured or (is_caption(texts[index]) and not wired and not by):
            roles[index] = Role.CAPTION


def _credits(texts: Sequence[str], roles: list[Role]) -> None:
    tail = [index for index in range(len(texts)) if roles[index] not in (Role.BOILERPLATE, Role.SEE_ALSO)][
        -_TAIL:
    ]
    for index in tail:
        if roles[index] is Role.BODY and index > 0 and _is_credit(texts[index]):
            roles[index] = Role.CREDIT


def _is_credit(text: str) -> bool:
    bare = text.strip("*_()[]—– ")
    return len(bare) <= _CREDIT_LONGEST and is_credit(bare)


def _title(pieces: Sequence[Piece], texts: Sequence[str], roles: list[Role]) -> None:
    """The first heading of the highest level, else the first line with a headline's shape that running text
    follows.
    """
    if Role.TITLE in roles:
        return
    body = [index for index, role in enumerate(roles) if role is Role.BODY and texts[index]]
    for index in body[:_HEAD]:
        if any(mark.kind is MarkKind.HEADING and mark.value == "1" for mark in pieces[index].marks):
            roles[index] = Role.TITLE
            _kicker_before(index, body, texts, roles)
            return
    _title_by_shape(body, texts, roles)


def _title_by_shape(body: Sequence[int], texts: Sequence[str], roles: list[Role]) -> None:
    for place, index in enumerate(body[:3]):
        text = texts[index]
        if credited_to(text) or is_date_line(text):
            continue
        if not is_title_like(text) or not any(
            len(texts[later]) > 60 and is_sentence(texts[later]) for later in body[place + 1 :]
        ):
            return
        if (_is_section(text) or (place == 1 and len(text.split()) <= 3)) and _headline_follows(
            texts, body[place + 1 :]
        ):
            continue
        roles[index] = Role.TITLE
        _kicker_before(index, body, texts, roles)
        return


def _headline_follows(texts: Sequence[str], body: Sequence[int]) -> bool:
    """Whether a line of more than three words with a headline's shape comes before the running text."""
    for text in (texts[index] for index in body):
        if not is_title_like(text) or credited_to(text) or is_date_line(text):
            return False
        if len(text.split()) > 3:
            return True
    return False


def _kicker_before(title: int, body: Sequence[int], texts: Sequence[str], roles: list[Role]) -> None:
    for index in body:
        if index >= title:
            return
        if (
            roles[index] is Role.BODY
            and len(texts[index].split()) <= 5
            and len(texts[index]) <= 40
            and not is_sentence(texts[index])
        ):
            roles[index] = (
                Role.KICKER if not credited_to(texts[index]) and not is_date_line(texts[index]) else Role.BODY
            )


def _is_section(text: str) -> bool:
    words = re.split(r"[\s/|,>•·–—-]+", text.strip(" :").casefold())
    return len(words) <= 5 and (
        all(word in SECTIONS for word in words) or (len(words) <= 3 and text.isupper()) or len(words) == 1
    )


def _head(texts: Sequence[str], roles: list[Role]) -> None:
    """Bylines and date lines stand before the third paragraph of running text, or after the last."""
    running = 0
    for index, text in enumerate(texts):
        if roles[index] is not Role.BODY:
            continue
        near = running < 2 or index >= len(texts) - 2
        if near and len(text) <= _LONGEST_LINE and credited_to(text):
            roles[index] = Role.BYLINE
        elif near and len(text) <= _LONGEST_LINE and is_date_line(text):
            roles[index] = Role.DATELINE
        elif is_sentence(text) and len(text) > 60:
            running += 1
