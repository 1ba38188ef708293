"""Find who issued the document that a sentence quotes: “a press release by the harbour authority”."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from annotations.logic.counting.given_names import TITLES
from annotations.logic.counting.voices import INSTITUTIONS
from annotations.logic.sources.documents.kinds import NOUNS, PLATFORMS
from newsroom.text.language.calendar import ENGLISH_MONTHS, WEEKDAYS
from newsroom.text.language.words import without_accents

_DOCUMENTS = {
    kind: re.compile(rf"(?<!\w)(?:{noun})s?(?!\w)", re.IGNORECASE) for kind, noun in NOUNS.items()
}
_NOUN = rf"(?:{'|'.join(NOUNS.values())})s?"
_ANY_DOCUMENT = re.compile(rf"(?<!\w){_NOUN}(?!\w)", re.IGNORECASE)
#: Participles that say who issued a document. “Seen by” and “obtained by” say who read it.
_ISSUED = (
    "issued|published|released|filed|written|signed|sent|prepared|drafted|posted|made|brought|compiled|"
    "commissioned|out"
)
#: Right behind a document, before the issuer: “press release issued by the ”.
_BEHIND = re.compile(
    rf"\s+(?:(?:{_ISSUED})\s+)?(?P<link>by|from|of|in|at|der|des|von|du|de|del)\s+"
    r"(?:the\s+|an?\s+|die\s+|der\s+|dem\s+)?",
    re.IGNORECASE,
)
#: Words behind a document before a place or a time as often as before an issuer.
_OF_PLACE = ("in", "at")
#: A document or a platform on which the speaker of a sentence says something: “wrote in its ruling”, “on X”.
_IN_DOCUMENT = re.compile(
    rf"\b(?:in|per|auf|dans|en)\s+(?:an?|its|his|her|their|the|einer|un|une|ihrer|seiner)\s+(?:\w+\s+){{0,2}}{_NOUN}\b|"
    rf"\b(?:on|auf|bei|sur|en)\s+(?:{'|'.join(PLATFORMS)}|x|threads)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
#: Words at which the name of an issuer ends or begins.
_BOUNDS = frozenset(
    "a according accused accuses also an and are as at auf be been but by claimed claims confirmed das "
    "dem den der des did die do du es filed for found from had has have he her his how in is issued it "
    "its of on or our published read reads released said says seen sent she show showed shows signed "
    "state stated states suggest suggests than that the their then they this to told von was we were when "
    "which who will with would wrote".split()
)
#: Words that do not say whose document it is.
_UNTELLING = (
    frozenset(PLATFORMS)
    | WEEKDAYS.keys()
    | ENGLISH_MONTHS.keys()
    | frozenset(
        "threads x youtube "
        "annual another classified confidential final first initial internal joint later latest "
        "leaked legal long monthly new newest official other preliminary published recent s "
        "second separate short special spokesman spokesperson spokeswoman sworn "
        "unpublished weekly written yesterday english french german norwegian russian spanish".split()
    )
)
#: Words for somebody whom the rest of the text names.
_ROLES = frozenset(
    "actor actress airline artist author authorities band carmaker carrier club company compañía court "
    "empresa entreprise firm firma gericht government group he it judge judges lender maker manufacturer "
    "musician official officials operator organisation organization owner party plaintiff player "
    "prosecutor prosecutors retailer selskapet she singer société star team they tribunal unternehmen".split()
)
#: Words of one meaning, in several languages, and the word that is compared.
_ONE_ROLE = dict.fromkeys(
    "firm firma unternehmen entreprise société empresa compañía selskapet".split(), "company"
) | dict.fromkeys("gericht tribunal judge judges".split(), "court")
#: Words for somebody in particular, even alone.
_PARTICULAR = (INSTITUTIONS | TITLES) - _ROLES
#: Words with capitals that are no family names: “White House”, “Downing Street”, “Fjord Line”.
_NO_FAMILY_NAMES = frozenset(
    "airline airway corp daily echo gazette group hall herald hill holding house inc journal line ltd news "
    "office palace post square street times tribune watch".split()
)
#: A verb at the end of the words before a document.
_VERB_BEFORE = re.compile(r"\b(?:\w+(?:ed|te)|said|says|found|wrote|held)\s+$")
#: Most nouns for documents of one kind that are read in a sentence.
MOST_NOUNS = 20
#: Most words of an issuer's name.
LONGEST = 6
#: Code points before a document in which the words of its issuer are.
_BESIDE = 80


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issued a document, as far as a sentence says so.

    `words` are the words of the name in lower case, and `names` those of them that have a capital and belong
    to no institution. Both are empty if the sentence does not say who it is. If it only gives a role, such as
    “the singer”, `words` is empty and `role` is that word. `is_person` is true if the name ends like that of
    a person: with two words that have capitals and belong to no institution.
    """

    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    role: str = ""
    is_person: bool = False

    @property
    def label(self) -> str:
        return " ".join(sorted(self.words))


UNKNOWN = Issuer()


def issuer_of(sentence: str, kind: str, speaker: str) -> Issuer:
    """Return the issuer of the document of a `kind` that `sentence` quotes.

    The name stands behind the document (“a report by the UN”) or before it (“the UN report”). Otherwise it is
    who says something in a document: the `speaker` of the sentence, or the words before.
    """
    found = list(_issuers(sentence, kind, speaker))
    # A name says more than a role.
    named = [issuer for issuer in found if issuer.words]
    roles = [issuer for issuer in found if issuer.role]
    return next(iter([*named, *roles]), UNKNOWN)


