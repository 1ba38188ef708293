"""Choosing the sentences worth a closer look: those that share the words that tell most."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from django.db.models import QuerySet

from newsroom.models import Revision, Sentence, Story, Vocabulary
from newsroom.search import backend
from newsroom.text.language.word_weights import Weight, idf_weights
from newsroom.text.model import Span

#: Most sentences looked up for one search: words are taken, the rarest first, until their counts sum up to
#: this.
CAP = 6_000
#: Most sentences looked up for one word.
CAP_OF_WORD = 2_000
#: A story of at most so many sentences is looked through whole.
SMALL_STORY = 600
#: Most pairs of common words looked up together.
PAIRS = 10

#: A sentence's id, article, revision, and its span there.
_Place = tuple[int, int, int, int, int]
_PLACE = ("pk", "revision__article_id", "revision_id", "start", "end")


@dataclass(frozen=True, slots=True)
class RetrievedSentence:
    """A sentence with its place; `text` is that of its whole revision."""

    sentence: int
    article: int
    revision: int
    start: int
    end: int
    text: str
    published: datetime | None

    @property
    def said(self) -> str:
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Retrieval:
    """What was found, most telling first, and what each term of the search tells in this collection."""

    found: tuple[RetrievedSentence, ...]
    weigh: Weight


def retrieve(
    terms: Iterable[str], *, without: Collection[int] = (), story: Story | None = None, most: int = 120
) -> Retrieval:
    """The `most` sentences of other articles than `without` that share most with `terms`; of `story`'s, where
    given.
    """
    wanted = list(dict.fromkeys(terms))
    overlaps = TermOverlap(wanted)
    chosen = Sentence.objects.exclude(revision__article__in=without)
    if story:
        chosen = chosen.filter(revision__article__places__story=story)
        whole = list(chosen.order_by("pk").values_list(*_PLACE)[: SMALL_STORY + 1])
        places = whole if len(whole) <= SMALL_STORY else _among(chosen, overlaps.best(), most)
    else:
        # Enough to have `most` left once the articles left out are taken away.
        places = _among(chosen, overlaps.best(5 * most + 100 * len(without)), most)
    return Retrieval(tuple(_loaded(places)), overlaps.weigh)


def sentences_of(revisions: Collection[int]) -> dict[int, list[Span]]:
    """The indexed sentences of each of `revisions`, in order."""
    found: dict[int, list[Span]] = defaultdict(list)
    rows = Sentence.objects.filter(revision__in=revisions).order_by("revision", "start")
    for revision, start, end in rows.values_list("revision_id", "start", "end"):
        found[revision].append(Span(start, end))
    return found


class TermOverlap:
    """For each sentence looked up, the weight of the terms it shares. `shares` are those of common words, as
    counted last; `standing` says in how many of the `sentences` each term was found.
    """

    def __init__(self, terms: list[str]) -> None:
        vocabulary = Vocabulary.objects.first()
        # Before the first count all is small, and counting costs nothing.
        self.sentences = vocabulary.sentences if vocabulary else Sentence.objects.count()
        self.shares: Mapping[str, float] = vocabulary.shares if vocabulary else {}
        self.standing = {
            term: int(self.shares[term] * self.sentences) for term in terms if term in self.shares
        }
        self.holding: dict[str, list[int]] = {}
        self._look_up(terms)
        self.weigh = idf_weights(self.standing, self.sentences)
        self.pairs = self._pairs()

    def best(self, most: int | None = None) -> list[int]:
        """The ids of the sentences (the first `most`), most telling first; of equal ones the older first."""
        sums: defaultdict[int, float] = defaultdict(float)
        for term, ids in self.holding.items():
            weight = self.weigh(term)
            for pk in ids:
                sums[pk] += weight
        for pair, ids in self.pairs.items():
            weight = sum(map(self.weigh, pair))
            for pk in ids:
                sums[pk] = max(sums[pk], weight)
        chosen: Iterable[int] = sums
        if most is not None and most < len(sums):
            # Only those that can be among the first are put in order: a pair for each would keep the
            # collector busy.
            least = sorted(sums.values())[-most]
            chosen = [pk for pk, weight in sums.items() if weight >= least]
        return sorted(chosen, key=lambda pk: (-sums[pk], pk))[:most]

    def _look_up(self, terms: list[str]) -> None:
        """Rare terms are counted by looking them up; common ones follow, the rarest first, as long as they
        fit.
        """
        fitting = []
        self.left = CAP
        for term in sorted(terms, key=lambda term: (self.standing.get(term, 0), term)):
            expected = self.standing.get(term, 0)
            if expected > min(self.left, CAP_OF_WORD):
                break
            fitting.append(term)
            self.left -= expected
        found = backend().sentences_with([[term] for term in fitting], CAP_OF_WORD + 1)
        for term, ids in zip(fitting, found, strict=True):
            self.standing[term] = max(self.standing.get(term, 0), len(ids))
            if len(ids) <= CAP_OF_WORD:
                self.holding[term] = ids
        self.left = CAP - sum(map(len, self.holding.values()))

    def _pairs(self) -> dict[tuple[str, str], list[int]]:
        """Of terms too common to look up alone, the rarest pairs: what is said in common words is found by
        two.
        """
        common = sorted(
            (term for term in self.standing if term not in self.holding), key=self.standing.__getitem__
        )
        fitting = []
        for one, other in list(combinations(common[:5], 2))[:PAIRS]:
            expected = self.standing[one] * self.standing[other] / max(1, self.sentences)
            if expected > min(self.left, CAP_OF_WORD):
                break
            fitting.append((one, other))
            self.left -= int(expected)
        return dict(zip(fitting, backend().sentences_with(fitting, CAP_OF_WORD), strict=True))


def _among(chosen: QuerySet[Sentence], ids: list[int], most: int) -> list[_Place]:
    """The places of the first `most` of `ids` that are among `chosen`, in their order."""
    kept: list[_Place] = []
    for at in range(0, len(ids), 2 * most):
        stretch = ids[at : at + 2 * most]
        standing = {place[0]: place for place in chosen.filter(pk__in=stretch).values_list(*_PLACE)}
        kept += [standing[pk] for pk in stretch if pk in standing]
        if len(kept) >= most:
            break
    return kept[:most]


def _loaded(places: Sequence[_Place]) -> Iterable[RetrievedSentence]:
    told = Revision.objects.filter(pk__in={place[2] for place in places}).values_list(
        "pk", "text", "published_at"
    )
    texts = {pk: (text, published) for pk, text, published in told}
    return (RetrievedSentence(*place, *texts[place[2]]) for place in places)
