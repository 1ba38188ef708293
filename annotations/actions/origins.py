"""Saying which articles draw on one source."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from annotations.logic.vocabulary import OriginState
from annotations.models import Highlight, Origin, Provenance
from newsroom.actions.history import HistoryLine, change, record
from newsroom.actions.storing import store
from newsroom.errors import Conflict, Invalid
from newsroom.models import Article, User, Verb
from newsroom.roles import UserRole, require


@transaction.atomic
def propose_origin(name: str, articles: Iterable[Article], *, by: User, reason: str = "") -> Origin:
    """Group articles as drawing on one source. Counts as one from now on, until rejected. Takes a reporter."""
    require(by, UserRole.REPORTER)
    return form_origin(name, articles, by=by, reason=reason)


@transaction.atomic
def form_origin(name: str, articles: Iterable[Article], *, by: User, reason: str = "") -> Origin:
    """As `propose_origin`, for acts that have asked for the role themselves or run in another's import."""
    # Lists in tables are parted by “|”, and an outlet's name may hold one.
    origin = Origin(name=name.strip().replace("|", "/"), reason=reason.strip())
    store(origin)
    summary = f"proposed the origin “{origin}”"
    record(HistoryLine(Verb.PROPOSED, origin, summary, changes={"reason": ("", reason)}), by=by)
    for article in articles:
        place_in_origin(origin, article, by=by)
    return origin


@transaction.atomic
def attribute(origin: Origin, article: Article, *, by: User) -> bool:
    """Say that `article` draws on `origin`; False where that is known. Takes a reporter."""
    require(by, UserRole.REPORTER)
    return place_in_origin(origin, article, by=by)


def place_in_origin(origin: Origin, article: Article, *, by: User, reason: str = "") -> bool:
    """Put one article into the origin; the reason is kept in the history. False where it is there already."""
    _, new = Provenance.objects.get_or_create(origin=origin, article=article)
    if new:
        summary = f"“{article}” draws on “{origin}”"
        changes = {"reason": ("", reason)} if reason else {}
        record(HistoryLine(Verb.ATTRIBUTED, origin, summary, article=article, changes=changes), by=by)
    return new


@transaction.atomic
def decide_origin(origin: Origin, state: str, *, reason: str, by: User) -> None:
    """Confirm or reject, with a reason. Takes an editor. Raises `Conflict` where somebody else did just that."""
    require(by, UserRole.EDITOR)
    if state not in (OriginState.CONFIRMED, OriginState.REJECTED):
        raise Invalid("An origin is either confirmed or rejected: choose one.")
    if not reason.strip():
        raise Invalid("Say why: one sentence that a colleague can follow.")
    now = Origin.objects.select_for_update().get(pk=origin.pk)
    if now.state == state and now.decided_by_id != by.pk:
        raise Conflict(f"{now.decided_by} {state} this origin already: “{now.reason}” Nothing was changed.")
    values = {"state": state, "reason": reason.strip(), "decided_by": by, "decided_at": timezone.now()}
    changes = change(origin, values)
    # The states that a person decides on are verbs of the history too: confirmed, rejected.
    record(HistoryLine(Verb(state), origin, f"{state} the origin “{origin}”", changes=changes), by=by)
    if state == OriginState.REJECTED:
        _release_projections(origin.articles.values_list("pk", flat=True))


@transaction.atomic
def rename_origin(origin: Origin, name: str, *, by: User) -> None:
    """Give the origin another name, such as the agency's. Takes an editor."""
    require(by, UserRole.EDITOR)
    if "|" in name:
        raise Invalid("Write the name without “|”: in tables it parts one origin from the next.")
    if changes := change(origin, {"name": name.strip()}):
        record(HistoryLine(Verb.RENAMED, origin, f"renamed an origin “{origin}”", changes=changes), by=by)


@transaction.atomic
def set_origin(article: Article, origin: Origin, *, alone: bool, by: User) -> None:
    """Say that `article` draws on `origin`, and with `alone` on no other, in one line of history. Takes an
    editor.

    Raises `Invalid` where the origin was rejected, or the article is known to draw on it and nothing else
    changes.
    """
    require(by, UserRole.EDITOR)
    if origin.state == OriginState.REJECTED:
        raise Invalid(f"“{origin}” was rejected as an origin. Choose another, or decide on it anew first.")
    held = Provenance.objects.filter(article=article).select_related("origin").order_by("id")
    before = [provenance.origin for provenance in held]
    after = [origin] if alone else [*before, *([] if origin in before else [origin])]
    if before == after:
        raise Invalid(f"It is known to draw on “{origin}” already.")
    held.exclude(origin__in=after).delete()
    Provenance.objects.get_or_create(origin=origin, article=article)
    names = [[other.name for other in origins] for origins in (before, after)]
    summary = f"“{article}” draws on {' and '.join(f'“{name}”' for name in names[1])}"
    changes = {"origin": (names[0], names[1])}
    record(HistoryLine(Verb.ATTRIBUTED, article, summary, article=article, changes=changes), by=by)


@transaction.atomic
def split_origin(
    origin: Origin, articles: Iterable[Article], *, name: str, reason: str, by: User
) -> Origin | None:
    """Take some articles out of the origin: two or more become an origin of their own, one is on its own
    again.

    That the two parts are not one is kept as a rejected origin with the reason, so that no import proposes
    them anew. Returns the new origin. Takes an editor. Raises `Invalid` where nothing would be taken or
    nothing be left.
    """
    require(by, UserRole.EDITOR)
    held = list(origin.articles.order_by("pk"))
    wanted = {article.pk for article in articles}
    taken, left = ([a for a in held if (a.pk in wanted) == out] for out in (True, False))
    if not taken or not left:
        raise Invalid("Tick the articles that come from elsewhere, and leave at least one unticked.")
    if not reason.strip():
        raise Invalid("Say why: one sentence that a colleague can follow.")
    apart = form_origin(f"Not one: {origin.name}"[:120], held, by=by, reason=reason)
    decide_origin(apart, OriginState.REJECTED, reason=reason, by=by)
    Provenance.objects.filter(origin=origin, article__in=taken).delete()
    _release_projections(article.pk for article in held)
    names = ", ".join(f"“{article}”" for article in taken)
    summary = f"took {names} out of “{origin}”"
    record(HistoryLine(Verb.SPLIT, origin, summary, changes={"reason": ("", reason.strip())}), by=by)
    if len(taken) == 1:
        return None
    new = form_origin(name or f"{origin.name} (2)", taken, by=by, reason=reason)
    if origin.state == OriginState.CONFIRMED:
        decide_origin(new, OriginState.CONFIRMED, reason=reason, by=by)
    return new


def _release_projections(articles: Iterable[int]) -> None:
    """Passages marked in copies of a text are passages of their own once the texts are copies no more."""
    held = list(articles)
    standing = Provenance.objects.exclude(origin__state=OriginState.REJECTED)
    shared = standing.filter(
        article=OuterRef("article"), origin__articles=OuterRef("projected_from__article")
    )
    marked = Highlight.objects.filter(article__in=held, projected_from__article__in=held)
    marked.filter(~Exists(shared)).update(projected_from=None)
