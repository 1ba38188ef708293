"""From bytes to text: byte order marks, declared charsets, UTF-8, then a bounded guess. What is no text is
refused.

Labels of charsets are those of the WHATWG Encoding Standard
(https://encoding.spec.whatwg.org/#names-and-labels), so that "latin1" means windows-1252 as it does in every
browser. All work is linear in the length of the input.
"""

import codecs
import re
from dataclasses import dataclass

import webencodings

from newsroom.errors import Unreadable
from newsroom.text.decoding.charsets import likeliest

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGIC_NUMBERS = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a rich-text (RTF) document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"%!PS", "a PostScript file"),
    (b"OggS", "a sound recording"),
    (b"ID3\x03", "a sound recording"),
    (b"ID3\x04", "a sound recording"),
)

_SAMPLE = 32_768
_CONTEXT = 512
_PRESCAN = 16_384
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\x0b\x0c\r\x1b")) + b"\x7f"
_CONTROL_SHARE = 0.05

_META = re.compile(rb"<meta\b[^>]{0,2000}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:+-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"\A\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:+-]{1,40})[\"']")
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_BREAK = re.compile(rb"[\n ]")


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text and the charset that made it. `replaced` counts the U+FFFD that stand where bytes made no
    character.
    """

    text: str
    charset: str
    replaced: int = 0


def decode(raw: bytes, *, declared: str = "") -> DecodedText:
    """The text of `raw`, its byte order mark taken off.

    Asked in order: a byte order mark, UTF-8 (text beyond ASCII that is valid UTF-8 is never anything else in
    practice, whatever was declared), the `declared` charset of an HTTP header or a meta element, a guess from
    a bounded sample. UTF-8 with a few broken bytes keeps its text, with U+FFFD in their place.

    Raises:
        Unreadable: empty, binary, or in no charset that could be told.
    """
    _refuse_binary(raw)
    decoded = _marked(raw) or _unicode(raw, declared) or _legacy(raw, declared)
    _refuse_empty(decoded.text)
    _refuse_controls(raw, decoded)
    return decoded


def declared_in_html(raw: bytes) -> str:
    """The charset that a page names in its XML declaration or a meta element; blank where it names none.

    A meta element that can be read as ASCII cannot be UTF-16, so that claim reads as UTF-8, as browsers have
    it.
    """
    head = raw[:_PRESCAN]
    found = _XML.search(head) or _META.search(_COMMENT.sub(b"", head))
    label = found.group(1).decode("ascii") if found else ""
    return "utf-8" if label.lower().startswith("utf-16") else label


def _refuse_binary(raw: bytes) -> None:
    if not raw:
        raise Unreadable("This file is empty. Choose a file that holds the article's text.")
    for magic, what in _MAGIC_NUMBERS:
        if raw.startswith(magic):
            raise Unreadable(
                f"This file is {what}, not text. Save the article as .txt, .md or .html and import that."
            )


def _refuse_empty(text: str) -> None:
    if not text.strip():
        raise Unreadable("This file holds no words. Choose a file that holds the article's text.")


def _refuse_controls(raw: bytes, decoded: DecodedText) -> None:
    wide = decoded.charset.startswith(("utf-16", "utf-32"))
    measured = decoded.text.encode("utf-8", "replace") if wide else raw
    controls = len(measured) - len(measured.translate(None, _CONTROLS))
    if b"\0" in measured or controls > _CONTROL_SHARE * len(measured):
        raise Unreadable("This file is not text. Save the article as .txt, .md or .html and import that.")


def _marked(raw: bytes) -> DecodedText | None:
    for mark, charset in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            decoded = _strictly(raw[len(mark) :], charset)
            if decoded:
                return decoded
    return None


def _unicode(raw: bytes, declared: str) -> DecodedText | None:
    if b"\0" in raw:
        return _wide(raw, declared)
    if raw.isascii():
        return (declared and _as_declared(raw, declared)) or DecodedText(raw.decode("ascii"), "utf-8")
    return _strictly(raw.removeprefix(codecs.BOM_UTF8), "utf-8")


def _wide(raw: bytes, declared: str) -> DecodedText:
    """Bytes with NUL are text only where someone declared UTF-16 or UTF-32 and they decode as such."""
    label = declared.strip().lower().replace("_", "-")
    if label.startswith(("utf-16", "utf-32")):
        family = label[:6]
        for charset in (label,) if label.endswith(("le", "be")) else (f"{family}-le", f"{family}-be"):
            decoded = _strictly(raw, charset)
            if decoded and "\0" not in decoded.text:
                return decoded
    raise Unreadable("This file is not text. Save the article as .txt, .md or .html and import that.")


def _legacy(raw: bytes, declared: str) -> DecodedText:
    decoded = _as_declared(raw, declared) or _mostly_utf8(raw)
    if decoded:
        return decoded
    for charset in likeliest(_sample(raw)):
        decoded = _strictly(raw, charset)
        if decoded:
            return decoded
    raise Unreadable("The characters of this file could not be told. Save it as UTF-8 text and import that.")


def _as_declared(raw: bytes, declared: str) -> DecodedText | None:
    """A declared UTF-16 never gets here with text: its bytes hold NUL, or it is a lie about one-byte text."""
    charset = _charset_named(declared)
    return _strictly(raw, charset) if charset and not charset.startswith("utf-16") else None


def _charset_named(label: str) -> str:
    label = label.strip(" \t\r\n\f\"';").lower()
    squeezed = re.sub(r"[\s_-]+", "", label)
    for name in (
        label,
        label.replace("_", "-"),
        squeezed,
        re.sub(r"^(?:win|cp)-?(?=125\d$)", "windows-", squeezed),
    ):
        encoding = webencodings.lookup(name)
        if encoding and encoding.name != "x-user-defined":
            return encoding.codec_info.name
    return squeezed if re.fullmatch(r"cp\d{3,4}", squeezed) else ""


def _strictly(raw: bytes, charset: str) -> DecodedText | None:
    try:
        return DecodedText(raw.decode(charset), charset)
    except (UnicodeDecodeError, LookupError):
        return None


def _mostly_utf8(raw: bytes) -> DecodedText | None:
    text = raw.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore")) - broken
    return DecodedText(text, "utf-8", replaced=broken) if beyond_ascii > 10 * broken else None


def _sample(raw: bytes) -> bytes:
    """A stretch around the first bytes beyond ASCII, cut at blanks or line breaks so that no character is
    cut.
    """
    found = _HIGH_BYTE.search(raw)
    first = found.start() if found else 0
    found = _BREAK.search(raw, first - _CONTEXT, first) if first > _CONTEXT else None
    start = found.start() if found else max(0, first - _CONTEXT)
    stretch = raw[start : start + _SAMPLE]
    cut = max(stretch.rfind(b"\n"), stretch.rfind(b" ")) if start + _SAMPLE < len(raw) else -1
    return stretch[:cut] if cut > first - start else stretch
