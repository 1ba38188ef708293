"""Read e-mail (.eml): the text, with the subject and the date as metadata.

Attachments are listed by name; a text among them is read only if the message itself has no text. Some header
fields (RFC 5322) are kept as lines of metadata. The sender is not used as the byline, because press offices
send texts of other authors.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser

from newsroom.errors import Unreadable
from newsroom.text.decoding.decode import decode
from newsroom.text.model import PublicationDate, RawArticle
from newsroom.text.readers.html import read_html
from newsroom.text.readers.plain import read_plain

MOST_PARTS = 200

_NAME = re.compile(r"\.eml$", re.IGNORECASE)
_THREE_FIELDS = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\r\n]{0,2000}\r?\n(?:[ \t][^\r\n]{0,2000}\r?\n){0,50}){3}"
)
#: Header fields that only messages have.
_OWN_FIELDS = re.compile(
    rb"^(?:From|Received|Message-ID|MIME-Version|Return-Path|Delivered-To):",
    re.IGNORECASE | re.MULTILINE,
)
#: How many of these fields make a message: first if the file name does not say so, then if it does.
_FEWEST_OWN_FIELDS = 2
_FEWEST_OWN_FIELDS_IF_NAMED = 1
#: How many bytes of a file are examined.
_LOOKED_AT = 8_192
_TEXTS = ("text/plain", "text/html")
_KEPT_FIELDS = ("From", "To", "Date", "Subject", "Message-ID")
_LONGEST_FIELD = 500
#: The header field in which browsers write the address of a page that they save.
_SAVED_FROM = "Snapshot-Content-Location"
#: A year before 1000. The library misreads it as a year with two digits.
_EARLY_YEAR = re.compile(r"\b[A-Za-z]{3}\s+0\d{3}\b")
#: Types of parts that contain other parts. The library reads nested parts by recursion, so their number is
#: limited.
_PART_OF_PARTS = re.compile(
    rb"^content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE
)
#: Errors of the library for parts that are broken in unexpected ways.
_BROKEN_PART = (MessageError, KeyError, ValueError, AttributeError)
#: Errors of the library for fields that are broken in unexpected ways.
_BROKEN_FIELD = (MessageError, ValueError, IndexError, AttributeError, TypeError, OverflowError)


def is_mail(raw: bytes, *, name: str = "") -> bool:
    """Return whether `raw`, the bytes of a file called `name`, is an e-mail message.

    A message begins with three header fields. Some of its fields must be fields that only messages have.
    """
    head = raw[:_LOOKED_AT]
    if _THREE_FIELDS.match(head) is None:
        return False
    header = head.split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0]
    fewest = _FEWEST_OWN_FIELDS_IF_NAMED if _NAME.search(name) else _FEWEST_OWN_FIELDS
    return len(_OWN_FIELDS.findall(header)) >= fewest


def read_mail(raw: bytes) -> RawArticle:
    """Return the article in a message: its HTML part, or its plain text if it has no HTML.

    If the message itself has no text, its first attached text is read.
    The subject becomes the title. Raises `Unreadable` if the message has no text, has too many parts or is
    damaged.
    """
    if has_too_many_parts(raw):
        raise _too_many_parts()
    message = BytesParser(policy=policy.default).parsebytes(raw)
    parts = [part for part in message.walk() if not part.is_multipart()]
    if len(parts) > MOST_PARTS:
        raise _too_many_parts()
    body = _body_of(message, parts)
    attached = _attached_lines(message)

    article = _read_body(body)
    subject = _field(message, "Subject")
    address = _field(message, _SAVED_FROM)
    if address:
        # A browser has saved a page as a message (MHTML). Its date is the one of saving.
        url = article.stated.url or address
        return replace(article, stated=replace(article.stated, url=url), headline=subject)
    stated = replace(
        article.stated,
        title=subject or article.stated.title,
        lines=(*_header_lines(message), *attached),
    )
    return replace(
        article,
        stated=stated,
        headline=subject,
        last_date=article.last_date or _sent(message),
        format="email",
    )


def _body_of(message: EmailMessage, parts: list[EmailMessage]) -> EmailMessage:
    """Return the part that holds the text of a message. Raises `Unreadable` if there is none."""
    try:
        body = message.get_body(preferencelist=("html", "plain"))
    except _BROKEN_PART as error:
        raise _damaged() from error
    if body is None:
        # Press offices send messages that only carry the text as an attachment.
        texts = (part for part in parts if part.get_content_type() in _TEXTS)
        body = next(texts, None)
    if not isinstance(body, EmailMessage):
        raise Unreadable(
            "This message holds no text. Open it and paste what it says, or hand in what is attached."
        )
    return body


def _attached_lines(message: EmailMessage) -> list[str]:
    try:
        return list(_attached(message))
    except _BROKEN_PART as error:
        raise _damaged() from error


def has_too_many_parts(raw: bytes) -> bool:
    """Return whether a message has more than `MOST_PARTS` parts that contain other parts. The message is not
    parsed for this.
    """
    return len(_PART_OF_PARTS.findall(raw)) > MOST_PARTS


def _read_body(body: EmailMessage) -> RawArticle:
    content = body.get_payload(decode=True)
    if not isinstance(content, bytes):
        raise _damaged()
    text = decode(content, declared=str(body.get_content_charset() or "")).text
    if body.get_content_type() == "text/html":
        return read_html(text)
    return read_plain(text)


def _attached(message: EmailMessage) -> Iterator[str]:
    """Yield a line such as “Attachment: photo.jpg” for each attachment.

    If an attachment has no file name, the line names its type, such as “image/jpeg”.
    """
    for part in message.iter_attachments():
        name = str(part.get_filename() or part.get_content_type())
        yield f"Attachment: {name}"


def _header_lines(message: EmailMessage) -> Iterator[str]:
    for name in _KEPT_FIELDS:
        value = _field(message, name)
        if value:
            yield f"{name}: {value}"


def _field(message: EmailMessage, name: str) -> str:
    """Return the value of a header field in one line, or an empty string if it is missing or broken."""
    try:
        return " ".join(str(message[name] or "").split())[:_LONGEST_FIELD]
    except _BROKEN_FIELD:
        return ""


def _sent(message: EmailMessage) -> PublicationDate | None:
    """Return the time at which the message was sent, in UTC, or None if the message states no valid time."""
    try:
        field = message["Date"]
        if not field or field.datetime is None or _EARLY_YEAR.search(_raw_field(message, "Date")):
            return None
        moment: datetime = field.datetime
        return PublicationDate(moment.astimezone(UTC), on_day=False)
    except _BROKEN_FIELD:
        return None


def _raw_field(message: EmailMessage, name: str) -> str:
    """Return the header field called `name` as it is written, before the library parses it.

    If there are several, the first one is returned; if there is none, an empty string.
    """
    for field, value in message.raw_items():
        if field.lower() == name.lower():
            return str(value)
    return ""


def _too_many_parts() -> Unreadable:
    return Unreadable("This message has too many parts. Paste the text of the one that matters.")


def _damaged() -> Unreadable:
    return Unreadable("This message is damaged. Open it in a mail program and paste what it says.")
