"""Update the index of shared wording after an import, and propose origins for articles that share wording.

The index holds for each article the hashes (“numbers”) of some of its groups of five words.
"""

from collections.abc import Collection, Iterable, Sequence

from django.db import connection, transaction

from annotations.actions.origins import form_origin, place_in_origin
from annotations.logic.sources.copies import CopyVerdict
from annotations.logic.sources.outlet_names import outlet_key
from annotations.logic.sources.own_words import sampled_runs
from annotations.logic.vocabulary import OriginKind, OriginState
from annotations.models import Origin, Provenance, Shingle
from annotations.queries.wording.copies import CopyMatch, likely_copies, matches_among
from annotations.queries.wording.copy_proposals import (
    KnownCredits,
    name_of_copies,
    reason_for_copies,
)
from annotations.queries.wording.text_studies import TextStudy, study_of
from newsroom.actions.history import HistoryLine, change, record
from newsroom.models import Article, Revision, User, Verb

#: A new revision, and the revision before it, or None for a new article.
Imported = tuple[Revision, Revision | None]
#: Revisions that `index_all` reads from the database at a time.
_CHUNK = 200


@transaction.atomic
def index_imported_texts(
    imported: Sequence[Imported],
    known: Sequence[TextStudy | None] | None = None,
    *,
    by: User,
) -> None:
    """Update the index for new revisions, and propose origins for articles that share wording with others.

    Call this function within the transaction of the import. Each article is compared with the articles that
    existed before and with those that come earlier in `imported`. The result is the same as if each article
    were imported alone. `known` holds a study of each text of `imported`, made before the transaction, in the
    same order. An entry (or the whole list) is None if no study was made.
    """
    texts = _studies(imported, known or [None] * len(imported))
    new_rows: list[tuple[int, int]] = []
    for revision, previous in imported:
        article = revision.article_id
        before = _numbers_before(texts[article], previous)
        # Only the differences are written, because most runs of a new revision are in the index already.
        _unindex(article, before - texts[article].numbers)
        # The numbers are sorted, so that the rows are inserted in the order of the primary key.
        for number in sorted(texts[article].numbers - before):
            new_rows.append((article, number))
    _index(new_rows)

    # All articles are looked up together, because one query is faster than one per article.
    likely = likely_copies({article: text.numbers for article, text in texts.items()})
    wordings = {article: text.wording for article, text in texts.items()}
    for revision, _ in imported:
        candidates = likely[revision.article_id]
        if candidates:
            text = texts[revision.article_id]
            words = {pk: wordings[pk].words for pk in candidates if pk in wordings}
            matches = matches_among(candidates, text.wording.words, words, text.comparisons)
            _propose(revision, matches, KnownCredits(revision, text), by)


def _studies(
    imported: Sequence[Imported], known: Sequence[TextStudy | None]
) -> dict[int, TextStudy]:
    """Return a study of each new revision, by article id.

    The study in `known` is used if it was made from the same document. Otherwise the document is studied now.
    """
    texts = {}
    for (revision, _), study in zip(imported, known, strict=True):
        # The text can have changed between the study and the import.
        if study is None or study.document != revision.document:
            study = study_of(revision.document)
        texts[revision.article_id] = study
    return texts


def _numbers_before(text: TextStudy, previous: Revision | None) -> frozenset[int]:
    """Return the hashes that the index holds for the revision `previous` of the article.

    The set is empty if there is no previous revision.
    """
    if previous is None:
        return frozenset()
    known = text.numbers_before.get(previous.pk)
    if known is not None:
        return known
    return sampled_runs(previous.document)


@transaction.atomic
def index_all() -> int:
    """Rebuild the index from the current text of every article. Returns the number of articles."""
    Shingle.objects.all().delete()
    current = Revision.objects.exclude(current_of=None).order_by("pk")
    return index_revisions(current.iterator(chunk_size=_CHUNK))


def index_revisions(revisions: Iterable[Revision]) -> int:
    """Add revisions to the index without comparing them. Returns the number of revisions.

    None of the articles may be in the index yet.
    """
    count = 0
    for revision in revisions:
        shingles = sampled_runs(revision.document)
        _index((revision.article_id, number) for number in sorted(shingles))
        count += 1
    return count


def _index(rows: Iterable[tuple[int, int]]) -> None:
    """Insert rows of `(article, number)` into the index.

    The rows are inserted with SQL, because creating about a hundred model instances per article would take
    longer than the rest of the work.
    """
    pairs = list(rows)
    insert = f"INSERT INTO {Shingle._meta.db_table} (article_id, number)"
    with connection.cursor() as cursor:
        # PostgreSQL inserts two arrays with one statement, which is much faster than one statement per row.
        if connection.vendor == "postgresql":
            articles = [article for article, _ in pairs]
            numbers = [number for _, number in pairs]
            unnest = f"{insert} SELECT * FROM unnest(%s::bigint[], %s::int[])"  # noqa: S608  (a table's own name)
            cursor.execute(unnest, (articles, numbers))
        else:
            cursor.executemany(f"{insert} VALUES (%s, %s)", pairs)


def _unindex(article: int, numbers: Collection[int]) -> None:
    if numbers:
        Shingle.objects.filter(number__in=numbers, article=article).delete()


