"""Which articles share their wording: likely ones from the index, then judged by their texts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, combinations, groupby, islice, takewhile

from django.db.models import Count

from annotations.logic.sources.copies import CopyComparison, compare_wording
from annotations.logic.sources.own_words import OwnWords, read_own_words
from annotations.models import Shingle
from newsroom.models import Article, Story

#: Rows of the index read for one article: its rarest runs first, so that a footer on every page costs
#: nothing.
MOST_ROWS = 4_000
#: Texts compared with one article at import.
MOST_CANDIDATES = 12
#: Articles with one and the same run up to which each is paired with each; of more, with the next two.
MOST_PAIRED = 20
#: What makes two articles worth comparing: two runs in common, or one that hardly any other has.
_LEAST_WEIGHT = 2 / 3
#: Texts kept taken apart while all pairs are judged.
_KEPT = 4_000

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CopyMatch:
    """Another article and what the two texts share; `comparison.left` is the article asked about."""

    article: Article
    comparison: CopyComparison


def matches_among(ids: Collection[int], text: OwnWords, read: Mapping[int, OwnWords]) -> list[CopyMatch]:
    """Those of the articles `ids` that share wording with `text`, most first. `read` are texts taken apart
    already.
    """
    found = Article.objects.filter(pk__in=ids).select_related("current", "outlet")
    matches = [
        CopyMatch(
            article, compare_wording(text, read.get(article.pk) or read_own_words(article.current.document))
        )
        for article in found
    ]
    return sorted(
        (match for match in matches if match.comparison.verdict),
        key=lambda match: (-match.comparison.share, match.article.pk),
    )


def likely_copies(numbers: Mapping[int, Collection[int]]) -> dict[int, list[int]]:
    """The articles (ids) worth comparing with each of some (id: its numbers): sharing several, or one that is
    rare.

    Each is asked about what stood there and what comes before it in `numbers`, as if it had come alone. One
    query for all, unless what they share is in very many texts.
    """
    rows = Shingle.objects.filter(number__in=set().union(*numbers.values())).values_list(
        "number", "article_id"
    )
    most = sum(map(len, numbers.values())) + MOST_ROWS
    found = list(rows[: most + 1])
    together = _by_number(found)
    to_come, likely = set(numbers), {}
    for article, own in numbers.items():
        if len(found) > most:
            holders: Iterable[list[int]] = _holders(own, to_come).values()
        else:
            holders = ([other for other in together[number] if other not in to_come] for number in own)
        likely[article] = _likeliest(holders)
        to_come.discard(article)
    return likely


def _likeliest(holders: Iterable[list[int]]) -> list[int]:
    weights: dict[int, float] = defaultdict(float)
    for articles in holders:
        for article in articles:
            weights[article] += _weight(len(articles))
    likeliest = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_CANDIDATES]
    return [article for article, weight in likeliest if weight > _LEAST_WEIGHT]


def _weight(others: int) -> float:
    """What a shared run counts: half for being shared, half for being shared by few."""
    return 0.5 + 0.5 / others


def _holders(numbers: Collection[int], excluding: Collection[int]) -> dict[int, list[int]]:
    """Which other articles have each of the numbers; of too many rows only those of the numbers that fewest
    have.
    """
    rows = (
        Shingle.objects.filter(number__in=numbers)
        .exclude(article__in=excluding)
        .values_list("number", "article_id")
    )
    found = list(rows[: MOST_ROWS + 1])
    if len(found) > MOST_ROWS:
        found = list(rows.filter(number__in=_rarest(numbers)))
    return _by_number(found)


def _by_number(rows: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    holders: dict[int, list[int]] = defaultdict(list)
    for number, article in rows:
        holders[number].append(article)
    return holders


def _rarest(numbers: Collection[int]) -> list[int]:
    """The numbers that fewest articles have, as many as keep within `MOST_ROWS`, and at least one."""
    counted = Shingle.objects.filter(number__in=numbers).values("number").annotate(articles=Count("article"))
    counts = sorted(counted.values_list("articles", "number"))
    within = takewhile(lambda total: total <= MOST_ROWS, accumulate(count for count, _ in counts))
    return [number for _, number in counts[: max(1, len(list(within)))]]


def copied_pairs(story: Story | None = None) -> Iterator[tuple[Article, Article, CopyComparison]]:
    """All pairs of articles that share wording, by id; with `story`, those it holds.

    Likely pairs come from one pass over the index and are compared; whoever turns out to belong together that
    way is then compared with everybody there, so that of a text printed three hundred times no pair is
    missed.
    """
    within = set(story.articles.values_list("pk", flat=True)) if story else None
    readings: dict[int, tuple[Article, OwnWords]] = {}
    compared: dict[Pair, CopyComparison] = {
        pair: _compared(pair, readings) for pair in sorted(_likely_pairs(within))
    }
    for group in connected_groups(pair for pair, comparison in compared.items() if comparison.verdict):
        for pair in combinations(group, 2):
            if pair not in compared:
                compared[pair] = _compared(pair, readings)
    for pair, comparison in sorted(compared.items()):
        if comparison.verdict:
            left, right = (_read(pk, readings)[0] for pk in pair)
            yield left, right, comparison


def connected_groups(joined: Iterable[Pair]) -> list[list[int]]:
    """What hangs together through any number of pairs, each group and all of them in order."""
    group: dict[int, list[int]] = {}
    for one, other in joined:
        left, right = group.setdefault(one, [one]), group.setdefault(other, [other])
        if left is not right:
            left += right
            group.update(dict.fromkeys(right, left))
    return sorted(
        sorted(members) for members in {id(members): members for members in group.values()}.values()
    )


def _likely_pairs(within: set[int] | None) -> list[Pair]:
    """Pairs of ids, the smaller first, worth comparing. One pass over the index in the order of its key."""
    rows = Shingle.objects.order_by("number", "article_id").values_list("number", "article_id")
    if within is not None:
        rows = rows.filter(article__in=within)
    weights: dict[Pair, float] = defaultdict(float)
    for _, run in groupby(rows.iterator(chunk_size=10_000), key=lambda row: row[0]):
        articles = [article for _, article in run]
        for pair in _paired(articles):
            weights[pair] += _weight(len(articles) - 1)
    return [pair for pair, weight in weights.items() if weight > _LEAST_WEIGHT]


def _paired(articles: list[int]) -> Iterator[Pair]:
    if len(articles) <= MOST_PAIRED:
        yield from combinations(articles, 2)
    else:
        yield from zip(articles, islice(articles, 1, None), strict=False)
        yield from zip(articles, islice(articles, 2, None), strict=False)


def _compared(pair: Pair, readings: dict[int, tuple[Article, OwnWords]]) -> CopyComparison:
    (_, left), (_, right) = (_read(pk, readings) for pk in pair)
    return compare_wording(left, right)


def _read(pk: int, readings: dict[int, tuple[Article, OwnWords]]) -> tuple[Article, OwnWords]:
    if pk not in readings:
        if len(readings) >= _KEPT:
            readings.clear()
        article = Article.objects.select_related("current").get(pk=pk)
        readings[pk] = article, read_own_words(article.current.document)
    return readings[pk]
