"""Saying which articles draw on one source (an origin), and deciding whether they do."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from annotations.logic.vocabulary import OriginState
from annotations.models import Highlight, Origin, Provenance
from newsroom.actions.history import HistoryLine, change, record
from newsroom.actions.locking import lock
from newsroom.actions.storing import store
from newsroom.errors import Conflict, Invalid
from newsroom.models import Article, User, Verb
from newsroom.roles import UserRole, require

#: What parts the origins of an article in tables, so a name cannot hold it.
SEPARATOR = "|"
#: Longest name of an origin, in characters.
LONGEST_NAME = 120
SAY_WHY = "Say why: one sentence that a colleague can follow."


@transaction.atomic
def propose_origin(name: str, articles: Iterable[Article], *, by: User, reason: str = "") -> Origin:
    """Group articles as drawing on one source. Requires the reporter role.

    They count as one from now on, until an editor rejects it.
    """
    require(by, UserRole.REPORTER)
    return form_origin(name, articles, by=by, reason=reason)


@transaction.atomic
def form_origin(name: str, articles: Iterable[Article], *, by: User, reason: str = "") -> Origin:
    """Do what `propose_origin` does, for acts that have asked for the role or run in another's import."""
    # The name may be an outlet's, and that may hold the character.
    name = name.strip().replace(SEPARATOR, "/")
    origin = Origin(name=name, reason=reason.strip())
    store(origin)
    summary = f"proposed the origin “{origin}”"
    record(HistoryLine(Verb.PROPOSED, origin, summary, changes={"reason": ("", reason)}), by=by)
    for article in articles:
        place_in_origin(origin, article, by=by)
    return origin


@transaction.atomic
def attribute(origin: Origin, article: Article, *, by: User) -> bool:
    """Say that `article` draws on `origin`. Returns False if that is known already.

    Requires the reporter role.
    """
    require(by, UserRole.REPORTER)
    return place_in_origin(origin, article, by=by)


def place_in_origin(origin: Origin, article: Article, *, by: User, reason: str = "") -> bool:
    """Put one article into the origin, and keep the reason in the history.

    Returns False if the article is there already.
    """
    _, is_new = Provenance.objects.get_or_create(origin=origin, article=article)
    if not is_new:
        return False
    changes = {}
    if reason:
        changes["reason"] = ("", reason)
    summary = f"“{article}” draws on “{origin}”"
    record(HistoryLine(Verb.ATTRIBUTED, origin, summary, article=article, changes=changes), by=by)
    return True


@transaction.atomic
def decide_origin(origin: Origin, state: str, *, reason: str, by: User) -> None:
    """Confirm or reject the origin, with a reason. Requires the editor role.

    Raises `Invalid` for another state or no reason, `Conflict` if somebody else decided the same already.
    """
    require(by, UserRole.EDITOR)
    if state not in (OriginState.CONFIRMED, OriginState.REJECTED):
        raise Invalid("An origin is either confirmed or rejected: choose one.")
    if not reason.strip():
        raise Invalid(SAY_WHY)
    _lock_with_articles(origin)
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
    # The states that a person decides on are verbs of the history too: confirmed, rejected.
    record(
        HistoryLine(Verb(state), origin, f"{state} the origin “{origin}”", changes=changes), by=by
    )
    if state == OriginState.REJECTED:
        _release_projections(origin.articles.values_list("pk", flat=True))


@transaction.atomic
def rename_origin(origin: Origin, name: str, *, by: User) -> None:
    """Give the origin another name, such as the agency's. Requires the editor role."""
    require(by, UserRole.EDITOR)
    if SEPARATOR in name:
        raise Invalid("Write the name without “|”: in tables it parts one origin from the next.")
    lock(origin)
    changes = change(origin, {"name": name.strip()})
    if changes:
        record(
            HistoryLine(Verb.RENAMED, origin, f"renamed an origin “{origin}”", changes=changes),
            by=by,
        )


@transaction.atomic
def set_origin(article: Article, origin: Origin, *, alone: bool, by: User) -> None:
    """Say that `article` draws on `origin`, and with `alone` on no other, in one line of history.

    Requires the editor role. Raises `Invalid` if the origin was rejected, or nothing would change.
    """
    require(by, UserRole.EDITOR)
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
    names_before = [held.name for held in before]
    names_after = [held.name for held in after]
    listed = " and ".join(f"“{name}”" for name in names_after)
    line = HistoryLine(
        Verb.ATTRIBUTED,
        article,
        f"“{article}” draws on {listed}",
        article=article,
        changes={"origin": (names_before, names_after)},
    )
    record(line, by=by)


@transaction.atomic
def split_origin(
    origin: Origin, articles: Iterable[Article], *, name: str, reason: str, by: User
) -> Origin | None:
    """Take some articles out of the origin. Two or more become an origin of their own.

    A rejected origin keeps, with the reason, that the two parts are not one, so that no import proposes them
    again. Returns the new origin, or None if one article was taken out. Requires the editor role. Raises
    `Invalid` if nothing would be taken out or nothing be left.
    """
    require(by, UserRole.EDITOR)
    _lock_with_articles(origin)
    chosen = {article.pk for article in articles}
    members = list(origin.articles.order_by("pk"))
    taken = [article for article in members if article.pk in chosen]
    if not taken or len(taken) == len(members):
        raise Invalid(
            "Tick the articles that come from elsewhere, and leave at least one unticked."
        )
    if not reason.strip():
        raise Invalid(SAY_WHY)

    apart = form_origin(f"Not one: {origin.name}"[:LONGEST_NAME], members, by=by, reason=reason)
    decide_origin(apart, OriginState.REJECTED, reason=reason, by=by)
    Provenance.objects.filter(origin=origin, article__in=taken).delete()
    _release_projections(article.pk for article in members)

    titles = ", ".join(f"“{article}”" for article in taken)
    summary = f"took {titles} out of “{origin}”"
    record(
        HistoryLine(Verb.SPLIT, origin, summary, changes={"reason": ("", reason.strip())}), by=by
    )
    if len(taken) == 1:
        return None
    new = form_origin(name or f"{origin.name} (2)", taken, by=by, reason=reason)
    if origin.state == OriginState.CONFIRMED:
        decide_origin(new, OriginState.CONFIRMED, reason=reason, by=by)
    return new


def _lock_with_articles(origin: Origin) -> None:
    """Lock the origin and its articles, so that no passage is projected between these meanwhile."""
    members = list(origin.articles.all())
    if members:
        lock(*members)
    lock(origin)


def _release_projections(articles: Iterable[int]) -> None:
    """Make projections between these articles passages of their own, unless another origin joins the two.

    A projection marks the same words in a copy, and the texts are copies no more.
    """
    members = list(articles)
    standing = Provenance.objects.exclude(origin__state=OriginState.REJECTED)
    shared = standing.filter(
        article=OuterRef("article"), origin__articles=OuterRef("projected_from__article")
    )
    projections = Highlight.objects.filter(article__in=members, projected_from__article__in=members)
    projections.filter(~Exists(shared)).update(projected_from=None)
