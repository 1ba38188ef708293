import html as escaping
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.compose import check, compose
from newsroom.text.model import MarkKind, Role
from newsroom.text.readers.html import read_html
from tests.cpu_time import cpu_seconds
from tests.newsroom.text.readers.sample_pages import FIRST, SECOND, THIRD, left_out, marked, page, read, texts

PAGE = f"""<!doctype html><html lang="en-GB"><head><title>Minister leaves the room | The Daily Example</title>
<meta property="og:site_name" content="The Daily Example"><link rel="canonical" href="https://example.org/a/1">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle",
"headline": "Minister leaves the room",
"datePublished": "2022-07-09T10:20:00+03:00",
"author": [{{"name": "By A. B. Writer"}}, {{"name": "The Daily Example Staff"}}]}}]}}</script>
<style>.hidden-style {{}}</style></head><body class="related sidebar">
<header><h1><a href="/">The Daily Example</a></h1><nav><ul><li><a href="/w">World</a></li></ul></nav></header>
<main><article><header><h1>Minister leaves the <em>room</em></h1>
<p class="byline">By <a href="/who">A. B. Writer</a></p>
<time datetime="2022-07-09T10:20:00+03:00">9 July 2022</time></header>
<figure><img src="a.jpg" alt="unseen words"><figcaption>The minister. Photo: AFP</figcaption></figure>
<div class="share-buttons"><button>Share this</button></div>
<p>{FIRST.replace("left", "<b>left</b>").replace("witnesses", '<a href="/x?y=1">witnesses</a>')}</p>
<h2>What next</h2><p>{SECOND}<br>A second line.</p>
<blockquote><p>{THIRD}</p></blockquote><ol start="3"><li>An item that is numbered three.<li>Another.</ol>
<aside class="related"><a href="/r">Another story</a></aside>
<table><tr><th>Ships</th><th>Grain</th></tr><tr><td>two</td><td>three</td></tr></table>
<p>He said no more about it to those who had waited at the gate for him until the evening.</p>
</article></main>
<section id="comments">
<p>A comment of some length by a reader who had an opinion about all of this, as readers do.</p></section>
<footer>© 2022</footer><script>var unseen = "<p>no</p>"</script></body></html>"""


def test_the_article_is_taken_with_its_roles_in_page_order() -> None:
    draft = read(PAGE)
    assert [(str(piece.role), piece.text) for piece in draft.pieces] == [
        ("title", "Minister leaves the room"),
        ("byline", "By A. B. Writer"),
        ("dateline", "9 July 2022"),
        ("caption", "The minister. Photo: AFP"),
        ("body", FIRST),
        ("body", "What next"),
        ("body", f"{SECOND}\nA second line."),
        ("body", THIRD),
        ("body", "An item that is numbered three."),
        ("body", "Another."),
        ("body", "Ships | Grain"),
        ("body", "two | three"),
        ("body", "He said no more about it to those who had waited at the gate for him until the evening."),
    ]
    check(compose(draft))


def test_what_serves_the_page_is_left_out_in_page_order() -> None:
    assert left_out(read(PAGE)) == [
        "The Daily Example",
        "World",
        "Share this",
        "Another story",
        "A comment of some length by a reader who had an opinion about all of this, as readers do.",
        "© 2022",
    ]


def test_formatting_becomes_marks() -> None:
    draft = read(PAGE)
    assert marked(draft, MarkKind.STRONG) == [("left", "")]
    assert marked(draft, MarkKind.EMPHASIS) == [("room", "")]
    assert marked(draft, MarkKind.LINK) == [
        ("A. B. Writer", "https://example.org/who"),
        ("witnesses", "https://example.org/x?y=1"),
    ]
    assert marked(draft, MarkKind.HEADING) == [("Minister leaves the room", "1"), ("What next", "2")]
    assert marked(draft, MarkKind.QUOTE) == [(THIRD, "")]
    assert marked(draft, MarkKind.LIST_ITEM) == [
        ("An item that is numbered three.", "3."),
        ("Another.", "4."),
    ]


def test_the_page_states_its_metadata() -> None:
    found = read(PAGE).metadata
    assert (found.title, found.byline, found.outlet) == (
        "Minister leaves the room",
        "A. B. Writer",
        "The Daily Example",
    )
    assert (found.published_at, found.published_on_day) == (datetime(2022, 7, 9, 7, 20, tzinfo=UTC), False)
    assert (found.url, found.language) == ("https://example.org/a/1", "en")


