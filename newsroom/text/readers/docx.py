"""Recognise and read Word documents (.docx).

They are read with python-docx, whose parser resolves no entities.
"""

import io
import re
import zipfile

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from lxml import etree

from newsroom.errors import Unreadable
from newsroom.text.model import Metadata, RawArticle
from newsroom.text.readers.docx_paragraphs import paragraphs
from newsroom.text.readers.office.docx_strict import as_transitional
from newsroom.text.readers.office.packages import DAMAGED, MAGIC, refuse_traps

#: The largest XML part of a document after unpacking, in bytes.
LARGEST_PART = 30 * 1024 * 1024
#: The main part of a document as Word itself writes it.
_DOCUMENT = "word/document.xml"
_CONTENT_TYPES = "[Content_Types].xml"
#: The type of the main part. Word Online gives the part another name, such as `word/document22.xml`.
_MAIN_TYPE = b"wordprocessingml.document.main+xml"
#: The largest list of types that is searched for it, in bytes.
_LARGEST_LIST = 1_000_000
_SAVE_AGAIN = "Save it again as .docx, or paste its text."
#: Letters that are written by their numbers or in CDATA, and every encoding but UTF-8.
_NEEDS_PARSER = re.compile(
    rb"&#|<!\[|\0|\A[^>]{0,200}\bencoding\s*=\s*['\"](?!utf-8['\"])", re.IGNORECASE
)
_PARAGRAPH_END = re.compile(r"</(?:[\w.-]{1,40}:)?p\s*>")
_SPACE = re.compile(r"<(?:[\w.-]{1,40}:)?(?:tab|ptab|br|cr)\b[^<>]*>|[^\S\n ][^\S\n]*| [^\S\n]+")
_TAG = re.compile(r"<[^<>]*>")
#: How many letters the code of a language has.
_LANGUAGE_LENGTHS = (2, 3)


def is_docx(raw: bytes) -> bool:
    """Return whether `raw` is a Word document: a ZIP archive that contains `word/document.xml`, or whose list
    of types names a document.
    """
    if not raw.startswith(MAGIC):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            if _DOCUMENT in package.namelist():
                return True
            if package.getinfo(_CONTENT_TYPES).file_size > _LARGEST_LIST:
                return False
            return _MAIN_TYPE in package.read(_CONTENT_TYPES)
    except DAMAGED:
        return False


def read_docx(raw: bytes) -> RawArticle:
    """Return the paragraphs of a Word document that are not blank, and the language that it states.

    Raises `Unreadable` or `TooLarge` if the document is damaged, or made to harm the program that reads it.
    """
    _refuse_traps(raw)
    try:
        document = docx.Document(io.BytesIO(as_transitional(raw)))
        pieces = tuple(piece for piece in paragraphs(document) if piece.text.strip())
        stated = _stated_metadata(document)
    except (OpcError, *DAMAGED, etree.LxmlError, AttributeError) as error:
        raise Unreadable(f"This Word document is damaged. {_SAVE_AGAIN}") from error
    return RawArticle(pieces, stated, format="docx")


def rough_text(raw: bytes) -> str | None:
    """Return all text in the XML parts of a Word document, each paragraph in its own line.

    This is much faster than `read_docx`, but the parts are in no order and deleted text is included. Returns
    None if only a parser can read a part. Raises `Unreadable` and `TooLarge` as `read_docx` does.
    """
    _refuse_traps(raw)
    texts = []
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        for name in package.namelist():
            if not name.endswith(".xml"):
                continue
            part = package.read(name)
            if _NEEDS_PARSER.search(part):
                return None
            lines = _PARAGRAPH_END.sub("\n", part.decode("utf-8", "replace"))
            texts.append(_TAG.sub("", _SPACE.sub(" ", lines)))
    return "\n".join(texts)


def _refuse_traps(raw: bytes) -> None:
    refuse_traps(raw, kind="Word document", remedy=_SAVE_AGAIN, largest_part=LARGEST_PART)


def _stated_metadata(document: WordDocument) -> Metadata:
    """Return the language that the properties of the document state, in otherwise empty metadata.

    Other properties are ignored: the author is the person who typed the text, and the
    title is often an old one.
    """
    stated = document.core_properties.language or ""
    language = stated.partition("-")[0].lower()
    if not language.isalpha() or len(language) not in _LANGUAGE_LENGTHS:
        return Metadata()
    return Metadata(language=language)
