"""Which sentences hold the terms of a search, and how much weight each of them shares with it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from newsroom.models import Sentence, Vocabulary
from newsroom.search import backend
from newsroom.text.language.word_weights import Weight, idf_weights

#: Most sentences looked up for one search. Words are taken, the rarest first, until their counts reach this.
CAP = 6_000
#: Most sentences looked up for one word.
CAP_OF_WORD = 2_000
#: So many of the rarest common words are looked up in pairs.
PAIRED = 5
#: Most pairs of common words looked up together.
PAIRS = 10

Pair = tuple[str, str]


class TermOverlap:
    """The sentences that share terms with a search.

    `sentences_with` gives the ids of the sentences that hold a term, `sentences_with_pair` those that hold
    two common terms. `counts` says in how many of the `number` sentences of this collection each term stands;
    `shares` are the shares of sentences that hold a common word, as they were counted last. `weigh` gives the
    weight of a term in this collection (IDF).
    """

    def __init__(self, terms: list[str]) -> None:
        vocabulary = Vocabulary.objects.first()
        self.shares: Mapping[str, float] = {}
        if vocabulary:
            self.number = vocabulary.sentences
            self.shares = vocabulary.shares
        else:
            # Before words are counted for the first time there are few sentences, and counting costs nothing.
            self.number = Sentence.objects.count()
        self.counts = self._expected_counts(terms)
        self.sentences_with = self._look_up(terms)
        self.sentences_with_pair = self._look_up_pairs()
        self.weigh: Weight = idf_weights(self.counts, self.number)

    def weights(self) -> dict[int, float]:
        """Return the weight that each sentence shares with the search, by the id of the sentence."""
        weights: defaultdict[int, float] = defaultdict(float)
        for term, ids in self.sentences_with.items():
            weight = self.weigh(term)
            for pk in ids:
                weights[pk] += weight
        for (first, second), ids in self.sentences_with_pair.items():
            weight = self.weigh(first) + self.weigh(second)
            for pk in ids:
                weights[pk] = max(weights[pk], weight)
        return weights

    def best(self, most: int | None = None) -> list[int]:
        """Return the ids of the `most` sentences of most shared weight; of equal ones the older is first."""
        weights = self.weights()
        candidates: Iterable[int] = weights
        if most is not None and most < len(weights):
            # Only those that can be among the first are put in order, because a pair for each of thousands
            # would keep the garbage collector busy.
            least = sorted(weights.values())[-most]
            candidates = [pk for pk, weight in weights.items() if weight >= least]
        return sorted(candidates, key=lambda pk: (-weights[pk], pk))[:most]

    def _expected_counts(self, terms: Iterable[str]) -> dict[str, int]:
        return {term: int(self.shares[term] * self.number) for term in terms if term in self.shares}

    def _look_up(self, terms: list[str]) -> dict[str, list[int]]:
        """Look up the terms, the rarest first, as long as they fit. Counts them at the same time.

        A term that turns out to be too common is counted and left out.
        """
        fitting = []
        left = CAP
        for term in sorted(terms, key=lambda term: (self.counts.get(term, 0), term)):
            expected = self.counts.get(term, 0)
            if expected > min(left, CAP_OF_WORD):
                break
            fitting.append(term)
            left -= expected

        sentences_with = {}
        found = backend().sentences_with([[term] for term in fitting], CAP_OF_WORD + 1)
        for term, ids in zip(fitting, found, strict=True):
            self.counts[term] = max(self.counts.get(term, 0), len(ids))
            if len(ids) <= CAP_OF_WORD:
                sentences_with[term] = ids
        return sentences_with

    def _look_up_pairs(self) -> dict[Pair, list[int]]:
        """Look up pairs of the terms too common to look up alone: two common words together may be rare."""
        common = [term for term in self.counts if term not in self.sentences_with]
        rarest = sorted(common, key=self.counts.__getitem__)[:PAIRED]
        left = CAP - sum(map(len, self.sentences_with.values()))

        fitting: list[Pair] = []
        for first, second in list(combinations(rarest, 2))[:PAIRS]:
            expected = self.counts[first] * self.counts[second] / max(1, self.number)
            if expected > min(left, CAP_OF_WORD):
                break
            fitting.append((first, second))
            left -= int(expected)
        found = backend().sentences_with(fitting, CAP_OF_WORD)
        return dict(zip(fitting, found, strict=True))
