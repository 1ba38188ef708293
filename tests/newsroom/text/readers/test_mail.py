"""Test what is read from an e-mail: its text, subject and date. Its sender is no byline."""

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from newsroom.errors import Unreadable
from newsroom.text.model import Role
from newsroom.text.pipeline import draft_of, prepare
from newsroom.text.readers import mail


def read_draft(raw):
    return draft_of(mail.read_mail(raw))


BODY = "The foreign minister left the meeting before the others had spoken, two witnesses said on Friday.\n"


def message(body=BODY, **headers):
    """Return a message with usual headers. `headers` replace those of the same name."""
    made = EmailMessage()
    told = {
        "From": "Press <press@ministry.example>",
        "To": "desk@example.org",
        "Subject": "Minister leaves early",
    }
    for name, value in {**told, "Date": "Sat, 09 Jul 2022 16:30:00 +0200", **headers}.items():
        made[name] = value
    made.set_content(body)
    return made


def test_subject_and_date_are_metadata_and_the_sender_is_no_byline():
    draft = read_draft(message().as_bytes())
    assert (draft.metadata.title, draft.metadata.byline, draft.format) == (
        "Minister leaves early",
        "",
        "email",
    )
    assert draft.metadata.published_at == datetime(2022, 7, 9, 14, 30, tzinfo=UTC)
    assert [(piece.text, piece.role) for piece in draft.pieces] == [
        ("Minister leaves early", Role.TITLE),
        (BODY.strip(), Role.BODY),
    ]
    assert "From: Press <press@ministry.example>" in draft.metadata.lines


def test_the_html_is_read_where_there_is_any():
    made = message()
    made.add_alternative(
        f"<html><body><h1>Minister leaves early</h1><p>{BODY}<b>Soon.</b></p></body></html>", "html"
    )
    texts = [piece.text for piece in read_draft(made.as_bytes()).pieces]
    assert texts[0] == "Minister leaves early"
    assert texts[1].endswith("Friday. Soon.")


def test_attachments_are_named_and_not_read():
    made = message()
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="sky.png")
    lines = read_draft(made.as_bytes()).metadata.lines
    assert [line for line in lines if line.startswith("Attachment")] == ["Attachment: sky.png"]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r"])
def test_a_body_is_read_in_its_charset(charset):
    raw = (
        b"From: a@example.org\r\nTo: b@example.org\r\nMIME-Version: 1.0\r\nSubject: "
        b"=?utf-8?b?0JTQvtC20LTRjA==?=\r\n"
        + f"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n".encode()
        + "Весь день шёл дождь, сказали двое свидетелей.".encode(charset)
    )
    draft = read_draft(raw)
    assert draft.metadata.title == "Дождь"
    assert draft.pieces[-1].text == "Весь день шёл дождь, сказали двое свидетелей."


def test_a_message_is_imported_by_what_it_is():
    prepared = prepare(message().as_bytes(), name="press.eml")
    assert (prepared.draft.format, prepared.title) == ("email", "Minister leaves early")


@pytest.mark.parametrize(
    "text",
    [
        "Title: Rain\nDate: 2022-07-09\nAuthor: A\n\nIt rained.",
        "From: here to there\nIt rained.\n",
        "From: Bali\nTo: Delhi\nVia: Doha\n\nA journey.",
        "",
    ],
)
def test_a_text_that_only_looks_like_one_is_no_message(text):
    assert not mail.is_mail(text.encode(), name="a.txt")


@pytest.mark.parametrize(
    "headers",
    [
        {"Date": "yesterday"},
        {"Date": "Mon, 99 Foo 0000 99:99:99 +9999"},
        {"Date": "Mon, 01 Jan 0001 00:00:00 +2300"},
        {"Subject": "=?utf-8?b?broken"},
        {"From": "<<<>>>"},
    ],
)
def test_a_broken_field_is_no_obstacle(headers):
    raw = message().as_bytes()
    for name, value in headers.items():
        lines = [
            line for line in raw.split(b"\n") if not line.lower().startswith(name.lower().encode() + b":")
        ]
        raw = f"{name}: {value}\n".encode() + b"\n".join(lines)
    assert read_draft(raw).pieces[-1].text == BODY.strip()


