"""Weigh words by inverse document frequency (IDF), where each sentence counts as a document.

The share of sentences with a word is counted in the articles of the desk. It is smoothed with a share that is
known beforehand from English news.
"""

import math
from collections.abc import Callable, Mapping

from newsroom.text.language.words import term

#: The shares that are known beforehand weigh as much as so many counted sentences. A desk with five articles
#: cannot show which words are common.
PRIOR = 2_000
#: The share of sentences that is assumed for an unknown word.
UNKNOWN = 0.0002

# Words by the share of English news sentences that contain them, rounded to an order of magnitude.
_SHARES = {
    0.3: "the of to and a in",
    0.1: (
        "that for on is with was it as said at by he from be has have an are his but not they this who will "
        "were which had their been its or she after more we one about also would him her i you out up all "
        "when if than over into no new other some there what so two year first last people could can time "
        "say us just most because them before during while where how any only now against between under our "
        "your my me do did does being then these those both such through many much very still since may "
        "might should must around down off back well even way make made take get told three day week month"
    ),
    0.02: (
        "government president minister state country official police report mr ms accord former million "
        "percent part group law court public party leader city company member news national international "
        "work world plan case today monday tuesday wednesday thursday friday saturday sunday january "
        "february march april june july august september october november december four five six seven "
        "eight ten end call ask want know think go going come come use need see look show help keep lead "
        "left right man woman men women child home house place area number high long next early late "
        "another same own good great big old include follow continue begin began start become became give "
        "held hold set put run went found find believe add expect announce claim release statement "
        "spokesman spokesperson interview comment reporter journalist meeting talk issue decision question "
        "problem support power force life family school business market money local foreign political "
        "american english north south east west each without among within despite however several however "
        "whether every never always already again later ago far near least away here too few less really "
        "thing lot around though although"
    ),
}
# A year is as common as the name of a month.
_YEARS = {str(year): 0.02 for year in range(1990, 2040)}


def _shares_beforehand() -> dict[str, float]:
    """Return the share of English news sentences that is known beforehand for each term, as {term: share}.

    If two words have the same term, the share of the more common word is used.
    """
    shares = dict(_YEARS)
    for share, row in sorted(_SHARES.items()):
        for word in row.split():
            shares[term(word)] = share
    return shares


_BEFOREHAND = _shares_beforehand()

#: A function from a term to its weight (IDF).
Weight = Callable[[str], float]


def idf(term: str, occurrences: int, sentences: int) -> float:
    """Return the IDF of a term that occurs in `occurrences` of `sentences` sentences.

    It is about 0.9 for “the”, and 8 or more for a name. The formula is the weight of Robertson and Spärck
    Jones in the form that BM25 uses, ln(1 + (1 - share) / share). The share is smoothed with the share that
    is known beforehand.
    """
    expected = PRIOR * _BEFOREHAND.get(term, UNKNOWN)
    share = (occurrences + expected) / (sentences + PRIOR)
    return math.log(1 + (1 - share) / share)


def idf_weights(occurrences: Mapping[str, int], sentences: int) -> Weight:
    """Return a function from a term to its IDF.

    `occurrences` holds the number of sentences of each term. A term that is missing there occurs in no
    sentence.
    """
    weights: dict[str, float] = {}

    def weigh(term: str) -> float:
        if term not in weights:
            weights[term] = idf(term, occurrences.get(term, 0), sentences)
        return weights[term]

    return weigh


#: The IDF without any counts of the desk. It decides whether a word is a hint at all, because on a small desk
#: the names of a story would count as common words.
IDF_BEFOREHAND = idf_weights({}, 0)
