"""Keeping the index of shared wording in step with the texts, and proposing origins for what is copied."""

from collections.abc import Collection, Iterable, Sequence

from django.db import connection, transaction

from annotations.actions.origins import form_origin, place_in_origin
from annotations.logic.sources.copies import CopyComparison
from annotations.logic.sources.credits import Credit, credits_of
from annotations.logic.sources.own_words import read_own_words, sampled
from annotations.logic.vocabulary import CreditKind, OriginState
from annotations.models import Origin, Provenance, Shingle
from annotations.queries.copies import CopyMatch, likely_copies, matches_among
from newsroom.models import Article, Revision, User

#: A new revision, and the one before it where there is one.
Imported = tuple[Revision, Revision | None]
#: Articles indexed at a time by `index_all`.
_CHUNK = 200


@transaction.atomic
def take_in(imported: Sequence[Imported], *, by: User) -> None:
    """Index new revisions in place of those before, and propose origins for what they share with other
    articles.

    Runs within the import. Each is compared with what stood there and with those that come before it, as if
    it had come alone.
    """
    texts = {revision.article_id: read_own_words(revision.document) for revision, _ in imported}
    numbers = {article: sampled(text) for article, text in texts.items()}
    rows: list[tuple[int, int]] = []
    for revision, previous in imported:
        article = revision.article_id
        before = sampled(read_own_words(previous.document)) if previous else frozenset()
        _unindex(article, before - numbers[article])
        rows += ((article, number) for number in sorted(numbers[article] - before))
    _index(rows)
    found = likely_copies(numbers)
    for revision, _ in imported:
        if ids := found[revision.article_id]:
            _propose(revision, matches_among(ids, texts[revision.article_id], texts), by)


@transaction.atomic
def index_all() -> int:
    """Index the current text of every article anew. Returns how many there are."""
    Shingle.objects.all().delete()
    current = Revision.objects.exclude(current_of=None).order_by("pk")
    return index_revisions(current.iterator(chunk_size=_CHUNK))


def index_revisions(revisions: Iterable[Revision]) -> int:
    """Index texts that are not in the index yet, comparing none. Returns how many they were."""
    number = 0
    for number, revision in enumerate(revisions, start=1):  # noqa: B007  (counted)
        _index(
            (revision.article_id, shingle) for shingle in sorted(sampled(read_own_words(revision.document)))
        )
    return number


def _index(rows: Iterable[tuple[int, int]]) -> None:
    """Rows as they are: a model instance for each of a hundred would take longer than the rest of the index."""
    pairs, into = list(rows), f"INSERT INTO {Shingle._meta.db_table} (article_id, number)"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            columns = [article for article, _ in pairs], [number for _, number in pairs]
            cursor.execute(f"{into} SELECT * FROM unnest(%s::bigint[], %s::int[])", columns)  # noqa: S608
        else:
            cursor.executemany(f"{into} VALUES (%s, %s)", pairs)


def _unindex(article: int, numbers: Collection[int]) -> None:
    if numbers:
        Shingle.objects.filter(number__in=numbers, article=article).delete()


def _propose(revision: Revision, matches: list[CopyMatch], by: User) -> list[Origin]:
    """Put the article into the origins of what it shares wording with, the likest first; where there is none,
    form one.

    Whatever a person has decided about two articles stands: nothing is proposed for a pair that an origin
    has, or had before it was rejected.
    """
    if not matches:
        return []
    article = revision.article
    drawn_on = []
    settled = set(Provenance.objects.filter(origin__articles=article).values_list("article", flat=True))
    remaining = [match for match in matches if match.article.pk not in settled]
    while remaining:
        match = remaining[0]
        reason = _reason(revision, match)
        origin = _origin_of(match, remaining)
        if origin:
            place_in_origin(origin, article, by=by, reason=reason)
        else:
            origin = form_origin(
                _name([match.article, article]), [match.article, article], by=by, reason=reason
            )
        drawn_on.append(origin)
        members = set(origin.provenances.values_list("article", flat=True))
        remaining = [other for other in remaining if other.article.pk not in members]
    return drawn_on


def _origin_of(match: CopyMatch, matches: list[CopyMatch]) -> Origin | None:
    """The origin that the matching articles have in common with `match`, where it has one; the oldest of
    equals.

    An article that draws on several is joined by what it took from one of them only if another article of
    that one matches too, or it has no other.
    """
    alike = {other.article.pk for other in matches}
    standing = list(match.article.origins.exclude(state=OriginState.REJECTED).order_by("created_at", "pk"))
    met = {
        origin: len(alike & set(origin.provenances.values_list("article", flat=True))) for origin in standing
    }
    best = max(standing, key=lambda origin: met[origin], default=None)
    return best if best and (len(standing) == 1 or met[best] > 1) else None


def _name(articles: list[Article]) -> str:
    """The agency that a byline or a credit line names, else the outlet that printed it first, else its title."""
    for article in articles:
        for credit in _credits(article):
            if credit.kind is not CreditKind.CITED:
                return credit.source
    dated = [article for article in articles if article.current.published_at]
    first = min(dated, key=lambda article: article.current.published_at) if dated else articles[0]
    return f"Text of {first.outlet}" if first.outlet else first.title[:100]


def _credits(article: Article) -> tuple[Credit, ...]:
    revision = article.current
    return credits_of(revision.document, byline=revision.byline, credit=revision.credit)


def _reason(revision: Revision, match: CopyMatch) -> str:
    """Both signals in words: what is shared, and apart from that what each says of its sources."""
    told = [_shares(revision.article, match.article, match.comparison)]
    for article in (revision.article, match.article):
        named = [f"{credit.source} ({credit.kind.label})" for credit in _credits(article)]
        if named:
            told.append(f"“{article.title[:80]}” names {', '.join(named)}.")
    return " ".join(told)


def _shares(one: Article, other: Article, comparison: CopyComparison) -> str:
    part = "" if comparison.verdict == "copy" else "in part "
    return (
        f"The wording is {part}the same outside quotations: {comparison.left.share:.0%} of "
        f"“{one.title[:80]}”, {comparison.right.share:.0%} of “{other.title[:80]}”."
    )
