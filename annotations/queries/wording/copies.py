"""Find articles that share wording. The index gives likely pairs, and then their full texts are compared.

The index holds for each article the hashes (“numbers”) of some of its groups of five words.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, combinations, groupby, pairwise

from django.db import connection
from django.db.models import Count, QuerySet
from django.db.models.expressions import RawSQL

from annotations.logic.sources.copies import CopyComparison, compare_wording
from annotations.logic.sources.own_words import OwnWords, read_own_words
from annotations.models import Shingle
from newsroom.models import Article, Story

#: Most rows of the index that are read for one article. Its rarest runs are read first, so that a footer on
#: every page costs nothing.
MOST_ROWS = 4_000
#: Most texts that are compared with one article at import.
MOST_CANDIDATES = 12
#: If at most this many articles have the same run, each is paired with each other one. If there are more,
#: each is paired with only two others.
MOST_PAIRED = 20
#: Two articles are compared if their shared runs weigh more than this: two shared runs, or one run that
#: hardly any other article has.
_LEAST_WEIGHT = 2 / 3
#: Most texts whose words are kept in memory while all pairs are compared.
_KEPT = 4_000

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CopyMatch:
    """An article that shares wording with the article for which matches were searched.

    In `comparison`, `right` belongs to `article`, and `left` to the article for which matches were searched.
    """

    article: Article
    comparison: CopyComparison


def matches_among(
    ids: Collection[int],
    text: OwnWords,
    known: Mapping[int, OwnWords],
    compared: Mapping[int, CopyComparison],
) -> list[CopyMatch]:
    """Return the articles among `ids` that share wording with `text`, those that share most first.

    `known` holds words that were read before, by article id. `compared` holds comparisons with `text` that
    were made before, by revision id. Neither is computed again. The list is empty if no article shares enough
    wording.
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


def likely_copies(
    numbers: Mapping[int, Collection[int]], *, among_each_other: bool = True
) -> dict[int, list[int]]:
    """Return for each article the ids of other articles that are worth comparing with it, best first.

    `numbers` maps the id of an article to its numbers in the index. Another article is worth comparing if it
    shares several numbers or one rare number. Each article is compared only with the articles that existed
    before and, if `among_each_other`, with those that come earlier in `numbers`. A list is empty if nothing
    is worth comparing. The function needs one query for all articles, unless very many texts share a number.
    """
    others = _rows_with(set().union(*numbers.values())).exclude(article__in=numbers)
    # Up to this limit one query is enough. Beyond it, each article is looked up separately.
    first_rows = list(others.values_list("number", "article_id")[: MOST_ROWS + 1])
    is_complete = len(first_rows) <= MOST_ROWS
    articles_by_number = _by_number(first_rows)

    likely = {}
    to_come = set(numbers)
    for article, own_numbers in numbers.items():
        if is_complete:
            shared = [number for number in own_numbers if number in articles_by_number]
            holders = [articles_by_number[number] for number in shared]
        else:
            holders = list(_holders(own_numbers, to_come).values())
        likely[article] = _likeliest(holders)
        if among_each_other:
            # From now on this article counts as one that existed before.
            to_come.discard(article)
            for number in own_numbers:
                articles_by_number[number].append(article)
    return likely


def _rows_with(numbers: Iterable[int]) -> QuerySet[Shingle]:
    """Return the rows of the index with these numbers.

    The numbers are one parameter of the query, because Django takes long to check thousands of parameters.
    """
    if connection.vendor == "postgresql":
        every = RawSQL("SELECT unnest(%s::int[])", [list(numbers)])
    else:
        every = RawSQL("SELECT value FROM json_each(%s)", [json.dumps(list(numbers))])
    return Shingle.objects.filter(number__in=every)


