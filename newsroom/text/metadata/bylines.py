"""Whom a byline names: people, and agencies where it names no people. Blank is preferred to invented."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Collection, Iterable, Iterator

from newsroom.text.metadata.agencies import WIRES

LONGEST = 300
_LONGEST_NAME = 6

_LABEL = re.compile(
    r"\s*(?:(?:(?:written|reported|story|posted|article|text|words)\s+)?by\b\s*:?\s*|(?:authors?|reporters?|autor(?:es|en)?"
    r"|автори?|авторы|текст)\s*:\s*|(?:von|par|por|door)\s+)",
    re.IGNORECASE,
)
_E_MAIL = re.compile(r"[(<\[]?\s*(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}\s*[)>\]]?")
_HANDLE = re.compile(r"(?:^|\s)[(]?@\w{2,30}[)]?")
_ADDRESS = re.compile(r"https?://|www\.|^@|\b[\w-]+\.(?:com|org|net|co\.uk|ru|ua|info)\b", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[,;|·•/]|\s[–—-]\s|\s&\s|\s(?:and|with|und|et|y|та|и|і)\s)\s*")
_INITIAL = re.compile(r"[^\W\d_]\.")
_WHERE = re.compile(r"\s(?:for|in|at|from)\s+(?=[A-ZА-ЯІЇЄ]).*$")
_PARTICLES = frozenset("van von der den de del della di da du la le el al bin ibn ter ten zu".split())
_SHOUTED_PARTS = re.compile(r"\s(?:AND|WITH|UND|ET|Y|ТА|И|І)\s")
#: What follows a name and a comma and belongs to it.
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv phd ph.d. ph.d md m.d. m.d esq esq.".split())
#: The last word of what is an office or a department and no person.
_OFFICES = re.compile(
    r"(?:staff|team|desk|newsroom|news\s*desk|bureau|chief|board|redaktion|redacción|rédaction|редакция|редакція"
    r"|correspondents?|reporters?|editors?|writers?|journalists?|columnists?|contributors?|producers?|analysts?"
    r"|reports?|wires?|services?|agencies|admin(?:istrator)?|webmaster|editorial|guest|authors?|anonymous|unknown"
    r"|none|null|undefined|n/a|user|root|website|online|press release|news|media|magazine|tv|radio"
    r"|network|redakteur(?:in)?|korrespondent(?:in)?"
    r"|journalistes?|corresponsal(?:es)?|periodistas?|корреспондент|кореспондент|журналист(?:ка)?|журналіст(?:ка)?)",
    re.IGNORECASE,
)


BETWEEN_NAMES = ", "


def names_of_people(names: Iterable[str], nobodies: Collection[str] = ()) -> str:
    """The people in `names`, each once, joined by ", ": without "By", offices, e-mail addresses and
    `nobodies` (the outlet in its spellings). An agency counts only where no person is named. At most 300 code
    points.
    """
    refused = {spelling(name) for name in nobodies} - {""}
    found = list(dict.fromkeys(name for line in names for name in _named(line, refused)))
    told = [name for name in found if name.casefold() not in WIRES] or found
    once = {spelling(name): name for name in reversed(told)}
    return ", ".join(reversed(once.values()))[:LONGEST]


def spelling(name: str) -> str:
    """A name as it is compared: letters and digits alone, without "the" before or the end of an address."""
    bare = re.sub(r"\.(?:com|org|net|co\.uk|ru|ua|info)$", "", name.strip().casefold())
    return "".join(filter(str.isalnum, bare)).removeprefix("the")


def _named(line: str, refused: Collection[str]) -> Iterator[str]:
    line = _HANDLE.sub(" ", _E_MAIL.sub(" ", " ".join(line.split())))
    if _ADDRESS.search(line):
        return
    line = _LABEL.sub("", line, count=1) if _LABEL.match(line) else line
    parts = [part for shouted in _SHOUTED_PARTS.split(line) for part in _PARTS.split(f" {shouted} ")]
    names: list[str] = []
    for part in (_WHERE.sub("", part).strip(" ,;|·•-–—()") for part in parts):
        if part.casefold() in _SUFFIXES and names:
            names[-1] = f"{names[-1]}, {part}"
        elif part:
            names.append(part if " " in part else part.rstrip("."))
    somebody = [name for name in names if _is_somebody(name, refused)]
    whole = any(" " in name for name in somebody)
    yield from (name for name in somebody if " " in name or not whole or name.casefold() in WIRES)


def _is_somebody(name: str, refused: Collection[str]) -> bool:
    words = name.split()
    if name.casefold() in WIRES:
        return spelling(name) not in refused
    return (
        len(words) <= _LONGEST_NAME
        and any(character.isalpha() for character in name)
        and not any(character.isdigit() for character in name)
        and spelling(name) not in refused
        and not (_OFFICES.fullmatch(words[-1]) and not any(_INITIAL.fullmatch(word) for word in words))
        and not (words[0][0].islower() and words[0] not in _PARTICLES and name not in WIRES)
    )
