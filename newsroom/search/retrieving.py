"""Find the sentences that share the most important words with a search, so that they can be compared more
closely.

The weight of a word is its IDF. A sentence is ranked by the sum of the weights of the words that it shares
with the search.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import QuerySet

from newsroom.models import Revision, Sentence, Story
from newsroom.search.term_overlap import TermOverlap
from newsroom.text.language.word_weights import Weight
from newsroom.text.model import Span

#: All sentences of a story are retrieved if there are at most so many.
SMALL_STORY = 600
#: More sentences are ranked than are wanted, because those of excluded articles are removed afterwards: the
#: wanted number times the first factor, and the second number more for each excluded article.
_SPARE, _SPARE_AN_ARTICLE = 5, 100
#: The wanted number times this factor is read in one query.
_READ_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class RetrievedSentence:
    """A sentence that a search found.

    `sentence`, `article` and `revision` are ids. `text` is the text of the whole revision, and the sentence
    is at `start..end` in it, in code points. `blocks` are those of the revision, as (start, end, value of the
    role). `published` is the time of publication, or None if it is unknown.
    """

    sentence: int
    article: int
    revision: int
    start: int
    end: int
    text: str
    blocks: Sequence[tuple[int, int, str]]
    published: datetime | None

    @property
    def said(self) -> str:
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Retrieval:
    """The result of a search.

    `sentences` are sorted by rank, the highest first; those of a small story are in the order of their ids
    instead. `weigh` is a function that returns the weight (IDF) of a term.
    """

    sentences: tuple[RetrievedSentence, ...]
    weigh: Weight


class _SentenceMatch(NamedTuple):
    """A row that the database returns for a sentence: its id, the ids of its article and revision, and its
    place in the text in code points.
    """

    sentence: int
    article: int
    revision: int
    start: int
    end: int


_COLUMNS = ("pk", "revision__article_id", "revision_id", "start", "end")


def retrieve(
    terms: Iterable[str],
    *,
    without: Collection[int] = (),
    story: Story | None = None,
    most: int = 120,
) -> Retrieval:
    """Return the sentences that have the most in common with a search for `terms`, the highest ranked first.

    `without` holds the ids of articles that are not searched. At most `most` sentences are returned. With
    `story`, only articles of that story are searched, and if it has at most `SMALL_STORY` sentences, all of
    them are returned, in the order of their ids.
    """
    overlap = TermOverlap(list(dict.fromkeys(terms)))
    sentences = Sentence.objects.exclude(revision__article__in=without)
    if story is None:
        candidates = overlap.best(_SPARE * most + _SPARE_AN_ARTICLE * len(without))
        rows = _first_among(sentences, candidates, most)
    else:
        rows = _rows_of_story(sentences, story, overlap, most)
    return Retrieval(tuple(_with_texts(rows)), overlap.weigh)


def sentences_of(revisions: Collection[int]) -> dict[int, list[Span]]:
    """Return the places of the sentences of each of `revisions` (ids) in order, as {revision id: spans}.

    Revisions without sentences are left out.
    """
    spans: dict[int, list[Span]] = defaultdict(list)
    rows = Sentence.objects.filter(revision__in=revisions).order_by("revision", "start")
    for revision, start, end in rows.values_list("revision_id", "start", "end"):
        spans[revision].append(Span(start, end))
    return spans


def _rows_of_story(
    sentences: QuerySet[Sentence], story: Story, overlap: TermOverlap, most: int
) -> list[_SentenceMatch]:
    """Return all of `sentences` in the story, in the order of their ids, if there are at most `SMALL_STORY`.

    Of a larger story, return the `most` highest ranked sentences.
    """
    of_story = sentences.filter(revision__article__places__story=story)
    first_rows = of_story.order_by("pk").values_list(*_COLUMNS)[: SMALL_STORY + 1]
    rows = [_SentenceMatch(*row) for row in first_rows]
    if len(rows) <= SMALL_STORY:
        return rows
    return _first_among(of_story, overlap.best(), most)


def _first_among(
    sentences: QuerySet[Sentence],
    ids: list[int],
    most: int,
) -> list[_SentenceMatch]:
    """Return the first `most` of `ids` that belong to `sentences`, in the order of `ids`."""
    chosen: list[_SentenceMatch] = []
    size = _READ_AT_ONCE * most
    for start in range(0, len(ids), size):
        stretch = ids[start : start + size]
        rows = {row[0]: row for row in sentences.filter(pk__in=stretch).values_list(*_COLUMNS)}
        chosen += [_SentenceMatch(*rows[pk]) for pk in stretch if pk in rows]
        if len(chosen) >= most:
            break
    return chosen[:most]


def _with_texts(rows: Sequence[_SentenceMatch]) -> Iterable[RetrievedSentence]:
    revisions = Revision.objects.filter(pk__in={row.revision for row in rows})
    stored = {}
    for pk, text, blocks, published in revisions.values_list(
        "pk", "text", "blocks", "published_at"
    ):
        stored[pk] = text, blocks, published
    for row in rows:
        text, blocks, published = stored[row.revision]
        yield RetrievedSentence(*row, text, blocks, published)
