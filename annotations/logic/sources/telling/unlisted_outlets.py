"""Find the names of outlets that are in no list, by the words next to them: “the newspaper Ostbote”."""

import re
from collections.abc import Iterable, Iterator

from annotations.logic.counting.voices import INSTITUTIONS
from annotations.logic.sources.outlet_names import PAPER_NAMES, PAPER_WORDS, Mention
from annotations.logic.sources.telling.telling_words import KIND, PLAIN_KIND

_CAPITALISED = r"[^\W\d_a-z][\w&’'-]{0,40}+"
_UNLISTED = rf"(?P<name>{_CAPITALISED}(?:\s+(?:&\s+|of\s+|the\s+)?{_CAPITALISED}){{0,4}})"
#: An unknown name after a word that shows that it is an outlet: “the newspaper Ostbote”.
_BEHIND_KIND = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?)\s+(?:\w+\s+)?{KIND}\s+(?:called\s+|named\s+)?[“\"‘]?{_UNLISTED}"
)
#: The same without an article, after a word that means nothing else: “local newspaper Ostbote”.
_BEHIND_PLAIN_KIND = re.compile(rf"\b(?i:{PLAIN_KIND})\s+(?:called\s+|named\s+)?[“\"‘]?{_UNLISTED}")
#: A name that ends with a word for newspapers: “the Bay Courier”.
_PAPER = re.compile(
    rf"\b[Tt]he\s+(?P<name>(?:{_CAPITALISED}\s+){{1,3}}"
    rf"(?:{'|'.join(sorted(word.capitalize() for word in PAPER_NAMES - {'express'}))}))\b"
)
#: Names of newspapers in other languages: “Dalbladet”, “Courrier du Val”.
_FOREIGN_PAPER = re.compile(
    r"(?<![\w-])(?P<name>[^\W\d_a-z]\w{1,30}(?:bladet|posten|avisen|avisa|tidende|tidningen|blatt|anzeiger|kurier|bote)|"
    r"(?:Courrier|Gazette|Dépêche|Diario|Gaceta|Corriere|Gazzetta|Giornale|Correio|Folha|Gazeta|Kurier)\s+"
    rf"(?:(?:d[eaio]s?|du|del|della|la|le|el)\s+){{0,2}}{_CAPITALISED})(?!\w)"
)
_ON_AIR = "(?:Radio|TV|Television|FM)"
#: The name of a broadcaster, after words with which somebody tells it something: “told Weir Radio”.
_BROADCASTER = re.compile(
    r"\b(?:told|said\s+on|says\s+on|speaking\s+(?:on|to)|spoke\s+(?:on|to)|according\s+to|interview\s+with)\s+"
    rf"(?P<name>(?:{_CAPITALISED}\s+){{1,3}}{_ON_AIR}|{_ON_AIR}(?:\s+{_CAPITALISED}){{1,2}})\b"
)
#: Unknown names next to words that cite them. They can also be names of people and bodies.
_CITED = (
    re.compile(rf"\b(?:[Cc]iting|reported\s+by|[Aa]ccording\s+to)\s+(?:the\s+){_UNLISTED}"),
    re.compile(
        r"\b(?:said|says|told|added)\b[^.;]{0,60}?\bin\s+an\s+(?:\w+\s+)?interview\s+(?:with|to|for)\s+"
        rf"(?:[Tt]he\s+)?(?:[a-z]+\s+){{0,2}}{_UNLISTED}"
    ),
    re.compile(
        rf"\b[Tt]he\s+{_UNLISTED}\s+(?:first\s+|also\s+)?(?:reported|reports|revealed|is\s+reporting)\b"
    ),
)


def unlisted_outlets(words: str, known: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the names of unlisted outlets, which words next to them show: “the newspaper Ostbote”.

    `known` are the places of listed names in `words`. Names that overlap them are left out.
    """
    found = [*_BEHIND_KIND.finditer(words), *_BEHIND_PLAIN_KIND.finditer(words)]
    found += _BROADCASTER.finditer(words)
    for pattern in _CITED:
        found += [match for match in pattern.finditer(words) if _may_be_outlet(match["name"])]
    yield from _elsewhere(found, known)


def newspapers(words: str, known: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the names of newspapers that are not in any list: “the Bay Courier”.

    `known` are the places in `words` that are left out.
    """
    yield from _elsewhere(list(_PAPER.finditer(words)), known)


def foreign_papers(words: str, known: Iterable[Mention]) -> Iterator[Mention]:
    """Yield names that look like those of newspapers in other languages: “Dalbladet”.

    They can be other nouns too, so the words next to them must say that they tell something. `known` are the
    places in `words` that are left out.
    """
    yield from _elsewhere(_FOREIGN_PAPER.finditer(words), known)


def _elsewhere(found: Iterable[re.Match[str]], known: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the names in `found` that overlap neither the `known` places nor each other."""
    matches = list(found)
    places = [(mention.start, mention.end) for mention in known]
    ends = [end for _, end in places] + [match.end("name") for match in matches]
    # A flag for each code point: comparing each name with each place would take quadratic time.
    is_taken = bytearray(max(ends, default=0))
    for start, end in places:
        is_taken[start:end] = b"\1" * (end - start)
    for match in matches:
        start, end = match.span("name")
        if not any(is_taken[start:end]):
            is_taken[start:end] = b"\1" * (end - start)
            yield Mention(start, end, match["name"])


def names_by_kind(text: str) -> list[str]:
    """Return the names that a text calls an outlet: “the local newspaper Ostbote” gives “Ostbote”.

    Other texts on the same event can then use the name alone.
    """
    return [match["name"] for match in _BEHIND_PLAIN_KIND.finditer(text)]


def _may_be_outlet(name: str) -> bool:
    """Return whether `name`, which stands next to words that cite it, can be an outlet.

    A word for newspapers at the end is enough. Other names must have several words, none of them for a
    ministry or another institution.
    """
    words = name.casefold().split()
    last = words[-1]
    if last in PAPER_WORDS:
        return True
    return len(words) > 1 and not any(word in INSTITUTIONS for word in words)