def _likeliest(holders: Iterable[list[int]]) -> list[int]:
    """Return the ids of the articles that share the most numbers, best first, `MOST_CANDIDATES` at most.

    `holders` has one list for each number: the ids of the articles that have this number. Articles that share
    too little are left out.
    """
    weights: defaultdict[int, float] = defaultdict(float)
    for articles in holders:
        for article in articles:
            weights[article] += _weight_of_run(len(articles))
    by_weight = sorted(weights, key=lambda article: (-weights[article], article))
    heaviest = by_weight[:MOST_CANDIDATES]
    return [article for article in heaviest if weights[article] > _LEAST_WEIGHT]


def _weight_of_run(others: int) -> float:
    """Return the weight of five words that an article shares with `others` other articles, from 0.5 to 1.

    The fewer articles have these words, the higher is the weight.
    """
    return 0.5 + 0.5 / others


def _holders(numbers: Collection[int], left_out: Collection[int]) -> dict[int, list[int]]:
    """Return for each number the ids of the articles that have it, without the articles `left_out` (ids).

    If there are too many rows, only the numbers with the fewest articles are returned.
    """
    others = _rows_with(numbers).exclude(article__in=left_out)
    rows = others.values_list("number", "article_id")
    first_rows = list(rows[: MOST_ROWS + 1])
    # Too many rows come from common runs, which say little about copying.
    if len(first_rows) > MOST_ROWS:
        rarest = _rows_with(_rarest(numbers)).exclude(article__in=left_out)
        first_rows = list(rarest.values_list("number", "article_id"))
    return _by_number(first_rows)


def _by_number(rows: Iterable[tuple[int, int]]) -> defaultdict[int, list[int]]:
    articles: defaultdict[int, list[int]] = defaultdict(list)
    for number, article in rows:
        articles[number].append(article)
    return articles


def _rarest(numbers: Collection[int]) -> list[int]:
    """Return the numbers that the fewest articles have.

    So many numbers are returned that the index has at most `MOST_ROWS` rows for all of them, but at least
    one.
    """
    rows = _rows_with(numbers).values("number").annotate(articles=Count("article"))
    counts = sorted(rows.values_list("articles", "number"))
    totals = accumulate(count for count, _ in counts)
    fitting = sum(total <= MOST_ROWS for total in totals)
    return [number for _, number in counts[: max(1, fitting)]]


def copied_pairs(story: Story | None = None) -> Iterator[tuple[Article, Article, CopyComparison]]:
    """Yield all pairs of articles that share wording, ordered by id, each with its comparison.

    With `story`, only pairs within the story are yielded. One pass over the index gives the likely pairs, and
    their texts are compared. The pairs that share wording form groups. Within a group every remaining pair is
    compared too, because the index does not pair all copies of a text that was printed very often.
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
    """Return the groups of ids that `pairs` connect: the connected components of a graph with these edges.

    The groups and their members are sorted.
    """
    group_of: dict[int, list[int]] = {}
    for first, second in pairs:
        group = group_of.setdefault(first, [first])
        other_group = group_of.setdefault(second, [second])
        if group is other_group:
            continue
        # The two groups have a member in common, so they become one.
        group += other_group
        for member in other_group:
            group_of[member] = group
    # The dict holds each group once for each of its members.
    groups = {id(group): group for group in group_of.values()}
    return sorted(sorted(group) for group in groups.values())


def _likely_pairs(among: set[int] | None) -> list[Pair]:
    """Return the pairs of article ids that are worth comparing, with the smaller id first.

    `among` restricts the articles to these ids; None means all articles. The index is read once.
    """
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
    # All pairs of many articles would be too many. Chains of pairs still connect the articles into one group.
    yield from pairwise(articles)
    yield from zip(articles, articles[2:], strict=False)


class _Texts:
    """A cache of articles and their words, by article id. The cache is emptied when it holds `_KEPT`
    texts.
    """

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
            # Emptying the whole cache is simple, and it happens rarely.
            if len(self._read) >= _KEPT:
                self._read.clear()
            article = Article.objects.select_related("current").get(pk=pk)
            self._read[pk] = article, read_own_words(article.current.document)
        return self._read[pk]
