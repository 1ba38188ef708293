"""Count in what share of a sample of sentences each common word stands, whenever their number has doubled.

Words are counted after the transaction of an import, because within it all other writers would have to wait
on SQLite. A late count does no harm: until then the shares of the last count are used.
"""

from collections import Counter
from collections.abc import Iterator

from django.db import transaction

from newsroom.models import Revision, Sentence, Vocabulary
from newsroom.text.language.words import VERSION, terms

#: Words are counted for the first time at this number of sentences, and again each time it has doubled.
FIRST_COUNT = 8_000
#: The number of sentences in the sample, and how many of them must contain a word to make it common.
SAMPLE, COMMON = 4_000, 4
#: How many texts are in memory at once.
_AT_ONCE = 20

#: The start and the end of a sentence in the text of its revision, in code points.
Place = tuple[int, int]


def count_words_if_grown() -> None:
    """Count words if there are at least `FIRST_COUNT` sentences, and twice as many as at the last count."""
    counted = Vocabulary.objects.values_list("sentences", flat=True).first() or 0
    enough = max(FIRST_COUNT, 2 * counted)
    oldest, newest = _oldest_and_newest()
    # Replaced revisions leave gaps between the ids. So the range of ids is an upper limit of the number of
    # sentences, and it is fast to read.
    if newest - oldest + 1 < enough:
        return
    number = Sentence.objects.count()
    if number >= enough:
        count_words(number)


def count_words(number: int) -> None:
    """Count words in a sample that is spread evenly over all sentences, and store the result as `Vocabulary`.

    `number` is the number of all sentences.
    """
    counts: Counter[str] = Counter()
    sampled = 0
    for sentence_text in _sample():
        counts.update(dict.fromkeys(terms(sentence_text), 1))
        sampled += 1

    shares = {}
    for term, count in counts.items():
        if count >= COMMON:
            # Five decimals are enough for weights, and keep the row small.
            shares[term] = round(count / sampled, 5)
    with transaction.atomic():
        Vocabulary.objects.all().delete()
        Vocabulary.objects.create(sentences=number, shares=shares, version=VERSION)


def _sample() -> Iterator[str]:
    """Yield the texts of the sentences in the sample. The text of each revision is loaded only once."""
    places = _places_of_sample()
    revisions = list(places)
    for start in range(0, len(revisions), _AT_ONCE):
        part = Revision.objects.filter(pk__in=revisions[start : start + _AT_ONCE])
        for pk, text in part.values_list("pk", "text"):
            for sentence_start, sentence_end in places[pk]:
                yield text[sentence_start:sentence_end]


def _places_of_sample() -> dict[int, list[Place]]:
    """Return the places of the sentences in the sample, by the id of their revision."""
    oldest, newest = _oldest_and_newest()
    step = max(1, (newest - oldest) // SAMPLE)
    sample = Sentence.objects.filter(pk__in=range(oldest, newest + 1, step))
    places: dict[int, list[Place]] = {}
    for revision, start, end in sample.order_by("pk").values_list("revision", "start", "end"):
        places.setdefault(revision, []).append((start, end))
    return places


def _oldest_and_newest() -> tuple[int, int]:
    """Return the smallest and the largest id of a sentence. Returns 0 and 0 if there are no sentences."""
    ids = Sentence.objects.values_list("id", flat=True)
    oldest = ids.order_by("id").first() or 0
    newest = ids.order_by("-id").first() or 0
    return oldest, newest
