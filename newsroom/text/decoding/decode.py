"""Decode bytes to text by byte order mark, UTF-8, declared charset, or a guess from a bounded sample.

Bytes that are not text are refused. All work is linear in the length of the input.
"""

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.errors import Unreadable
from newsroom.text.decoding.charsets import likely_charsets
from newsroom.text.decoding.file_kinds import is_outlook_message, kind_of_file
from newsroom.text.decoding.labels import charset_named

# The marks of UTF-32 are checked before those of UTF-16, because they begin with the same bytes.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-16", "utf-32")
_ENDIANNESS = ("le", "be")

#: The size of the sample for guessing a charset, and how much of it lies before the first byte outside ASCII.
#: Both are in bytes.
_SAMPLE = 32_768
_CONTEXT = 512
#: Control characters that do not occur in text files.
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\x0b\x0c\r\x1b")) + b"\x7f"
#: The largest share of control characters that a text may have.
_MOST_CONTROLS = 0.05
_UTF_8 = "utf-8"
#: How many valid multi-byte characters UTF-8 must have for each broken byte. In other charsets such
#: characters hardly ever occur by chance, so few are enough, and fewer if UTF-8 was declared.
_WHOLE_FOR_BROKEN, _WHOLE_FOR_BROKEN_IF_DECLARED = 2, 1
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_BEYOND_ASCII_TEXT = re.compile(r"[^\x00-\x7f]")
#: Letters with accents, Cyrillic and Greek letters, and the quotation marks, dashes and currencies of prose.
_COMMON_LETTERS = re.compile(r"[\u00a0-\u017f\u0370-\u045f\u2010-\u2026\u20ac]")
_BLANK = re.compile(rb"[\n ]")
#: ISO-2022-JP begins Japanese text with this escape sequence, which no other text has (RFC 1468).
_JAPANESE = re.compile(rb"\x1b\$[@B]")
#: How many guessed charsets are offered at most, and how much of the text is shown in each, in characters.
_MOST_GUESSES = 5
_SHOWN = 60

#: The web's name of a charset, if Python uses another name.
_LABELS = {"mac_cyrillic": "x-mac-cyrillic"}

OUTLOOK_MESSAGE = (
    "This is a message of Outlook (.msg). Open it there, save it as .eml, as text or as HTML, and "
    "import that."
)
_NO_TEXT = "This file is not text. Save the article as .txt, .md or .html and import that."


