"""Recognise and read Word documents (.docx).

They are read with python-docx, whose parser resolves no entities.
"""

import io
import lzma
import re
import zipfile
import zlib

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from lxml import etree

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.model import Metadata, RawArticle
from newsroom.text.readers.docx_paragraphs import paragraphs
from newsroom.text.readers.office.docx_strict import as_transitional

MAGIC = b"PK\x03\x04"
#: The largest size after unpacking, in bytes: of all parts together, and of one XML part.
LARGEST_UNPACKED = 100 * 1024 * 1024
LARGEST_PART = 30 * 1024 * 1024
#: The errors that reading a damaged archive raises, whatever its compression.
DAMAGED = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    zlib.error,
    lzma.LZMAError,
)
#: Further errors of the library, for a directory that points before the file or claims a wrong charset.
_MISLED = (OSError, ValueError, LookupError)

#: The main part of a document as Word itself writes it.
_DOCUMENT = "word/document.xml"
_CONTENT_TYPES = "[Content_Types].xml"
#: The type of the main part. Word Online gives the part another name, such as `word/document22.xml`.
_MAIN_TYPE = b"wordprocessingml.document.main+xml"
#: The largest list of types that is searched for it, in bytes.
_LARGEST_LIST = 1_000_000
_XML_ENDINGS = (".xml", ".rels")
#: How many bytes of a part are searched for a declaration of entities.
_LOOKED_AT = 4_096
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
    except (*DAMAGED, *_MISLED):
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
    except (OpcError, *DAMAGED, *_MISLED, etree.LxmlError, AttributeError) as error:
        raise Unreadable(f"This Word document is damaged. {_SAVE_AGAIN}") from error
    return RawArticle(pieces, stated, format="docx")


def rough_text(raw: bytes) -> str | None:
    """Return all text in the parts of a Word document, each paragraph in a line of its own.

    This takes a small part of the time of `read_docx`. The text has no order and includes deleted text.
    Returns None if a part is written so that only a parser can read it. Raises the errors of `read_docx`.
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
    """Raise `TooLarge` if the package unpacks to a huge size, and `Unreadable` if it declares entities.

    Also raises `Unreadable` if the package is damaged or encrypted.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            entries = package.infolist()
            xml_parts = [entry for entry in entries if entry.filename.endswith(_XML_ENDINGS)]
            unpacked = sum(entry.file_size for entry in entries)
            largest_part = max((entry.file_size for entry in xml_parts), default=0)
            if unpacked > LARGEST_UNPACKED or largest_part > LARGEST_PART:
                raise TooLarge(
                    "This Word document unpacks to more than an article needs: paste its text."
                )
            if any(_declares_entities(package.read(entry)) for entry in xml_parts):
                raise Unreadable(
                    f"This Word document declares entities, which Word never does. {_SAVE_AGAIN}"
                )
    except (*DAMAGED, *_MISLED) as error:
        raise Unreadable(f"This Word document is damaged or encrypted. {_SAVE_AGAIN}") from error


def _declares_entities(part: bytes) -> bool:
    # Without its NUL bytes, UTF-16 looks like ASCII.
    head = part[:_LOOKED_AT].replace(b"\0", b"")
    return b"<!DOCTYPE" in head


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
