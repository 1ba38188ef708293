"""Recognise and read PDF files, with PDFium.

The reader process runs this, because the parser is written in C++ and files may be made to harm it.
"""

import ctypes
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.model import Piece, RawArticle, Role
from newsroom.text.readers.pdf.columns import in_reading_order
from newsroom.text.readers.pdf.furniture import split_furniture
from newsroom.text.readers.pdf.lines import Letter, Line, lines_of
from newsroom.text.readers.pdf.paragraphs import Paragraph, join_lines

#: The most pages, and the most letters of all pages.
MOST_PAGES, MOST_LETTERS = 300, 2_000_000
#: Fewer letters on a page, on average, are the stamp on a scan.
FEWEST_LETTERS_A_PAGE = 20
#: The largest share of letters that the file does not name.
MOST_UNKNOWN = 0.1
#: A headline is so many times as large as the text.
HEADLINE_SIZE = 1.25
_LONGEST_HEADLINE = 300
_MAGIC = b"%PDF-"
#: How many bytes may come before the magic number.
_LOOKED_AT = 1_024
_BLANKS = b"\xef\xbb\xbf \t\r\n\0"
#: The last sign that `Letter.sign` can hold, and the range of signs without a meaning of their own.
_LAST_SIGN = 0x10FFFF
_PRIVATE = range(0xE000, 0xF900)
_SURROGATES = range(0xD800, 0xE000)
_REPLACEMENT = 0xFFFD
#: The code of PDFium's errors for a file that needs a password.
_PASSWORD = 4
_SAVE_AS = "Save it again, or copy its text and paste it."


def is_pdf(raw: bytes) -> bool:
    """Return whether `raw` is a PDF file."""
    return raw[:_LOOKED_AT].lstrip(_BLANKS).startswith(_MAGIC)


def read_pdf(raw: bytes) -> RawArticle:
    """Return the paragraphs of a PDF file in reading order. Headers and footers are only in `left_out`.

    Raises `Unreadable` if the file is damaged, needs a password, or has no text, and `TooLarge` if it has too
    many pages or letters.
    """
    pages = [lines_of(letters) for letters in _letters_of_pages(raw)]
    _refuse_pictures(pages)
    bodies, furniture = split_furniture(pages)
    columns = [column for page in bodies for column in in_reading_order(page)]
    paragraphs = join_lines(columns)
    return RawArticle(
        tuple(_pieces(paragraphs)),
        format="pdf",
        left_out=tuple(Piece(text) for text in furniture),
        has_headings=False,
        notes=tuple(_notes(pages, furniture)),
    )


def _letters_of_pages(raw: bytes) -> Iterator[list[Letter]]:
    # Only a PDF needs this library, which takes time to load.
    import pypdfium2  # noqa: PLC0415

    try:
        document = pypdfium2.PdfDocument(raw)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise Unreadable(
                "This PDF is locked with a password. Open it and save it without one."
            ) from error
        raise Unreadable(f"This PDF is damaged. {_SAVE_AS}") from error
    if count > MOST_PAGES:
        raise TooLarge(f"This PDF has more than {MOST_PAGES} pages: split it.")

    letters = 0
    for number in range(count):
        try:
            page = document[number].get_textpage()
        except pypdfium2.PdfiumError as error:
            raise Unreadable(f"Page {number + 1} of this PDF is damaged. {_SAVE_AS}") from error
        letters += page.count_chars()
        if letters > MOST_LETTERS:
            raise TooLarge(f"This PDF has more than {MOST_LETTERS:,} letters: split it.")
        yield list(_letters(page))


def _letters(page: Any) -> Iterator[Letter]:
    """Yield the letters of a page in the order in which PDFium reads them."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - as above

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(page, index)
        is_known = 0 < code <= _LAST_SIGN and code not in _SURROGATES
        sign = chr(code if is_known else _REPLACEMENT)
        pdfium.FPDFText_GetCharBox(page, index, left, right, bottom, top)
        origin_x, origin_y = ctypes.c_double(), ctypes.c_double()
        has_origin = pdfium.FPDFText_GetCharOrigin(page, index, origin_x, origin_y)
        # The origin is on the baseline, which letters with and without a tail share.
        base = origin_y.value if has_origin else bottom.value
        height = top.value - bottom.value
        size = pdfium.FPDFText_GetFontSize(page, index)
        if size <= 1:
            # Some programs set the font to 1 point and scale the page.
            size = max(height, 1.0)
        yield Letter(sign, left.value, base, right.value, top.value, size)


def _refuse_pictures(pages: Sequence[Sequence[Line]]) -> None:
    """Raise `Unreadable` if the pages have hardly any text, or too many letters that the file does not
    identify.
    """
    text = "".join(line.text for page in pages for line in page)
    if len(text) < FEWEST_LETTERS_A_PAGE * max(len(pages), 1):
        raise Unreadable(
            "This PDF holds pictures of its pages and no text: it was scanned. Run text recognition (OCR) "
            "over it, or paste its text."
        )
    unknown = sum(ord(sign) in _PRIVATE or ord(sign) == _REPLACEMENT for sign in text)
    if unknown > MOST_UNKNOWN * len(text):
        raise Unreadable(
            "The letters of this PDF cannot be told, because it does not say which they are. Paste its text."
        )


def _pieces(paragraphs: Sequence[Paragraph]) -> Iterator[Piece]:
    """Yield the paragraphs as pieces. One of the first ten is the title if its letters are the largest and
    clearly larger than usual.
    """
    sizes = [paragraph.size for paragraph in paragraphs for _ in range(len(paragraph.text))]
    usual = median(sizes) if sizes else 0.0
    title = None
    largest = HEADLINE_SIZE * usual
    for index, paragraph in enumerate(paragraphs[:10]):
        if (
            paragraph.size >= largest
            and len(paragraph.text) <= _LONGEST_HEADLINE
            and (title is None or paragraph.size > paragraphs[title].size)
        ):
            title = index
    for index, paragraph in enumerate(paragraphs):
        yield Piece(paragraph.text, Role.TITLE if index == title else Role.BODY)


def _notes(pages: Sequence[Sequence[Line]], furniture: Sequence[str]) -> Iterator[str]:
    blank = [str(number) for number, page in enumerate(pages, start=1) if not page]
    if blank:
        yield f"Pages without text, which may be pictures: {', '.join(blank[:20])}."
    if furniture:
        examples = "; ".join(text[:60] for text in furniture[:5])
        yield f"Headers, footers and page numbers were left out: {examples}."
