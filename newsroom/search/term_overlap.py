"""Find the sentences that contain terms of a search, and add up the weights of these terms."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from newsroom.models import Sentence, Vocabulary
from newsroom.search import backend
from newsroom.text.language.word_weights import Weight, idf_weights

#: The most sentences that one search looks up. The rarest words are used first, until their counts reach
#: this.
CAP = 6_000
#: The most sentences that are looked up for one word.
CAP_OF_WORD = 2_000
#: So many of the rarest common words are combined into pairs.
PAIRED = 5
#: The most pairs of common words that are looked up.
PAIRS = 10

Pair = tuple[str, str]


class TermOverlap:
    """The sentences that contain terms of one search.

    `sentences_with` is {term: ids of the sentences with the term}. `sentences_with_pair` is {two common
    terms: ids of the sentences with both}. `counts` is {term: number of sentences with the term}, and
    `number` is the number of all sentences. `shares` is {common word: share of sentences with the word}, from
    the last count. `weigh` is a function that returns the weight of a term (IDF).
    """

    def __init__(self, terms: list[str]) -> None:
        vocabulary = Vocabulary.objects.first()
        self.shares: Mapping[str, float] = {}
        if vocabulary:
            self.number = vocabulary.sentences
            self.shares = vocabulary.shares
        else:
            # Before the first count there are few sentences, so counting them is fast.
            self.number = Sentence.objects.count()
        self.counts = self._expected_counts(terms)
        self.sentences_with = self._look_up(terms)
        self.sentences_with_pair = self._look_up_pairs()
        self.weigh: Weight = idf_weights(self.counts, self.number)

    def weights(self) -> dict[int, float]:
        """Return the sum of the weights of the search terms in each found sentence, by sentence id.

        If a sentence contains a pair of common terms, its sum is at least the weight of this pair.
        """
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
        """Return the ids of the `most` sentences (or of all found sentences) with the greatest sums of
        weights, the greatest first.

        If two sums are equal, the sentence with the smaller id comes first.
        """
        weights = self.weights()
        candidates: Iterable[int] = weights
        if most is not None and most < len(weights):
            # Only sentences that can be among the first are sorted, because a pair for each of thousands of
            # sentences would slow down the garbage collector.
            least = sorted(weights.values())[-most]
            candidates = [pk for pk, weight in weights.items() if weight >= least]
        return sorted(candidates, key=lambda pk: (-weights[pk], pk))[:most]

    def _expected_counts(self, terms: Iterable[str]) -> dict[str, int]:
        counts = {}
        for term in terms:
            if term in self.shares:
                counts[term] = int(self.shares[term] * self.number)
        return counts

    def _look_up(self, terms: list[str]) -> dict[str, list[int]]:
        """Return the ids of the sentences with each term, by term.

        The rarest terms are looked up first, until `CAP` is reached. The numbers of sentences are also stored
        in `counts`. A term that proves to be in more than `CAP_OF_WORD` sentences is counted but not
        returned.
        """
        fitting = []
        remaining = CAP
        # Terms with equal counts are sorted by name, so that a search always finds the same.
        for term in sorted(terms, key=lambda term: (self.counts.get(term, 0), term)):
            expected = self.counts.get(term, 0)
            if expected > min(remaining, CAP_OF_WORD):
                break
            fitting.append(term)
            remaining -= expected

        sentences_with = {}
        sentence_ids = backend().sentences_with([[term] for term in fitting], CAP_OF_WORD + 1)
        for term, ids in zip(fitting, sentence_ids, strict=True):
            # The look-up stops at its limit, so the expected count may be nearer to the truth.
            self.counts[term] = max(self.counts.get(term, 0), len(ids))
            if len(ids) <= CAP_OF_WORD:
                sentences_with[term] = ids
        return sentences_with

    def _look_up_pairs(self) -> dict[Pair, list[int]]:
        """Return the ids of the sentences with both terms of a pair, by pair.

        The pairs are made of terms that are too common to be looked up alone, because two common words
        together may be rare.
        """
        common = [term for term in self.counts if term not in self.sentences_with]
        rarest = sorted(common, key=self.counts.__getitem__)[:PAIRED]
        remaining = CAP - sum(map(len, self.sentences_with.values()))

        fitting: list[Pair] = []
        pairs = list(combinations(rarest, 2))[:PAIRS]
        for first, second in pairs:
            # This is the expected count if the two words occur independently of each other.
            expected = self.counts[first] * self.counts[second] / max(1, self.number)
            if expected > min(remaining, CAP_OF_WORD):
                break
            fitting.append((first, second))
            remaining -= int(expected)
        sentence_ids = backend().sentences_with(fitting, CAP_OF_WORD)
        return dict(zip(fitting, sentence_ids, strict=True))
