"""Read the chains of telling of candidates and of the passage that is searched for."""

from collections.abc import Iterable, Sequence

from django.db.models import Q, QuerySet

from annotations.logic.finding.matching import Candidate
from annotations.logic.sources.outlet_names import OutletNames
from annotations.logic.sources.telling.teller_guess import guess_teller
from annotations.queries.counting.sentence_chains import SentenceChains, TextPlace
from annotations.queries.desk.surroundings import with_origins
from newsroom.models import Article, Revision, Story
from newsroom.text.model import Span


def candidate_chains(
    candidates: Sequence[Candidate],
    sought: TextPlace,
    own: Article,
    story: Story | None,
) -> SentenceChains:
    """Return the chains of candidates, and of the passage at `sought` in the article `own`.

    If no person named the tellers of a sentence, they are guessed, except for candidates that are not
    confident, because each guess reads a text. Chains go on through all articles of `story` (see
    `SentenceChains`). The number of queries is fixed.
    """
    articles = list(_articles(candidates, own, story))
    by_id = {article.pk: article for article in articles}
    outlets = OutletNames(article.outlet.name for article in articles if article.outlet)

    places: dict[TextPlace, int] = {sought: own.pk}
    for candidate in candidates:
        if candidate.confident:
            places[candidate.revision, candidate.span] = candidate.article
    revisions = _revisions(places)
    guessed = {}
    for place, article in places.items():
        revision, span = place
        guessed[place] = _guess(revisions[revision], by_id[article], span, outlets)
    return SentenceChains(articles, guessed)


def _articles(
    candidates: Sequence[Candidate], own: Article, story: Story | None
) -> QuerySet[Article]:
    wanted = Q(pk__in={own.pk, *(candidate.article for candidate in candidates)})
    if story is not None:
        wanted |= Q(pk__in=story.articles.values("pk"))
    return with_origins(Article.objects.filter(wanted).order_by("pk"))


def _revisions(places: Iterable[TextPlace]) -> dict[int, Revision]:
    """Return the revisions of the places by id, with what a guess of tellers reads."""
    read = Revision.objects.only("text", "blocks", "marks", "byline", "credit")
    return read.in_bulk({revision for revision, _ in places})


def _guess(
    revision: Revision,
    article: Article,
    span: Span,
    outlets: OutletNames,
) -> str:
    return guess_teller(
        revision.document,
        span,
        outlets,
        own=article.outlet.name if article.outlet else "",
        byline=revision.byline,
        credit=revision.credit,
    )
