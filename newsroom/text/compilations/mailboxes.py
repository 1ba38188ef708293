"""Split mailboxes (mbox, RFC 4155) into their messages, and find messages that are attached to another."""

import re
from email import policy
from email.errors import MessageError
from email.parser import BytesParser

from newsroom.text.readers.mail import has_too_many_parts

#: The line before each message: an address without spaces, a weekday, a month, a day, a time and a year.
FROM_LINE = re.compile(
    rb"^From \S{1,300} {1,3}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d(?::\d\d)? "
    rb"[^\r\n]{4,40}\r?\n",
    re.MULTILINE,
)
#: A line of the text that begins like a separator has a sign before it.
_QUOTED = re.compile(rb"^>(>{0,20}From )", re.MULTILINE)
_ATTACHED = b"message/rfc822"
#: Errors of the library for parts that are broken in unexpected ways.
_BROKEN = (MessageError, KeyError, ValueError, AttributeError, TypeError, IndexError)
_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:")


def split_mailbox(raw: bytes) -> list[bytes]:
    """Return the messages in a mailbox, or an empty list if `raw` is not one.

    A separator counts only at the beginning or after a blank line, and only if a header field follows it.
    """
    starts = [match for match in FROM_LINE.finditer(raw) if _is_separator(raw, match)]
    if not starts or starts[0].start() != 0:
        return []
    ends = [*(match.start() for match in starts[1:]), len(raw)]
    messages = []
    for match, end in zip(starts, ends, strict=True):
        messages.append(_QUOTED.sub(rb"\1", raw[match.end() : end]))
    return messages


def _is_separator(raw: bytes, match: re.Match[bytes]) -> bool:
    before = raw[max(0, match.start() - 4) : match.start()]
    is_below_blank = not before or before.endswith((b"\n\n", b"\r\n\r\n"))
    return is_below_blank and _FIELD.match(raw, match.end()) is not None


def attached_messages(raw: bytes) -> list[bytes]:
    """Return the messages that are attached to the message `raw`, such as forwarded ones.

    Returns an empty list if there are none, or if the message is damaged or has too many parts.
    """
    if _ATTACHED not in raw.lower() or has_too_many_parts(raw):
        return []
    message = BytesParser(policy=policy.default).parsebytes(raw)
    attached = []
    try:
        for part in message.walk():
            if part.get_content_type() == "message/rfc822":
                attached.append(part.get_payload(0).as_bytes())  # type: ignore[union-attr]
    except _BROKEN:
        return []
    return attached
