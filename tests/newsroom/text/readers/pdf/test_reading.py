"""Test PDF files: articles, scans, locked and damaged files, and files that are made to harm."""

import pytest

from newsroom.errors import NewsroomError, TooLarge, Unreadable
from newsroom.reading.reader_process import call_in_reader
from newsroom.text.model import Role
from newsroom.text.pipeline import prepare
from newsroom.text.readers.pdf import reading
from newsroom.text.readers.pdf.reading import MOST_PAGES, is_pdf, read_pdf
from tests.newsroom.text.readers.pdf.sample_pdfs import pdf

RAIN = ["It rained for hours in the city, two offi-", "cials said on Friday, and more rain is to be ex-"]
MORE = ["pected before the weekend ends at the coast.", "A second paragraph begins with this line here."]


def page(*texts, top=700.0, size=10.0, left=50.0):
    return [(left, top - 12 * index, size, text) for index, text in enumerate(texts)]


def test_an_article_is_read_with_its_headline_and_joined_words():
    second = page(MORE[1], top=646.0)
    article = read_pdf(pdf([(50, 740, 20, "Rain falls"), *page(*RAIN, MORE[0]), *second]))
    assert [(piece.text, piece.role) for piece in article.pieces] == [
        ("Rain falls", Role.TITLE),
        (
            "It rained for hours in the city, two officials said on Friday, and more rain is to be expected "
            "before the weekend ends at the coast.",
            Role.BODY,
        ),
        ("A second paragraph begins with this line here.", Role.BODY),
    ]
    assert article.notes == ()


def test_two_columns_are_read_one_after_the_other():
    left = page(*[f"left column line {number} goes on" for number in range(8)])
    right = page(*[f"right column line {number} goes on" for number in range(8)], left=320.0)
    # The file writes them line by line, across the columns.
    mixed = [line for pair in zip(left, right, strict=True) for line in pair]
    text = " ".join(piece.text for piece in read_pdf(pdf(mixed)).pieces)
    assert text.index("left column line 7") < text.index("right column line 0")


def test_headers_and_footers_are_left_out_and_said():
    body = page(*RAIN, *MORE)
    pages = [[(50, 780, 8, "Example Times"), *body, (280, 20, 8, f"Page {number}")] for number in (1, 2, 3)]
    article = read_pdf(pdf(*pages))
    assert [piece.text for piece in article.left_out] == ["Example Times", "Page 1"]
    assert article.notes == ("Headers, footers and page numbers were left out: Example Times; Page 1.",)
    assert "Example Times" not in " ".join(piece.text for piece in article.pieces)
    assert prepare(pdf(*pages), name="a.pdf").notes == article.notes


def test_pages_without_text_are_said():
    article = read_pdf(pdf(page(*RAIN, *MORE), []))
    assert article.notes == ("Pages without text, which may be pictures: 2.",)


@pytest.mark.parametrize(("letters", "fits"), [(20, True), (19, False)])
def test_a_scan_is_refused(letters, fits):
    raw = pdf([(50, 700, 10, "x" * letters)])
    if fits:
        assert read_pdf(raw).pieces[0].text == "x" * letters
    else:
        with pytest.raises(Unreadable, match="it was scanned"):
            read_pdf(raw)


@pytest.mark.parametrize(("pages", "fits"), [(MOST_PAGES, True), (MOST_PAGES + 1, False)])
def test_a_file_has_a_limited_number_of_pages(pages, fits):
    raw = pdf(*[page(*RAIN)] * pages)
    if fits:
        assert read_pdf(raw).pieces
    else:
        with pytest.raises(TooLarge, match="more than 300 pages"):
            read_pdf(raw)


@pytest.mark.parametrize(("most", "fits"), [(20, True), (19, False)])
def test_a_file_has_a_limited_number_of_letters(monkeypatch, most, fits):
    monkeypatch.setattr(reading, "MOST_LETTERS", most)
    raw = pdf([(50, 700, 10, "x" * 20)])
    if fits:
        assert read_pdf(raw).pieces
    else:
        with pytest.raises(TooLarge, match="letters"):
            read_pdf(raw)


@pytest.mark.parametrize(
    "raw",
    [b"%PDF-", b"%PDF-1.4\n" + b"x" * 2_000, b"%PDF-1.4\n" + b"[" * 500_000, pdf([])[:60]],
    ids=["empty", "nonsense", "nested", "cut"],
)
def test_a_damaged_file_is_refused(raw):
    with pytest.raises(NewsroomError, match=r"damaged|scanned"):
        call_in_reader(prepare, raw, name="a.pdf")


def test_a_file_with_a_password_is_refused():
    encrypt = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"00" * 32 + b"> /U <" + b"11" * 32 + b"> >> "
        b"/ID [<00> <00>]"
    )
    with pytest.raises(Unreadable, match="locked with a password"):
        read_pdf(pdf(page(*RAIN), extra=encrypt))


@pytest.mark.parametrize(
    ("raw", "answer"),
    [
        (b"%PDF-1.4", True),
        (b"\xef\xbb\xbf\r\n%PDF-1.4", True),
        (b" " * 1_019 + b"%PDF-", True),
        (b" " * 1_020 + b"%PDF-", False),
        (b"About %PDF-1.4", False),
        (b"", False),
    ],
)
def test_a_pdf_is_known_by_its_first_signs(raw, answer):
    assert is_pdf(raw) is answer
