"""Recognise and read rich text (RTF 1.9): the paragraphs, without formatting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.model import Piece, RawArticle
from newsroom.text.normalise import normalise

#: The deepest groups, and the most signs of formatting, because each of them takes time.
MOST_DEPTH, MOST_TOKENS = 500, 2_000_000
_MAGIC = b"{\\rtf"
_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)
#: Groups that hold no text of the document.
_NOT_TEXT = frozenset(
    b"colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf "
    b"fldinst themedata datastore listtable listoverridetable rsidtbl generator xmlnstbl nonshppict "
    b"bkmkstart bkmkend filetbl revtbl latentstyles template sp".split()
)
_BREAKS = frozenset({b"par", b"row", b"page", b"sect"})
#: Words that stand for a sign of the text.
_SIGNS = {
    b"tab": "\t",
    b"line": " ",
    b"cell": " | ",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"emspace": " ",
    b"enspace": " ",
}
_SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"{": "{", b"}": "}", b"\\": "\\"}
#: The code pages of the character sets of fonts. Set 0 is that of the document.
_PAGE_OF_CHARSET = {
    128: 932,
    129: 949,
    134: 936,
    136: 950,
    161: 1253,
    162: 1254,
    163: 1258,
    177: 1255,
    178: 1256,
    186: 1257,
    204: 1251,
    222: 874,
    238: 1250,
}
_DEFAULT_PAGE = 1252
#: The most letters that may stand for one \\u sign.
_MOST_SKIPPED = 10
_WRAP = 0x10000
_DAMAGED = "This rich-text document is damaged. Save it again, or paste its text."


@dataclass(frozen=True, slots=True)
class _State:
    r"""The settings of a group, which hold until the group ends.

    `skip` is the number of letters that follow a \u sign as its substitute.
    """

    is_text: bool = True
    in_fonts: bool = False
    page: int = 0
    skip: int = 1


@dataclass(slots=True)
class _Text:
    """The paragraphs that were read so far, and the bytes that are not decoded yet.

    `page` is the code page of the document, and `fonts` maps fonts to code pages. `words` are the decoded
    parts of the present paragraph. `waiting` are bytes in the code page `waiting_page`, where 0 stands for
    `page`.
    """

    page: int = _DEFAULT_PAGE
    fonts: dict[int, int] = field(default_factory=dict)
    font: int = 0
    paragraphs: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    waiting: bytearray = field(default_factory=bytearray)
    waiting_page: int = 0

    def add_bytes(self, raw: bytes, page: int) -> None:
        if self.waiting_page != page:
            self.decode_waiting()
            self.waiting_page = page
        self.waiting += raw

    def decode_waiting(self) -> None:
        if self.waiting:
            self.words.append(_decoded(bytes(self.waiting), self.waiting_page or self.page))
            self.waiting.clear()

    def add(self, text: str) -> None:
        self.decode_waiting()
        self.words.append(text)

    def add_sign(self, sign: bytes) -> None:
        if sign in (b"\r", b"\n"):
            self.end_paragraph()
        else:
            self.add(_SYMBOLS.get(sign, ""))

    def end_paragraph(self) -> None:
        self.decode_waiting()
        self.paragraphs.append("".join(self.words))
        self.words.clear()


def is_rtf(raw: bytes) -> bool:
    """Return whether `raw` is a rich-text document."""
    return raw.startswith(_MAGIC)


def read_rtf(raw: bytes) -> RawArticle:
    """Return the paragraphs of a rich-text document that are not blank.

    Raises `Unreadable` if the document is damaged, and `TooLarge` if its groups are nested too deeply or it
    has too much formatting.
    """
    pieces = []
    for paragraph in _paragraphs(raw):
        words = " ".join(normalise(paragraph).split()).strip(" |")
        if words:
            pieces.append(Piece(words))
    return RawArticle(tuple(pieces), format="rtf", has_headings=False)


def _paragraphs(raw: bytes) -> list[str]:
    text = _Text()
    states = [_State()]
    to_skip = 0
    is_first = False
    for token in _tokens(raw):
        if token["brace"]:
            _change_group(token["brace"], states)
            if len(states) == 1:
                # What stands behind the document's own group is no part of it.
                break
        elif token["text"] or token["byte"]:
            to_skip = _add_letters(token, text, states[-1], to_skip)
        elif token["word"]:
            state = states[-1]
            states[-1] = _changed_state(token, text, state)
            to_skip = _write(token, text, state)
        elif token["sign"] == b"*" and is_first:
            # A program that does not know the word behind this sign leaves the group out.
            states[-1] = replace(states[-1], is_text=False)
        elif token["sign"] and states[-1].is_text:
            text.add_sign(token["sign"])
        is_first = token["brace"] == b"{"
    text.end_paragraph()
    return text.paragraphs


def _add_letters(
    token: re.Match[bytes],
    text: _Text,
    state: _State,
    to_skip: int,
) -> int:
    """Add the letters of a token to the text, without the first `to_skip` of them, and return how many are
    still to be skipped.
    """
    letters = token["text"] or bytes.fromhex(token["byte"].decode())
    if state.is_text and not state.in_fonts:
        text.add_bytes(letters[to_skip:], state.page)
    return max(0, to_skip - len(letters))


def _change_group(brace: bytes, states: list[_State]) -> None:
    """Begin a group with the settings of the group around it, or end the innermost group.

    Raises `Unreadable` if no group is open, and `TooLarge` beyond `MOST_DEPTH` groups.
    """
    if brace == b"}":
        if len(states) == 1:
            raise Unreadable(_DAMAGED)
        states.pop()
        return
    if len(states) >= MOST_DEPTH:
        raise TooLarge(
            "The groups of this rich-text document are nested too deeply. Paste its text."
        )
    states.append(states[-1])


def _tokens(raw: bytes) -> Iterator[re.Match[bytes]]:
    position = 0
    for _ in range(MOST_TOKENS):
        token = _TOKEN.match(raw, position)
        if token is None:
            return
        position = token.end()
        if token["word"] == b"bin":
            # So many bytes of a picture follow, which may look like anything.
            position += max(0, int(token["number"] or 0))
        yield token
    raise TooLarge("This rich-text document has too much formatting. Paste its text.")


def _changed_state(token: re.Match[bytes], text: _Text, state: _State) -> _State:
    """Return the settings of a group after a control word. Code pages of fonts are stored in `text`."""
    word = token["word"]
    number = int(token["number"] or 0)
    _note_code_page(word, number, text, in_fonts=state.in_fonts)
    if word == b"fonttbl":
        return replace(state, in_fonts=True)
    if word in _NOT_TEXT:
        return replace(state, is_text=False)
    if word == b"uc":
        return replace(state, skip=max(0, min(number, _MOST_SKIPPED)))
    if word == b"plain":
        return replace(state, page=0)
    if word == b"f" and not state.in_fonts:
        return replace(state, page=text.fonts.get(number, 0))
    return state


def _note_code_page(
    word: bytes,
    number: int,
    text: _Text,
    *,
    in_fonts: bool,
) -> None:
    """Store in `text` the code page of the document or of a font, or the number of the font whose code page
    follows.
    """
    if word == b"f":
        text.font = number
    elif word == b"ansicpg":
        text.page = number
    elif word == b"fcharset" and in_fonts and number in _PAGE_OF_CHARSET:
        text.fonts[text.font] = _PAGE_OF_CHARSET[number]


def _write(token: re.Match[bytes], text: _Text, state: _State) -> int:
    """Add the text that a control word stands for, and return the number of letters after it that must be
    skipped.
    """
    word = token["word"]
    if not state.is_text or state.in_fonts:
        return 0
    if word == b"u" and token["number"]:
        text.add(_sign(int(token["number"])))
        return state.skip
    if word in _BREAKS:
        text.end_paragraph()
    elif word in _SIGNS:
        text.add(_SIGNS[word])
    return 0


def _sign(number: int) -> str:
    """Return the character of a \\u word. Numbers from 32768 on are written as negative numbers.

    A character beyond U+FFFF is written as two surrogates, which `normalise` joins.
    """
    code = number + _WRAP if number < 0 else number
    return chr(code) if 0 <= code < _WRAP else "\ufffd"


def _decoded(raw: bytes, page: int) -> str:
    try:
        return raw.decode(f"cp{page}", "replace")
    except LookupError:
        return raw.decode(f"cp{_DEFAULT_PAGE}", "replace")
