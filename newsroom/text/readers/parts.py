"""Choose the reader of a file that consists of more than one text, such as a document, a message or a PDF."""

from collections.abc import Callable, Mapping

from newsroom.text.model import RawArticle
from newsroom.text.readers.docx import is_docx, read_docx
from newsroom.text.readers.mail import is_mail, read_mail
from newsroom.text.readers.office.odt import is_odt, read_odt
from newsroom.text.readers.office.rtf import is_rtf, read_rtf
from newsroom.text.readers.pdf.reading import is_pdf, read_pdf
from newsroom.text.readers.web_archive import is_web_archive, read_web_archive

#: Formats that hold several texts. Their readers decode each part.
READER_OF_PARTS: Mapping[str, Callable[[bytes], RawArticle]] = {
    "docx": read_docx,
    "email": read_mail,
    "odt": read_odt,
    "pdf": read_pdf,
    "rtf": read_rtf,
    "webarchive": read_web_archive,
}


def format_of_parts(raw: bytes, *, name: str = "") -> str:
    """Return the format of `raw`, the bytes of a file called `name`, if it is one of `READER_OF_PARTS`.

    Returns an empty string for any other file.
    """
    if is_pdf(raw):
        return "pdf"
    if is_rtf(raw):
        return "rtf"
    if is_docx(raw):
        return "docx"
    if is_odt(raw):
        return "odt"
    if is_web_archive(raw):
        return "webarchive"
    if is_mail(raw, name=name):
        return "email"
    return ""
