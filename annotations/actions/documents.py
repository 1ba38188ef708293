"""Name the document on which an article rests, such as a press release, as an origin of the article."""

from django.db import transaction

from annotations.actions.origins import SAY_WHY, decide_origin, form_origin, place_in_origin
from annotations.logic.vocabulary import DOCUMENTS, OriginKind, OriginState
from annotations.models import Origin
from newsroom.actions.locking import lock
from newsroom.errors import Conflict, Invalid
from newsroom.models import Article, User
from newsroom.roles import UserRole, has_role, require

#: Tables and the names of tellers are separated by these characters, so no name of a document has them.
SEPARATORS = "|;"
KNOWN = "“{article}” is known to rest on “{document}” already."


@transaction.atomic
def name_document(
    article: Article,
    kind: OriginKind,
    name: str,
    *,
    reason: str,
    by: User,
) -> Origin:
    """State that the reporting of an article comes from a document, and return the document as an origin.

    If the document is known under this name, the article joins it. Articles and passages that share a
    document count as one source. What a reporter names is proposed, even if the document is confirmed for
    other articles. What an editor names for the first time is confirmed. `reason` says where the article
    names the document. Requires the reporter role. Raises `Invalid` if `kind` is no kind of document, if the
    name or the reason is empty, if the name contains one of `SEPARATORS`, or if it belongs to a document of
    another kind. Raises `Conflict` if the article is known to rest on the document.
    """
    require(by, UserRole.REPORTER)
    name = " ".join(name.split())
    _check(kind, name, reason)
    lock(article)
    known = _known_document(kind, name)
    is_editor = has_role(by, UserRole.EDITOR)
    if known is not None and known.state == OriginState.CONFIRMED and not is_editor:
        known = _proposed_document(known, article)
    if known is None:
        document = form_origin(name, [article], by=by, reason=reason, kind=kind)
        if is_editor:
            decide_origin(document, OriginState.CONFIRMED, reason=reason, by=by)
        return document
    if not place_in_origin(known, article, by=by, reason=reason.strip()):
        raise Conflict(KNOWN.format(article=article, document=known))
    return known


def _check(kind: OriginKind, name: str, reason: str) -> None:
    if not kind.is_document:
        raise Invalid("Say what kind of document it is.")
    if not name:
        raise Invalid("Give the document a name, such as “Budget of the port, 5 May”.")
    if any(separator in name for separator in SEPARATORS):
        raise Invalid("Write the name without “|” and “;”: they part one name from the next.")
    if not reason.strip():
        raise Invalid(SAY_WHY)


def _known_document(kind: OriginKind, name: str) -> Origin | None:
    """Return the document with this name that was not rejected, or None.

    Raises `Invalid` if it is of another kind.
    """
    documents = Origin.objects.filter(kind__in=DOCUMENTS)
    named_so = documents.filter(name__iexact=name).exclude(state=OriginState.REJECTED)
    known = named_so.order_by("created_at", "pk").first()
    if known is not None and known.kind != kind:
        raise Invalid(
            f"“{known}” is known as a document of the kind “{known.get_kind_display()}”. "
            "Choose this kind, or another name."
        )
    return known


def _proposed_document(confirmed: Origin, article: Article) -> Origin | None:
    """Return the oldest undecided origin with the kind and name of the document `confirmed`, or None.

    Upper and lower case of names count as equal. Raises `Conflict` if the article is known to rest on
    `confirmed`.
    """
    if confirmed.articles.filter(pk=article.pk).exists():
        raise Conflict(KNOWN.format(article=article, document=confirmed))
    named_so = Origin.objects.filter(name__iexact=confirmed.name, kind=confirmed.kind)
    return named_so.filter(state=OriginState.PROPOSED).order_by("created_at", "pk").first()
