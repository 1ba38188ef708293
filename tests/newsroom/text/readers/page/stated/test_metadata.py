"""Test the metadata that pages state about their articles, in the many ways of publishers."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from newsroom.text.model import Draft, Metadata, Role
from newsroom.text.pipeline import draft_of, prepare
from newsroom.text.readers.html import read_html

TEXT = (
    "<p>The foreign minister left the meeting before the others had spoken, witnesses said on Friday in the "
    "city.</p><p>His spokeswoman would not say why he had gone, nor whether he meant to come back for the "
    "second day.</p>"
)
AT = "2022-07-09T22:30:00-05:00"


def read(source: str) -> Draft:
    return draft_of(read_html(source))


def page(head: str = "", body: str = "", *, title: str = "", lines: str = "") -> Draft:
    return read(
        f"<html><head><title>{title}</title>{head}</head><body>{body}<article>{lines}{TEXT}</article></body></html>"
    )


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def stated(value: object) -> Metadata:
    return page(ld(value)).metadata


def test_authors_that_are_only_pointed_to_are_named_by_the_graph() -> None:
    people = [
        {"@type": "Person", "@id": "#a", "name": "Ada Byron"},
        {"@type": "Person", "@id": "#b", "name": "Li Wei"},
    ]
    article = {"@type": "NewsArticle", "author": [{"@id": "#b"}, {"@id": "#a"}, {"@id": "#nobody"}]}
    assert stated({"@graph": [*people, article]}).byline == "Li Wei, Ada Byron"
    assert stated([article, *people]).byline == "Li Wei, Ada Byron"


@pytest.mark.parametrize(
    "author",
    [
        "Ada Byron",
        ["Ada Byron"],
        {"name": "Ada Byron"},
        {"name": ["Ada Byron"]},
        [{"name": "Ada Byron"}, {"@type": "Organization", "name": "The Example"}],
    ],
)
def test_an_author_is_known_in_each_shape(author: object) -> None:
    said = {"@type": "NewsArticle", "author": author, "publisher": {"name": "The Example"}}
    assert stated(said).byline == "Ada Byron"


@pytest.mark.parametrize(
    "written",
    [
        '{"@type": "NewsArticle", "headline": "Rain",}',
        '<!-- {"@type": "NewsArticle", "headline": "Rain"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Rain"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Rain", "description": "two\nlines"}',
    ],
)
def test_json_that_is_nearly_right_is_read(written: str) -> None:
    assert page(f'<script type="application/ld+json">{written}</script>').metadata.title == "Rain"


def test_each_of_several_meta_tags_names_an_author_whom_the_page_shows() -> None:
    head = '<meta name="parsely-author" content="Ada Byron"><meta name="parsely-author" content="Li Wei">'
    assert page(head, lines="<p>Ada Byron, Li Wei, Odesa</p>").metadata.byline == "Ada Byron, Li Wei"
    assert page(head, lines="<p>ADA BYRON</p>").metadata.byline == "Ada Byron"


def test_who_typed_an_article_in_is_no_author_where_the_page_shows_none() -> None:
    head = '<meta name="author" content="John Smith">'
    assert page(head).metadata.byline == ""
    assert stated({"@type": "Article", "author": "John Smith"}).byline == ""
    assert stated({"@type": "NewsArticle", "author": "John Smith"}).byline == "John Smith"


def test_an_organisation_is_no_author_unless_it_is_an_agency() -> None:
    said = [
        {"@type": "NewsArticle", "author": {"@type": "Organization", "name": name}}
        for name in ("KXYZ 7", "Reuters")
    ]
    assert [stated(article).byline for article in said] == ["", "Reuters"]


def test_authors_marked_in_the_page_are_named_but_not_those_of_comments() -> None:
    marked = (
        '<p><span itemprop="author"><b itemprop="name">Ada Byron</b></span> <a '
        'itemprop="author">Li Wei</a></p>'
    )
    comment = '<div itemtype="https://schema.org/Comment"><span itemprop="author">Somebody Else</span></div>'
    assert page(body=comment, lines=marked).metadata.byline == "Ada Byron, Li Wei"


def test_an_address_is_no_author_and_the_line_below_the_headline_is() -> None:
    head = '<meta property="article:author" content="https://www.facebook.com/the.example">'
    assert (
        page(head, lines="<h1>Rain</h1><p>By Ada Byron and wire reports</p>").metadata.byline == "Ada Byron"
    )


@pytest.mark.parametrize(
    "line",
    [
        'By <span class="author vcard"><a href="/a">Anna Koval</a></span> on <time>July 9, 2022</time>',
        'Posted on <time>July 9, 2022</time> by <a rel="author" href="/a">Anna Koval</a>',
        '<a rel="author" href="/a">Anna Koval</a> <time>July 9, 2022</time>',
        (
            'by <span class="author vcard"><a>Anna Koval</a></span> | <time>Jul 9, 2022</time> | News | 0 '
            "comments"
        ),
        'Submitted by <span class="username">Anna Koval</span> on Saturday, July 9, 2022 - 10:20',
        "Submitted by <span>Anna Koval</span> on 9 July 2022",
        '<span class="article__author">Anna Koval</span> <span class="article__date">9 July 2022</span>',
        '<span class="byline">by <span class="author-name">Anna Koval</span>, in Odesa</span>, 9 July 2022',
    ],
)
@pytest.mark.parametrize("block", ["p", "div", "footer"])
def test_the_line_below_the_headline_names_author_and_day(line: str, block: str) -> None:
    found = page(lines=f"<h1>Rain</h1><{block}>{line}</{block}>").metadata
    assert (found.byline, found.published_at) == ("Anna Koval", datetime(2022, 7, 9, tzinfo=UTC))


def test_a_block_that_is_the_authors_names_them() -> None:
    block = '<h1>Rain</h1><div class="article__author"><p>Anna Koval</p></div>'
    assert page(lines=block).metadata.byline == "Anna Koval"


@pytest.mark.parametrize("name", ["Reuters", "王伟", "Anna Koval"])
def test_what_is_marked_as_author_is_a_whole_name(name: str) -> None:
    block = f'<h1>Rain</h1><div class="author"><p>Odesa</p><p>{name}</p></div>'
    assert page(lines=block).metadata.byline == name


def test_authors_without_a_mark_beside_one_with_it_are_named_too() -> None:
    line = '<h1>Rain</h1><p>By <a rel="author">Anna Koval</a> and Li Wei</p>'
    assert page(lines=line).metadata.byline == "Anna Koval, Li Wei"


def test_a_byline_above_the_headline_counts_in_its_block_only() -> None:
    line = '<div>9 July 2022 by <span class="author vcard">Anna Koval</span></div>'
    assert page(lines=f"<header>{line}<h1>Rain</h1></header>").metadata.byline == "Anna Koval"
    assert page(body=f"<section><h3>Snow</h3>{line}</section>", lines="<h1>Rain</h1>").metadata.byline == ""


@pytest.mark.parametrize(
    "line",
    [
        '<p>By <span class="author vcard"><a>admin</a></span> on <time>July 9, 2022</time></p>',
        '<p>By <span class="author vcard"><a>Ledger Staff</a></span> on <time>July 9, 2022</time></p>',
        '<p>By <span class="author vcard"><a>Daily Ledger</a></span> on <time>July 9, 2022</time></p>',
        '<p>By <span class="author vcard"><a>News Desk</a></span> on <time>July 9, 2022</time></p>',
        '<p>Submitted by <span class="username">ledger77</span> on <time>July 9, 2022</time></p>',
        '<p><span class="author-location">Odesa</span> <time>July 9, 2022</time></p>',
        '<p class="author">Anna Koval covers ports and ships.</p>',
        '<div class="article__author"><p>Odesa</p></div>',
        '<p class="byline"><a>Politics</a></p>',
        '<div class="related"><p>Snow, by <a rel="author">Li Wei</a></p></div>',
    ],
)
def test_staff_desks_the_outlet_and_others_are_no_authors_though_marked(line: str) -> None:
    assert page(title="Rain | Daily Ledger", lines=f"<h1>Rain</h1>{line}").metadata.byline == ""


def test_who_is_marked_below_the_text_is_no_author() -> None:
    box = '<div><a rel="author">Li Wei</a></div>'
    comment = (
        '<ol><li><span class="author vcard">Somebody Else</span> on <time>July '
        "9, 2022</time><p>No.</p></li></ol>"
    )
    draft = read(f"<body><article><h1>Rain</h1>{TEXT}{box}</article>{comment}</body>")
    assert draft.metadata.byline == ""


def test_authors_that_an_outlet_counts_readers_by_are_believed_where_the_page_shows_nobody() -> None:
    head = '<meta name="parsely-author" content="Li Wei">'
    assert page(head, lines="<h1>Rain</h1>").metadata.byline == "Li Wei"
    assert page(head, lines="<h1>Rain</h1><p>By Ada Byron</p>").metadata.byline == "Ada Byron"


def test_the_outlet_in_the_title_is_no_author() -> None:
    draft = page(title="Rain | Daily Ledger", lines="<h1>Rain</h1><p>By Ada Byron | Daily Ledger</p>")
    assert draft.metadata.byline == "Ada Byron"


@pytest.mark.parametrize("title", ["Rain over Bali - World - The Example", "Rain over Bali — The Example"])
def test_the_heading_that_begins_the_title_is_the_headline(title: str) -> None:
    draft = page(body="<h1>The Example</h1>", title=title, lines="<h2>Rain over Bali</h2>")
    assert draft.metadata.title == "Rain over Bali"
    assert [piece.text for piece in draft.pieces if piece.role is Role.TITLE] == ["Rain over Bali"]


def test_a_time_keeps_its_zone_and_so_its_day() -> None:
    found = stated({"@type": "NewsArticle", "datePublished": AT}).published_at
    assert found == datetime(2022, 7, 10, 3, 30, tzinfo=UTC)
    assert found.utcoffset() == timedelta(hours=-5)
    assert found == datetime(2022, 7, 9, 22, 30, tzinfo=timezone(timedelta(hours=-5)))


def test_the_day_in_the_address_dates_what_nothing_else_does() -> None:
    link = '<link rel="canonical" href="https://example.org/2022/07/09/world/rain.html">'
    found = page(link).metadata
    assert (found.published_at, found.published_on_day) == (datetime(2022, 7, 9, tzinfo=UTC), True)
    assert page(link, lines="<h1>Rain</h1><p>8 July 2022</p>").metadata.published_at == datetime(
        2022, 7, 8, tzinfo=UTC
    )
    for address in ("https://example.org/2022/13/45/rain.html", "https://example.org/20220709-rain"):
        assert page(f'<link rel="canonical" href="{address}">').metadata.published_at is None


def test_the_running_text_of_a_page_is_without_what_its_metadata_holds() -> None:
    source = (
        '<html><head><meta property="og:title" content="Rain"></head><body><article><h1>Rain</h1><p>By Ada '
        "Byron</p>"
        f"<p>9 July 2022</p><figure><figcaption>The sea. Photo: "
        f"AFP</figcaption></figure>{TEXT}</article></body></html>"
    )
    prepared = prepare(source.encode(), name="rain.html")
    assert prepared.document.text.startswith("Rain\n\nBy Ada Byron\n\n9 July 2022\n\nThe sea.")
    assert prepared.running_text.split("\n\n") == [
        text.removesuffix("</p>") for text in TEXT.split("<p>")[1:]
    ]


def test_the_running_text_of_all_else_is_the_whole() -> None:
    prepared = prepare(
        b"Rain over Bali\n\nBy Ada Byron\n\nThe minister left the meeting early on Friday.", name="a.txt"
    )
    assert prepared.running_text == prepared.document.text


@pytest.mark.parametrize(
    "link",
    [
        "https://daily.example/",
        "https://daily.example/news/",
        "https://daily.example/article?id=",
        "http://localhost:3000/ferry-sinks",
        "http://10.1.2.3/ferry-sinks",
    ],
)
def test_a_canonical_that_names_no_article_is_not_believed(link: str) -> None:
    canonical = f'<link rel="canonical" href="{link}">'
    assert page(canonical).metadata.url == ""
    og = '<meta property="og:url" content="https://daily.example/ferry-sinks">'
    assert page(canonical + og).metadata.url == "https://daily.example/ferry-sinks"


def test_a_front_page_that_is_stated_still_names_the_outlet() -> None:
    link = '<link rel="canonical" href="https://www.themoscowtimes.com/">'
    metadata = page(link).metadata
    assert (metadata.url, metadata.outlet) == ("", "The Moscow Times")
