"""Group articles into origins (common sources), and decide whether a proposed origin is real."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from annotations.actions.passages.tellers import guess_tellers_again
from annotations.logic.vocabulary import OriginKind, OriginState
from annotations.models import Highlight, Origin, Provenance
from newsroom.actions.history import HistoryLine, change, record
from newsroom.actions.locking import lock
from newsroom.actions.storing import store
from newsroom.errors import Conflict, Invalid
from newsroom.models import Article, User, Verb
from newsroom.roles import UserRole, require

#: Tables put this character between the origins of an article, so no name may contain it.
SEPARATOR = "|"
#: Longest name of an origin, in code points.
LONGEST_NAME = 120
#: The sentence for a decision without a reason.
SAY_WHY = "Say why: one sentence that a colleague can follow."


@transaction.atomic
def propose_origin(
    name: str,
    articles: Iterable[Article],
    *,
    by: User,
    reason: str = "",
) -> Origin:
    """Propose that `articles` have a common source called `name`. Returns the new origin.

    The articles count as one source until an editor rejects the origin. Requires the reporter role.
    """
    require(by, UserRole.REPORTER)
    return form_origin(name, articles, by=by, reason=reason)


@transaction.atomic
def form_origin(
    name: str,
    articles: Iterable[Article],
    *,
    by: User,
    reason: str = "",
    kind: OriginKind = OriginKind.TEXT,
) -> Origin:
    """Make an origin in the state `proposed`, without checking the role, and return the origin.

    Call this function only from an act that has checked the role, or from an import. A `|` in the name
    becomes `/`.
    """
    # The name can come from an outlet, whose name may contain this character.
    name = name.strip().replace(SEPARATOR, "/")
    origin = Origin(name=name, kind=kind, reason=reason.strip())
    store(origin)
    summary = f"proposed the origin “{origin}”"
    changes = {"reason": ("", reason)}
    record(HistoryLine(Verb.PROPOSED, origin, summary, changes=changes), by=by)
    for article in articles:
        place_in_origin(origin, article, by=by)
    return origin


@transaction.atomic
def attribute(origin: Origin, article: Article, *, by: User) -> bool:
    """Add an article to an origin. Requires the reporter role. Returns False if the origin has it already."""
    require(by, UserRole.REPORTER)
    return place_in_origin(origin, article, by=by)


def place_in_origin(
    origin: Origin,
    article: Article,
    *,
    by: User,
    reason: str = "",
) -> bool:
    """Add an article to an origin without checking the role, and write the reason into the history.
    Returns False, and changes nothing, if the origin has the article already.
    """
    # Two imports can add the same article at once.
    _, is_new = Provenance.objects.get_or_create(origin=origin, article=article)
    if not is_new:
        return False
    changes = {"reason": ("", reason)} if reason else {}
    summary = f"“{article}” draws on “{origin}”"
    record(
        HistoryLine(
            Verb.ATTRIBUTED,
            origin,
            summary,
            article=article,
            changes=changes,
        ),
        by=by,
    )
    return True


@transaction.atomic
def decide_origin(
    origin: Origin,
    state: str,
    *,
    reason: str,
    by: User,
) -> None:
    """Confirm or reject an origin, with a reason.

    `state` is `confirmed` or `rejected`. Projections between articles of a rejected origin become ordinary
    highlights. If the origin is a credited source, the tellers of its article are guessed again. Requires
    the editor role. Raises `Invalid` for any other state or an empty reason, and
    `Conflict` if another editor has made the same decision already.
    """
    require(by, UserRole.EDITOR)
    if state not in (OriginState.CONFIRMED, OriginState.REJECTED):
        raise Invalid("An origin is either confirmed or rejected: choose one.")
    if not reason.strip():
        raise Invalid(SAY_WHY)
    _lock_with_articles(origin)
    # The same editor may decide again with a better reason. Another editor is told about the first decision.
    if origin.state == state and origin.decided_by_id != by.pk:
        raise Conflict(
            f"{origin.decided_by} {state} this origin already: “{origin.reason}” Nothing was changed."
        )

    values = {
        "state": state,
        "reason": reason.strip(),
        "decided_by": by,
        "decided_at": timezone.now(),
    }
    changes = change(origin, values)
    # Each of the two decisions has the same value as its verb in the history.
    record(
        HistoryLine(
            Verb(state),
            origin,
            f"{state} the origin “{origin}”",
            changes=changes,
        ),
        by=by,
    )
    # Without a common origin the articles are not copies any more.
    if state == OriginState.REJECTED:
        _release_projections(origin.articles.values_list("pk", flat=True))
    if origin.is_credit:
        guess_tellers_again(origin.articles.all())


@transaction.atomic
def rename_origin(origin: Origin, name: str, *, by: User) -> None:
    """Change the name of an origin. Requires the editor role. Raises `Invalid` if the name contains `|`."""
    require(by, UserRole.EDITOR)
    # A table lists the origins of an article with this separator.
    if SEPARATOR in name:
        raise Invalid("Write the name without “|”: in tables it parts one origin from the next.")
    lock(origin)
    changes = change(origin, {"name": name.strip()})
    if changes:
        record(
            HistoryLine(
                Verb.RENAMED,
                origin,
                f"renamed an origin “{origin}”",
                changes=changes,
            ),
            by=by,
        )


@transaction.atomic
def set_origin(
    article: Article,
    origin: Origin,
    *,
    alone: bool,
    by: User,
) -> None:
    """Add an article to an origin. With `alone`, the article is removed from all other origins.

    Requires the editor role. Raises `Invalid` if the origin is rejected, or if nothing would change.
    """
    require(by, UserRole.EDITOR)
    # The article is locked before the origin, as in every act, to avoid deadlocks.
    lock(article)
    lock(origin)
    if origin.state == OriginState.REJECTED:
        raise Invalid(
            f"“{origin}” was rejected as an origin. Choose another, or decide on it again first."
        )

    provenances = Provenance.objects.filter(article=article).select_related("origin").order_by("id")
    before = [provenance.origin for provenance in provenances]
    after = [origin]
    if not alone:
        after = before if origin in before else [*before, origin]
    if before == after:
        raise Invalid(f"It is known to draw on “{origin}” already.")

    provenances.exclude(origin__in=after).delete()
    Provenance.objects.get_or_create(origin=origin, article=article)
    names_before = [related_origin.name for related_origin in before]
    names_after = [related_origin.name for related_origin in after]
    origin_names = " and ".join(f"“{name}”" for name in names_after)
    line = HistoryLine(
        Verb.ATTRIBUTED,
        article,
        f"“{article}” draws on {origin_names}",
        article=article,
        changes={"origin": (names_before, names_after)},
    )
    record(line, by=by)


@transaction.atomic
def split_origin(
    origin: Origin,
    articles: Iterable[Article],
    *,
    name: str,
    reason: str,
    by: User,
) -> Origin | None:
    """Remove some articles from an origin. Two or more removed articles form a new origin called `name`.

    A rejected origin with all articles is stored too, with the reason, so that no import proposes them as one
    again. Returns the new origin, or None if only one article was removed. Requires the editor role. Raises
    `Invalid` if no article or every article would be removed, or if the reason is empty.
    """
    require(by, UserRole.EDITOR)
    _lock_with_articles(origin)
    chosen_ids = {article.pk for article in articles}
    members = list(origin.articles.order_by("pk"))
    removed = [article for article in members if article.pk in chosen_ids]
    if not removed or len(removed) == len(members):
        raise Invalid(
            "Tick the articles that come from elsewhere, and leave at least one unticked."
        )
    if not reason.strip():
        raise Invalid(SAY_WHY)

    # The rejected origin with all articles is the memory of this decision for later imports.
    rejected = form_origin(
        f"Not one: {origin.name}"[:LONGEST_NAME],
        members,
        by=by,
        reason=reason,
    )
    decide_origin(rejected, OriginState.REJECTED, reason=reason, by=by)
    Provenance.objects.filter(origin=origin, article__in=removed).delete()
    _release_projections(article.pk for article in members)

    titles = ", ".join(f"“{article}”" for article in removed)
    summary = f"took {titles} out of “{origin}”"
    record(
        HistoryLine(
            Verb.SPLIT,
            origin,
            summary,
            changes={"reason": ("", reason.strip())},
        ),
        by=by,
    )
    if len(removed) == 1:
        return None
    new = form_origin(name or f"{origin.name} (2)", removed, by=by, reason=reason)
    # The removed articles are still copies of each other, so their new origin is confirmed too.
    if origin.state == OriginState.CONFIRMED:
        decide_origin(new, OriginState.CONFIRMED, reason=reason, by=by)
    return new


def _lock_with_articles(origin: Origin) -> None:
    """Lock an origin and its articles, so that nobody projects a highlight between them."""
    members = list(origin.articles.all())
    if members:
        lock(*members)
    lock(origin)


def _release_projections(articles: Iterable[int]) -> None:
    """Turn projections between `articles` (ids) into ordinary highlights, unless both articles still
    share an origin. Articles without a common origin are not copies of each other.
    """
    members = list(articles)
    # Articles that credit one agency or quote one document are no copies.
    texts = Provenance.objects.filter(origin__kind=OriginKind.TEXT)
    not_rejected = texts.exclude(origin__state=OriginState.REJECTED)
    # An origin that both articles still share makes the projection valid.
    shared = not_rejected.filter(
        article=OuterRef("article"), origin__articles=OuterRef("projected_from__article")
    )
    projections = Highlight.objects.filter(article__in=members, projected_from__article__in=members)
    projections.filter(~Exists(shared)).update(projected_from=None)