def _issuers(sentence: str, kind: str, speaker: str) -> Iterator[Issuer]:
    for match in islice(_DOCUMENTS[kind].finditer(sentence), MOST_NOUNS):
        yield _read(_words_behind(sentence, match.end()))
        yield _read(_words_before(sentence, match.start()))
    said_in = _IN_DOCUMENT.search(sentence)
    if said_in is None:
        return
    if speaker and not is_document(speaker):
        yield _read(_WORD.findall(speaker)[:LONGEST])
    else:
        subject_end = said_in.start()
        verb = _VERB_BEFORE.search(sentence[max(0, subject_end - _BESIDE) : subject_end])
        if verb:
            subject_end -= len(verb[0])
        yield _read(_words_before(sentence, subject_end))


def one_role(word: str) -> str:
    """Return the word that is compared for a role: “company” for “firm”. Other words stay as they are."""
    return _ONE_ROLE.get(word, word)


def is_document(speaker: str) -> bool:
    """Return whether a speaker is a document: “the police report”."""
    return _ANY_DOCUMENT.search(speaker) is not None


def are_different(one: Issuer, other: Issuer) -> bool:
    """Return whether two issuers are certainly two: two people, or two bodies of one kind.

    “Tarvik police” and “Brenn police” are two. A name and a description can mean the same one, and so can two
    names: “IAEA” is “the UN nuclear watchdog”, and “Pentagon” is “Department of Defense”.
    """
    if not one.words or not other.words or agree(one, other):
        return False
    if not one.names.isdisjoint(other.names) or _are_initials(one, other):
        return False
    if one.is_person and other.is_person:
        return True
    if bool(one.names) != bool(other.names):
        return False
    kinds_of_body = one.words - one.names, other.words - other.names
    return not kinds_of_body[0].isdisjoint(kinds_of_body[1])


def agree(one: Issuer, other: Issuer) -> bool:
    """Return whether both issuers are stated, and one is the other one by a name that is not longer."""
    if not one.words or not other.words:
        return bool(one.role) and one.role == other.role
    return one.words <= other.words or other.words <= one.words or _are_initials(one, other)


def _are_initials(one: Issuer, other: Issuer) -> bool:
    """Return whether a word of one issuer has the initials of the other: “UN” and “United Nations”."""
    for short, long in ((one, other), (other, one)):
        initials = sorted(word[0] for word in long.words)
        if len(initials) > 1 and any(sorted(word) == initials for word in short.words):
            return True
    return False


def _words_behind(sentence: str, end: int) -> list[str]:
    """Return the words of the name behind a document that ends at `end`, or an empty list."""
    behind = _BEHIND.match(sentence, end)
    if behind is None:
        return []
    words: list[str] = []
    place = behind.end()
    for word in _WORD.finditer(sentence, place):
        between = sentence[place : word.start()]
        is_bound = word[0].casefold() in _BOUNDS and word[0].casefold() not in ("of", "the", "in")
        if between.strip() or is_bound or len(words) == LONGEST:
            break
        words.append(word[0])
        place = word.end()
    names_place = behind["link"].casefold() in _OF_PLACE
    if names_place and INSTITUTIONS.isdisjoint(map(_plain, words)):
        return []
    return words


def _words_before(sentence: str, start: int) -> list[str]:
    """Return the words of the name before a document that starts at `start`: “the Tarvik police report”."""
    words: list[str] = []
    before = sentence[max(0, start - _BESIDE) : start]
    end = len(before)
    for word in reversed(list(_WORD.finditer(before))):
        between = before[word.end() : end]
        if between.strip() or word[0].casefold() in _BOUNDS or len(words) == LONGEST:
            break
        name = word[0]
        is_first = start == len(before) and word.start() == 0
        if is_first and not name.isupper():
            # At the beginning of a sentence every word has a capital.
            name = name.casefold()
        words.insert(0, name)
        end = word.start()
    return words


def _read(words: list[str]) -> Issuer:
    """Return the issuer that these words describe."""
    telling = list(_telling(words))
    if all(word.isdecimal() for word in telling):
        # Nothing is left, or only the day of a date: “the ruling of May 3”.
        return UNKNOWN
    plain = [_plain(word) for word in telling]
    named = {
        key
        for word, key in zip(telling, plain, strict=True)
        if word[0].isupper() and key not in INSTITUTIONS
    }
    if len(plain) == 1 and (plain[0] in _ROLES or (not named and plain[0] not in _PARTICULAR)):
        return Issuer(role=one_role(plain[0]))
    is_person = (
        len(telling) > 1
        and named.issuperset(plain[-2:])
        and _NO_FAMILY_NAMES.isdisjoint(plain[-2:])
    )
    return Issuer(frozenset(plain), frozenset(named), is_person=is_person)


def _telling(words: list[str]) -> Iterator[str]:
    for word in words:
        bare = re.sub(r"[’']s$", "", word)
        plain = bare.casefold()
        if plain not in _BOUNDS and plain not in _UNTELLING and not _ANY_DOCUMENT.fullmatch(plain):
            yield bare


def _plain(word: str) -> str:
    plain = without_accents(word)
    return plain.removesuffix("s") if len(plain) > len("bus") else plain
