"""Find the places where a text names outlets and agencies, by full or short names: “the Dispatch”, “AP”.

The known names are those of the agencies, of the included list of outlets, and of the outlets of the story.
`unlisted_outlets` finds unknown names next to a word such as “newspaper”.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from annotations.logic.sources.telling.telling_words import COMPOUND
from newsroom.text.metadata.agencies import WIRES
from newsroom.text.metadata.known_outlets import OTHER_NAMES, OUTLETS

#: Words in the names of newspapers that hardly mean anything else.
PAPER_NAMES = frozenset(
    "chronicle courier daily dispatch echo express gazette globe guardian herald independent journal mail "
    "mirror monitor news observer post press record standard star sun telegraph times tribune".split()
)
#: Words in the names of newspapers that can also mean something else. After “the”, one of these words of an
#: outlet's name represents the whole name.
PAPER_WORDS = PAPER_NAMES | frozenset(
    "advertiser advocate argus avis beacon bulletin bugle citizen clarion enquirer examiner forum inquirer "
    "investigator leader ledger mercury messenger paper pioneer recorder register reporter review sentinel "
    "signal today voice weekly".split()
)
#: The short name of each agency with several names.
SHORT_NAMES = {
    "agence france-presse": "AFP",
    "associated press": "AP",
    "ap news": "AP",
    "canadian press": "Canadian Press",
    "deutsche presse-agentur": "dpa",
    "deutschen presse-agentur": "dpa",
    "press association": "PA",
    "pa media": "PA",
    "kyodo news": "Kyodo",
    "anadolu agency": "Anadolu",
    "a.p.": "AP",
    "a.f.p.": "AFP",
    "čtk": "CTK",
    "тасс": "TASS",
    "рейтер": "Reuters",
    "укрінформ": "Ukrinform",
    "укринформ": "Ukrinform",
    "уніан": "UNIAN",
    "интерфакс": "Interfax",
    "риа новости": "RIA Novosti",
}
#: Names of agencies in scripts that put no space between words, or join small words to a name.
_UNSPACED = {
    "路透社": "Reuters",
    "ロイター": "Reuters",
    "法新社": "AFP",
    "美联社": "AP",
    "美聯社": "AP",
    "新华社": "Xinhua",
    "新華社": "Xinhua",
    "共同社": "Kyodo",
    "共同通信": "Kyodo",
    "時事通信": "Jiji",
    "韩联社": "Yonhap",
    "رويترز": "Reuters",
    "فرانس برس": "AFP",
    "أسوشيتد برس": "AP",
    "רויטרס": "Reuters",
}
SHORT_NAMES |= _UNSPACED
_SPELLED_SHORT = (
    "AFP",
    "AP",
    "Reuters",
    "dpa",
    "EFE",
    "ANSA",
    "TASS",
    "Interfax",
    "Kyodo",
    "Jiji",
    "Xinhua",
    "Yonhap",
    "PTI",
    "ANI",
    "UPI",
    "PA",
    "AAP",
    "Bloomberg",
    "Anadolu",
    "Ukrinform",
    "UNIAN",
    "CTK",
    "NTB",
    "BNS",
    "PAP",
    "APA",
    "ANP",
    "Belga",
    "RIA Novosti",
    "Canadian Press",
)
#: Other spellings of agencies that are written in capitals, or in small letters, as a rule. The other ones of
#: `_SPELLED_SHORT` are names of people or words in such a spelling: “Ani”, “Pa”.
_OTHER_SPELLINGS = {
    "Afp": "AFP",
    "Ansa": "ANSA",
    "Efe": "EFE",
    "Tass": "TASS",
    "Unian": "UNIAN",
    "Dpa": "dpa",
    "DPA": "dpa",
}
_OUTLET_OF = {other.casefold(): name for other, name in OTHER_NAMES.items()}
_AGENCIES = {name.casefold(): name for name in _SPELLED_SHORT}
_FOREIGN_ARTICLES = frozenset("das der die el il la le les los".split())
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A place in a text, `start` to `end` in code points, that names the outlet or agency `name`."""

    start: int
    end: int
    name: str


def outlet_key(name: str) -> str:
    """Return the key of an outlet or agency, which is its name in lower case and without “the”.

    All names of one agency, and of one known outlet, have the same key. The key of an empty name is empty.
    """
    plain = _plain(name)
    known = SHORT_NAMES.get(plain) or _OUTLET_OF.get(plain)
    return _plain(known) if known else plain


def _plain(name: str) -> str:
    """Return a name in lower case, without “the”, and with single spaces."""
    return _ARTICLE.sub("", " ".join(name.split()).casefold())


def short_name(name: str) -> str:
    """Return the short name of an agency that has several names. Any other name is returned unchanged."""
    return SHORT_NAMES.get(_ARTICLE.sub("", name.casefold()), name)


def is_agency(name: str) -> bool:
    """Return whether the name belongs to an agency that supplies texts, and not only pictures."""
    plain = _ARTICLE.sub("", name.casefold())
    return plain in WIRES or plain in SHORT_NAMES or outlet_key(name) in _AGENCIES


