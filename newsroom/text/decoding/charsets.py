"""Which charset bytes are in if nothing says so: the one in which the text is most like writing.

Charsets of one byte a letter decode nearly any bytes, and short texts have few letters beyond ASCII to go by.
So a guess is judged by the places of its characters: the letters of a text are those of one language that the
charset is made for, and they stand in words of their own script. "Ł30" and "Rz¹d" are words of no language.
"""

import math
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

from newsroom.text.decoding.alphabets import ALPHABETS

# Ordered by how often the web uses them (https://w3techs.com/technologies/overview/character_encoding), which
# decides between guesses that are equally good.
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
#: They decode whatever the library has found unlikely.
_LAST_RESORTS = (_COMMONEST, "gb18030")
#: By how much another charset must be better than the commonest, as a share of the characters beyond ASCII.
_CLEARLY = 0.05
#: How much it counts that letters are as frequent as in a language (coherence). It tells scripts apart better
#: than languages.
_COHERENCE = 0.5
#: A guess of this oddity, as a share of the characters beyond ASCII, is not made.
_TOO_ODD = 1.0
#: The largest share of odd characters at which the library itself still names a charset.
_LIBRARY_THRESHOLD = 0.5

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_LAST_LATIN = "\u024f"
_FIRST_CYRILLIC, _LAST_CYRILLIC = "\u0400", "\u04ff"
_LATIN = "A-Za-z\xaa\xba\xc0-\u024f"
_OTHER_SCRIPTS = "\u0370-\u1fff\u2e80-\u2fff\u3040-\ud7ff\uff66-\uff9f"
_MISPLACED = (
    # A sign within a word, unless it is a dash or an apostrophe. A small digit at the end of a word. An
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


def likeliest(sample: bytes) -> Iterator[str]:
    """Yield charsets, as Python names them, that `sample` may be in, the likeliest first.

    Not all of them need decode all of the sample.
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
                oddity = match.chaos + misfits(text, charset)
                cost_of_charset[charset] = _cost(charset, oddity, match.coherence)
    possible = [charset for charset, cost in cost_of_charset.items() if cost < math.inf]
    yield from sorted(
        possible, key=lambda charset: (cost_of_charset[charset], _LEGACY.index(charset))
    )
    for charset in _LAST_RESORTS:
        if charset not in cost_of_charset:
            yield charset


def misfits(text: str, charset: str) -> float:
    """Return how many characters stand in places in which no language of the `charset` has them.

    This is a share of the characters beyond ASCII.
    """
    beyond_ascii = _BEYOND_ASCII.findall(text)
    if not beyond_ascii:
        return 0.0
    letters = [letter for letter in beyond_ascii if _is_of_an_alphabet(letter)]
    # The language in which the fewest letters are foreign is the one that the text is likely in.
    foreign = len(letters)
    for alphabet in ALPHABETS.get(charset, ()):
        outside = sum(letter not in alphabet for letter in letters)
        foreign = min(foreign, outside)
    misplaced = sum(len(pattern.findall(text)) for pattern in _MISPLACED)
    return (foreign + misplaced) / len(beyond_ascii)


def _is_of_an_alphabet(character: str) -> bool:
    """Whether the character is a letter of the scripts that `ALPHABETS` knows: Latin and Cyrillic."""
    is_known = character <= _LAST_LATIN or _FIRST_CYRILLIC <= character <= _LAST_CYRILLIC
    return is_known and character.isalpha()


def _cost(charset: str, oddity: float, coherence: float) -> float:
    """Return a figure that is low for a charset that is likely, and infinite for one that is too odd."""
    if oddity >= _TOO_ODD:
        return math.inf
    cost = oddity - _COHERENCE * coherence
    if charset == _COMMONEST:
        cost -= _CLEARLY
    return cost
