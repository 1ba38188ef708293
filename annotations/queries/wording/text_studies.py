"""Study texts before they are imported.

A study says what a text shares with other texts, and how it differs from older revisions of its article.
Studying a long text takes a long time, so it is done before the transaction of the import begins.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotations.logic.sources.copies import CopyComparison, compare_wording
from annotations.logic.sources.crediting.credits import Credit, credits_of
from annotations.logic.sources.own_words import read_own_words, sampled_runs
from annotations.logic.sources.wordings import Wording, wording_of
from annotations.logic.vocabulary import BY_HAND
from annotations.models import Anchor
from annotations.queries.wording.copies import likely_copies
from newsroom.models import Revision
from newsroom.signals import ExpectedRevision
from newsroom.text.changes.offsets import OffsetMap, changes
from newsroom.text.model import Document


@dataclass(frozen=True, slots=True)
class TextStudy:
    """The result of examining one document.

    Three dicts have revision ids as keys: `numbers_before` holds the hashes of the previous revision,
    `offset_maps` holds maps from older texts of the article to this text, and `comparisons` holds comparisons
    with current revisions of other articles.

    `credits` is empty unless the text is a copy of another one. Then it holds the sources that this text and
    the other texts name, by revision id. The key None means this text with the byline and the credit line in
    `masthead`.
    """

    wording: Wording
    numbers_before: Mapping[int, frozenset[int]] = field(default_factory=dict)
    offset_maps: Mapping[int, OffsetMap] = field(default_factory=dict)
    comparisons: Mapping[int, CopyComparison] = field(default_factory=dict)
    masthead: tuple[str, str] = ("", "")
    credits: Mapping[int | None, tuple[Credit, ...]] = field(default_factory=dict)

    @property
    def document(self) -> Document:
        return self.wording.document

    @property
    def numbers(self) -> frozenset[int]:
        return self.wording.numbers


def study_of(document: Document) -> TextStudy:
    """Return a study of a document without comparisons with other texts. This needs no query."""
    return TextStudy(wording_of(document))


def studies(expected: Sequence[ExpectedRevision]) -> list[TextStudy]:
    """Return a study of each text, compared with its older revisions and with texts that share wording."""
    wordings = [_wording(each) for each in expected]
    complete = []
    for wording, each, compared in zip(wordings, expected, _compared(wordings), strict=True):
        numbers_before: dict[int, frozenset[int]] = {}
        offset_maps: dict[int, OffsetMap] = {}
        if each.previous is not None:
            previous = Revision.objects.get(pk=each.previous)
            numbers_before[previous.pk] = sampled_runs(previous.document)
            offset_maps = _offset_maps(previous, each.document.text)

        credits = dict(compared.credits)
        if credits:
            credits[None] = credits_of(each.document, byline=each.byline, credit=each.credit)
        complete.append(
            TextStudy(
                wording=wording,
                numbers_before=numbers_before,
                offset_maps=offset_maps,
                comparisons=compared.comparisons,
                masthead=(each.byline, each.credit),
                credits=credits,
            )
        )
    return complete


def _wording(expected: ExpectedRevision) -> Wording:
    """Return the wording of an expected text. If the reader process has found it already, it is not computed
    again.
    """
    results = expected.analysis.results if expected.analysis else ()
    for result in results:
        if isinstance(result, Wording):
            return result
    return wording_of(expected.document)


@dataclass(frozen=True, slots=True)
class _ComparedTexts:
    """The comparisons of one text with current revisions of other articles, by revision id.

    `credits` holds the sources that revisions with shared wording name, by revision id.
    """

    comparisons: dict[int, CopyComparison] = field(default_factory=dict)
    credits: dict[int | None, tuple[Credit, ...]] = field(default_factory=dict)


def _compared(texts: Sequence[Wording]) -> list[_ComparedTexts]:
    """Compare each text with the articles that are likely copies of it. Returns one result for each text."""
    # The texts have no articles yet, so they get negative ids, which no article has.
    keys = {-1 - place: text.numbers for place, text in enumerate(texts)}
    places: dict[int, list[int]] = {}
    for key, articles in likely_copies(keys, among_each_other=False).items():
        for pk in articles:
            places.setdefault(pk, []).append(-1 - key)

    compared = [_ComparedTexts() for _ in texts]
    current = Revision.objects.filter(current_of__in=places).order_by("pk")
    # Only one text is in memory at a time, because each can be long.
    for revision in current.iterator(chunk_size=1):
        words = read_own_words(revision.document)
        own_credits: tuple[Credit, ...] | None = None
        for place in places[revision.article_id]:
            comparison = compare_wording(texts[place].words, words)
            compared[place].comparisons[revision.pk] = comparison
            if comparison.verdict:
                own_credits = own_credits or credits_of_revision(revision)
                compared[place].credits[revision.pk] = own_credits
    return compared


def credits_of_revision(revision: Revision) -> tuple[Credit, ...]:
    """Return the sources that a revision names for its text. The tuple is empty if it names none."""
    return credits_of(revision.document, byline=revision.byline, credit=revision.credit)


def _offset_maps(previous: Revision, text: str) -> dict[int, OffsetMap]:
    """Return maps to `text` from older revisions of the article of `previous`, by revision id.

    Only revisions in which a person drew or confirmed an anchor are included.
    """
    anchors = Anchor.objects.filter(highlight__article=previous.article_id, state__in=BY_HAND)
    revisions = Revision.objects.filter(pk__in=anchors.values("revision"))
    return {pk: changes(older, text) for pk, older in revisions.values_list("pk", "text")}
