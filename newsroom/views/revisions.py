"""What an article said and says: a revision, two compared, a newer one brought in, and the bytes each was
made of.
"""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from newsroom.actions import revising as acts
from newsroom.actions.imports.batches import LARGEST
from newsroom.errors import Invalid, TooLarge
from newsroom.models import Article, ImportItem, Revision
from newsroom.presentation.painting import HighlightStyle, paint
from newsroom.queries.outlets import outlet_names
from newsroom.queries.proposals import proposals_for
from newsroom.queries.revisions import capture_of, comparison, latest_changes
from newsroom.roles import UserRole, reaches, role_required
from newsroom.signals import revision_shown
from newsroom.text.runs import runs
from newsroom.views.requests import AuthenticatedHttpRequest


@require_safe
@role_required(UserRole.READER)
def revision(request: AuthenticatedHttpRequest, pk: int, number: int) -> HttpResponse:
    found = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)
    return revision_page(request, get_object_or_404(revisions_of(found), number=number))


@require_safe
@role_required(UserRole.READER)
def diff(request: AuthenticatedHttpRequest, pk: int, old: int, new: int) -> HttpResponse:
    """Two revisions: side by side, or with `?view=inline` as one text."""
    found = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)
    context = {
        "article": found,
        "comparison": comparison(
            get_object_or_404(found.revisions.all(), number=old),
            get_object_or_404(found.revisions.all(), number=new),
        ),
        "inline": request.GET.get("view") == "inline",
        "revisions": list(found.revisions.defer("text", "blocks", "marks")),
    }
    return render(request, "newsroom/article_diff.html", context)


@require_POST
@role_required(UserRole.REPORTER)
def revise(request: AuthenticatedHttpRequest, pk: int) -> HttpResponse:
    """Bring in a newer text: from the article's address if `act=fetch`, else what was sent."""
    found = get_object_or_404(Article.objects.select_related("current"), pk=pk)
    anyway = request.POST.get("anyway") == "1"
    if request.POST.get("act") == "fetch":
        outcome = acts.fetch_again(found, by=request.user, anyway=anyway)
    else:
        name, raw = _sent(request)
        outcome = acts.revise(found, raw, name=name, by=request.user, anyway=anyway)
    if outcome.status == ImportItem.Status.UNCHANGED:
        messages.info(request, "Nothing changed: the article says what its newest revision says.")
        return redirect(found)
    number = outcome.revision.number
    messages.success(request, f"Imported as revision {number}. This is what changed.")
    return redirect("article_diff", pk, number - 1, number)


@require_safe
@role_required(UserRole.READER)
def original(request: AuthenticatedHttpRequest, pk: int, number: int) -> HttpResponse:
    """The bytes as they came, to be saved and never shown: they may hold anything."""
    found = get_object_or_404(
        Revision.objects.select_related("original"), article=pk, number=number
    )
    response = HttpResponse(bytes(found.original.raw), content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="article-{pk}-v{number}.original"'
    return response


def revisions_of(found: Article) -> QuerySet[Revision]:
    """The article's revisions with what their page shows."""
    return found.revisions.select_related("article__outlet", "original", "created_by").defer(
        "original__raw"
    )


def revision_page(request: AuthenticatedHttpRequest, shown: Revision) -> HttpResponse:
    """The page of one revision, with the passages that are marked in it."""
    found = shown.article
    current = shown.pk == found.current_id
    stories = list(found.stories.all())
    proposed = (
        proposals_for([found.pk])
        if current and not stories and reaches(request.user, UserRole.REPORTER)
        else {}
    )
    if current:
        found.current = shown
    answers: list[tuple[Any, Any]] = revision_shown.send(Revision, revision=shown)
    passages = [passage for _, answer in answers for passage in answer]
    styles = {passage.id: HighlightStyle(passage.hue, passage.state) for passage in passages}
    painted = runs(shown.document, [(passage.span, passage.id) for passage in passages])
    context = {
        "article": found,
        "revision": shown,
        "current": current,
        "prose": paint(painted, styles, prefix="block"),
        "passages": passages,
        "revisions": list(
            found.revisions.select_related("created_by").defer("text", "blocks", "marks")
        ),
        "changed": latest_changes([found]).get(found.pk) if current else None,
        "stories": stories,
        "proposed": proposed.get(found.pk),
        "outlets": outlet_names(),
        "capture": capture_of(shown),
    }
    return render(request, "newsroom/article_detail.html", context)


def _sent(request: AuthenticatedHttpRequest) -> tuple[str, bytes]:
    """Name and bytes of what was handed in."""
    if file := request.FILES.get("file"):
        if file.size and file.size > LARGEST:
            raise TooLarge(
                f"“{file.name}” is larger than {LARGEST // 2**20} MB: hand in its text alone."
            )
        return str(file.name), file.read()
    if text := request.POST.get("text", "").strip():
        return "Pasted text", text.encode("utf-8", "replace")
    raise Invalid("Nothing was handed in. Paste the newer text, or choose a file.")
