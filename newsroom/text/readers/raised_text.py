"""Write superscripts and subscripts as plain text, so that they never change the figure beside them.

A text has no formatting. Without this step, the note mark in 1950<sup>2</sup> makes the year “19502”, and the
power 10<sup>6</sup> becomes the number “106”.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import groupby
from typing import NamedTuple


class Script(Enum):
    """The position of a stretch of text: on the line, raised or lowered.

    `NOTE` is the mark of a note: it is raised, and the source says that it leads to a note.
    """

    LINE = auto()
    RAISED = auto()
    LOWERED = auto()
    NOTE = auto()


class ScriptPart(NamedTuple):
    """A part of a paragraph: its text, its script, and a number that all parts of one raised or lowered
    stretch share.
    """

    text: str
    script: Script = Script.LINE
    stretch: int = 0


_SIGNS = "0123456789+-−–=()n"
_RAISED_SIGNS = str.maketrans(_SIGNS, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿ")
_LOWERED_SIGNS = str.maketrans(_SIGNS, "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₙ")
_ONLY_SIGNS = re.compile(rf"[{re.escape(_SIGNS)}]+")
_RAISED_SIGN = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ]")
_DIGITS = re.compile("[0-9]+")
_CLOSING_BRACKETS = ")]}"

#: How many characters before and after a raised stretch are examined.
_REACH = 40
#: A longer stretch, in characters, is prose in small letters.
_LONGEST_SIGNS = 12
_SPACED = re.compile(r"[^\W\d_]\s|\s[^\W\d_]")
# The mark of a note: numbers such as “2”, “2,3” and “2–4”, or one letter, or both as in “2a”.
_NUMBERS = re.compile(r"[0-9]{1,4}(?:\s?[,;–-]\s?[0-9]{1,4})*")
_MARK_OF_NOTE = re.compile(rf"(?=.)(?:{_NUMBERS.pattern})?[a-z]?")
_BRACKETED = re.compile(r"\[[^\[\]]+\]|\([0-9]+\)")
# “,99” of a price, whose separator is raised too.
_DECIMALS = re.compile(r"[.,][0-9]+")
_CENTS = re.compile(r"[0-9]{2}")

_FIGURE = re.compile(r"\d+(?:[.,' \u00a0\u202f]\d+)*\Z")
_PRICE = re.compile(r"[$€£¥₹]\s?\d+(?:,\d{3})*\Z")
# The base of powers, which no digit and no separator precedes: “× 10”, but not “1,010”.
_TEN = re.compile(r"(?<![\d.,])10\Z")
_WORD = re.compile(r"[^\W\d_]+\Z")
# Units that are squared or cubed, and variables of one letter.
_SQUARED = re.compile(r"(?:[kcdmnµμ]?m|ft|in|yd|mi|sq|s|mc|[^\W\d_])\Z")
_FRACTION = re.compile(r"\s?[/⁄]")
# “14” of “¹⁴C”: the symbol of an element follows directly.
_ELEMENT = re.compile(r"[A-Z][a-z]?(?![A-Za-z])")
#: A figure with so many digits is hardly a base, so that a number raised beside it is the mark of a note.
_DIGITS_OF_NOTED_FIGURE = 3


def written_out(parts: Sequence[ScriptPart]) -> list[str]:
    """Return the texts of the parts of one paragraph, with raised and lowered parts written out.

    The result has a text for each part. If several parts make one stretch, the text of the whole stretch
    stands in the first of them, and the others are empty. A stretch is written as follows:

    * A lowered digit becomes its sign: H₂O.
    * The mark of a note stands apart in brackets: “1950 [2]”. A mark is a number that the source links to a
      note, a number after a word of two or more letters, after punctuation or after a figure of three or more
      digits, and a number at the beginning of a paragraph.
    * All other raised digits become their signs: 10⁶, m², x², ¹⁴C, but also “12⁴” and “$5⁹⁹”, because it is
      uncertain whether these are powers, notes or cents. They are never digits of the figure beside them.
    * What has no sign follows a caret: 10^1.5.
    * Raised letters are endings, so they stay as they are: 1st, Mme.
    """
    texts: list[str] = []
    line = "".join(part.text for part in parts)
    position = 0
    before = ""
    for (script, _), members in groupby(parts, key=lambda part: (part.script, part.stretch)):
        group = list(members)
        if script is Script.LINE:
            written = [part.text for part in group]
        else:
            stretch = "".join(part.text for part in group)
            end = position + len(stretch)
            after = line[end : end + _REACH]
            written = [_written(stretch, script, before, after), *[""] * (len(group) - 1)]
        texts += written
        position += sum(len(part.text) for part in group)
        before = (before + "".join(written))[-_REACH:]
    return texts


def _written(
    stretch: str,
    script: Script,
    before: str,
    after: str,
) -> str:
    """Return one raised or lowered stretch as plain text.

    `before` is the text before it, in which earlier stretches are plain text already. `after` is the text
    after it, as the source has it.
    """
    core = stretch.strip()
    is_whole_line = not before.strip() and not after.strip()
    if not core or is_whole_line:
        return stretch
    if len(core) > _LONGEST_SIGNS or _SPACED.search(core):
        written = _apart(core, before)
    elif script is Script.LOWERED:
        written = _lowered(core)
    else:
        written = _raised(core, before, after, is_note=script is Script.NOTE)
    lead, _, trail = stretch.partition(core)
    return f"{lead}{written}{trail}"


def _lowered(core: str) -> str:
    if _ONLY_SIGNS.fullmatch(core):
        return core.translate(_LOWERED_SIGNS)
    return _DIGITS.sub(lambda digits: digits.group().translate(_LOWERED_SIGNS), core)


def _raised(
    core: str,
    before: str,
    after: str,
    *,
    is_note: bool,
) -> str:
    if _BRACKETED.fullmatch(core):
        return _apart(core, before, after)
    is_number = _NUMBERS.fullmatch(core) is not None
    if is_note and _MARK_OF_NOTE.fullmatch(core):
        return _apart(f"[{core}]", before, after)
    if is_number and _is_probably_note(core, before, after):
        return _apart(f"[{core}]", before, after)
    if _ONLY_SIGNS.fullmatch(core):
        return core.translate(_RAISED_SIGNS)
    # The separator of raised decimals shows that they are a part of the figure.
    if not core[0].isdigit() or _DECIMALS.fullmatch(core):
        return core
    if _FIGURE.search(before):
        return f"^{core}"
    return _apart(core, before)


def _is_probably_note(core: str, before: str, after: str) -> bool:
    """Return whether a raised number, which nothing links to a note, is probably the mark of a note."""
    last = before[-1:]
    if _FRACTION.match(after) or _RAISED_SIGN.match(last):
        return False
    if not last or last.isspace():
        return not _ELEMENT.match(after)
    figure = _FIGURE.search(before)
    if figure:
        if _TEN.search(before) or (_CENTS.fullmatch(core) and _PRICE.search(before)):
            return False
        digits = sum(character.isdigit() for character in figure.group())
        return digits >= _DIGITS_OF_NOTED_FIGURE
    word = _WORD.search(before)
    if word:
        return not _SQUARED.fullmatch(word.group())
    # A number after a bracket may be a power: “(a + b)²”.
    return last not in _CLOSING_BRACKETS


def _apart(mark: str, before: str, after: str = "") -> str:
    """Return `mark` with a space before it if text stands there, and a space after it if it would touch a
    letter or a figure.
    """
    lead = " " if before and not before[-1].isspace() else ""
    trail = " " if after[:1].isalnum() else ""
    return f"{lead}{mark}{trail}"


def marks_a_note(text: str) -> bool:
    """Return whether `text` can be the mark of a note: numbers, or one letter."""
    return _MARK_OF_NOTE.fullmatch(text.strip()) is not None


def scripts_of(runs: Sequence[tuple[str, Script]]) -> Iterator[ScriptPart]:
    """Yield the runs of a paragraph as parts. Neighbouring runs of one script make one stretch."""
    for stretch, (_, members) in enumerate(groupby(runs, key=lambda run: run[1])):
        for text, script in members:
            yield ScriptPart(text, script, stretch)
