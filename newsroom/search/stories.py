"""Find the stories whose articles share the most important words with a search."""

from collections import defaultdict
from collections.abc import Iterable

from newsroom.models import Sentence
from newsroom.search.term_overlap import TermOverlap
from newsroom.text.language.word_weights import Weight, idf_weights

#: How many sentences are read in one query.
_AT_ONCE = 2_000
#: The most queries, because on a large desk most sentences are of articles without a story.
_GOES = 3


def stories_sharing(terms: Iterable[str], *, most: int) -> tuple[list[int], Weight]:
    """Return the ids of the stories that have the most in common with `terms`, and a function that gives the
    IDF of a term.

    A story is ranked by the sum of the weights of the terms that occur in any of its sentences that were
    found. At most `most` stories are returned, the highest ranked first.
    """
    overlap = TermOverlap(list(dict.fromkeys(terms)))
    shared_terms = _shared_terms(overlap, most)
    weights = {}
    for story, terms_of_story in shared_terms.items():
        weights[story] = sum(map(overlap.weigh, terms_of_story))
    # Stories of equal weight are sorted by id, so that the result is always the same.
    stories = sorted(weights, key=lambda story: (-weights[story], story))
    return stories[:most], idf_weights(_counts_of_all_terms(overlap), overlap.number)


def _shared_terms(overlap: TermOverlap, most: int) -> dict[int, set[str]]:
    """Return the search terms that occur in the found sentences of each story, by story id.

    Once at least `most` stories are found, no more sentences are read.
    """
    terms_of_sentence = _terms_by_sentence(overlap)
    shared_terms: defaultdict[int, set[str]] = defaultdict(set)
    ids = overlap.best(_AT_ONCE * _GOES)
    for start in range(0, len(ids), _AT_ONCE):
        in_a_story = Sentence.objects.filter(
            pk__in=ids[start : start + _AT_ONCE],
            revision__article__places__isnull=False,
        )
        rows = in_a_story.order_by().values_list("pk", "revision__article__places__story")
        for sentence, story in rows:
            shared_terms[story].update(terms_of_sentence[sentence])
        if len(shared_terms) >= most:
            break
    return shared_terms


def _terms_by_sentence(overlap: TermOverlap) -> dict[int, list[str]]:
    terms_of_sentence: defaultdict[int, list[str]] = defaultdict(list)
    for term, ids in overlap.sentences_with.items():
        for sentence in ids:
            terms_of_sentence[sentence].append(term)
    for pair, ids in overlap.sentences_with_pair.items():
        for sentence in ids:
            terms_of_sentence[sentence] += pair
    return terms_of_sentence


def _counts_of_all_terms(overlap: TermOverlap) -> dict[str, int]:
    """Return the number of sentences with each term, by term.

    For the terms of `overlap` this is the number that its search has found; for all other terms it is
    estimated from the last count.
    """
    counts = {}
    for term, share in overlap.shares.items():
        counts[term] = int(share * overlap.number)
    counts.update(overlap.counts)
    return counts
