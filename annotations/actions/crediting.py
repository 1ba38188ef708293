"""Propose origins for articles that credit a source in their text, such as the rewrite of a report."""

from collections import defaultdict
from collections.abc import Sequence

from annotations.actions.copying import Imported
from annotations.actions.origins import LONGEST_NAME, form_origin
from annotations.logic.sources.article_credits import ArticleCredit, credited_words
from annotations.logic.sources.outlet_names import outlet_key
from annotations.logic.vocabulary import OriginKind
from annotations.models import Provenance
from annotations.queries.wording.credit_studies import CreditStudy, credit_study_of
from newsroom.models import Article, Revision, User


def propose_credited_origins(
    imported: Sequence[Imported], known: Sequence[CreditStudy | None], *, by: User
) -> None:
    """Propose each source that an imported article credits as an origin of the article.

    Call this function within the transaction of the import. A source that was proposed for the article
    before, under this name, is not proposed again, whatever was decided on it. `known` holds a study of each
    text of `imported`, made before the transaction, or None.
    """
    origin_keys = _origin_keys([revision.article_id for revision, _ in imported])
    for (revision, _), study in zip(imported, known, strict=True):
        article = revision.article
        if study is None or not study.is_of(revision):
            study = credit_study_of(revision)
        if not study.sources:
            continue
        known_keys = origin_keys[article.pk] | _own_keys(article)
        for source in study.sources:
            if outlet_key(source.name) in known_keys:
                continue
            form_origin(
                source.name[:LONGEST_NAME],
                [article],
                by=by,
                reason=f"It credits {source.name}: “{_words(revision, source)}”",
                kind=OriginKind.CREDIT,
            )


def _words(revision: Revision, source: ArticleCredit) -> str:
    """Return the words that credit the source, in whole words if they are in the text."""
    place = credited_words(revision.document, source)
    if place is None:
        return source.because
    return " ".join(revision.text[place.start : place.end].split())


def _origin_keys(articles: Sequence[int]) -> defaultdict[int, set[str]]:
    """Return the keys of all origins of each article, by article id, rejected ones too, with one query."""
    keys: defaultdict[int, set[str]] = defaultdict(set)
    provenances = Provenance.objects.filter(article__in=articles)
    for article, name in provenances.values_list("article", "origin__name"):
        keys[article].add(outlet_key(name))
    return keys


def _own_keys(article: Article) -> set[str]:
    """Return the keys of the outlet of the article and of its owner. An outlet does not credit itself."""
    if article.outlet is None:
        return set()
    names = [article.outlet.name]
    if article.outlet.owner is not None:
        names.append(article.outlet.owner.name)
    return {outlet_key(name) for name in names}
