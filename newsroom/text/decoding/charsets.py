"""Which charset bytes are in where nobody says: the one in which the text is most like writing.

Charsets of one byte a letter decode nearly any bytes, and short texts have few letters beyond ASCII to go by.
So a guess is judged by where its characters stand: the letters of a text are those of one language that the
charset is made for, and stand in words of their own script. "Ł30" and "Rz¹d" are no words of anybody.
"""

import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

# Ordered by how often the web uses them (https://w3techs.com/technologies/overview/character_encoding): it
# breaks ties.
_LEGACY = (
    "cp1252", "cp1251", "cp932", "euc_jp", "gb18030", "cp949", "big5", "cp1250", "cp1254", "cp1253", "cp1255",
    "cp1256", "cp1257", "koi8_r", "cp874", "cp866",
)  # fmt: skip
_COMMONEST = _LEGACY[0]
#: By how much another charset must be better than the commonest, as a share of the characters beyond ASCII.
_CLEARLY = 0.05
_COHERENCE = 0.5
_TOO_ODD = 1.0

#: The letters beyond ASCII of the languages that a charset of Latin letters is made for, loan words included.
_ALPHABETS = {
    charset: tuple(frozenset(letters + letters.upper()) for letters in languages.values())
    for charset, languages in {
        "cp1252": {
            "French, Albanian": "àâæçéèêëîïôœùûüÿ",
            "German": "äöüßéà",
            "Spanish, Irish": "áéíóúüñçª",
            "Catalan": "àçèéíïòóúü",
            "Portuguese": "ãáàâçéêíóôõúüºª",
            "Italian": "àèéìîòóùºª",
            "Dutch": "áàçéèêëïíóöúü",
            "Danish, Norwegian, Swedish, Finnish": "æøåéäöüà",
            "Icelandic, Faroese": "áðéíóúýþæöø",
            "Estonian": "äõöšüž",
        },
        "cp1250": {
            "Czech": "áčďéěíňóřšťúůýž",
            "Slovak": "áäčďéíĺľňóôŕšťúýž",
            "Polish": "ąćęłńóśźż",
            "Hungarian": "áéíóöőúüű",
            "Romanian": "ăâîşţ",
            "Bosnian, Croatian, Serbian, Slovene": "čćđšž",
        },
        "cp1254": {"Turkish": "âçğıîöşûüİ"},
        "cp1257": {"Estonian": "äõöšüž", "Latvian": "āčēģīķļņōŗšūž", "Lithuanian": "ąčęėįšųūž"},
    }.items()
}
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_LAST_LATIN = "\u024f"
_LATIN = "A-Za-z\xaa\xba\xc0-\u024f"
_OTHER_SCRIPTS = "\u0370-\u1fff\u2e80-\u2fff\u3040-\ud7ff\uff66-\uff9f"
_MISPLACED = (
    # A sign amid a word, dashes and apostrophes aside; a small digit at its end; an accent without its
    # letter.
    re.compile(
        rf"(?<=[{_LATIN}])(?:[^\w\s\x00-\x7f‐-―‘’·…\xad](?=[{_LATIN}])|[¹²³¼½¾]|[ªº](?=[{_LATIN}]))|[¨¸ˇ˘˙˛˝]"
    ),
    # Two scripts in one word.
    re.compile(f"(?<=[{_LATIN}])[{_OTHER_SCRIPTS}]|[{_OTHER_SCRIPTS}](?=[{_LATIN}])"),
    # A letter beside a digit.
    re.compile(r"(?<=[0-9])[^\W\d_a-zA-Zªº]|[^\W\d_a-zA-Zªº](?=[0-9])"),
)


def likeliest(sample: bytes) -> Iterator[str]:
    """Charsets, as Python names them, that `sample` may be in, likeliest first. Not all need decode all of
    it.
    """
    matches = from_bytes(sample, cp_isolation=list(_LEGACY), preemptive_behaviour=False, threshold=0.5)
    judged = {
        charset: (match.chaos + misfits(str(match), charset), match.coherence)
        for match in matches
        for charset in match.could_be_from_charset
        if charset in _LEGACY
    }
    possible = {
        charset: _cost(charset, *judged[charset]) for charset in judged if judged[charset][0] < _TOO_ODD
    }
    yield from sorted(possible, key=lambda charset: (possible[charset], _LEGACY.index(charset)))
    yield from (charset for charset in (_COMMONEST, "gb18030") if charset not in judged)


def misfits(text: str, charset: str) -> float:
    """How many characters stand where no language of the `charset` has them, as a share of those beyond
    ASCII.
    """
    beyond_ascii = _BEYOND_ASCII.findall(text)
    if not beyond_ascii:
        return 0.0
    latin = [letter for letter in beyond_ascii if letter <= _LAST_LATIN and letter.isalpha()]
    foreign = (sum(letter not in alphabet for letter in latin) for alphabet in _ALPHABETS.get(charset, ()))
    misplaced = sum(len(pattern.findall(text)) for pattern in _MISPLACED)
    return (min(foreign, default=len(latin)) + misplaced) / len(beyond_ascii)


def _cost(charset: str, oddity: float, coherence: float) -> float:
    """Low for what is likely. How often letters are used (coherence) tells scripts apart better than
    languages.
    """
    return oddity - _COHERENCE * coherence - (_CLEARLY if charset == _COMMONEST else 0.0)