def test_a_message_without_a_text_is_told():
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "a@example.org", "b@example.org", "Picture"
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="sky.png")
    with pytest.raises(Unreadable, match="holds no text"):
        read_draft(made.as_bytes())


def test_a_message_of_very_many_parts_is_refused():
    made = message()
    for number in range(mail.MOST_PARTS + 1):
        made.add_attachment(b"x", maintype="image", subtype="png", filename=f"{number}.png")
    with pytest.raises(Unreadable, match="too many parts"):
        read_draft(made.as_bytes())


def test_a_message_within_a_message_is_named_and_its_own_text_read():
    made = message()
    made.add_attachment(message("Another text.\n", Subject="Forwarded"))
    draft = read_draft(made.as_bytes())
    assert draft.pieces[-1].text == BODY.strip()
    assert "Attachment: message/rfc822" in draft.metadata.lines


@pytest.mark.parametrize(("name", "answer"), [("a.eml", True), ("a.txt", False)])
def test_one_field_of_its_own_makes_a_message_if_its_name_says_so(name, answer):
    raw = b"From: a@example.org\nTo: b@example.org\nSubject: Rain\n\nIt rained.\n"
    assert mail.is_mail(raw, name=name) is answer
    assert mail.is_mail(b"MIME-Version: 1.0\n" + raw, name="a.txt")


@pytest.mark.parametrize(("length", "kept"), [(500, 500), (501, 500)])
def test_a_field_is_kept_up_to_500_characters(length, kept):
    raw = message().as_bytes().replace(b"Subject: Minister leaves early", b"Subject: " + b"x" * length)
    assert len(read_draft(raw).metadata.title) == kept


@pytest.mark.parametrize("parts", [200, 201])
def test_a_message_has_at_most_200_parts(parts):
    made = message()
    for number in range(parts - 1):
        made.add_attachment(b"x", maintype="image", subtype="png", filename=f"{number}.png")
    if parts <= 200:
        assert read_draft(made.as_bytes()).pieces[-1].text == BODY.strip()
    else:
        with pytest.raises(Unreadable, match="too many parts"):
            mail.read_mail(made.as_bytes())


@pytest.mark.parametrize(
    "part", ["Content-Type: message/rfc822\n\n", 'Content-Type: multipart/mixed; boundary="b{0}"\n\n--b{0}\n']
)
def test_thousands_of_levels_of_nesting_are_refused_before_they_are_read(part):
    levels = "".join(part.format(level) for level in range(5_000))
    with pytest.raises(Unreadable, match="too many parts"):
        mail.read_mail(f"From: a@x.example\nSubject: s\nMIME-Version: 1.0\n{levels}The ferry sank.".encode())


def test_a_page_that_a_browser_saved_keeps_its_address_and_not_the_day_of_saving():
    made = message(**{"Snapshot-Content-Location": "https://example.org/a"})
    made.add_alternative(f"<html><body><article><h1>Rain</h1><p>{BODY}</p></article></body></html>", "html")
    draft = read_draft(made.as_bytes())
    assert (draft.metadata.url, draft.metadata.published_at, draft.format) == (
        "https://example.org/a",
        None,
        "html",
    )


def test_a_text_that_is_only_attached_is_read():
    message = EmailMessage()
    message["From"], message["Subject"] = "press@example.org", "Release"
    message["Date"] = "Fri, 03 May 2024 10:00:00 +0200"
    message.make_mixed()
    message.add_attachment(b"x", maintype="image", subtype="png", filename="bridge.png")
    message.add_attachment("The bridge was closed on Monday.", filename="release.txt")
    article = mail.read_mail(message.as_bytes())
    assert [piece.text for piece in article.pieces] == ["The bridge was closed on Monday."]
    assert "Attachment: release.txt" in article.stated.lines
