"""E-mail (.eml): its text, with subject and date as metadata. Attachments are named, not read.

What a message says about itself (RFC 5322) is kept as lines; who sent it is no byline.
"""

import re
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

_NAME = re.compile(r"\.eml$", re.IGNORECASE)
_HEADER = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\r\n]{0,2000}\r?\n(?:[ \t][^\r\n]{0,2000}\r?\n){0,50}){3}"
)
_TELLING = re.compile(
    rb"^(?:From|Received|Message-ID|MIME-Version|Return-Path|Delivered-To):", re.IGNORECASE | re.MULTILINE
)
_KEPT = ("From", "To", "Date", "Subject", "Message-ID")
MOST_PARTS = 200


def is_mail(raw: bytes, *, name: str = "") -> bool:
    """Whether these bytes are a message: at least three header fields come first, two of them a message's
    own.
    """
    head = raw[:8_192]
    telling = len(_TELLING.findall(head.split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0]))
    return _HEADER.match(head) is not None and telling >= (1 if _NAME.search(name) else 2)


def read_mail(raw: bytes) -> RawArticle:
    """Return what a message says: its HTML if it has any, else its plain text.

    Raises `Unreadable` if it has neither.
    """
    message = BytesParser(policy=policy.default).parsebytes(raw)
    parts = [part for part in message.walk() if not part.is_multipart()]
    if len(parts) > MOST_PARTS:
        raise Unreadable("This message has too many parts. Paste the text of the one that matters.")
    try:
        body = message.get_body(preferencelist=("html", "plain"))
        attached = [
            str(part.get_filename() or part.get_content_type()) for part in message.iter_attachments()
        ]
    except (MessageError, KeyError, ValueError, AttributeError) as error:
        raise _damaged() from error
    if not isinstance(body, EmailMessage):
        raise Unreadable(
            "This message holds no text. Open it and paste what it says, or hand in what is attached."
        )
    article = _read_body(body)
    subject = _field(message, "Subject")
    sent = _sent(message)
    stated = replace(
        article.stated,
        title=subject or article.stated.title,
        lines=(*_lines(message), *(f"Attachment: {name}" for name in attached)),
    )
    last_date = article.last_date
    if last_date is None and sent is not None:
        last_date = PublicationDate(sent, on_day=False)
    return replace(article, stated=stated, headline=subject, last_date=last_date, format="email")


def _read_body(body: EmailMessage) -> RawArticle:
    content = body.get_payload(decode=True)
    if not isinstance(content, bytes):
        raise _damaged()
    text = decode(content, declared=str(body.get_content_charset() or "")).text
    if body.get_content_type() == "text/html":
        return read_html(text)
    return read_plain(text)


def _lines(message: EmailMessage) -> list[str]:
    return [f"{name}: {value}" for name in _KEPT if (value := _field(message, name))]


def _field(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message[name] or "").split())[:500]
    except (MessageError, ValueError, IndexError, AttributeError, TypeError):
        return ""  # a field so broken that the library itself stumbles over it


def _sent(message: EmailMessage) -> datetime | None:
    try:
        moment = message["Date"].datetime if message["Date"] else None
        return moment.astimezone(UTC) if moment else None
    except (MessageError, ValueError, OverflowError, AttributeError, TypeError, IndexError):
        return None


def _damaged() -> Unreadable:
    return Unreadable("This message is damaged. Open it in a mail program and paste what it says.")
