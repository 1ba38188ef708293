"""Test what stands around the headline and the first paragraph."""

import pytest

from newsroom.text.model import Piece, Role
from newsroom.text.readers.page.head import roles_of_head
from newsroom.text.readers.page.regions import PageSegment, Region
from tests.newsroom.text.readers.sample_pages import FIRST, SECOND, page, texts

HEADLINE = "<h1>Rain over Bali</h1>"


def bylines(between: str, *, above: str = "") -> list[str]:
    return texts(page(f"{above}{HEADLINE}{between}<p>{FIRST}</p><p>{SECOND}</p>"), Role.BYLINE)


def test_a_byline_stands_between_headline_and_text() -> None:
    assert bylines("<p>By Jane Doe</p>") == ["By Jane Doe"]


def segment(text: str) -> PageSegment:
    return PageSegment(Piece(text), Region(None, "p", "", furniture=False), 0, "", ())


@pytest.mark.parametrize(("distance", "found"), [(-4, True), (-5, False), (3, True), (4, False)])
def test_a_byline_is_four_segments_from_the_first_paragraph_at_most(distance: int, found: bool) -> None:
    stretches = [segment("Short")] * 20
    stretches[10] = segment(FIRST)
    stretches[19] = segment(SECOND)
    stretches[10 + distance] = segment("By Jane Doe")
    assert bool(roles_of_head(stretches, {10, 19}, None)) is found


@pytest.mark.parametrize(("position", "found"), [(40, True), (39, False)])
def test_below_a_distant_headline_a_byline_is_sixty_segments_above_the_text(
    position: int, found: bool
) -> None:
    stretches = [segment("Short")] * 110
    stretches[0] = segment("Rain over Bali")
    stretches[100] = segment(FIRST)
    stretches[position] = segment("By Jane Doe")
    assert (Role.BYLINE in roles_of_head(stretches, {100}, 0).values()) is found


@pytest.mark.parametrize(("length", "role"), [(80, Role.DATELINE), (81, None)])
def test_a_line_with_a_time_is_a_date_line_up_to_80_characters(length: int, role: Role | None) -> None:
    line = "Changed " + "a" * (length - len("Changed "))
    draft = page(
        f"{HEADLINE}<div><time datetime='2022-07-09'>{line}</time></div><p>{FIRST}</p><p>{SECOND}</p>"
    )
    roles = {piece.text: piece.role for piece in draft.pieces}
    assert (roles.get(line) is Role.DATELINE) is (role is Role.DATELINE)


def test_a_standfirst_is_read_with_headline_and_text() -> None:
    draft = page(f"{HEADLINE}<h2>Ships wait in the port</h2><p>{FIRST}</p><p>{SECOND}</p>")
    assert texts(draft, Role.BODY)[0] == "Ships wait in the port"


def test_a_picture_s_words_are_a_caption() -> None:
    draft = page(f"{HEADLINE}<figure><figcaption>The port</figcaption></figure><p>{FIRST}</p><p>{SECOND}</p>")
    assert texts(draft, Role.CAPTION) == ["The port"]


@pytest.mark.parametrize(("length", "taken"), [(80, True), (79, False)])
def test_a_lead_outside_any_paragraph_is_taken_if_it_has_80_characters(length: int, taken: bool) -> None:
    lead = "x" * length
    for shown in (f"<div>{lead}</div>", lead):
        draft = page(f"{HEADLINE}{shown}<p>{FIRST}</p><p>{SECOND}</p>")
        assert (lead in texts(draft)) is taken


@pytest.mark.parametrize("name", ["caption", "image-caption", "wp_caption", "Bildunterschrift"])
def test_a_block_with_the_class_of_a_caption_is_one(name: str) -> None:
    draft = page(f'{HEADLINE}<p>{FIRST}</p><div class="{name}">The port</div><p>{SECOND}</p>')
    assert texts(draft, Role.CAPTION) == ["The port"]


def test_a_block_whose_class_only_begins_so_is_none() -> None:
    draft = page(f'{HEADLINE}<p>{FIRST}</p><p class="captioned">The port</p><p>{SECOND}</p>')
    assert texts(draft, Role.CAPTION) == []
