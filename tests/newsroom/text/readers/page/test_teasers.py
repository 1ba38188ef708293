"""Test that lists of other articles are no part of the article, and are listed as left out."""

import pytest

from newsroom.text.model import Draft
from newsroom.text.pipeline import draft_of
from newsroom.text.readers.html import read_html
from newsroom.text.readers.page.parsing import parse_page
from newsroom.text.readers.page.segments import segments
from newsroom.text.readers.page.teasers import teasers

PARAGRAPHS = [
    f"The minister left meeting number {number} before the others had spoken, witnesses said on Friday in "
    f"the city."
    for number in range(8)
]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
HEADLINE = "<h1>Rain over Bali</h1>"
DECIDED = (
    "The council decided on Monday evening, after {0} hours of debate, "
    "that the bridge is to be rebuilt by next summer."
)
CARD = (
    '<div class="card"><h3><a href="/s/{0}">Bridge number {0} is closed</a></h3><p>' + DECIDED + "</p></div>"
)
SHAPES = {
    "a block each": CARD,
    "an article each": CARD.replace("div", "article"),
    "no block": '<h3><a href="/s/{0}">Bridge number {0} is closed</a></h3><p>' + DECIDED + "</p>",
    "a section above and a time below": CARD.replace("<h3>", "<span>Bridges</span><h3>").replace(
        "</p></div>", "</p><time>2 days ago</time></div>"
    ),
    "blocks in blocks": CARD.replace("<h3>", "<div><h3>").replace("</h3><p>", "</h3></div><div><p>").replace(
        "</p>", "</p></div>"
    ),
}  # fmt: skip


def page(main: str) -> Draft:
    return draft_of(
        read_html(f"<html><head><title>Rain over Bali</title></head><body><main>{main}</main></body></html>")
    )


def cards(shape: str, number: int = 20) -> str:
    return "".join(SHAPES[shape].format(at) for at in range(number))


def split(draft: Draft) -> tuple[list[str], list[str], int]:
    """Return the text below the headline, the other segments that are taken, and how many
    teasers are listed as left out.
    """
    taken = [piece.text for piece in draft.pieces if piece.text != "Rain over Bali"]
    left = [piece for piece in draft.left_out if piece.text.startswith("The council decided")]
    return (
        [text for text in taken if text in PARAGRAPHS],
        [text for text in taken if text not in PARAGRAPHS],
        len(left),
    )


@pytest.mark.parametrize("name", ["latest-news", "more-stories", "recirculation", "css-1x7"])
@pytest.mark.parametrize("shape", SHAPES)
def test_teasers_beside_the_article_are_left_out_and_listed(shape: str, name: str) -> None:
    listed = f'<section class="{name}"><h2>Latest news</h2>{cards(shape)}</section>'
    for main in (
        f"<article>{HEADLINE}{BODY}</article>{listed}",
        f"{listed}<article>{HEADLINE}{BODY}</article>",
    ):
        assert split(page(main)) == (PARAGRAPHS, [], 20)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    "main",
    [
        HEADLINE + "<article>" + BODY + "</article><div>{}</div>",
        "<article>" + HEADLINE + BODY + "<div>{}</div></article>",
        "<div>" + HEADLINE + BODY + "</div><div><h2>Latest news</h2>{}</div>",
        HEADLINE + BODY + "<div>{}</div>",
    ],
    ids=["headline outside", "in the article", "no article", "no block at all"],
)
def test_teasers_are_told_by_their_shape_where_no_article_sets_them_apart(main: str, shape: str) -> None:
    assert split(page(main.format(cards(shape)))) == (PARAGRAPHS, [], 20)


def test_what_stands_beside_the_only_article_is_not_taken_for_its_length() -> None:
    aside = "".join(f"<div>{DECIDED.format(number)}</div>" for number in range(6))
    assert split(page(f"<article>{HEADLINE}{BODY}</article><div>{aside}</div>")) == (PARAGRAPHS, [], 6)


def test_text_beside_an_article_that_holds_only_its_beginning_is_taken() -> None:
    opening = f"<article>{HEADLINE}<p>{PARAGRAPHS[0]}</p></article>"
    rest = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[1:])
    assert split(page(f"{opening}<div>{rest}</div>"))[0] == PARAGRAPHS


def test_a_short_article_is_not_outweighed() -> None:
    main = f"<article>{HEADLINE}<p>{PARAGRAPHS[0]}</p></article><div>{cards('a block each')}</div>"
    assert split(page(main)) == (PARAGRAPHS[:1], [], 20)


