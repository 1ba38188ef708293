"""Mailboxes, and messages attached to messages."""

from email.message import EmailMessage

import pytest

from newsroom.text.compilations.mailboxes import attached_messages, split_mailbox
from newsroom.text.readers.mail import MOST_PARTS

SEPARATOR = b"From ana@example.org Fri May  3 10:00:00 2024\n"
FIRST = b"From: Ana <ana@example.org>\nSubject: Rain\nMIME-Version: 1.0\n\nIt rained.\n"
SECOND = b"From: Bo <bo@example.org>\nSubject: Hail\nMIME-Version: 1.0\n\nIt hailed.\n"


def message(subject, *attached):
    made = EmailMessage()
    made["From"], made["Subject"] = "ana@example.org", subject
    made.set_content(f"{subject}, said the council.")
    for each in attached:
        made.add_attachment(each)
    return made


def test_each_message_of_a_mailbox_is_returned_without_its_separator():
    assert split_mailbox(SEPARATOR + FIRST + b"\n" + SEPARATOR + SECOND) == [FIRST + b"\n", SECOND]
    crlf = (SEPARATOR + FIRST).replace(b"\n", b"\r\n")
    assert split_mailbox(crlf) == [FIRST.replace(b"\n", b"\r\n")]


def test_a_line_of_the_text_that_looks_like_a_separator_is_none():
    text = FIRST + b"\nFrom here on it rained.\n\n" + SEPARATOR + b"is a line of this text\n"
    assert split_mailbox(SEPARATOR + text) == [text]
    assert split_mailbox(SEPARATOR + FIRST + b"\n>From here\n>>From there\n") == [
        FIRST + b"\nFrom here\n>From there\n"
    ]


@pytest.mark.parametrize(
    "raw", [b"", FIRST, b"From here on it rained.\n", b"x\n\n" + SEPARATOR + FIRST, SEPARATOR]
)
def test_another_file_is_no_mailbox(raw):
    assert split_mailbox(raw) == []


def test_attached_messages_are_found_also_in_attached_ones():
    raw = message("see attached", message("Rain", message("Hail"))).as_bytes()
    subjects = [each.split(b"Subject: ")[1].split(b"\n")[0] for each in attached_messages(raw)]
    assert subjects == [b"Rain", b"Hail"]


@pytest.mark.parametrize(
    "raw",
    [FIRST, b"", b"Content-Type: message/rfc822\n\n", b"Content-Type: message/rfc822\n" * (MOST_PARTS + 1)],
)
def test_a_message_without_attached_ones_or_with_too_many_has_none(raw):
    assert [each for each in attached_messages(raw) if each.strip()] == []
