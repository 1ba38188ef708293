"""Test that files of kinds that people have are previewed as articles and imported: an export of a news
database, a PDF, and a file that looks like several articles.
"""

import json
from collections.abc import Mapping

import brotli
from playwright.sync_api import FilePayload, Page, expect

from newsroom.models import Article
from newsroom.roles import UserRole
from tests import make
from tests.browser.conftest import OpenPage
from tests.newsroom.text.compilations.sample_warcs import PAGE, warc
from tests.newsroom.text.listings.test_workbooks import workbook
from tests.newsroom.text.readers.pdf.sample_pdfs import pdf
from tests.newsroom.text.readers.test_web_archive import archive
from tests.newsroom.text.wires.test_newsml import NITF, inline, item, message

EXPORT = [
    "User Name: =",
    "Documents (2)",
    "Bridge closed",
    "Example Times",
    "May 3, 2024 Friday",
    "Copyright 2024 Example Times All Rights Reserved",
    "Length: 312 words",
    "Byline: Ana Ruiz",
    "Body",
    "The bridge was closed after a crack was found in its oldest pillar on Thursday night.",
    "Load-Date: May 4, 2024",
    "End of Document",
    "Ferries run",
    "Other Post",
    "May 4, 2024 Saturday",
    "Body",
    "Ferries ran all day between both banks of the river, and nobody had to pay for them.",
    "End of Document",
]


#: Files of news agencies, archives of the web and a workbook, each with the titles of its articles.
FORMATS: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "items.xml": (
        message(
            item(content=inline(NITF)),
            item("urn:b", content=inline(NITF)).replace("Bridge closed", "Bridge opened"),
        ).encode(),
        ("Bridge closed", "Bridge opened"),
    ),
    "item.json": (
        json.dumps(
            {"uri": "urn:c", "pubstatus": "usable", "headline": "Ferries run", "body_text": "They run."}
        ).encode(),
        ("Ferries run",),
    ),
    "pages.warc.gz": (
        warc(
            {
                "address": "https://example.org/rain",
                "body": brotli.compress(PAGE),
                "headers": ["Content-Encoding: br"],
            }
        ),
        ("Rain",),
    ),
    "saved.webarchive": (archive(b"<html><h1>Hail</h1><p>It hailed for hours, two people said."), ("Hail",)),
    "rows.xlsx": (
        workbook(["Headline", "Content"], ["Fog", "Fog lay."], ["Frost", "It froze."]),
        ("Fog", "Frost"),
    ),
}


def hand_in(page: Page, name: str, raw: bytes) -> None:
    hand_in_all(page, {name: raw})


def hand_in_all(page: Page, files: Mapping[str, bytes]) -> None:
    page.goto("/import/")
    page.get_by_label("Files").set_input_files(
        [FilePayload(name=name, mimeType="", buffer=raw) for name, raw in files.items()]
    )
    page.get_by_role("button", name="Preview").click()


def test_an_export_of_a_news_database_is_split_mapped_and_imported(open_page: OpenPage) -> None:
    page = open_page(make.user(UserRole.REPORTER))
    hand_in(page, "export.txt", "\n\n".join(EXPORT).encode())
    expect(page.get_by_label("Title", exact=True)).to_have_count(2)
    first = page.locator("#item-0")
    expect(first.get_by_label("Title", exact=True)).to_have_value("Bridge closed")
    expect(first.get_by_label("Outlet")).to_have_value("Example Times")
    expect(first.get_by_label("Byline")).to_have_value("Ana Ruiz")
    expect(first.get_by_label("Published")).to_have_value("2024-05-03")
    page.get_by_role("button", name="Import 2 articles").click()
    expect(page.get_by_role("link", name="2 Created")).to_be_visible()
    outlets = {article.title: str(article.outlet) for article in Article.objects.all()}
    assert outlets == {"Bridge closed": "Example Times", "Ferries run": "Other Post"}


def test_a_pdf_is_previewed_as_paragraphs_and_imported(open_page: OpenPage) -> None:
    lines = [
        (50, 740, 20, "Rain falls"),
        (50, 700, 10, "It rained for hours in the city, two officials said on Friday, and more is"),
        (50, 688, 10, "expected before the weekend ends at the coast of the province."),
    ]
    page = open_page(make.user(UserRole.REPORTER))
    hand_in(page, "rain.pdf", pdf(lines))
    expect(page.get_by_label("Title", exact=True)).to_have_value("Rain falls")
    page.get_by_role("button", name="Import 1 article").click()
    page.get_by_role("link", name="Rain falls").click()
    expect(page.get_by_text("and more is expected before the weekend")).to_be_visible()


def test_a_file_that_looks_like_several_articles_is_split_where_its_preview_says(open_page: OpenPage) -> None:
    text = "\n\n".join(
        f"Document {number}\n\nRain in town {number}\n\nIt rained for {number} hours, two people said."
        for number in (1, 2, 3)
    )
    page = open_page(make.user(UserRole.REPORTER), java_script_enabled=False)
    hand_in(page, "found.txt", text.encode())
    expect(page.get_by_text("It looks like 3 articles in one file")).to_be_visible()
    expect(page.get_by_role("button", name="Import 0 articles")).to_be_disabled()
    page.get_by_role("button", name="Split it into these 3").press("Enter")
    page.get_by_role("button", name="Import 3 articles").click()
    expect(page.get_by_role("link", name="3 Created")).to_be_visible()
    assert Article.objects.count() == 3


def test_the_columns_of_a_table_are_assigned_at_its_preview(open_page: OpenPage) -> None:
    table = "Nr;Überschrift;Zeitung;Was\n7;Regen;Das Blatt;Es regnete lange.\n8;Hagel;Die Post;Es hagelte.\n"
    page = open_page(make.user(UserRole.REPORTER), java_script_enabled=False)
    hand_in(page, "rows.csv", table.encode())
    expect(page.get_by_label("What Überschrift is")).to_have_value("title")
    expect(page.get_by_label("What Zeitung is")).to_have_value("outlet")
    expect(page.get_by_role("row", name="Was")).to_contain_text("Es regnete lange.")
    page.get_by_label("What Was is").select_option("text")
    page.get_by_role("button", name="Read the table again").press("Enter")
    expect(page.get_by_label("What Was is")).to_have_value("text")
    page.get_by_role("button", name="Import 2 articles").click()
    expect(page.get_by_role("link", name="2 Created")).to_be_visible()
    assert {article.title: str(article.outlet) for article in Article.objects.all()} == {
        "Regen": "Das Blatt",
        "Hagel": "Die Post",
    }


def test_items_of_agencies_archives_of_the_web_and_workbooks_are_imported_together(
    open_page: OpenPage,
) -> None:
    titles = [title for _, titles_of_file in FORMATS.values() for title in titles_of_file]
    page = open_page(make.user(UserRole.REPORTER))
    hand_in_all(page, {name: raw for name, (raw, _) in FORMATS.items()})
    expect(page.get_by_label("Title", exact=True)).to_have_count(len(titles))
    shown = [field.input_value() for field in page.get_by_label("Title", exact=True).all()]
    assert shown == titles
    page.get_by_role("button", name=f"Import {len(titles)} articles").click()
    expect(page.get_by_role("link", name=f"{len(titles)} Created")).to_be_visible()
    articles = {article.title: article for article in Article.objects.order_by("pk")}
    assert list(articles) == titles
    assert str(articles["Bridge opened"].outlet) == "Holder"
    assert articles["Ferries run"].external_id == "urn:c"
    assert articles["Rain"].address == "https://example.org/rain"
    assert articles["Frost"].current.text == "It froze."