def test_an_article_made_of_pointers_to_others_keeps_them() -> None:
    digest = page(f"<article>{HEADLINE}<p>{PARAGRAPHS[0]}</p>{cards('a block each', 6)}</article>")
    assert [piece.text for piece in digest.pieces][-1] == DECIDED.format(5)
    assert split(digest)[2] == 0


def test_subheadings_of_the_article_are_no_teasers_though_they_are_links() -> None:
    parts = "".join(
        f'<h2><a href="#{at}">Part {at}</a></h2><p>{first}</p><p>{second}</p>'
        for at, (first, second) in enumerate(zip(PARAGRAPHS[::2], PARAGRAPHS[1::2], strict=True))
    )
    assert split(page(f"<article>{HEADLINE}<p>{DECIDED}</p>{parts}</article>"))[0] == PARAGRAPHS


SHORT = "The bridge is to be rebuilt."
LINK = '<a href="/s">Bridge is closed</a>'


def is_list(card: str, number: int = 3) -> bool:
    """Return whether `number` cards, one after the other, are a list of teasers."""
    root = parse_page(f"<html><body><p>{PARAGRAPHS[0]}</p>{card * number}</body></html>")
    return teasers(segments(root)) != frozenset()


@pytest.mark.parametrize(("number", "answer"), [(3, True), (2, False)])
def test_three_teasers_make_a_list(number: int, answer: bool) -> None:
    assert is_list(f"<div><h3>{LINK}</h3><p>{SHORT}</p></div>", number) is answer


@pytest.mark.parametrize(("length", "answer"), [(400, True), (401, False)])
def test_a_teaser_s_sentence_has_at_most_400_characters(length: int, answer: bool) -> None:
    assert is_list(f"<div><h3>{LINK}</h3><p>{'x' * length}</p></div>") is answer


@pytest.mark.parametrize(("number", "answer"), [(3, True), (4, False)])
def test_below_a_teaser_s_heading_stand_at_most_three_stretches(number: int, answer: bool) -> None:
    assert is_list(f"<div><h3>{LINK}</h3>{f'<p>{SHORT}</p>' * number}</div>") is answer


@pytest.mark.parametrize(("number", "answer"), [(1, True), (2, False)])
def test_without_a_block_of_its_own_a_teaser_has_one_stretch(number: int, answer: bool) -> None:
    assert is_list(f"<h3>{LINK}</h3>{f'<p>{SHORT}</p>' * number}") is answer


@pytest.mark.parametrize(("linked", "answer"), [(9, True), (8, False)])
def test_nine_tenths_of_a_teaser_s_heading_are_a_link(linked: int, answer: bool) -> None:
    heading = f"<a href='/s'>{'B' * linked}</a>{'b' * (10 - linked)}"
    assert is_list(f"<div><h3>{heading}</h3><p>{SHORT}</p></div>") is answer


@pytest.mark.parametrize(("depth", "answer"), [(5, True), (6, False)])
def test_heading_and_sentence_share_one_of_the_six_innermost_blocks(depth: int, answer: bool) -> None:
    deep = f"{'<div>' * (depth - 1)}<h3>{LINK}</h3>{'</div>' * (depth - 1)}"
    assert is_list(f"<section>{deep}<p>{SHORT}</p></section>") is answer


def listed(markup: str) -> list[str]:
    found = segments(parse_page(f"<p>Before.</p>{markup}<p>After.</p>"))
    return [found[index].text for index in sorted(teasers(found))]


def test_a_box_that_announces_another_article_is_none_of_the_text() -> None:
    link = '<p><a href="/b">Promy co dwadzieścia minut</a></p><p>Promy będą kursować.</p>'
    assert listed(f"<div><span>Czytaj więcej</span>{link}</div>") == [
        "Czytaj więcej",
        "Promy co dwadzieścia minut",
        "Promy będą kursować.",
    ]
    assert listed(f"<span>Czytaj więcej</span>{link}") == []
    assert listed("<div><span>Czytaj więcej</span><p>Promy będą kursować.</p></div>") == []


@pytest.mark.parametrize(("lines", "is_one"), [(2, True), (3, False)])
def test_a_box_has_at_most_three_lines_below_its_label(lines: int, is_one: bool) -> None:
    below = '<p><a href="/b">Ferries</a></p>' + "<p>Ferries ran.</p>" * lines
    assert bool(listed(f"<div><p>Les også</p>{below}</div>")) is is_one
