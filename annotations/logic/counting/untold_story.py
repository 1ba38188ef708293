"""Count the independent sources of a claim from the texts of a story alone, without decisions by people.

Credits, copies, tellers, owners and documents are found in the texts. Each of them is a link of a chain of
telling (see `chains`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotations.logic.counting.chains import Chain
from annotations.logic.counting.standing import CitedPassage, EvidenceCount, count
from annotations.logic.counting.voices import voice
from annotations.logic.sources.attribution import guess_speaker
from annotations.logic.sources.crediting.article_credits import article_credits, credits_of_passage
from annotations.logic.sources.documents.issuers import is_document
from annotations.logic.sources.documents.kinds import quotes_statement
from annotations.logic.sources.documents.same_documents import (
    DocumentLink,
    QuotedDocument,
    document_links,
    quoted_documents,
)
from annotations.logic.sources.families import OutletFamilies
from annotations.logic.sources.outlet_names import OutletNames
from annotations.logic.sources.shared_wording.copied_texts import copied_texts
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
    listed = list(passages)
    story = _Story(texts)
    documents = story.documents(listed)
    return count([story.cited(passage, documents[passage]) for passage in listed])


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
            (name for text in texts for name in (text.outlet, text.owner)), called
        )
        self.families = OutletFamilies(
            (text.outlet, text.owner) for text in texts if text.outlet and text.owner
        )
        # Copies and credits are about whole articles, so they are computed once and not for each passage.
        self.copies = copied_texts({text.name: text.document for text in texts})
        self.credits = {
            text.name: article_credits(
                text.document, self.names, own=text.outlet, byline=text.byline, credit=text.credit
            )
            for text in texts
        }

    def documents(self, passages: Iterable[StoryPassage]) -> dict[StoryPassage, list[DocumentLink]]:
        """Return for each passage the documents on which it is based, or may be based."""
        quoted: list[QuotedDocument] = []
        quoted_by: list[StoryPassage] = []
        listed = dict.fromkeys(passages)
        for passage in listed:
            document = self.texts[passage.article].document
            sentences = sentences_of(document, passage.span)
            found = quoted_documents(document, sentences, self.speaker(passage))
            quoted += found
            quoted_by += [passage] * len(found)
        links: dict[StoryPassage, list[DocumentLink]] = {passage: [] for passage in listed}
        for passage, found_links in zip(quoted_by, document_links(quoted), strict=True):
            links[passage] += found_links
        return links

    def cited(self, passage: StoryPassage, documents: Sequence[DocumentLink]) -> CitedPassage:
        """Return the passage with all facts that the count needs.

        `documents` are those on which the passage is based, or may be. If it is sure, or if the speaker is
        one, the document is the speaker.
        """
        chain = self.chain(passage, documents)
        speaker = self.speaker(passage)
        speaks = is_document(speaker)
        voices = [link.voice for link in documents if link.sure or speaks]
        return CitedPassage(
            relation=passage.relation,
            article=self.positions[passage.article],
            chain=chain,
            outlet=self.texts[passage.article].outlet,
            speaker=f"{DOCUMENT}{min(voices)}" if voices else speaker,
        )

    def chain(self, passage: StoryPassage, documents: Sequence[DocumentLink]) -> Chain:
        """Return the chain of telling of a passage, from tellers, credits, documents and copied texts."""
        text = self.texts[passage.article]
        own = self.families.key(text.outlet)
        links = [
            *self._links_by_names(text, passage.span),
            *self._links_by_documents(passage, documents),
            *self._links_by_copies(text, passage.span),
        ]
        # The own outlet is not a dependence on another source.
        sure = {link.name for link in links if link.sure and link.name} - {own}
        unsure = {link.name for link in links if not link.sure and link.name} - {own}
        unknown = any(not link.name for link in links)
        return Chain(own, frozenset(sure), frozenset(unsure - sure), unknown)

    def _links_by_names(self, text: StoryText, span: Span) -> Iterator[ChainLink]:
        """Yield the tellers of the passage at `span`, and the sources that the article credits for it."""
        tellers = tellers_of(text.document, span, self.names, own=text.outlet)
        for teller in tellers:
            yield ChainLink(self.families.key(teller.name), teller.sure)

        by_itself = reports_itself(text.document, span, self.names, own=text.outlet)
        told = names_teller(tellers)
        credited = self.credits[text.name]
        for credit in credits_of_passage(credited, span, by_itself=by_itself, told=told):
            yield ChainLink(self.families.key(credit.name), credit.sure)

    def _links_by_documents(
        self, passage: StoryPassage, documents: Sequence[DocumentLink]
    ) -> Iterator[ChainLink]:
        for link in documents:
            yield ChainLink(f"{DOCUMENT}{link.name}", link.sure)
        document = self.texts[passage.article].document
        if not documents and quotes_statement(document, sentences_of(document, passage.span)):
            # Somebody can give several statements, so it is not sure that two reports quote the same one.
            speaker = voice(self.speaker(passage))
            yield ChainLink(f"{DOCUMENT}statement of {speaker}", sure=False)

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
        words = text.document.text_of(span).rstrip(" .,;:!?")
        start = other.document.text.find(words)
        if words and start >= 0:
            place = Span(start, start + len(words))
            # The other print can go on behind the words: “…, dpa reported.”
            yield from self._links_by_names(other, place)
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
