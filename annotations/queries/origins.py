"""Read what the pages of origins show, and what an import says about origins."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from uuid import UUID

from django.db.models import Count, F, Prefetch, QuerySet

from annotations.logic.sources.copies import CopyComparison, compare_wording
from annotations.logic.sources.crediting.article_credits import credited_words
from annotations.logic.sources.crediting.credits import Credit, credits_of
from annotations.logic.sources.outlet_names import outlet_key
from annotations.logic.sources.own_words import OwnWords, read_own_words
from annotations.logic.sources.shared_wording.quoted_selections import shared_quotations
from annotations.logic.vocabulary import DOCUMENTS, OriginKind, OriginState
from annotations.models import Origin, Provenance
from annotations.queries.wording.credit_studies import credit_studies
from newsroom.models import Article
from newsroom.queries.import_reports import Remark
from newsroom.text.model import Span

#: Most articles of one origin that are compared on its page.
MOST_COMPARED = 12
#: Longest part of a title in a sentence, in code points.
_TITLE_SHOWN = 80


@dataclass(frozen=True, slots=True)
class OriginMember:
    """An article of an origin.

    `credits` are the sources that the article names for its text. `others` are the further origins of the
    article, without rejected ones.
    """

    article: Article
    credits: tuple[Credit, ...]
    others: list[Origin]


@dataclass(frozen=True, slots=True)
class OriginPair:
    """Two articles of one origin, and the comparison of their wordings.

    `left_shared` and `right_shared` are the stretches of each text that the other has too. If the verdict
    rests on quotations, those in quotations are among them.
    """

    left: Article
    right: Article
    comparison: CopyComparison
    left_shared: tuple[Span, ...]
    right_shared: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class LitArticle:
    """An article of an origin of which some words are lit. `name` is a prefix that is unique on the page.

    `lines` are lines next to the text that credit a source.
    """

    name: str
    article: Article
    spans: tuple[Span, ...]
    lines: tuple[str, ...] = ()

    @property
    def stretches(self) -> list[tuple[Span, str]]:
        """Return the lit words: a span and an id that is unique on the page."""
        return [(span, f"{self.name}-{number}") for number, span in enumerate(self.spans, start=1)]


def origins(state: str = "", story: str = "") -> QuerySet[Origin]:
    """Return the origins for the list: first the undecided ones, then those that were decided most recently.

    Each origin has two added attributes: `held`, the list of its articles, and `number`, how many they are.
    `state` and `story` (a slug) restrict the origins, unless they are empty.
    """
    filtered = Origin.objects.annotate(number=Count("articles", distinct=True))
    if state:
        filtered = filtered.filter(state=state)
    if story:
        provenances = Provenance.objects.filter(article__places__story__slug=story)
        filtered = filtered.filter(pk__in=provenances.values("origin"))

    return (
        # PostgreSQL and SQLite sort NULL differently, so the order of undecided origins is explicit.
        filtered.select_related("decided_by")
        .prefetch_related(_held())
        .order_by(F("decided_at").desc(nulls_first=True), "-created_at", "pk")
    )


def number_by_state() -> dict[str, int]:
    """Return the number of origins by state. A state without origins has the number 0."""
    rows = Origin.objects.order_by().values_list("state").annotate(Count("pk"))
    numbers = dict(rows)
    return {state.value: numbers.get(state.value, 0) for state in OriginState}


def members(origin: Origin) -> list[OriginMember]:
    """Return the articles of an origin, ordered by time of publication and then by id."""
    others = Origin.objects.exclude(state=OriginState.REJECTED).exclude(pk=origin.pk)
    articles = (
        origin.articles.select_related("outlet", "current")
        .prefetch_related(Prefetch("origins", others, to_attr="other_origins"))
        .order_by("current__published_at", "pk")
    )
    return [
        OriginMember(
            article,
            _credits(article),
            article.other_origins,
        )
        for article in articles
    ]


def _credits(article: Article) -> tuple[Credit, ...]:
    revision = article.current
    return credits_of(revision.document, byline=revision.byline, credit=revision.credit)


def revised_since(moment: datetime, articles: Iterable[Article]) -> list[Article]:
    """Return the articles that existed at `moment` and got a newer revision after it.

    What people decided at `moment` was about the older texts.
    """
    # An article that was imported later did not exist at the time of the decision.
    return [
        article for article in articles if article.created_at <= moment < article.current.created_at
    ]


def compared_pairs(articles: list[Article]) -> list[OriginPair]:
    """Return a comparison of each pair of the first `MOST_COMPARED` articles.

    The pairs with the most shared wording come first. The list is empty if there are fewer than two articles.
    """
    # Comparing all pairs takes quadratic time, so their number is limited.
    texts = {
        article: read_own_words(article.current.document) for article in articles[:MOST_COMPARED]
    }
    pairs = [
        _pair(left, right, texts[left], texts[right]) for left, right in combinations(texts, 2)
    ]
    return sorted(pairs, key=lambda pair: -pair.comparison.share)


def _pair(left: Article, right: Article, left_words: OwnWords, right_words: OwnWords) -> OriginPair:
    comparison = compare_wording(left_words, right_words)
    left_shared, right_shared = comparison.left.spans, comparison.right.spans
    if comparison.quoted:
        left_shared = _joined(left_shared, shared_quotations(left_words, right_words))
        right_shared = _joined(right_shared, shared_quotations(right_words, left_words))
    return OriginPair(left, right, comparison, left_shared, right_shared)


def _joined(some: tuple[Span, ...], others: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(sorted((*some, *others)))


def side_by_side(pair: OriginPair) -> tuple[LitArticle, LitArticle]:
    """Return the left and the right article of a pair, each with the wording that it shares with the other
    lit.
    """
    left = LitArticle("left", pair.left, pair.left_shared)
    right = LitArticle("right", pair.right, pair.right_shared)
    return left, right


def crediting_texts(origin: Origin, articles: list[Article]) -> list[LitArticle]:
    """Return the first `MOST_COMPARED` articles, each with the words lit that credit the source `origin`.

    A byline or a credit line that names the source is among the `lines`, if the text does not contain it.
    """
    texts = []
    shown = articles[:MOST_COMPARED]
    studies = credit_studies([article.current for article in shown])
    for number, (article, study) in enumerate(zip(shown, studies, strict=True)):
        spans: list[Span] = []
        lines: list[str] = []
        for source in study.sources:
            if outlet_key(source.name) != outlet_key(origin.name):
                continue
            words = credited_words(article.current.document, source)
            if words is None:
                lines.append(source.because)
            else:
                spans.append(words)
        texts.append(LitArticle(f"credit-{number}", article, tuple(spans), tuple(lines)))
    return texts


def chosen_pair(pairs: list[OriginPair], left: str, right: str) -> OriginPair | None:
    """Return the pair of the articles with the ids `left` and `right`, in either order.

    If there is no such pair, the first of `pairs` is returned, or None if `pairs` is empty.
    """
    if not pairs:
        return None
    wanted_ids = {left, right}
    for pair in pairs:
        if {str(pair.left.pk), str(pair.right.pk)} == wanted_ids:
            return pair
    return pairs[0]


def standing_origins(article: Article) -> list[Origin]:
    """Return the origins of an article without rejected ones, by name."""
    return list(article.origins.exclude(state=OriginState.REJECTED).order_by("name", "pk"))


def documents_near(article: Article) -> list[str]:
    """Return the names of the documents on which articles in the stories of `article` rest, by name."""
    documents = Origin.objects.filter(kind__in=DOCUMENTS)
    nearby = documents.filter(articles__places__story__articles=article)
    standing = nearby.exclude(state=OriginState.REJECTED)
    return list(standing.order_by("name").values_list("name", flat=True).distinct())


def undecided_origins(story_articles: list[int]) -> list[Origin]:
    """Return the proposed origins of the articles (ids), each once, with two queries.

    Each origin has the added attribute `held`, the list of its articles.
    """
    proposed = Origin.objects.filter(state=OriginState.PROPOSED, articles__in=story_articles)
    return list(proposed.distinct().prefetch_related(_held()))


def _held() -> "Prefetch[str, QuerySet[Article], str]":
    """Return what loads the articles of each origin as the list `held`."""
    articles = Article.objects.select_related("outlet").order_by("pk")
    return Prefetch("articles", articles, to_attr="held")


def remarks_on(articles: list[int]) -> list[Remark]:
    """Return a remark for each origin that an article (id) shares with other articles, and for each source
    that it credits.

    Rejected origins are left out. The list is empty if there is nothing to say. This needs two queries.
    """
    not_rejected = Provenance.objects.exclude(origin__state=OriginState.REJECTED)
    own_provenances = (
        not_rejected.filter(article__in=articles).select_related("origin").order_by("id")
    )
    members_by_origin = _members_by_origin({provenance.origin_id for provenance in own_provenances})

    remarks = []
    for provenance in own_provenances:
        others = [
            article
            for article in members_by_origin[provenance.origin_id]
            if article.pk != provenance.article_id
        ]
        sentence = _remark(provenance.origin, others)
        if sentence:
            address = provenance.origin.get_absolute_url()
            remarks.append(Remark(provenance.article_id, sentence, address))
    return remarks


def _remark(origin: Origin, others: list[Article]) -> str:
    """Return what to say about an origin of an article that it shares with `others`, or an empty string."""
    if origin.kind == OriginKind.CREDIT:
        return f"It credits {origin.name}."
    if not others:
        return ""
    if origin.kind == OriginKind.TEXT:
        return f"It shares wording with {_listed(others)}."
    return f"It draws on “{origin.name}”, as does {_listed(others)}."


def _members_by_origin(origin_ids: set[UUID]) -> defaultdict[UUID, list[Article]]:
    members_by_origin: defaultdict[UUID, list[Article]] = defaultdict(list)
    provenances = Provenance.objects.filter(origin__in=origin_ids).exclude(
        origin__state=OriginState.REJECTED
    )
    for provenance in provenances.select_related("article__outlet").order_by("id"):
        members_by_origin[provenance.origin_id].append(provenance.article)
    return members_by_origin


def _listed(others: list[Article]) -> str:
    first, *further = others
    more = f" and {len(further)} more" if further else ""
    return f"{_title_for_people(first)}{more}"


def _title_for_people(article: Article) -> str:
    title = f"“{article.title[:_TITLE_SHOWN]}”"
    if article.outlet is None:
        return title
    return f"{title} ({article.outlet})"
