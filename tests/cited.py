"""Make passages that bear on a claim, for tests of the count."""

from annotations.logic.counting.chains import Chain
from annotations.logic.counting.standing import CitedPassage, EvidenceCount
from annotations.logic.vocabulary import Relation


def chain(own: str = "", sure: str = "", unsure: str = "", *, unknown: bool = False) -> Chain:
    """Return a chain of telling. Names are separated by spaces."""
    return Chain(own, frozenset(sure.split()), frozenset(unsure.split()), unknown)


def passage(
    article: int,
    outlet: str = "",
    sure: str = "",
    *,
    unsure: str = "",
    relation: Relation = Relation.CORROBORATES,
    speaker: str = "",
) -> CitedPassage:
    return CitedPassage(relation, article, chain(outlet.casefold(), sure, unsure), outlet, speaker)


def numbers(standing: EvidenceCount) -> tuple[int, int]:
    """Return how many sources at least corroborate and at least contradict."""
    return standing.sources.at_least, standing.opposing.at_least
