"""Count the independent sources of a claim from the texts of a story alone, without decisions by people.

Credits, copies, tellers, owners and documents are found in the texts. Each of them is a link of a chain of
telling (see `chains`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from annotations.logic.counting.chains import Chain
from annotations.logic.counting.standing import CitedPassage, EvidenceCount, count
from annotations.logic.counting.voices import voice
from annotations.logic.finding.report_sources import sources_of_articles
from annotations.logic.sources.attribution import guess_speaker
from annotations.logic.sources.copies import CopyComparison, CopyVerdict, compare_wording
from annotations.logic.sources.crediting.article_credits import article_credits, credits_of_passage
from annotations.logic.sources.documents import document_kinds, quotes_statement, vague_kinds
from annotations.logic.sources.families import OutletFamilies
from annotations.logic.sources.outlet_names import OutletNames
from annotations.logic.sources.own_words import read_own_words
from annotations.logic.sources.telling.tellers import (
    names_teller,
    reports_itself,
    sentences_of,
    tellers_of,
)
from annotations.logic.sources.telling.unlisted_outlets import names_by_kind
from annotations.logic.speech.tellers_apart import is_outlet
from annotations.logic.vocabulary import Relation
from newsroom.text.model import Document, Span

#: The place at the start of a dateline, which can stand before a speaker.
_DATELINE = re.compile(r"^[A-Z][A-ZÀ-Þ .,-]{2,40}\s[-–—]\s+")
#: Prefix of the names of documents in a chain.
DOCUMENT = "document: "
#: If a text shares at least this share of its own words with another text, each of its passages can come from
#: there, even if it was rewritten.
NEARLY_ALL = 0.8


@dataclass(frozen=True, slots=True)
class StoryText:
    """An article of a story: its outlet, the owner of the outlet (empty if unknown), and its text.

    `name` identifies the article in the story. `byline` and `credit` are lines next to the text, or empty.
    """

    name: str
    outlet: str
    owner: str
    document: Document
    byline: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class StoryPassage:
    """A passage of an article, and its relation to a claim.

    `article` is the `name` of the `StoryText`. `span` is the place of the passage in its text (code points).
    """

    article: str
    span: Span
    relation: Relation


def standing_of(texts: Sequence[StoryText], passages: Iterable[StoryPassage]) -> EvidenceCount:
    """Return the count of the evidence for a claim.

    In the count, an article is identified by its index in `texts`.
    """
    story = _Story(texts)
    return count([story.cited(passage) for passage in passages])


@dataclass(frozen=True, slots=True)
class SharedText:
    """The text that an article shares with another one. `key` identifies the shared text.

    `whole` is true if one article is a copy of the other. `share` says how much of its own words one article
    shares with the other, from 0 to 1. It is the larger value of the two articles. `spans` are the shared
    stretches of the article, and `paragraphs` the indexes of its blocks that are mostly shared. `other` is
    the `name` of the other article, and `other_text` its whole text.
    """

    key: str
    whole: bool
    share: float
    spans: tuple[Span, ...]
    paragraphs: tuple[int, ...]
    other: str
    other_text: str

    def holds(self, document: Document, passage: Span) -> bool:
        """Return whether `passage`, a span of `document`, is part of the shared text.

        If one article is a copy of the other, it is enough that the other article contains the words of the
        passage.
        """
        if any(span.overlaps(passage) for span in self.spans):
            return True
        if any(document.blocks[index].span.overlaps(passage) for index in self.paragraphs):
            return True
        return self.whole and document.text[passage.start : passage.end] in self.other_text


@dataclass(frozen=True, slots=True)
class ChainLink:
    """A source through which a passage came, or may have come if `sure` is false.

    `name` is the key of the source, or empty if the source is unknown.
    """

    name: str
    sure: bool


class _Story:
    """The articles of a story. An instance reads the copies and credits of each article only once."""

    def __init__(self, texts: Sequence[StoryText]) -> None:
        self.texts = {text.name: text for text in texts}
        self.positions = {text.name: number for number, text in enumerate(texts)}
        # Reports cite an owner too: “according to Weir Media”.
        called = {name for text in texts for name in names_by_kind(text.document.text)}
        self.names = OutletNames(
            [*called, *(name for text in texts for name in (text.outlet, text.owner))]
        )
        self.families = OutletFamilies(
            (text.outlet, text.owner) for text in texts if text.outlet and text.owner
        )
        # Copies and credits are about whole articles, so they are computed once and not for each passage.
        self.copies = _copies(texts)
        self.credits = {
            text.name: article_credits(
                text.document, self.names, own=text.outlet, byline=text.byline, credit=text.credit
            )
            for text in texts
        }

    def cited(self, passage: StoryPassage) -> CitedPassage:
        """Return the passage with all facts that the count needs.

        If the passage is based on a document, the document is its speaker.
        """
        chain = self.chain(passage)
        documents = sorted(name for name in chain.sure if name.startswith(DOCUMENT))
        return CitedPassage(
            relation=passage.relation,
            article=self.positions[passage.article],
            chain=chain,
            outlet=self.texts[passage.article].outlet,
            speaker=documents[0] if documents else self.speaker(passage),
        )

    def chain(self, passage: StoryPassage) -> Chain:
        """Return the chain of telling of a passage, from tellers, credits, documents and copied texts."""
        text = self.texts[passage.article]
        own = self.families.key(text.outlet)
        links = [
            *self._links_by_tellers(text, passage.span),
            *self._links_by_credits(text, passage.span),
            *self._links_by_documents(text, passage),
            *self._links_by_copies(text, passage.span),
        ]
        # The own outlet is not a dependence on another source.
        sure = {link.name for link in links if link.sure and link.name} - {own}
        unsure = {link.name for link in links if not link.sure and link.name} - {own}
        unknown = any(not link.name for link in links)
        return Chain(own, frozenset(sure), frozenset(unsure - sure), unknown)

    def _links_by_tellers(self, text: StoryText, span: Span) -> Iterator[ChainLink]:
        for teller in tellers_of(text.document, span, self.names, own=text.outlet):
            yield ChainLink(self.families.key(teller.name), teller.sure)

    def _links_by_credits(self, text: StoryText, span: Span) -> Iterator[ChainLink]:
        by_itself = reports_itself(text.document, span, self.names, own=text.outlet)
        told = names_teller(text.document, span, self.names, own=text.outlet)
        credited = self.credits[text.name]
        for credit in credits_of_passage(credited, span, by_itself=by_itself, told=told):
            yield ChainLink(self.families.key(credit.name), credit.sure)

    def _links_by_documents(self, text: StoryText, passage: StoryPassage) -> Iterator[ChainLink]:
        sentences = sentences_of(text.document, passage.span)
        kinds = document_kinds(text.document, sentences)
        for kind in kinds:
            yield ChainLink(f"{DOCUMENT}{kind}", sure=True)
        if not kinds and quotes_statement(text.document, sentences):
            # Somebody can give several statements, so it is not sure that two reports quote the same one.
            speaker = voice(self.speaker(passage))
            yield ChainLink(f"{DOCUMENT}statement of {speaker}", sure=False)
        elif not kinds:
            for kind in vague_kinds(text.document, sentences):
                yield ChainLink(f"{DOCUMENT}{kind}", sure=False)

    def _links_by_copies(self, text: StoryText, span: Span) -> Iterator[ChainLink]:
        for copy in self.copies[text.name]:
            holds = copy.holds(text.document, span)
            if holds or copy.share >= NEARLY_ALL:
                # A passage outside the shared text may have been rewritten, so the dependence is not sure.
                yield ChainLink(copy.key, sure=copy.whole and holds)
            if copy.whole and holds:
                yield from self._links_of_original(text, span, self.texts[copy.other])

    def _links_of_original(
        self, text: StoryText, span: Span, other: StoryText
    ) -> Iterator[ChainLink]:
        """Yield the sources that another copy of the text names for the passage. This copy may omit them."""
        words = text.document.text[span.start : span.end].rstrip(" .,;:!?")
        start = other.document.text.find(words) if words else -1
        if start >= 0:
            place = Span(start, start + len(words))
            yield from self._links_by_credits(other, place)
            # The other print can go on behind the words: “…, dpa reported.”
            yield from self._links_by_tellers(other, place)
            return
        # The words were edited, so it is not known to which part of the other print they belong.
        for credit in self.credits[other.name]:
            sure = credit.sure and credit.about is None
            yield ChainLink(self.families.key(credit.name), sure)

    def speaker(self, passage: StoryPassage) -> str:
        """Return the person or office that is reported to have said the passage.

        Returns an empty string if there is none, or if it is an outlet.
        """
        text = self.texts[passage.article]
        speaker = _DATELINE.sub("", guess_speaker(text.document, passage.span))
        # An outlet that reports a passage is a teller and not a speaker. A spokesman for an outlet is one.
        return "" if is_outlet(speaker, self.names) else speaker


@dataclass(frozen=True, slots=True)
class _WordingInCommon:
    """Two articles that share wording, given by their positions in the story, and their comparison."""

    left: int
    right: int
    comparison: CopyComparison

    @property
    def whole(self) -> bool:
        return self.comparison.verdict is CopyVerdict.COPY


def _copies(texts: Sequence[StoryText]) -> dict[str, list[SharedText]]:
    """Return for each article, by its `name`, the texts that it shares with other articles."""
    words = [read_own_words(text.document) for text in texts]
    pairs: list[_WordingInCommon] = []
    for left, right in combinations(range(len(texts)), 2):
        comparison = compare_wording(words[left], words[right])
        if comparison.verdict is not None:
            pairs.append(_WordingInCommon(left, right, comparison))
    key_of = _keys_of_copied_texts(texts, pairs)

    shared: dict[str, list[SharedText]] = {text.name: [] for text in texts}
    for pair in pairs:
        left_text, right_text = texts[pair.left], texts[pair.right]
        key = f"wording: {left_text.name}, {right_text.name}"
        if pair.whole:
            key = key_of[pair.left]
        for side, this, other in (
            (pair.comparison.left, left_text, right_text),
            (pair.comparison.right, right_text, left_text),
        ):
            shared[this.name].append(
                SharedText(
                    key=key,
                    whole=pair.whole,
                    share=pair.comparison.share,
                    spans=side.spans,
                    paragraphs=side.paragraphs,
                    other=other.name,
                    other_text=other.document.text,
                )
            )
    return shared


def _keys_of_copied_texts(
    texts: Sequence[StoryText], pairs: Iterable[_WordingInCommon]
) -> dict[int, str]:
    """Return the key of the text that each article copies, by the position of the article.

    If A is a copy of B, and B of C, all three have one key, in whichever order they are compared.
    """
    copied: dict[int, set[int]] = {position: set() for position in range(len(texts))}
    for number, pair in enumerate(pairs):
        if pair.whole:
            copied[pair.left].add(number)
            copied[pair.right].add(number)
    first_with: dict[str, str] = {}
    key_of: dict[int, str] = {}
    for position, source in sources_of_articles(copied).items():
        first = first_with.setdefault(source, texts[position].name)
        key_of[position] = f"text: {first}"
    return key_of
