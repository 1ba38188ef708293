"""Propose origins for articles that credit a source in their text, such as a report that was rewritten."""

from collections import defaultdict
from collections.abc import Sequence

from annotations.actions.copying import Imported
from annotations.actions.origins import LONGEST_NAME, form_origin
from annotations.logic.sources.crediting.article_credits import credited_words
from annotations.logic.sources.crediting.credit_phrases import ArticleCredit
from annotations.logic.sources.outlet_names import outlet_key
from annotations.logic.vocabulary import OriginKind, OriginState
from annotations.models import Provenance
from annotations.queries.wording.credit_studies import CreditStudy, credit_study_of
from newsroom.models import Article, Revision, User


def propose_credited_origins(
    imported: Sequence[Imported], known: Sequence[CreditStudy | None], *, by: User
) -> None:
    """Propose each source that an imported article credits as an origin of the article.

    Call this function within the transaction of the import, after origins for shared wording were proposed. A
    source that an article credits is proposed also for the articles that share its text. A source that is an
    origin of an article already, even a rejected one, is not proposed again for it. `known` holds a study of
    each text of `imported`, in the same order, or None where none was made before the transaction.
    """
    articles = [revision.article_id for revision, _ in imported]
    origin_keys = _origin_keys(articles)
    for (revision, _), study in zip(imported, known, strict=True):
        article = revision.article
        if study is None or not study.is_of(revision):
            study = credit_study_of(revision)
        # Most articles credit nobody, so the names of their outlets are not looked up.
        if study.sources:
            origin_keys[article.pk] |= _own_keys(article)
        for source in study.sources:
            reason = f"It credits {source.name}: “{_words(revision, source)}”"
            _propose(article, source.name, reason, origin_keys[article.pk], by)
    _propose_for_other_prints(articles, by)


def _propose(
    article: Article,
    name: str,
    reason: str,
    keys: set[str],
    by: User,
) -> None:
    """Propose the source `name` as an origin of the article, unless its key is among `keys`.

    `keys` are the keys of the article's origins, its outlet and the owner of that. The new key is added to
    this set.
    """
    key = outlet_key(name)
    if key in keys:
        return
    keys.add(key)
    form_origin(name[:LONGEST_NAME], [article], by=by, reason=reason, kind=OriginKind.CREDIT)


def _propose_for_other_prints(articles: Sequence[int], by: User) -> None:
    """Propose the sources that an article credits as origins of the articles that share its text.

    This is done for pairs of which one article is among `articles` (ids).
    """
    texts = Provenance.objects.filter(origin__kind=OriginKind.TEXT, article__in=articles)
    shared = texts.exclude(origin__state=OriginState.REJECTED)
    pairs = set(shared.values_list("article", "origin__provenances__article"))
    prints = {article for pair in pairs for article in pair}
    if not prints:
        return
    credit = Provenance.objects.filter(origin__kind=OriginKind.CREDIT, article__in=prints)
    standing = credit.exclude(origin__state=OriginState.REJECTED).order_by("pk")
    credited = list(standing.values_list("article", "origin__name", "article__title"))
    if not credited:
        return

    origin_keys = _origin_keys(list(prints))
    with_outlets = Article.objects.select_related("outlet__owner")
    # An outlet is known by several names, and one query finds those of all outlets.
    with_names = with_outlets.prefetch_related("outlet__aliases", "outlet__owner__aliases")
    by_id = with_names.in_bulk(prints)
    for pk, article_of_print in by_id.items():
        origin_keys[pk] |= _own_keys(article_of_print)
    for article, name, title in credited:
        for other in sorted(prints):
            if other != article and ((article, other) in pairs or (other, article) in pairs):
                reason = f"It shares wording with “{title}”, which credits {name}."
                _propose(by_id[other], name, reason, origin_keys[other], by)


def _words(revision: Revision, source: ArticleCredit) -> str:
    """Return the words of the article that credit the source, or the sentence that explains the credit if
    they are not in the text.
    """
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
    """Return the keys of all names of the outlet of the article and of its owner. Empty if the article has no
    outlet.
    """
    if article.outlet is None:
        return set()
    outlets = [article.outlet]
    if article.outlet.owner is not None:
        outlets.append(article.outlet.owner)
    keys = set()
    for outlet in outlets:
        keys.add(outlet_key(outlet.name))
        keys.update(outlet_key(alias.word) for alias in outlet.aliases.all())
    return keys
