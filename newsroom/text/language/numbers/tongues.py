"""Guess the language of a text, to decide how the numbers in the text are read."""

import re
from collections import Counter

#: Typical words of each language, by its code. A word that two languages share counts for both.
_TELLING_WORDS = {
    "en": "the of and to in was were is are has have had a an at by for from with on that people some more",
    "de": "der die das den dem des ein eine einen und wurden wurde sind ist haben hat von mit für auf nach "
    "bei im am zum zur nicht mehr menschen euro prozent rund etwa tote verletzte waren millionen milliarden",
    "fr": "le la les des du un une et ont sont est a été dans par pour avec sur au aux plus personnes "
    "environ morts blessés pour milliards",
    "es": "el la los las del un una y fueron fue son es han ha en con por para personas unas unos más "
    "muertos heridos huyeron ciento millones mil al",
    "it": "il lo la gli le dei delle del un una e sono è stati stato hanno ha in con per persone circa morti "
    "feriti euro cento milioni miliardi",
    "pt": "o a os as dos das do da um uma e foram foi são é têm em com por para pessoas mortos feridos mais "
    "cento milhões não no na",
    "nl": "de het een en werden werd zijn is heeft hebben van met voor op bij mensen ongeveer doden gewonden "
    "euro procent miljoen miljard",
    "pl": "i w na z do od że się jest są został zostało osób ludzi około procent proc złotych tys mln mld",
    "ru": "и в на с по из что это был были человек людей около процентов рублей тысяч млн млрд погибли",
    "uk": "і в у на з до що це був були осіб людей близько відсотків гривень тисяч млн млрд загинули",
    "sv": "och i på av med för som är var har den det ett en personer procent kronor miljoner",
    "da": "og i på af med for som er var har den det et en personer procent kroner millioner",
}
#: Languages that write a comma before decimals and a point between thousands.
COMMA_LANGUAGES = frozenset(_TELLING_WORDS) - {"en"}
# How many words of a text are examined.
_MOST_WORDS = 400
_WORD = re.compile(r"[^\W\d_]+")


def _languages_by_word() -> dict[str, list[str]]:
    languages: dict[str, list[str]] = {}
    for language, row in _TELLING_WORDS.items():
        for word in set(row.split()):
            languages.setdefault(word, []).append(language)
    return languages


_LANGUAGES_BY_WORD = _languages_by_word()


def guess_language(text: str) -> str:
    """Return the code of the language, such as “de”, whose typical words are most frequent in `text`.

    Returns an empty string if no typical word occurs, or if languages that write numbers differently are
    equally frequent.
    """
    words = _WORD.findall(text[: _MOST_WORDS * 10].casefold())[:_MOST_WORDS]
    votes: Counter[str] = Counter()
    for word, number in Counter(words).items():
        for language in _LANGUAGES_BY_WORD.get(word, ()):
            votes[language] += number
    leaders = votes.most_common(2)
    if not leaders:
        return ""
    if len(leaders) > 1 and leaders[0][1] == leaders[1][1]:
        return _shared_style(votes, leaders[0][1])
    return leaders[0][0]


def _shared_style(votes: Counter[str], most: int) -> str:
    """Return one of the languages with `most` votes if all of them write numbers alike, or else an empty
    string.
    """
    leaders = sorted(language for language, number in votes.items() if number == most)
    # English writes its numbers differently from all other languages here.
    if "en" in leaders:
        return ""
    return leaders[0]