WORDS = st.text(st.characters(categories=("L", "N", "S", "P", "Zs")), min_size=1, max_size=30).filter(
    str.strip
)
BLOCKS = st.sampled_from(
    ["p", "div", "li", "h1", "h2", "nav", "footer", "article", "blockquote", "td", "pre", "main"]
)
INLINE = st.sampled_from(["b", "i", "a href='/x'", "span", "span hidden", "button", "time", "code", "del"])
NODES = st.recursive(
    WORDS.map(escaping.escape),
    lambda inner: st.tuples(BLOCKS | INLINE, st.lists(inner, max_size=4)).map(
        lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0].split()[0]}>"
    ),
    max_leaves=25,
)


@given(st.lists(WORDS, max_size=12), st.data())
def test_every_visible_character_stands_in_a_piece_or_is_left_out(
    words: list[str], data: st.DataObject
) -> None:
    tags = [data.draw(BLOCKS | INLINE) for _ in words]
    body = "".join(
        f"<{tag}>{escaping.escape(word)}</{tag.split()[0]}>" for tag, word in zip(tags, words, strict=True)
    )
    draft = page(f"<p>{FIRST}</p>{body}<style>unseen</style><p>{SECOND}</p>")
    found = "".join("".join(piece.text for piece in (*draft.pieces, *draft.left_out)).split())
    expected = "".join("".join([FIRST, *words, SECOND]).split())
    assert sorted(found) == sorted(expected)


@given(st.lists(NODES, max_size=5).map("".join))
def test_whatever_the_nesting_the_pieces_compose_to_a_sound_document(body: str) -> None:
    check(compose(page(body)))


def test_the_headline_stands_once_at_the_top() -> None:
    head = "<meta property='og:title' content='Minister leaves'>"
    for body in (
        "<h1>Minister leaves</h1>",
        "<p>By A. B. Writer</p><h1>Minister leaves</h1><h2>Minister leaves</h2>",
        "",
    ):
        draft = page(f"<article>{body}<p>{FIRST}</p><p>{SECOND}</p></article>", head)
        assert texts(draft, Role.TITLE) == ["Minister leaves"]
        assert draft.pieces[0].role is Role.TITLE


def test_without_a_stated_headline_the_heading_before_the_text_is_it() -> None:
    draft = page(f"<h1>Minister leaves</h1><p>{FIRST}</p><p>{SECOND}</p>")
    assert (texts(draft, Role.TITLE), draft.metadata.title) == (["Minister leaves"], "Minister leaves")


def test_byline_and_date_that_only_the_text_shows_become_metadata() -> None:
    draft = page(
        f"<h1>T is for title</h1><p>By A. B. Writer</p><p>July 9, 2022</p><p>{FIRST}</p><p>{SECOND}</p>"
    )
    assert draft.metadata.byline == "A. B. Writer"
    assert (draft.metadata.published_at, draft.metadata.published_on_day) == (
        datetime(2022, 7, 9, tzinfo=UTC),
        True,
    )


def test_a_time_beside_the_byline_dates_the_article() -> None:
    draft = page(
        f"<h1>Title</h1><p><time datetime='2022-07-09T10:00Z'>Two hours "
        f"ago</time></p><p>{FIRST}</p><p>{SECOND}</p>"
    )
    assert draft.metadata.published_at == datetime(2022, 7, 9, 10, tzinfo=UTC)
    assert texts(draft, Role.DATELINE) == ["Two hours ago"]


def test_a_line_that_gives_the_address_becomes_metadata() -> None:
    draft = page(f"<p>{FIRST}</p><p>{SECOND}</p><p>Original url: https://example.org/a</p>")
    assert draft.metadata.url == "https://example.org/a"
    assert draft.metadata.lines == ("Original url: https://example.org/a",)


def test_of_a_page_of_nothing_but_navigation_something_is_taken_and_the_rest_listed() -> None:
    draft = page("<nav>Home</nav><footer>End</footer>")
    assert (texts(draft), left_out(draft)) == (["Home"], ["End"])


