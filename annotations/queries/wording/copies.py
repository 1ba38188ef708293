"""Which articles share their wording: likely ones are found by the index, then judged by their texts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, combinations, groupby, pairwise

from django.db.models import Count

from annotations.logic.sources.copies import CopyComparison, compare_wording
from annotations.logic.sources.own_words import OwnWords, read_own_words
from annotations.models import Shingle
from newsroom.models import Article, Story

#: Rows of the index read for one article. Its rarest runs come first, so that a footer on every page costs
#: nothing.
MOST_ROWS = 4_000
#: Texts compared with one article at import.
MOST_CANDIDATES = 12
#: Up to so many articles with one and the same run are paired each with each; of more, each with two others.
MOST_PAIRED = 20
#: Two articles are worth comparing above this weight: with two runs in common, or one that hardly any other
#: has.
_LEAST_WEIGHT = 2 / 3
#: Texts kept taken apart while all pairs are judged.
_KEPT = 4_000

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CopyMatch:
    """Another article and what the two texts share. `comparison.left` is the article asked about."""

    article: Article
    comparison: CopyComparison


def matches_among(
    ids: Collection[int],
    text: OwnWords,
    known: Mapping[int, OwnWords],
    compared: Mapping[int, CopyComparison],
) -> list[CopyMatch]:
    """Return those of the articles `ids` that share wording with `text`, those that share most first.

    `known` are texts that are taken apart already, by article, and `compared` those that are compared with
    `text` already, by revision.
    """
    matches = []
    for article in Article.objects.filter(pk__in=ids).select_related("current", "outlet"):
        comparison = compared.get(article.current.pk)
        if comparison is None:
            other = known.get(article.pk) or read_own_words(article.current.document)
            comparison = compare_wording(text, other)
        if comparison.verdict:
            matches.append(CopyMatch(article, comparison))
    return sorted(matches, key=lambda match: (-match.comparison.share, match.article.pk))


def likely_copies(numbers: Mapping[int, Collection[int]]) -> dict[int, list[int]]:
    """Return the articles (ids) worth comparing with each of some, which are given as id: its numbers.

    They share several numbers, or one that is rare. Each article is asked about what stood there before and
    what comes before it in `numbers`, as if it had come alone. This takes one query for all, unless what they
    share is in very many texts.
    """
    rows = Shingle.objects.filter(number__in=set().union(*numbers.values()))
    most = sum(map(len, numbers.values())) + MOST_ROWS
    first_rows = list(rows.values_list("number", "article_id")[: most + 1])
    is_complete = len(first_rows) <= most
    articles_by_number = _by_number(first_rows)

    likely = {}
    to_come = set(numbers)
    for article, own_numbers in numbers.items():
        if is_complete:
            holders = [_without(articles_by_number[number], to_come) for number in own_numbers]
        else:
            holders = list(_holders(own_numbers, to_come).values())
        likely[article] = _likeliest(holders)
        to_come.discard(article)
    return likely


def _without(articles: Iterable[int], left_out: Collection[int]) -> list[int]:
    return [article for article in articles if article not in left_out]


def _likeliest(holders: Iterable[list[int]]) -> list[int]:
    """Return the articles that share most, given for each number those that have it."""
    weights: defaultdict[int, float] = defaultdict(float)
    for articles in holders:
        for article in articles:
            weights[article] += _weight_of_run(len(articles))
    by_weight = sorted(weights, key=lambda article: (-weights[article], article))
    heaviest = by_weight[:MOST_CANDIDATES]
    return [article for article in heaviest if weights[article] > _LEAST_WEIGHT]


def _weight_of_run(others: int) -> float:
    """Return what a shared run counts: half for being shared, half for being shared by few."""
    return 0.5 + 0.5 / others


def _holders(numbers: Collection[int], left_out: Collection[int]) -> dict[int, list[int]]:
    """Return which other articles have each of the numbers.

    If that takes too many rows, only those of the numbers are returned that fewest articles have.
    """
    others = Shingle.objects.filter(number__in=numbers).exclude(article__in=left_out)
    rows = others.values_list("number", "article_id")
    first_rows = list(rows[: MOST_ROWS + 1])
    if len(first_rows) > MOST_ROWS:
        first_rows = list(rows.filter(number__in=_rarest(numbers)))
    return _by_number(first_rows)


def _by_number(rows: Iterable[tuple[int, int]]) -> defaultdict[int, list[int]]:
    articles: defaultdict[int, list[int]] = defaultdict(list)
    for number, article in rows:
        articles[number].append(article)
    return articles


def _rarest(numbers: Collection[int]) -> list[int]:
    """Return the numbers that fewest articles have: as many as keep within `MOST_ROWS`, and at least one."""
    rows = (
        Shingle.objects.filter(number__in=numbers)
        .values("number")
        .annotate(articles=Count("article"))
    )
    counts = sorted(rows.values_list("articles", "number"))
    totals = accumulate(count for count, _ in counts)
    fitting = sum(total <= MOST_ROWS for total in totals)
    return [number for _, number in counts[: max(1, fitting)]]


def copied_pairs(story: Story | None = None) -> Iterator[tuple[Article, Article, CopyComparison]]:
    """Yield all pairs of articles that share wording, by id; with `story`, those that it holds.

    Likely pairs come from one pass over the index and are compared. Whoever turns out to belong together that
    way is then compared with everybody there, so that no pair is missed of a text printed three hundred
    times.
    """
    among = None
    if story:
        among = set(story.articles.values_list("pk", flat=True))
    texts = _Texts()
    comparisons = {pair: texts.compare(pair) for pair in sorted(_likely_pairs(among))}
    copied = [pair for pair, comparison in comparisons.items() if comparison.verdict]
    for group in connected_groups(copied):
        for pair in combinations(group, 2):
            if pair not in comparisons:
                comparisons[pair] = texts.compare(pair)

    for pair, comparison in sorted(comparisons.items()):
        if comparison.verdict:
            left, right = pair
            yield texts.article(left), texts.article(right), comparison


def connected_groups(pairs: Iterable[Pair]) -> list[list[int]]:
    """Return what hangs together through any number of pairs (connected components), all in order."""
    group_of: dict[int, list[int]] = {}
    for first, second in pairs:
        group = group_of.setdefault(first, [first])
        other_group = group_of.setdefault(second, [second])
        if group is other_group:
            continue
        group += other_group
        for member in other_group:
            group_of[member] = group
    # Each group stands there once for each of its members.
    groups = {id(group): group for group in group_of.values()}
    return sorted(sorted(group) for group in groups.values())


def _likely_pairs(among: set[int] | None) -> list[Pair]:
    """Return the pairs of ids worth comparing, the smaller first. Reads the index once, in its order."""
    rows = Shingle.objects.order_by("number", "article_id").values_list("number", "article_id")
    if among is not None:
        rows = rows.filter(article__in=among)
    weights: defaultdict[Pair, float] = defaultdict(float)
    for _, run in groupby(rows.iterator(chunk_size=10_000), key=lambda row: row[0]):
        articles = [article for _, article in run]
        for pair in _paired(articles):
            weights[pair] += _weight_of_run(len(articles) - 1)
    return [pair for pair, weight in weights.items() if weight > _LEAST_WEIGHT]


def _paired(articles: list[int]) -> Iterator[Pair]:
    if len(articles) <= MOST_PAIRED:
        yield from combinations(articles, 2)
        return
    yield from pairwise(articles)
    yield from zip(articles, articles[2:], strict=False)


class _Texts:
    """Articles and their own words, each read once as long as there are not too many."""

    def __init__(self) -> None:
        self._read: dict[int, tuple[Article, OwnWords]] = {}

    def compare(self, pair: Pair) -> CopyComparison:
        left, right = pair
        _, left_words = self._text(left)
        _, right_words = self._text(right)
        return compare_wording(left_words, right_words)

    def article(self, pk: int) -> Article:
        article, _ = self._text(pk)
        return article

    def _text(self, pk: int) -> tuple[Article, OwnWords]:
        if pk not in self._read:
            if len(self._read) >= _KEPT:
                self._read.clear()
            article = Article.objects.select_related("current").get(pk=pk)
            self._read[pk] = article, read_own_words(article.current.document)
        return self._read[pk]
