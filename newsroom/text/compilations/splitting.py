"""Recognise a file that holds many articles by the marks of the program that made it, and split it."""

import io
import re
from collections.abc import Callable, Sequence

from newsroom.errors import NewsroomError, TooLarge, Unreadable
from newsroom.text.compilations.coded import CodedParagraph, write_coded
from newsroom.text.compilations.compiled import CompiledArticle
from newsroom.text.compilations.factiva import split_factiva
from newsroom.text.compilations.lexis import split_lexis
from newsroom.text.compilations.mailboxes import attached_messages, split_mailbox
from newsroom.text.compilations.paragraphs import page_paragraphs, text_paragraphs
from newsroom.text.compilations.proquest import split_proquest
from newsroom.text.compilations.web_records import is_web_records, read_web_records
from newsroom.text.decoding.decode import OUTLOOK_MESSAGE, decode
from newsroom.text.decoding.file_kinds import is_outlook_message
from newsroom.text.decoding.labels import declared_in_html
from newsroom.text.pipeline import SourceDetails
from newsroom.text.readers.docx import rough_text
from newsroom.text.readers.formats import is_html
from newsroom.text.readers.mail import is_mail
from newsroom.text.readers.parts import READER_OF_PARTS, format_of_parts
from newsroom.text.wires.newsml import read_newsml
from newsroom.text.xml_files import root_name

#: The most articles in one file. News databases give out at most some hundreds.
MOST = 2_000
#: Words of which every export has at least one. Other files need no further look.
_MARKS = re.compile(
    r"\b(?:(?:DOCUMENTS?|DOKUMENT\w{0,2}|HD|Factiva)\b|(?i:Document 1 of|End of Document"
    r"|Ende des Dokuments|Fin du document|Fin del documento|Fine del documento))"
    r"|0(?:19|20)\d{6}[a-z0-9]{9}\b"
)
_SPLITTERS: tuple[Callable[[Sequence[str]], list[list[CodedParagraph]]], ...] = (
    split_lexis,
    split_proquest,
    split_factiva,
)
_FORMAT = "database"
_XML_NAME = re.compile(r"\.xml$", re.IGNORECASE)
_FEED_ROOTS = frozenset({"rss", "feed", "RDF", "urlset", "sitemapindex"})
_MESSAGE = ".eml"


def split_articles(raw: bytes, name: str = "") -> list[CompiledArticle]:
    """Return the articles in the bytes of a file called `name`, if it is of a kind that holds many.

    Such kinds are exports of news databases, mailboxes, items of news agencies in XML, and archives of the
    web. Returns an empty list for any other file, and for an export that cannot be read; the caller then
    reads the file as one article, which gives the reason. Raises `TooLarge` if it holds more than `MOST`
    articles, `Unreadable` for a message of Outlook or XML of an unknown kind, and the errors of `read_newsml`
    and `read_web_records`.
    """
    if is_outlook_message(raw, name):
        raise Unreadable(OUTLOOK_MESSAGE)
    if is_web_records(io.BytesIO(raw)):
        return read_web_records(io.BytesIO(raw))
    wire_items = read_newsml(raw)
    if wire_items:
        return _if_not_too_many(wire_items)
    if _XML_NAME.search(name):
        _refuse_other_xml(raw)
    messages = _messages(raw, name)
    if messages:
        articles = [CompiledArticle(message, suffix=_MESSAGE) for message in messages]
        return _if_not_too_many(articles)
    return _if_not_too_many(_articles_of_export(raw, name))


def _articles_of_export(raw: bytes, name: str) -> list[CompiledArticle]:
    """Return the articles of an export of a news database, or an empty list for any other file."""
    try:
        paragraphs = _paragraphs(raw, name)
    except NewsroomError:
        return []
    details = SourceDetails(format=_FORMAT, charset="utf-8")
    for split in _SPLITTERS:
        articles = split(paragraphs)
        if articles:
            return [CompiledArticle(write_coded(article).encode(), details) for article in articles]
    return []


def _if_not_too_many(articles: list[CompiledArticle]) -> list[CompiledArticle]:
    """Return `articles`, or raise `TooLarge` if there are more than `MOST`."""
    if len(articles) > MOST:
        raise TooLarge(f"More than {MOST:,} articles in one file: split it.")
    return articles


def _refuse_other_xml(raw: bytes) -> None:
    """Raise `Unreadable` if `raw` is XML but not a page. The message says what to hand in instead."""
    name = root_name(raw)
    if name in _FEED_ROOTS:
        raise Unreadable("This is a feed or a sitemap: hand in its address under “From a feed”.")
    if name and name.lower() != "html":
        raise Unreadable(
            f"This XML is of an unknown kind (its first element is “{name}”): hand in NewsML-G2 or NITF, or "
            "save the article as text."
        )


def _messages(raw: bytes, name: str) -> list[bytes]:
    """Return the messages of a mailbox, or a message with those attached to it. Returns an empty list for
    any other file.
    """
    in_mailbox = split_mailbox(raw)
    if in_mailbox:
        return in_mailbox
    attached = attached_messages(raw) if is_mail(raw, name=name) else []
    return [raw, *attached] if attached else []


def _paragraphs(raw: bytes, name: str) -> list[str]:
    """Return the paragraphs of a file, or an empty list if it contains none of the words that every export
    contains.
    """
    parts = format_of_parts(raw)
    if parts == "docx":
        text = rough_text(raw)
        if text is not None and _MARKS.search(text) is None:
            return []
    if parts in ("docx", "rtf"):
        pieces = READER_OF_PARTS[parts](raw).pieces
        lines = (line for piece in pieces for line in piece.text.split("\n"))
        return [" ".join(line.split()) for line in lines if line.strip()]
    text = decode(raw, declared=declared_in_html(raw)).text
    if _MARKS.search(text) is None:
        return []
    if is_html(text, name=name):
        return page_paragraphs(text)
    return text_paragraphs(text)
