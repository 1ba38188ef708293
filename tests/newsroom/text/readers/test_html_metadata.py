"""What pages state about their articles, in the many ways publishers do."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from newsroom.text.model import Draft, Metadata, Role
from newsroom.text.preparing import prepare
from newsroom.text.readers.html import read

TEXT = (
    "<p>The foreign minister left the meeting before the others had spoken, witnesses said on Friday in the city.</p>"
    "<p>His spokeswoman would not say why he had gone, nor whether he meant to come back for the second day.</p>"
)
AT = "2022-07-09T22:30:00-05:00"


def page(head: str = "", body: str = "", *, title: str = "", lines: str = "") -> Draft:
    return read(
        f"<html><head><title>{title}</title>{head}</head><body>{body}<article>{lines}{TEXT}</article></body></html>"
    )


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def stated(value: object) -> Metadata:
    return page(ld(value)).metadata


def test_authors_that_are_only_pointed_to_are_named_by_the_graph() -> None:
    people = [{"@type": "Person", "@id": "#a", "name": "Ada Byron"}, {"@type": "Person", "@id": "#b", "name": "Li Wei"}]
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
        {"@type": "NewsArticle", "author": {"@type": "Organization", "name": name}} for name in ("KXYZ 7", "Reuters")
    ]
    assert [stated(article).byline for article in said] == ["", "Reuters"]


def test_authors_marked_in_the_page_are_named_but_not_those_of_comments() -> None:
    marked = '<p><span itemprop="author"><b itemprop="name">Ada Byron</b></span> <a itemprop="author">Li Wei</a></p>'
    comment = '<div itemtype="https://schema.org/Comment"><span itemprop="author">Somebody Else</span></div>'
    assert page(body=comment, lines=marked).metadata.byline == "Ada Byron, Li Wei"


def test_an_address_is_no_author_and_the_line_below_the_headline_is() -> None:
    head = '<meta property="article:author" content="https://www.facebook.com/the.example">'
    assert page(head, lines="<h1>Rain</h1><p>By Ada Byron and wire reports</p>").metadata.byline == "Ada Byron"


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
    assert page(link, lines="<h1>Rain</h1><p>8 July 2022</p>").metadata.published_at == datetime(2022, 7, 8, tzinfo=UTC)
    for address in ("https://example.org/2022/13/45/rain.html", "https://example.org/20220709-rain"):
        assert page(f'<link rel="canonical" href="{address}">').metadata.published_at is None


def test_the_running_text_of_a_page_is_without_what_its_metadata_holds() -> None:
    source = (
        '<html><head><meta property="og:title" content="Rain"></head><body><article><h1>Rain</h1><p>By Ada Byron</p>'
        f"<p>9 July 2022</p><figure><figcaption>The sea. Photo: AFP</figcaption></figure>{TEXT}</article></body></html>"
    )
    prepared = prepare(source.encode(), name="rain.html")
    assert prepared.document.text.startswith("Rain\n\nBy Ada Byron\n\n9 July 2022\n\nThe sea.")
    assert prepared.running_text.split("\n\n") == [text.removesuffix("</p>") for text in TEXT.split("<p>")[1:]]


def test_the_running_text_of_all_else_is_the_whole() -> None:
    prepared = prepare(
        b"Rain over Bali\n\nBy Ada Byron\n\nThe minister left the meeting early on Friday.", name="a.txt"
    )
    assert prepared.running_text == prepared.document.text
