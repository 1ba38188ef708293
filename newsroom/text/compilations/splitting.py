"""Recognise a file that holds many articles by the marks of the program that made it, and split it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from newsroom.errors import NewsroomError, TooLarge
from newsroom.text.compilations.coded import CodedParagraph, write_coded
from newsroom.text.compilations.factiva import split_factiva
from newsroom.text.compilations.lexis import split_lexis
from newsroom.text.compilations.mailboxes import attached_messages, split_mailbox
from newsroom.text.compilations.paragraphs import page_paragraphs, text_paragraphs
from newsroom.text.compilations.proquest import split_proquest
from newsroom.text.decoding.decode import decode
from newsroom.text.decoding.labels import declared_in_html
from newsroom.text.pipeline import SourceDetails
from newsroom.text.readers.formats import is_html
from newsroom.text.readers.mail import is_mail
from newsroom.text.readers.parts import READER_OF_PARTS, format_of_parts

#: The most articles in one file. News databases give out at most some hundreds.
MOST = 2_000
#: Words of which every export has at least one. Other files need no further look.
_MARKS = re.compile(
    r"\b(?:DOCUMENTS?|DOKUMENT\w{0,2}|HD|Factiva)\b|Document 1 of|End of Document|Ende des Dokuments"
    r"|Fin du document|Fin del documento|Fine del documento|0(?:19|20)\d{6}[a-z0-9]{9}\b"
)
_SPLITTERS: tuple[Callable[[Sequence[str]], list[list[CodedParagraph]]], ...] = (
    split_lexis,
    split_proquest,
    split_factiva,
)
_FORMAT = "database"
_MESSAGE = ".eml"


@dataclass(frozen=True, slots=True)
class CompiledArticle:
    """One of many articles in a file: its bytes, and what the file states about it.

    `suffix` is the end of its name if its bytes are a file of a kind of its own.
    """

    raw: bytes
    given: SourceDetails = field(default_factory=SourceDetails)
    suffix: str = ""


def split_articles(raw: bytes, name: str = "") -> list[CompiledArticle]:
    """Return the articles in the bytes of a file called `name`, if it is an export of a news database.

    Returns an empty list if it is not, or if it cannot be read. In that case the caller reads it as one
    article, which gives the reason. Raises `TooLarge` if it holds more than `MOST` articles.
    """
    messages = _messages(raw, name)
    if len(messages) > MOST:
        raise _too_many()
    if messages:
        return [CompiledArticle(message, suffix=_MESSAGE) for message in messages]
    try:
        paragraphs = _paragraphs(raw, name)
    except NewsroomError:
        return []
    for split in _SPLITTERS:
        articles = split(paragraphs)
        if len(articles) > MOST:
            raise _too_many()
        if articles:
            given = SourceDetails(format=_FORMAT, charset="utf-8")
            return [CompiledArticle(write_coded(article).encode(), given) for article in articles]
    return []


def _messages(raw: bytes, name: str) -> list[bytes]:
    """Return the messages of a mailbox, or a message with those attached to it. Returns an empty list for
    any other file.
    """
    in_mailbox = split_mailbox(raw)
    if in_mailbox:
        return in_mailbox
    attached = attached_messages(raw) if is_mail(raw, name=name) else []
    return [raw, *attached] if attached else []


def _too_many() -> TooLarge:
    return TooLarge(f"More than {MOST:,} articles in one file: split it.")


def _paragraphs(raw: bytes, name: str) -> list[str]:
    """Return the paragraphs of a file, or an empty list if it contains no word that exports contain."""
    parts = format_of_parts(raw)
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
