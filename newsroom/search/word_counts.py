"""How common words are: counted in a sample of all sentences each time the index has doubled.

Words are counted outside the transaction of an import, because everybody else who writes would wait. It does
no harm if they are counted late: until then the shares of the last count hold.
"""

from collections import Counter
from collections.abc import Iterator

from django.db import transaction

from newsroom.models import Revision, Sentence, Vocabulary
from newsroom.text.language.words import VERSION, terms

#: Words are counted first at this many sentences, and again each time there are twice as many.
FIRST_COUNT = 8_000
#: How many sentences are counted, and in how many of them a word must stand to be called common.
SAMPLE, COMMON = 4_000, 4
#: Texts that are in memory at once.
_AT_ONCE = 20

#: The start and the end of a sentence in the text of its revision.
Place = tuple[int, int]


def distinct_terms(said: str) -> list[str]:
    """Return the terms of what is said, each once, in order."""
    return list(dict.fromkeys(terms(said)))


def count_words_if_grown() -> None:
    """Count words once there are enough sentences, and again each time they have doubled."""
    counted = Vocabulary.objects.values_list("sentences", flat=True).first() or 0
    enough = max(FIRST_COUNT, 2 * counted)
    oldest, newest = _oldest_and_newest()
    # Ids leave gaps where revisions were replaced. Their range is the most sentences there can be, and costs
    # nothing to know.
    if newest - oldest + 1 < enough:
        return
    number = Sentence.objects.count()
    if number >= enough:
        count_words(number)


def count_words(number: int) -> None:
    """Count words in a sample spread evenly over all sentences, of which there are `number`."""
    counts: Counter[str] = Counter()
    sampled = 0
    for said in _sample():
        counts.update(distinct_terms(said))
        sampled += 1

    shares = {term: round(count / sampled, 5) for term, count in counts.items() if count >= COMMON}
    with transaction.atomic():
        Vocabulary.objects.all().delete()
        Vocabulary.objects.create(sentences=number, shares=shares, version=VERSION)


def _sample() -> Iterator[str]:
    """Yield what the sentences of a sample say. The text of each revision is loaded once."""
    places = _places_of_sample()
    revisions = list(places)
    for start in range(0, len(revisions), _AT_ONCE):
        part = Revision.objects.filter(pk__in=revisions[start : start + _AT_ONCE])
        for pk, text in part.values_list("pk", "text"):
            for sentence_start, sentence_end in places[pk]:
                yield text[sentence_start:sentence_end]


def _places_of_sample() -> dict[int, list[Place]]:
    """Return the sentences of the sample as places in their revisions, by the id of the revision."""
    oldest, newest = _oldest_and_newest()
    step = max(1, (newest - oldest) // SAMPLE)
    sample = Sentence.objects.filter(pk__in=range(oldest, newest + 1, step))
    places: dict[int, list[Place]] = {}
    for revision, start, end in sample.order_by("pk").values_list("revision", "start", "end"):
        places.setdefault(revision, []).append((start, end))
    return places


def _oldest_and_newest() -> tuple[int, int]:
    """Return the least and the greatest id of a sentence, 0 if there is none."""
    ids = Sentence.objects.values_list("id", flat=True)
    return ids.order_by("id").first() or 0, ids.order_by("-id").first() or 0