class OutletNames:
    """The names of outlets and agencies to search for in texts. `outlets` are the outlets of one story.

    The agencies and the included list of outlets are always searched for too. `guesses` are names that a text
    seems to call an outlet. No short forms of them are searched for.
    """

    def __init__(self, outlets: Iterable[str] = (), guesses: Iterable[str] = ()) -> None:
        self._story = sorted({name.strip() for name in outlets if name.strip()})
        guessed = sorted({name.strip() for name in guesses if name.strip()} - set(self._story))
        known = {outlet_key(name) for name in (*self._story, *_full_names(()).values())}
        self._guessed = {outlet_key(name) for name in guessed} - known
        self._names = _full_names((*guessed, *self._story))
        self._short_forms = _short_forms(self._story)
        self._quoted_forms = _quoted_forms(self._names)
        self._pattern = _pattern(
            tuple(self._names), tuple(self._short_forms), tuple(self._quoted_forms)
        )

    def is_guess(self, name: str) -> bool:
        """Return whether the name is known from a guess only."""
        return outlet_key(name) in self._guessed

    def mentions(self, text: str, *, own: str = "") -> list[Mention]:
        """Return the places where `text` names an outlet or agency, in order.

        Offsets are in `text`. If a short form such as “the Post” fits several outlets, it means `own`, the
        outlet of the text. If `own` is none of these outlets, the short form is ignored.
        """
        mentions = []
        for match in self._pattern.finditer(text):
            name = self._meant(match, own)
            if name:
                mentions.append(Mention(match.start("name"), match.end("name"), name))
        return mentions

    def _meant(self, match: re.Match[str], own: str) -> str:
        spelled = " ".join(match["name"].split())
        candidates = self._short_forms.get(spelled.split()[-1], [])
        if own in candidates and _ARTICLE.match(spelled):
            return own
        full = self._names.get(spelled) or self._names.get(_ARTICLE.sub("", spelled))
        if full:
            return full
        if spelled in self._quoted_forms:
            return self._quoted_forms[spelled]

        return candidates[0] if len(candidates) == 1 else ""


@lru_cache(maxsize=64)
def _full_names(story: tuple[str, ...]) -> dict[str, str]:
    """Return the outlet for each spelling of its full name without “the”.

    The names in `story` replace equal spellings of other names.
    """
    names: dict[str, str] = {}
    for name in (*OUTLETS.values(), *_SPELLED_SHORT):
        names[_ARTICLE.sub("", name)] = name
    for spelling, short in SHORT_NAMES.items():
        capitalised = " ".join(word[0].upper() + word[1:] for word in spelling.split())
        names[capitalised] = short
        if " " not in spelling:
            names[spelling.upper()] = short
    names |= _OTHER_SPELLINGS
    names |= OTHER_NAMES
    names["Agence France-Presse"] = "AFP"
    names["Deutsche Presse-Agentur"] = names["Deutschen Presse-Agentur"] = "dpa"
    for name in story:
        names[_ARTICLE.sub("", name)] = name
    return names


def _short_forms(story: Iterable[str]) -> dict[str, list[str]]:
    """Return for each short form the outlets that it can mean after “the”.

    `story` are the names of the outlets of the story.
    """
    forms: dict[str, list[str]] = {}
    for name in story:
        words = _ARTICLE.sub("", name).split()
        if len(words) <= 1:
            continue
        for word in words:
            if word.casefold() in PAPER_WORDS:
                forms.setdefault(word, []).append(name)
    return forms


def _quoted_forms(names: Mapping[str, str]) -> dict[str, str]:
    """Return the names that begin with an article, by the rest of the name: “Zeit” for “Die Zeit”.

    In quotation marks the rest names the outlet: der „Zeit“.
    """
    forms = {}
    for spelling, name in names.items():
        article, _, rest = spelling.partition(" ")
        if rest and article.casefold() in _FOREIGN_ARTICLES:
            forms[rest] = name
    return forms


@lru_cache(maxsize=64)
def _pattern(
    names: tuple[str, ...], short_forms: tuple[str, ...], quoted_forms: tuple[str, ...]
) -> re.Pattern[str]:
    """Return a pattern that finds all full names, and the short forms after “the”, “this” or “our”.

    It also finds `quoted_forms` in quotation marks and behind “au” or “du”, and full names in the German
    genitive: des Bergblatts.
    """
    alternatives = [
        re.escape(name).replace(r"\ ", r"\s+") for name in sorted(names, key=len, reverse=True)
    ]
    full = "|".join(alternatives)
    short = "|".join(re.escape(word) for word in sorted(short_forms, key=len, reverse=True))
    behind_the = rf"|(?:[Tt]he|this|our)\s+(?:{short})" if short else ""
    unspaced = "|".join(_UNSPACED)
    genitive = rf"(?<=[Dd]es\s)(?:{full})(?=e?s\b)"
    forms = "|".join(map(re.escape, quoted_forms))
    in_quotes = rf"(?<=[„“«‘\"'])(?:{forms})(?=[“”\"»’'])"
    contracted = rf"(?<=\b[ad]u\s)(?:{forms})(?!\w)"
    return re.compile(
        rf"(?P<name>(?<![\w-])(?:(?:[Tt]he\s+)?(?:{full}){behind_the})(?:(?![\w-])|(?={COMPOUND}))|"
        rf"{genitive}|{in_quotes}|{contracted}|{unspaced})"
    )
