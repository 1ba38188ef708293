"""Test files that hold many articles, in the formats of news databases."""

import io

import docx
import pytest

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.compilations.splitting import MOST, split_articles
from newsroom.text.pipeline import prepare
from tests.newsroom.text.compilations.test_lexis import NEWER, OLDER
from tests.newsroom.text.compilations.test_mailboxes import FIRST, SECOND, SEPARATOR, message
from tests.newsroom.text.readers.sample_documents import repacked
from tests.newsroom.text.wires.test_newsml import NITF


def word(paragraphs):
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def text(paragraphs):
    return "\n\n".join(paragraphs).encode()


def page(paragraphs):
    inside = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><body>{inside}</body></html>".encode()


@pytest.mark.parametrize(
    "raw",
    [
        "\n\n".join(OLDER).encode(),
        "\n\n".join(NEWER).encode(),
        page(OLDER),
        page(NEWER),
        word(OLDER),
        word(NEWER),
    ],
    ids=["older text", "newer text", "older page", "newer page", "older Word", "newer Word"],
)
def test_each_article_of_an_export_becomes_one_article(raw):
    articles = [prepare(article.raw, details=article.details) for article in split_articles(raw)]
    assert len(articles) == 2
    first = articles[0]
    assert (first.title, first.metadata.outlet) == ("Bridge closed", "Example Times")
    assert str(first.metadata.published_at)[:10] == "2024-05-03"
    assert first.metadata.byline.title() == "Ana Ruiz"
    assert first.draft.format == "database"
    assert "The bridge was closed." in first.document.text
    assert "It hailed." not in first.document.text


def in_two_runs(part):
    return part.replace(b"DOCUMENTS<", b"DOCU</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>MENTS<")


@pytest.mark.parametrize(
    "change",
    [
        in_two_runs,
        lambda part: part.replace(b" DOCUMENTS<", b"</w:t><w:tab/><w:t>DOCUMENTS<"),
        lambda part: part.replace(b"DOCUMENTS<", b"&#68;OCUMENTS<"),
        lambda part: part.replace(b"DOCUMENTS<", b"<![CDATA[DOCUMENTS]]><"),
        lambda part: part.decode().replace("encoding='UTF-8'", "encoding='UTF-16'").encode("utf-16"),
        lambda part: part.replace(b"<w:p>", b"<w:p >").replace(b"</w:p>", b"</w:p >"),
    ],
    ids=["in two runs", "behind a tab", "by a number", "as CDATA", "in UTF-16", "spaces in tags"],
)
def test_the_marks_of_an_export_are_seen_however_word_writes_them(change):
    raw = repacked(word(OLDER), "word/document.xml", change)
    assert raw != word(OLDER)
    assert len(split_articles(raw)) == 2


@pytest.mark.parametrize("end", ["End of Document", "END OF DOCUMENT", "end of document"])
def test_the_end_of_a_document_is_seen_in_capitals_or_not(end):
    paragraphs = [end if paragraph == "End of Document" else paragraph for paragraph in NEWER]
    assert len(split_articles(word(paragraphs))) == len(split_articles(text(paragraphs))) == 2


def test_a_document_without_the_marks_of_an_export_is_not_read_for_them():
    damaged = repacked(word(["It rained."]), "word/styles.xml", lambda _: b"<")
    assert split_articles(damaged) == []
    with pytest.raises(Unreadable):
        prepare(damaged)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\x01",
        b"PK\x03\x04",
        b"It rained.",
        b"1 of 262 documents was found, and HD pictures of it.",
        b"<html><body><p>Factiva was sold.</p></body></html>",
    ],
)
def test_another_file_is_not_split(raw):
    assert split_articles(raw) == []


def test_messages_of_a_mailbox_and_attached_ones_become_articles():
    articles = split_articles(SEPARATOR + FIRST + b"\n" + SEPARATOR + SECOND)
    read = [prepare(article.raw, name=f"x{article.suffix}") for article in articles]
    assert [article.title for article in read] == ["Rain", "Hail"]
    attached = split_articles(message("see attached", message("Rain")).as_bytes(), "a.eml")
    assert [prepare(each.raw, name="a.eml").title for each in attached] == ["see attached", "Rain"]


def test_items_of_an_agency_become_articles():
    (article,) = split_articles(NITF.encode(), "a.xml")
    assert prepare(article.raw, details=article.details).title == "Bridge closed"


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"<rss version='2.0'><channel/></rss>", "This is a feed or a sitemap"),
        (
            b"<?xml version='1.0'?><book><p>It rained.</p></book>",
            r"unknown kind \(its first element is “book”",
        ),
    ],
)
def test_other_xml_gets_a_sentence(raw, sentence):
    with pytest.raises(Unreadable, match=sentence):
        split_articles(raw, "a.xml")


def test_a_message_of_outlook_gets_a_sentence_by_its_name_too():
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(90)
    with pytest.raises(Unreadable, match="message of Outlook"):
        split_articles(old, "Rain.MSG")
    assert split_articles(old, "rain.doc") == []


def test_a_page_and_a_text_may_be_called_xml():
    assert split_articles(b"<?xml version='1.0'?><html><body><p>It rained.</p></body></html>", "a.xml") == []
    assert split_articles(b"It rained.", "a.xml") == []


@pytest.mark.parametrize(("articles", "fits"), [(MOST, True), (MOST + 1, False)])
def test_a_file_has_a_limited_number_of_articles(articles, fits):
    raw = "\n\n".join(f"{number} of 9 DOCUMENTS\n\nx" for number in range(1, articles + 1)).encode()
    if fits:
        assert len(split_articles(raw)) == articles
    else:
        with pytest.raises(TooLarge):
            split_articles(raw)
