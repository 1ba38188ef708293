"""Compare the figures of two texts that are not in the index, so that only the texts themselves are known."""

from annotations.logic.finding.agreement import RARE, Agreement, compare_figures
from annotations.logic.finding.slots.model import UNTELLING_TERMS
from newsroom.text.language.facts import facts
from newsroom.text.language.figures import Figure
from newsroom.text.language.words import term, terms

# Words of grammar, of change and of reports, which do not show the subject of a sentence either.
_COMMON_WORDS = (
    "all also any can could did do does each even every further however into just like may most much must "
    "not now only our own same say says several some still such their there these this those too until up "
    "very we what where which will would you your about least almost around less fewer total number grew "
    "grow fallen increased increase dropped drop today yesterday leaving left win won wins victory defeat "
    "officials police according"
)
_COMMON_TERMS = UNTELLING_TERMS | {term(word) for word in _COMMON_WORDS.split()}
#: Two texts are about the same thing if at least this share of the subject words of the shorter text is in
#: the other.
SHARED = 0.5


def compare_texts(text: str, other: str, language: str = "") -> Agreement[Figure]:
    """Return which figures of `text` are also in `other`, and which pairs of figures contradict each other.

    If the texts share too few words, they are about different things, and no figures contradict each other.
    `language` is the code of their language, or empty if it is not known.
    """
    agreement = compare_figures(
        facts(text, language).figures,
        facts(other, language).figures,
        _weigh,
        alike=True,
    )
    if _are_of_one_thing(text, other):
        return agreement
    return Agreement(agreement.same)


def _weigh(word: str) -> float:
    """Return the weight of a term: 0 for a common word, and the weight of a rare word for any other.

    There is no index of texts here that could tell how rare a word is.
    """
    return 0.0 if word in _COMMON_TERMS else RARE


def _are_of_one_thing(text: str, other: str) -> bool:
    words, other_words = _telling_terms(text), _telling_terms(other)
    fewer = min(len(words), len(other_words))
    return len(words & other_words) >= SHARED * fewer


def _telling_terms(text: str) -> set[str]:
    return {word for word in terms(text) if not word[0].isdecimal()} - _COMMON_TERMS
