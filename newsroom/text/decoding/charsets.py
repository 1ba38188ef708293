"""Guess the charset of bytes that declare none: the charset in which the text looks most like language.

Charsets with one byte per character can decode nearly any bytes, and short texts have few characters outside
ASCII. So a guess is judged by those characters. They should be letters of one language that the charset is
made for, and they should be in words of their own script. "Ł30" and "Rz¹d" are not words of any language.
"""

import math
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

from newsroom.text.decoding.alphabets import ALPHABETS

# These are ordered by how often the web uses them
# (https://w3techs.com/technologies/overview/character_encoding). Of equally good guesses the first one wins.
_LEGACY = (
    "cp1252",
    "cp1251",
    "cp932",
    "euc_jp",
    "gb18030",
    "cp949",
    "big5",
    "cp1250",
    "cp1254",
    "cp1253",
    "cp1255",
    "cp1256",
    "cp1257",
    "koi8_r",
    "cp874",
    "cp866",
    "iso8859_2",
    "mac_cyrillic",
)
_COMMONEST = _LEGACY[0]
#: These charsets are tried last, for bytes that the library finds unlikely in every charset.
_LAST_RESORTS = (_COMMONEST, "gb18030")
#: Another charset must be better than the most common one by this share of the characters outside ASCII.
_CLEARLY = 0.05
#: The weight of coherence, which says how well letter frequencies fit a language. Coherence separates scripts
#: better than languages.
_COHERENCE = 0.5
#: A guess with this share of odd characters, or more, is never made. The share is of the characters outside
#: ASCII.
_TOO_ODD = 1.0
#: The largest share of odd characters at which the library itself still names a charset.
_LIBRARY_THRESHOLD = 0.5

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_LAST_LATIN = "\u024f"
_FIRST_CYRILLIC, _LAST_CYRILLIC = "\u0400", "\u04ff"
_LATIN = "A-Za-z\xaa\xba\xc0-\u024f"
_OTHER_SCRIPTS = "\u0370-\u1fff\u2e80-\u2fff\u3040-\ud7ff\uff66-\uff9f"
_MISPLACED = (
    # A sign inside a word, unless it is a dash or an apostrophe; a superscript digit at the end of a word; an
    # accent without its letter.
    re.compile(
        rf"(?<=[{_LATIN}])(?:[^\w\s\x00-\x7f‐-―‘’·…\xad](?=[{_LATIN}])|[¹²³¼½¾]|[ªº](?=[{_LATIN}]))|[¨¸ˇ˘˙˛˝]"
    ),
    # Two scripts in one word.
    re.compile(f"(?<=[{_LATIN}])[{_OTHER_SCRIPTS}]|[{_OTHER_SCRIPTS}](?=[{_LATIN}])"),
    # A capital behind a small letter, and words of small letters that nobody could say without a vowel.
    re.compile("[\u0430-\u045f][\u0400-\u042f]"),
    re.compile(r"(?<!\w)[бвгджзйклмнпрстфхцчшщъь]{3,}(?!\w)"),
    # A sign of currency or a small digit at the beginning of a word.
    re.compile(rf"(?<![{_LATIN}])[¥¦¬±¹²³¼½¾](?=[{_LATIN}])"),
    # A control character, which stands for a letter in another charset of the same language.
    re.compile("[\x80-\x9f]"),
    # A long Greek word without an accent.
    re.compile(r"(?<!\w)[α-ω]{6,}(?!\w)"),
    # The form that a Hebrew letter has at the end of a word, before another letter.
    re.compile("[ךםןףץ](?=[א-ת])"),
    # A letter beside a digit.
    re.compile(r"(?<=[0-9])[^\W\d_a-zA-Zªº]|[^\W\d_a-zA-Zªº](?=[0-9])"),
)


def likely_charsets(sample: bytes) -> Iterator[str]:
    """Yield the charsets that `sample` may be in, by their Python names, the most likely one first.

    Two common charsets come last if nothing was found about them, so there is always a charset to try. Any of
    the charsets may fail to decode a part of the sample.
    """
    matches = from_bytes(
        sample,
        cp_isolation=list(_LEGACY),
        preemptive_behaviour=False,
        threshold=_LIBRARY_THRESHOLD,
    )
    cost_of_charset: dict[str, float] = {}
    for match in matches:
        text = str(match)
        for charset in match.could_be_from_charset:
            if charset in _LEGACY:
                oddity = match.chaos + share_of_misfits(text, charset)
                cost_of_charset[charset] = _cost(charset, oddity, match.coherence)

    def cost_and_rank(charset: str) -> tuple[float, int]:
        return cost_of_charset[charset], _LEGACY.index(charset)

    possible = [charset for charset, cost in cost_of_charset.items() if cost < math.inf]
    yield from sorted(possible, key=cost_and_rank)
    for charset in _LAST_RESORTS:
        if charset not in cost_of_charset:
            yield charset


def share_of_misfits(text: str, charset: str) -> float:
    """Return how many of the characters outside ASCII no language of `charset` would use in their places.

    The result is a share of all characters outside ASCII. It is 0.0 if there are none, and it may exceed 1,
    because one character may be wrong in two ways.
    """
    beyond_ascii = _BEYOND_ASCII.findall(text)
    if not beyond_ascii:
        return 0.0
    letters = [letter for letter in beyond_ascii if _is_of_an_alphabet(letter)]
    # The text is probably in the language to which the fewest of its letters are foreign.
    foreign = len(letters)
    for alphabet in ALPHABETS.get(charset, ()):
        outside = sum(letter not in alphabet for letter in letters)
        foreign = min(foreign, outside)
    misplaced = sum(len(pattern.findall(text)) for pattern in _MISPLACED)
    return (foreign + misplaced) / len(beyond_ascii)


def _is_of_an_alphabet(character: str) -> bool:
    """Return whether `character` is a Latin or Cyrillic letter: `ALPHABETS` covers only these scripts."""
    is_known = character <= _LAST_LATIN or _FIRST_CYRILLIC <= character <= _LAST_CYRILLIC
    return is_known and character.isalpha()


def _cost(charset: str, oddity: float, coherence: float) -> float:
    """Return the cost of a guess: low for a likely charset, infinite for a charset that is too odd."""
    if oddity >= _TOO_ODD:
        return math.inf
    cost = oddity - _COHERENCE * coherence
    if charset == _COMMONEST:
        cost -= _CLEARLY
    return cost
