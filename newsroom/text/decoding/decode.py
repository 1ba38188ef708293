"""From bytes to text: byte order marks, UTF-8, declared charsets, then a guess from a bounded sample.

What is no text is refused. All work is linear in the length of the input.
"""

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.errors import Unreadable
from newsroom.text.decoding.charsets import likeliest
from newsroom.text.decoding.file_kinds import kind_of_file
from newsroom.text.decoding.labels import charset_named

# The marks of UTF-32 come before those of UTF-16, because they begin alike.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-16", "utf-32")
_ENDIANNESS = ("le", "be")

#: Size of the sample that a charset is guessed from, and how much of it stands before its first byte beyond
#: ASCII, in bytes.
_SAMPLE = 32_768
_CONTEXT = 512
#: Control characters that no text holds.
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\x0b\x0c\r\x1b")) + b"\x7f"
#: Largest share of them in what is still taken as text.
_MOST_CONTROLS = 0.05
_UTF_8 = "utf-8"
#: How many whole characters of several bytes UTF-8 needs for each broken byte. In other charsets they hardly
#: ever come about by chance, so that few are enough, and fewer if UTF-8 was declared.
_WHOLE_FOR_BROKEN, _WHOLE_FOR_BROKEN_IF_DECLARED = 2, 1
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_BEYOND_ASCII_TEXT = re.compile(r"[^\x00-\x7f]")
_BLANK = re.compile(rb"[\n ]")
#: How ISO-2022-JP begins Japanese: an escape that no other text holds (RFC 1468).
_JAPANESE = re.compile(rb"\x1b\$[@B]")
#: Most charsets that are offered if one was guessed, and how much of the text each shows, in characters.
_MOST_GUESSES = 5
_SHOWN = 60

#: What a charset is called where Python has a name of its own.
_LABELS = {"mac_cyrillic": "x-mac-cyrillic"}

_NO_TEXT = "This file is not text. Save the article as .txt, .md or .html and import that."


@dataclass(frozen=True, slots=True)
class CharsetGuess:
    """A charset that a text may be in, and how the beginning of the text reads in it."""

    charset: str
    beginning: str


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text and the charset it was in. `replaced` counts the U+FFFD that stand for bytes of no character.

    If the charset was guessed, `guesses` are the likely ones, the likeliest first.
    """

    text: str
    charset: str
    replaced: int = 0
    guesses: tuple[CharsetGuess, ...] = ()


def decode(raw: bytes, *, declared: str = "") -> DecodedText:
    """Decode `raw` to text and remove its byte order mark.

    The charset is taken from the first of these that works: the byte order mark, valid UTF-8, the `declared`
    charset, a guess. A few broken UTF-8 bytes become U+FFFD if other signs show that the text is UTF-8.
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
    kind = kind_of_file(raw)
    if kind:
        raise Unreadable(
            f"This file is {kind}, not text. Save the article as .txt, .md or .html and import that."
        )


def _refuse_controls(raw: bytes, decoded: DecodedText) -> None:
    measured = raw
    if decoded.charset.startswith(_WIDE):
        # In these charsets most bytes of a plain text are NUL.
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
        # A charset may spell its characters in ASCII, as ISO-2022-JP does.
        if not declared and _JAPANESE.search(raw):
            declared = "iso-2022-jp"
        return _as_declared(raw, declared) or DecodedText(raw.decode("ascii"), "utf-8")
    return _decoded_as("utf-8", raw.removeprefix(codecs.BOM_UTF8))


def _as_wide(raw: bytes, declared: str) -> DecodedText:
    """Decode bytes with NUL, which are text only if UTF-16 or UTF-32 was declared and they decode so."""
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
    for charset in likeliest(_sample(raw)):
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
    # Text in UTF-16 holds NUL and was decoded before, so here the declaration is wrong.
    if not charset or charset.startswith("utf-16"):
        return None
    return _decoded_as(charset, raw)


def _guesses(possible: Sequence[DecodedText]) -> tuple[CharsetGuess, ...]:
    """Show how each reads the same stretch: the beginning of the line with the first letter beyond ASCII."""
    guesses = []
    for decoded in possible:
        beyond_ascii = _BEYOND_ASCII_TEXT.search(decoded.text)
        first = beyond_ascii.start() if beyond_ascii else 0
        start = max(decoded.text.rfind("\n", 0, first) + 1, first - _SHOWN // 2)
        label = _LABELS.get(decoded.charset, decoded.charset)
        guesses.append(CharsetGuess(label, decoded.text[start : start + _SHOWN].strip()))
    return tuple(guesses)


def _as_broken_utf8(raw: bytes, *, fewest: int) -> DecodedText | None:
    """Decode UTF-8 with broken bytes, if it has at least `fewest` whole characters for each of them.

    `fewest` is 0 behind a byte order mark, which no other text begins with.
    """
    text = raw.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    if whole < fewest * broken:
        return None
    return DecodedText(text, "utf-8", replaced=broken)


def _decoded_as(charset: str, raw: bytes) -> DecodedText | None:
    try:
        return DecodedText(raw.decode(charset), charset)
    except (UnicodeDecodeError, LookupError):
        return None


def _sample(raw: bytes) -> bytes:
    """Return a stretch around the first byte beyond ASCII, cut at blanks so that no character is cut."""
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
    # A stretch without a blank behind that byte stays whole, so that the byte stays in it.
    if end <= first - start:
        return stretch
    return stretch[:end]