@dataclass(frozen=True, slots=True)
class CharsetGuess:
    """A charset that a text may be in, with a short sample of the text as this charset decodes it.

    `beginning` is the sample: at most 60 code points that contain the first character outside ASCII.
    """

    charset: str
    beginning: str


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text with the charset that it was decoded from.

    `replaced` counts the U+FFFD that replace undecodable bytes. If the charset was guessed, `guesses` holds
    the likely charsets, the most likely one first. Otherwise `guesses` is empty.
    """

    text: str
    charset: str
    replaced: int = 0
    guesses: tuple[CharsetGuess, ...] = ()


def decode(raw: bytes, *, declared: str = "") -> DecodedText:
    """Decode `raw` to text and remove its byte order mark.

    The charset is the first of these that works: the byte order mark, valid UTF-8, the `declared` charset, a
    guess. If the text is UTF-8 with few broken bytes, these become U+FFFD. Raises `Unreadable` if `raw` is
    empty, holds only white space, or is not text.
    """
    _refuse_other_files(raw)
    decoded = _with_byte_order_mark(raw) or _as_unicode(raw, declared) or _as_legacy(raw, declared)
    if not decoded.text.strip():
        raise Unreadable("This file holds no words. Choose a file that holds the article's text.")
    _refuse_controls(raw, decoded)
    return decoded


def _refuse_other_files(raw: bytes) -> None:
    if not raw:
        raise Unreadable("This file is empty. Choose a file that holds the article's text.")
    if is_outlook_message(raw):
        raise Unreadable(OUTLOOK_MESSAGE)
    kind = kind_of_file(raw)
    if kind:
        raise Unreadable(
            f"This file is {kind}, not text. Save the article as .txt, .md or .html and import that."
        )


def _refuse_controls(raw: bytes, decoded: DecodedText) -> None:
    measured = raw
    if decoded.charset.startswith(_WIDE):
        # In these charsets a plain text has many NUL bytes, so the check uses the decoded text.
        measured = decoded.text.encode("utf-8", "replace")
    controls = len(measured) - len(measured.translate(None, _CONTROLS))
    if b"\0" in measured or controls > _MOST_CONTROLS * len(measured):
        raise Unreadable(_NO_TEXT)


def _with_byte_order_mark(raw: bytes) -> DecodedText | None:
    for mark, charset in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            decoded = _decoded_as(charset, raw[len(mark) :])
            if decoded:
                return decoded
            if charset == _UTF_8:
                return _as_broken_utf8(raw, fewest=0)
    return None


def _as_unicode(raw: bytes, declared: str) -> DecodedText | None:
    if b"\0" in raw:
        return _as_wide(raw, declared)
    if raw.isascii():
        # ISO-2022-JP writes its characters with ASCII bytes, so such a text looks like ASCII.
        if not declared and _JAPANESE.search(raw):
            declared = "iso-2022-jp"
        return _as_declared(raw, declared) or DecodedText(raw.decode("ascii"), "utf-8")
    return _decoded_as("utf-8", raw.removeprefix(codecs.BOM_UTF8))


def _as_wide(raw: bytes, declared: str) -> DecodedText:
    """Decode bytes that contain NUL: they are text only if UTF-16 or UTF-32 was declared and decodes them.

    Raises `Unreadable` if they are not text.
    """
    for charset in _wide_charsets(declared):
        decoded = _decoded_as(charset, raw)
        if decoded and "\0" not in decoded.text:
            return decoded
    raise Unreadable(_NO_TEXT)


def _wide_charsets(declared: str) -> list[str]:
    label = declared.strip().lower().replace("_", "-")
    if not label.startswith(_WIDE):
        return []
    if label.endswith(_ENDIANNESS):
        return [label]
    family = label[: len("utf-16")]
    return [f"{family}-{endianness}" for endianness in _ENDIANNESS]


def _as_legacy(raw: bytes, declared: str) -> DecodedText:
    fewest = _WHOLE_FOR_BROKEN
    if charset_named(declared) == _UTF_8:
        fewest = _WHOLE_FOR_BROKEN_IF_DECLARED
    decoded = _as_declared(raw, declared) or _as_broken_utf8(raw, fewest=fewest)
    if decoded:
        return decoded
    possible: list[DecodedText] = []
    for charset in likely_charsets(_sample(raw)):
        guess = _decoded_as(charset, raw)
        if guess and all(guess.text != other.text for other in possible):
            possible.append(guess)
        if len(possible) == _MOST_GUESSES:
            break
    if possible:
        return replace(possible[0], guesses=_guesses(possible))
    raise Unreadable(
        "The characters of this file could not be told. Save it as UTF-8 text and import that."
    )


def _as_declared(raw: bytes, declared: str) -> DecodedText | None:
    charset = charset_named(declared)
    # Text in UTF-16 contains NUL and was decoded earlier, so here the declaration is wrong.
    if not charset or charset.startswith("utf-16"):
        return None
    return _decoded_as(charset, raw)


def _guesses(possible: Sequence[DecodedText]) -> tuple[CharsetGuess, ...]:
    """Return each possible charset with a sample of how the charset decodes the text.

    The sample is at most 60 code points that contain the first character outside ASCII.
    """
    guesses = []
    for decoded in possible:
        beyond_ascii = _BEYOND_ASCII_TEXT.search(decoded.text)
        first = beyond_ascii.start() if beyond_ascii else 0
        start = max(decoded.text.rfind("\n", 0, first) + 1, first - _SHOWN // 2)
        label = _LABELS.get(decoded.charset, decoded.charset)
        guesses.append(CharsetGuess(label, decoded.text[start : start + _SHOWN].strip()))
    return tuple(guesses)


def _as_broken_utf8(raw: bytes, *, fewest: int) -> DecodedText | None:
    """Decode UTF-8 that has broken bytes, which become U+FFFD. Returns None if too few characters are valid.

    There must be at least `fewest` valid characters outside ASCII for each broken byte. One for each is
    enough if all of them are characters that many texts have. After a byte order mark `fewest` is 0, because
    only UTF-8 begins with that mark.
    """
    text = raw.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    # Rare letters may come about by chance, common ones hardly ever.
    common = len(_COMMON_LETTERS.findall(text))
    if whole < fewest * broken and (whole < broken or common < whole):
        return None
    return DecodedText(text, "utf-8", replaced=broken)


def _decoded_as(charset: str, raw: bytes) -> DecodedText | None:
    try:
        return DecodedText(raw.decode(charset), charset)
    except (UnicodeDecodeError, LookupError):
        return None


def _sample(raw: bytes) -> bytes:
    """Return a part of `raw` that holds the first byte outside ASCII, for guessing the charset.

    The part is at most `_SAMPLE` bytes long and begins at most `_CONTEXT` bytes before that byte. It is cut
    at white space if there is any, so that no character is cut.
    """
    beyond_ascii = _BEYOND_ASCII.search(raw)
    first = beyond_ascii.start() if beyond_ascii else 0
    start = max(0, first - _CONTEXT)
    if first > _CONTEXT:
        blank = _BLANK.search(raw, start, first)
        if blank:
            start = blank.start()

    stretch = raw[start : start + _SAMPLE]
    if start + _SAMPLE >= len(raw):
        return stretch
    end = max(stretch.rfind(b"\n"), stretch.rfind(b" "))
    # If no white space follows that byte, the stretch is not cut, so that the byte remains in it.
    if end <= first - start:
        return stretch
    return stretch[:end]
