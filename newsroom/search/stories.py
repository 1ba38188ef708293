"""Choosing the stories worth a closer look: those whose articles share the words that tell most."""

from collections import defaultdict
from collections.abc import Iterable

from newsroom.models import Sentence
from newsroom.search.retrieving import TermOverlap
from newsroom.text.language.word_weights import Weight, idf_weights

#: Sentences looked at in one go, and goes at most: on a large desk most of them stand in articles of no
#: story.
_AT_ONCE, _GOES = 2_000, 3


def stories_sharing(terms: Iterable[str], *, most: int) -> tuple[list[int], Weight]:
    """The `most` stories (ids) whose articles share most with `terms`, and what each term tells in this
    collection.

    What a story shares is the weight of the terms that stand in any of its sentences that were looked up.
    """
    overlaps = TermOverlap(list(dict.fromkeys(terms)))
    said: dict[int, set[str]] = defaultdict(set)
    held: dict[int, list[str]] = defaultdict(list)
    for term, ids in overlaps.holding.items():
        for pk in ids:
            held[pk].append(term)
    for pair, ids in overlaps.pairs.items():
        for pk in ids:
            held[pk] += pair
    ranked = overlaps.best(_AT_ONCE * _GOES)
    for at in range(0, len(ranked), _AT_ONCE):
        rows = Sentence.objects.filter(
            pk__in=ranked[at : at + _AT_ONCE], revision__article__places__isnull=False
        )
        for pk, story in rows.order_by().values_list("pk", "revision__article__places__story"):
            said[story].update(held[pk])
        if len(said) >= most:
            break
    shared = {story: sum(map(overlaps.weigh, found)) for story, found in said.items()}
    counted = {
        term: int(share * overlaps.sentences) for term, share in overlaps.shares.items()
    } | overlaps.standing
    chosen = sorted(shared, key=lambda story: (-shared[story], story))[:most]
    return chosen, idf_weights(counted, overlaps.sentences)
