"""Extract the names of people from bylines, or the names of agencies if there are no people.

If it is uncertain whether words are a name, they are left out, because a missing name misleads nobody and a
wrong name does.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Collection, Iterable

from newsroom.text.metadata.agencies import WIRES
from newsroom.text.metadata.limits import cut_lines

#: The longest byline, in code points.
LONGEST = 300
BETWEEN_NAMES = ", "
#: The most words that a name may have.
_LONGEST_NAME = 6

_LABEL = re.compile(
    r"\s*(?:(?:(?:written|reported|story|posted|article|text|words)\s+)?by\b\s*:?\s*|(?:authors?|reporters?|autor(?:es|en)?"
    r"|автори?|авторы|текст)\s*:\s*|(?:von|par|por|door)\s+)",
    re.IGNORECASE,
)
_E_MAIL = re.compile(
    r"[(<\[]?\s*(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}\s*[)>\]]?"
)
_HANDLE = re.compile(r"(?:^|\s)[(]?@\w{2,30}[)]?")
_ADDRESS = re.compile(
    r"https?://|www\.|^@|\w-*+\.(?:com|org|net|co\.uk|ru|ua|info)\b", re.IGNORECASE
)
_PARTS = re.compile(r"\s*(?:[,;|·•/]|\s[–—-]\s|\s&\s|\s(?:and|with|und|et|y|та|и|і)\s)\s*")
#: "By" without a space before the name, as it is read where the page sets the two apart by their style.
_GLUED_BY = re.compile(r"^\s*[Bb]y(?=[^\W\d_a-z][a-z])")
_IN_PARENTHESES = re.compile(r"\s?\(([^()]{0,80})\)")
#: The button beside the name of an author.
_FOLLOW = re.compile(
    r"\s(?:follow(?:ing)?|folgen|suivre|seguir|segui|volg|följ|følg)$", re.IGNORECASE
)
_INITIAL = re.compile(r"[^\W\d_]\.")
_WHERE = re.compile(r"\s(?:for|in|at|from)\s+(?=[A-ZА-ЯІЇЄ]).*$")
_PARTICLES = frozenset(
    "van von der den de del della di da du la le el al bin ibn ter ten zu".split()
)
_SHOUTED_PARTS = re.compile(r"\s(?:AND|WITH|UND|ET|Y|ТА|И|І)\s")
#: Words after a name and a comma that belong to the name.
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv phd ph.d. ph.d md m.d. m.d esq esq.".split())
#: The last word of a line that names an office or a department and not a person.
_OFFICES = re.compile(
    r"(?:staff|team|desk|newsroom|news\s*desk|bureau|chief|board|redaktion|redacción|rédaction|редакция|редакція"
    r"|correspondents?|reporters?|editors?|writers?|journalists?|columnists?|contributors?|producers?|analysts?"
    r"|reports?|wires?|services?|agencies|admin(?:istrator)?|webmaster|editorial|guest|authors?|anonymous|unknown"
    r"|none|null|undefined|n/a|user|root|website|online|press release|news|media|magazine|tv|radio"
    r"|network|redakteur(?:in)?|korrespondent(?:in)?"
    r"|journalistes?|corresponsal(?:es)?|periodistas?|корреспондент|кореспондент|журналист(?:ка)?|журналіст(?:ка)?)",
    re.IGNORECASE,
)
_ADDRESS_ENDING = re.compile(r"\.(?:com|org|net|co\.uk|ru|ua|info)$")


def names_of_people(lines: Iterable[str], never_authors: Collection[str] = ()) -> str:
    """Return the people named in `lines`, each once, joined by `BETWEEN_NAMES`, in at most `LONGEST` code
    points.

    The word "by", offices and e-mail addresses are left out, and so are `never_authors` (the names of the
    outlet). Agencies are returned only if no person is named. Returns an empty string if nobody is named.
    """
    refused = {spelling(name) for name in never_authors} - {""}
    names: list[str] = []
    for line in cut_lines(lines):
        names += _names_in(line, refused)
    people = [name for name in names if name.casefold() not in WIRES]

    # If a name occurs in two spellings, only the first spelling is kept.
    name_of_spelling: dict[str, str] = {}
    for name in people or names:
        name_of_spelling.setdefault(spelling(name), name)
    return BETWEEN_NAMES.join(name_of_spelling.values())[:LONGEST]


def spelling(name: str) -> str:
    """Return the letters and digits of a name in lower case, because names are compared in this form.

    A leading "the" and the ending of a domain are left out.
    """
    bare = _ADDRESS_ENDING.sub("", name.strip().casefold())
    return "".join(filter(str.isalnum, bare)).removeprefix("the")


def _names_in(line: str, refused: Collection[str]) -> list[str]:
    line = " ".join(line.split())
    line = _E_MAIL.sub(" ", line)
    line = _HANDLE.sub(" ", line)
    # Runs of spaces are removed again, because the regular expressions below are slow on them.
    line = " ".join(line.split())
    if _ADDRESS.search(line):
        return []

    line = _GLUED_BY.sub("By ", line)
    line = _IN_PARENTHESES.sub(_agency_in_parentheses, line)
    label = _LABEL.match(line)
    if label:
        line = line[label.end() :]
    names = [name for name in _parts_of(line) if _is_name_of_author(name, refused)]
    if not any(" " in name for name in names):
        return names
    # If there are whole names, a single word is a place or a section.
    return [name for name in names if " " in name or name.casefold() in WIRES]


def _agency_in_parentheses(match: re.Match[str]) -> str:
    """Return a comma and the agency in the parentheses after a name, or a space if they contain no agency.

    Authors put their initials there in the same way.
    """
    words = match[1].strip()
    return f", {words}" if words.casefold() in WIRES else " "


def _parts_of(line: str) -> list[str]:
    """Split a line at commas, "and" and similar signs, and return the parts that are not empty.

    A suffix such as "Jr." stays with its name.
    """
    names: list[str] = []
    for shouted_part in _SHOUTED_PARTS.split(line):
        for part in _PARTS.split(f" {shouted_part} "):
            name = _WHERE.sub("", part).strip(" ,;|·•-–—()")
            name = _FOLLOW.sub("", name)
            if name.casefold() in _SUFFIXES and names:
                names[-1] = f"{names[-1]}, {name}"
            elif name:
                names.append(name if " " in name else name.rstrip("."))
    return names


def _is_name_of_author(name: str, refused: Collection[str]) -> bool:
    """Return whether `name` is the name of a person or of an agency."""
    if spelling(name) in refused:
        return False
    if name.casefold() in WIRES:
        return True
    words = name.split()
    has_letter = any(map(str.isalpha, name))
    has_digit = any(map(str.isdigit, name))
    if len(words) > _LONGEST_NAME or not has_letter or has_digit:
        return False

    has_initial = any(_INITIAL.fullmatch(word) for word in words)
    is_office = _OFFICES.fullmatch(words[-1]) is not None and not has_initial
    is_common_word = words[0][0].islower() and words[0] not in _PARTICLES
    return not is_office and not is_common_word
