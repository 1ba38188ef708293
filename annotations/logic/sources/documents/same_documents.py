"""Decide which passages rest on one document, which may, and which rest on two."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations

from annotations.logic.sources.details import details_of
from annotations.logic.sources.documents.issuers import (
    UNKNOWN,
    Issuer,
    agree,
    are_different,
    issuer_of,
    one_role,
)
from annotations.logic.sources.documents.kinds import (
    BEHIND,
    PLATFORMS,
    document_kinds,
    quotes_statement,
    vague_kinds,
)
from newsroom.text.language.words import NUMBERS
from newsroom.text.model import Document, Span

#: Names of platforms, which many documents have in common.
_PLATFORMS = frozenset(PLATFORMS)
_WORD = re.compile(r"\w+")
#: Most passages with documents of one kind that are compared with each other.
MOST_COMPARED = 40


class Sameness(Enum):
    """Whether two passages rest on one document: certainly, perhaps, or not."""

    SAME = "same"
    POSSIBLE = "possible"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class QuotedDocument:
    """A document that a passage quotes.

    `sentence` holds the words of the sentences that quote it, in lower case, and `details` their names and
    figures. `around` are the names and figures of the whole article. Of `vague` kinds there are so many
    documents that the same issuer and details do not make two of them one for certain.
    """

    kind: str
    issuer: Issuer
    sentence: frozenset[str] = frozenset()
    details: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    vague: bool = False


@dataclass(frozen=True, slots=True)
class DocumentLink:
    """A document on which a passage rests, or may rest if `sure` is false. `name` is the same for all.

    `voice` is the same for all passages that may rest on one document.
    """

    name: str
    sure: bool
    voice: str


def quoted_documents(
    document: Document, sentences: list[Span], speaker: str
) -> list[QuotedDocument]:
    """Return the documents on which `sentences` of an article are based, one of each kind.

    `speaker` is who is quoted there, or empty. A statement is no document here (see `quotes_statement`).
    """
    kinds = document_kinds(document, sentences)
    is_vague = not kinds
    if is_vague and not quotes_statement(document, sentences):
        kinds = vague_kinds(document, sentences)
    if not kinds:
        return []

    around = details_of(document.text).all - _PLATFORMS
    words = " ".join(document.text_of(sentence) for sentence in sentences)
    # The next sentence can name a press release, and its issuer.
    end = sentences[-1].end
    read = f"{words} {document.text[end : end + BEHIND]}"
    said = frozenset(word.casefold() for word in _WORD.findall(words))
    said |= frozenset(map(one_role, said))
    details = details_of(words).all - _PLATFORMS | (said & NUMBERS.keys())
    quoted = []
    for kind in sorted(kinds):
        issuer = issuer_of(words, kind, speaker)
        if issuer == UNKNOWN:
            issuer = issuer_of(read, kind, speaker)
        quoted.append(QuotedDocument(kind, issuer, said, details, around, vague=is_vague))
    return quoted


def compared(one: QuotedDocument, other: QuotedDocument) -> Sameness:
    """Return whether two passages rest on one document. The order of both does not matter.

    Documents of two issuers are different. Documents of one issuer are the same, and so are documents whose
    sentences have a name or a figure in common. Otherwise they are perhaps the same.
    """
    if one.kind != other.kind or are_different(one.issuer, other.issuer):
        return Sameness.DIFFERENT
    is_same = (
        agree(one.issuer, other.issuer)
        or not one.details.isdisjoint(other.details)
        or _names_issuer(one, other)
        or _names_issuer(other, one)
        or _has_role(one, other)
    )
    return Sameness.SAME if is_same else Sameness.POSSIBLE


def _names_issuer(one: QuotedDocument, other: QuotedDocument) -> bool:
    """Return whether the sentence of `other` has the words of the issuer of `one`, and no issuer itself."""
    words = one.issuer.words or {one.issuer.role}
    return not other.issuer.words and words <= other.sentence


def _has_role(one: QuotedDocument, other: QuotedDocument) -> bool:
    """Return whether an issuer is given by a role, and both articles have a name or a figure in common.

    “The singer” is somebody whom the rest of the article names.
    """
    has_role = bool(one.issuer.role or other.issuer.role)
    return has_role and not one.around.isdisjoint(other.around)


def document_links(documents: Sequence[QuotedDocument]) -> list[list[DocumentLink]]:
    """Return for each of the documents that passages quote the links to it and to those it may be.

    Documents that are certainly one have one sure link in common, and documents that may be one have an
    unsure link in common. Of more than `MOST_COMPARED` documents of one kind all may be one.
    """
    links: list[list[DocumentLink]] = [[] for _ in documents]
    by_kind: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        by_kind[document.kind].append(number)
    for kind, numbers in by_kind.items():
        group = _Group(kind, [documents[number] for number in numbers])
        for number, found in zip(numbers, group.links(), strict=True):
            links[number] += found
    return links


class _Group:
    """The documents of one kind. `first_of` maps each index to the first one that is certainly the same."""

    def __init__(self, kind: str, documents: Sequence[QuotedDocument]) -> None:
        self.kind = kind
        self.documents = documents
        self.pairs: dict[tuple[int, int], Sameness] = {}
        for left, right in combinations(range(min(len(documents), MOST_COMPARED)), 2):
            self.pairs[left, right] = compared(documents[left], documents[right])
        self.first_of = list(range(len(documents)))
        for (left, right), sameness in self.pairs.items():
            if sameness is Sameness.SAME:
                self._join(left, right)

    def _join(self, left: int, right: int) -> None:
        """Make two documents one, unless this would make two different documents one."""
        first, second = sorted((self.first_of[left], self.first_of[right]))
        members = [self._members(first), self._members(second)]
        for one in members[0]:
            for other in members[1]:
                if self.pairs.get((min(one, other), max(one, other))) is Sameness.DIFFERENT:
                    return
        for other in members[1]:
            self.first_of[other] = first

    def _members(self, first: int) -> list[int]:
        return [index for index, known in enumerate(self.first_of) if known == first]

    def links(self) -> list[list[DocumentLink]]:
        """Return the links of each document."""
        voices = self._voices()
        links: list[list[DocumentLink]] = []
        for index, document in enumerate(self.documents):
            voice = f"{self.kind} {voices[index]}"
            name = self._name(self.first_of[index])
            own = DocumentLink(name, not document.vague and index < MOST_COMPARED, voice)
            others = [DocumentLink(other, False, voice) for other in self._possible(index)]
            links.append([own, *others])
        return links

    def _name(self, first: int) -> str:
        """Return the name of a document: its kind, its issuer if one is stated, and a number to part it."""
        name = self.kind
        issuer = self.documents[first].issuer
        if issuer.label:
            name += f" of {issuer.label}"
        if first:
            name += f" ({first + 1})"
        return name

    def _possible(self, index: int) -> Iterator[str]:
        """Yield a name for each other document that this one may be. Both have this name."""
        if len(self.documents) > MOST_COMPARED:
            yield f"some {self.kind}"
        for (left, right), sameness in self.pairs.items():
            are_one = self.first_of[left] == self.first_of[right]
            if index in (left, right) and sameness is not Sameness.DIFFERENT and not are_one:
                yield f"{self.kind} {left + 1} or {right + 1}"

    def _voices(self) -> list[int]:
        """Return a number for each document that is the same for all that may be one."""
        if len(self.documents) > MOST_COMPARED:
            return [0] * len(self.documents)
        voices = list(self.first_of)
        for (left, right), sameness in self.pairs.items():
            if sameness is not Sameness.DIFFERENT and voices[left] != voices[right]:
                joined = {voices[left], voices[right]}
                voices = [min(joined) if voice in joined else voice for voice in voices]
        return voices