@pytest.mark.parametrize(
    "stated",
    [
        f"{FIRST}\n\n{SECOND}",
        f"<p>{FIRST}</p><p>{SECOND}</p>",
        f"{FIRST.replace(' ', '&#32;', 1)}\r\n{SECOND}",
    ],
)
@pytest.mark.parametrize(
    "shown", ["", "<noscript>Please switch scripts on.</noscript>", '<nav><a href="/">Home</a></nav>']
)
def test_text_that_is_stated_for_machines_is_taken_where_the_page_shows_none(stated: str, shown: str) -> None:
    said = json.dumps({"@type": "NewsArticle", "headline": "Rain", "articleBody": stated})
    draft = page(f"{shown}<div id=root></div>", f'<script type="application/ld+json">{said}</script>')
    assert [(piece.role, piece.text) for piece in draft.pieces] == [
        (Role.TITLE, "Rain"),
        (Role.BODY, FIRST),
        (Role.BODY, SECOND),
    ]
    assert len(left_out(draft)) == bool(shown)


@pytest.mark.parametrize("shown", [f"<p>{FIRST}</p>", "<p>The minister left.</p>"])
def test_text_that_the_page_shows_is_its_text_whatever_else_it_states(shown: str) -> None:
    said = json.dumps({"@type": "NewsArticle", "articleBody": f"The minister left. {SECOND}"})
    draft = page(f"<article>{shown}</article>", f'<script type="application/ld+json">{said}</script>')
    assert f"<p>{texts(draft)[-1]}</p>" == shown


@pytest.mark.parametrize("source", ["", "   ", "<html></html>", "<!-- -->"])
def test_an_empty_page_makes_no_piece(source: str) -> None:
    assert read(source).pieces == ()


@pytest.mark.parametrize("words", ["word ", "a - ", "a", "“a ”"])
def test_a_title_of_eighty_thousand_characters_takes_no_time(words: str) -> None:
    title = (words * 80_000)[:80_000]
    with cpu_seconds(5):
        assert page(f"<article><p>{FIRST}</p></article>", f"<title>{title}</title>").pieces


@pytest.mark.parametrize(("before", "is_shown"), [(20_000 - 4, True), (20_000 - 3, False)])
def test_a_short_line_is_looked_for_in_the_first_twenty_thousand_characters(
    before: int, is_shown: bool
) -> None:
    body = json.dumps({"@type": "NewsArticle", "articleBody": before * "x" + "Rain" + FIRST})
    script = f'<script type="application/ld+json">{body}</script>'
    taken = texts(read(f"<head>{script}</head><body><p>Rain</p></body>"))
    assert (taken == ["Rain"]) is is_shown


def test_a_stated_beginning_never_replaces_a_longer_text_that_a_script_shows_late() -> None:
    said = json.dumps({"@type": "NewsArticle", "articleBody": "The minister left."})
    streamed = (
        f'<main><template id="B:1"></template></main><div hidden id="S:1"><p>{FIRST}</p><p>{SECOND}</p></div>'
    )
    draft = page(streamed, f'<script type="application/ld+json">{said}</script>')
    assert texts(draft)[-2:] == [FIRST, SECOND]


@pytest.mark.parametrize(("attribute", "shown"), [("shadowrootmode", True), ("id", False)])
def test_a_template_that_browsers_show_is_text(attribute: str, shown: bool) -> None:
    draft = page(
        f'<h1>Rain</h1><div><template {attribute}="open"><p>{FIRST}</p><p>{SECOND}</p></template></div>'
    )
    assert (FIRST in texts(draft)) is shown


def test_whose_words_a_quotation_gives_stays_with_it():
    paragraphs = "".join(
        f"<p>It rained for {hours} hours in the city, two officials said on Friday.</p>" for hours in "1234"
    )
    quotation = "<blockquote><p>We will not reopen it.</p><footer>— Mayor Ida Holm</footer></blockquote>"
    below = paragraphs.replace("city", "town")
    article = f"<article><h1>Rain</h1>{paragraphs}{quotation}{below}</article>"
    article = read_html(f"{article}<footer>Imprint</footer>")
    texts = [piece.text for piece in article.pieces]
    assert texts.index("— Mayor Ida Holm") == texts.index("We will not reopen it.") + 1
    assert "Imprint" not in texts


def test_a_further_part_of_an_article_is_taken():
    first = "".join(
        f"<p>The bridge was closed on day {day} after inspectors found a crack in the main span.</p>"
        for day in "123"
    )
    second = first.replace("closed", "repaired")
    page = f"<article><h1>Bridge closed</h1>{first}</article><article><h2>Part two</h2>{second}</article>"
    texts = [piece.text for piece in read_html(page).pieces]
    assert texts[0] == "Bridge closed"
    assert "Part two" in texts
    assert texts[-1].startswith("The bridge was repaired on day 3")
