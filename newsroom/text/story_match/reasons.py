"""Explain for people why an article seems to be part of a story."""

from collections import Counter
from collections.abc import Iterator

from newsroom.text.language.counted import counted
from newsroom.text.language.word_weights import IDF_BEFOREHAND
from newsroom.text.language.words import terms
from newsroom.text.story_match.coefficients import SAME_DAYS, MatchCoefficients
from newsroom.text.story_match.profiles import ReportProfile, StoryFacts

#: The most names that a reason shows.
MOST_NAMES = 4


def reasons_for(
    report: ReportProfile,
    story: StoryFacts,
    apart: int | None,
    coefficients: MatchCoefficients,
) -> Iterator[str]:
    """Yield phrases that say what a report and a story have in common, such as “same place: Elazig”.

    `apart` is the number of days between them, or None if that is unknown. If it is known, a phrase about the
    days is always yielded.
    """
    names = _shared_names(report, story, coefficients)
    number = _number_of_shared_words(report, story, coefficients)
    if names:
        yield f"same names: {', '.join(names)}"
    elif number:
        yield f"{counted(number, 'telling word')} in common"

    if apart is not None:
        yield _days_in_words(apart)

    place = _place_in_words(report, story, coefficients)
    if place:
        yield f"same place: {place}"


def telling_terms(text: str, coefficients: MatchCoefficients) -> list[str]:
    """Return the distinct terms of `text` that are rare enough in news to hint at a story.

    The limit is `coefficients.telling_idf`. The result is empty if all words are common.
    """
    distinct = dict.fromkeys(terms(text))
    return [term for term in distinct if IDF_BEFOREHAND(term) >= coefficients.telling_idf]


def telling_terms_in_report(
    report: ReportProfile, text: str, coefficients: MatchCoefficients
) -> list[str]:
    """Return the distinct terms of `text` that are rare enough to hint at a story and also occur in the
    report.
    """
    return [term for term in telling_terms(text, coefficients) if term in report.words]


def main_place(place: str, coefficients: MatchCoefficients) -> str:
    """Return the first part of a place, such as “Elazig” of “Elazig, Turkey”.

    The country is left out because many things happen in one country on the same days. If the first part has
    only common words, the whole place is returned.
    """
    first = place.partition(",")[0]
    if telling_terms(first, coefficients):
        return first
    return place


def _shared_names(
    report: ReportProfile, story: StoryFacts, coefficients: MatchCoefficients
) -> list[str]:
    """Return at most `MOST_NAMES` names that the report and the story share, as the report writes them.

    Names that occur in many of the story's reports come first. If the story has no reports, the words of its
    title are used.
    """
    reports_with = Counter(term for other in story.reports for term in other.names)
    if not story.reports:
        reports_with.update(set(terms(story.title)))

    ranks = {}
    for term in report.names:
        if reports_with[term] and IDF_BEFOREHAND(term) >= coefficients.telling_idf:
            ranks[term] = -reports_with[term] * report.words.get(term, 1)
    shared = sorted(ranks, key=lambda term: (ranks[term], term))
    return [report.names[term] for term in shared[:MOST_NAMES]]


def _number_of_shared_words(
    report: ReportProfile, story: StoryFacts, coefficients: MatchCoefficients
) -> int:
    words_of_story = set(terms(story.title))
    for other in story.reports:
        words_of_story.update(other.words)
    telling = [term for term in report.words if IDF_BEFOREHAND(term) >= coefficients.telling_idf]
    return len(words_of_story.intersection(telling))


def _days_in_words(apart: int) -> str:
    if abs(apart) <= SAME_DAYS:
        return "same days"
    direction = "before" if apart < 0 else "after"
    return f"published {abs(apart)} days {direction}"


def _place_in_words(
    report: ReportProfile, story: StoryFacts, coefficients: MatchCoefficients
) -> str:
    """Return the words of the story's place that the report names.

    Returns an empty string if the report does not name that place.
    """
    if not telling_terms_in_report(report, main_place(story.place, coefficients), coefficients):
        return ""
    shared_terms = set(telling_terms_in_report(report, story.place, coefficients))
    words = story.place.replace(",", " ").split()
    return " ".join(word for word in words if shared_terms.intersection(terms(word)))