def _propose(
    revision: Revision,
    matches: list[CopyMatch],
    known: KnownCredits,
    by: User,
) -> None:
    """Add the article of `revision` to an origin of each article that shares wording with it, or form a new
    origin.

    `matches` are these other articles; those with the most shared wording come first. Nothing is proposed for
    two articles that are in one origin already, nor if an origin with both was rejected.
    """
    if not matches:
        return
    article = revision.article
    # These articles share an origin with the new article already, which may be a rejected one.
    texts = Provenance.objects.filter(origin__articles=article, origin__kind=OriginKind.TEXT)
    decided = texts.values_list("article", flat=True)
    remaining = _originals_last(_without(matches, set(decided)))
    whole: Origin | None = None
    part: Article | None = None
    while remaining:
        match = remaining[0]
        reason = reason_for_copies(revision, match, known)
        origin = _origin_of(match, remaining)
        is_whole = match.comparison.verdict is CopyVerdict.COPY
        if origin:
            place_in_origin(origin, article, by=by, reason=reason)
        elif (
            is_whole and whole and part and _may_be_cut_from_one(match.article, part, whole, known)
        ):
            # Two texts that are both in this one were perhaps cut from it.
            origin = whole
            place_in_origin(origin, match.article, by=by, reason=reason)
        else:
            pair = [match.article, article]
            name = name_of_copies(pair, known)
            origin = _credited_origin(match.article, name)
            if origin:
                _make_text_of(origin, article, by=by, reason=reason)
            else:
                origin = form_origin(name, pair, by=by, reason=reason)

        if is_whole and origin.state == OriginState.PROPOSED:
            whole, part = origin, match.article
        # The article is in this origin now, so it needs no other in common with its members.
        remaining = _without(remaining, _members(origin))


def _may_be_cut_from_one(
    article: Article,
    part: Article,
    whole: Origin,
    known: KnownCredits,
) -> bool:
    """Return whether `article` and `part` may be parts of one text. `part` is in the origin `whole`.

    The answer is no if they credit different agencies, because the new text is then a round-up of both. It is
    also no if an editor rejected an origin that `article` has in common with a member of `whole`.
    """
    sources, other_sources = known.sources_of(article), known.sources_of(part)
    if sources and other_sources and sources.isdisjoint(other_sources):
        return False
    rejected = article.origins.filter(kind=OriginKind.TEXT, state=OriginState.REJECTED)
    apart = Provenance.objects.filter(origin__in=rejected, article__in=_members(whole))
    return not apart.exclude(article=article).exists()


def _originals_last(matches: list[CopyMatch]) -> list[CopyMatch]:
    """Return the matches, with some moved to the end: full copies whose article is in no origin of shared
    wording.

    The others come first, so that a full copy can join the origin that they are in, instead of forming
    another one.
    """
    texts = Provenance.objects.filter(origin__kind=OriginKind.TEXT).exclude(
        origin__state=OriginState.REJECTED
    )
    articles = [match.article.pk for match in matches]
    with_origin = set(texts.filter(article__in=articles).values_list("article", flat=True))
    return sorted(
        matches,
        key=lambda match: (
            match.comparison.verdict is CopyVerdict.COPY and match.article.pk not in with_origin
        ),
    )


def _without(matches: list[CopyMatch], articles: set[int]) -> list[CopyMatch]:
    return [match for match in matches if match.article.pk not in articles]


def _members(origin: Origin) -> set[int]:
    return set(origin.provenances.values_list("article", flat=True))


def _origin_of(match: CopyMatch, matches: list[CopyMatch]) -> Origin | None:
    """Return the origin of the article of `match` that the new article should join, or None if there is none.

    `matches` are all articles that share wording with the new one. Among several origins the one that holds
    most of them is chosen, and the oldest of equal ones. If the article of `match` belongs to several
    origins, a second article of the chosen origin must share wording too, because otherwise it is not clear
    which of the origins the text comes from.
    """
    alike = {matching_article.article.pk for matching_article in matches}
    texts = match.article.origins.filter(kind=OriginKind.TEXT)
    origins = list(texts.exclude(state=OriginState.REJECTED).order_by("created_at", "pk"))
    if not origins:
        return None
    matching = {origin: len(alike & _members(origin)) for origin in origins}
    best = max(origins, key=lambda origin: matching[origin])
    is_joined = len(origins) == 1 or matching[best] > 1
    return best if is_joined else None


def _credited_origin(article: Article, name: str) -> Origin | None:
    """Return the undecided origin that was proposed because `article` credits the source `name`, or None."""
    credited = article.origins.filter(kind=OriginKind.CREDIT, state=OriginState.PROPOSED)
    for origin in credited.order_by("created_at", "pk"):
        if outlet_key(origin.name) == outlet_key(name):
            return origin
    return None


def _make_text_of(
    origin: Origin,
    article: Article,
    *,
    by: User,
    reason: str,
) -> None:
    """Change the kind of an origin from a credited source to a shared text, and add `article` to it.

    `reason` says how much wording the articles share. The history gets a line for each of the two changes.
    """
    changes = change(origin, {"kind": OriginKind.TEXT.value, "reason": reason})
    summary = f"proposed that texts have the origin “{origin}” in common"
    record(HistoryLine(Verb.PROPOSED, origin, summary, changes=changes), by=by)
    place_in_origin(origin, article, by=by, reason=reason)
