"""Show a revision, compare two revisions, import a newer one, and return the original bytes."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import etag, require_POST, require_safe

from newsroom.actions import revising as acts
from newsroom.errors import Invalid
from newsroom.fetching.kinds import refuse_large
from newsroom.models import Article, ImportItem, Revision
from newsroom.presentation.painting import HighlightStyle, paint
from newsroom.queries.outlets import outlet_names
from newsroom.queries.proposals import StoryProposal, proposals_for
from newsroom.queries.revision_lists import revision_lines
from newsroom.queries.revisions import (
    LatestChange,
    MarkedPassage,
    capture_of,
    comparison,
    latest_changes,
)
from newsroom.roles import UserRole, has_role, role_required
from newsroom.signals import revision_shown
from newsroom.text.runs import runs
from newsroom.views.requests import AuthenticatedHttpRequest


@require_safe
@role_required(UserRole.READER)
def revision(request: AuthenticatedHttpRequest, pk: int, number: int) -> HttpResponse:
    """Show the revision of an article with this number."""
    shown_article = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)
    return revision_page(request, get_object_or_404(revisions_of(shown_article), number=number))


@require_safe
@role_required(UserRole.READER)
def diff(
    request: AuthenticatedHttpRequest,
    pk: int,
    old: int,
    new: int,
) -> HttpResponse:
    """Show the revisions `old` and `new` (numbers) side by side, or with `?view=inline` as one text with
    changes.
    """
    compared_article = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)
    context = {
        "article": compared_article,
        "comparison": comparison(
            get_object_or_404(compared_article.revisions.all(), number=old),
            get_object_or_404(compared_article.revisions.all(), number=new),
        ),
        "inline": request.GET.get("view") == "inline",
        "revisions": list(compared_article.revisions.defer("text", "blocks", "marks")),
    }
    return render(request, "newsroom/article_diff.html", context)


@require_POST
@role_required(UserRole.REPORTER)
def revise(request: AuthenticatedHttpRequest, pk: int) -> HttpResponse:
    """Import a newer text of an article: from its address if `act=fetch`, else from the file or text in the
    form.

    Then redirect to the comparison with the revision before, or to the article if nothing has changed.
    """
    revised_article = get_object_or_404(Article.objects.select_related("current"), pk=pk)
    anyway = request.POST.get("anyway") == "1"
    if request.POST.get("act") == "fetch":
        outcome = acts.fetch_again(revised_article, by=request.user, anyway=anyway)
    else:
        name, raw = _sent(request)
        outcome = acts.revise(revised_article, raw, name=name, by=request.user, anyway=anyway)
    if outcome.status == ImportItem.Status.UNCHANGED:
        messages.info(request, "Nothing changed: the article says what its newest revision says.")
        return redirect(revised_article)
    number = outcome.revision.number
    messages.success(request, f"Imported as revision {number}. This is what changed.")
    return redirect("article_diff", pk, number - 1, number)


@require_safe
@role_required(UserRole.READER)
def original(request: AuthenticatedHttpRequest, pk: int, number: int) -> HttpResponse:
    """Return the original bytes of a revision as a download.

    They are never shown, because they may contain anything.
    """
    shown_revision = get_object_or_404(
        Revision.objects.select_related("original"), article=pk, number=number
    )
    response = HttpResponse(
        bytes(shown_revision.original.raw), content_type="application/octet-stream"
    )
    response["Content-Disposition"] = f'attachment; filename="article-{pk}-v{number}.original"'
    return response


def _text_tag(request: HttpRequest, pk: int, number: int) -> str | None:
    """Return the entity tag of a revision's text: the hash of the text. A revision never changes."""
    hashes = Revision.objects.filter(article=pk, number=number).values_list("sha256", flat=True)
    sha256 = hashes.first()
    return f'"{sha256}"' if sha256 else None


@require_safe
@role_required(UserRole.READER)
@etag(_text_tag)
def revision_text(request: AuthenticatedHttpRequest, pk: int, number: int) -> HttpResponse:
    """Return the text of a revision alone, as plain text in UTF-8.

    The offsets of highlights count the code points of exactly this text.
    """
    shown_revision = get_object_or_404(Revision.objects.only("text"), article=pk, number=number)
    return HttpResponse(shown_revision.text, content_type="text/plain; charset=utf-8")


def revisions_of(article: Article) -> QuerySet[Revision]:
    """Return the revisions of the article, with the related rows that the page of a revision shows."""
    return article.revisions.select_related("article__outlet", "original", "created_by").defer(
        "original__raw"
    )


@dataclass(frozen=True, slots=True)
class RefusedMasthead:
    """The working title and the outlet that a person sent, and the `sentence` that says why an action refused
    them.
    """

    title: str
    outlet: str
    sentence: str


def revision_page(
    request: AuthenticatedHttpRequest,
    page_revision: Revision,
    *,
    refused: RefusedMasthead | None = None,
    status: int = 200,
) -> HttpResponse:
    """Return the page of one revision, with its highlighted passages.

    If a change of the masthead was `refused`, its form shows the sent values and the reason. `status` is the
    HTTP status of the page.
    """
    article = page_revision.article
    current = page_revision.pk == article.current_id
    stories = list(article.stories.all())
    proposed: StoryProposal | None = None
    # Only a reporter can put the article into the proposed story.
    if current and not stories and has_role(request.user, UserRole.REPORTER):
        proposed = proposals_for([article.pk]).get(article.pk)
    changed: LatestChange | None = None
    if current:
        # The row is loaded already, so the queries below need not load it again.
        article.current = page_revision
        changed = latest_changes([article]).get(article.pk)
    passages = _marked_passages(page_revision)
    styles = {passage.id: HighlightStyle(passage.hue, passage.state) for passage in passages}
    painted = runs(page_revision.document, [(passage.span, passage.id) for passage in passages])
    revisions = revision_lines(article)
    elsewhere = [line.elsewhere for line in revisions if line.revision.pk == page_revision.pk]
    context = {
        "article": article,
        "revision": page_revision,
        "current": current,
        "prose": paint(painted, styles, prefix="block"),
        "passages": passages,
        "revisions": revisions,
        "parting": len(revisions) > 1 and has_role(request.user, UserRole.CURATOR),
        "elsewhere": next(iter(elsewhere), None),
        "changed": changed,
        "stories": stories,
        "proposed": proposed,
        "outlets": outlet_names(),
        "capture": capture_of(page_revision),
        "refused": refused,
    }
    return render(request, "newsroom/article_detail.html", context, status=status)


def _marked_passages(page_revision: Revision) -> list[MarkedPassage]:
    """Return the highlighted passages of a revision, which the receivers of `revision_shown` know."""
    answers: list[tuple[Any, Any]] = revision_shown.send(Revision, revision=page_revision)
    passages: list[MarkedPassage] = []
    for _, marked in answers:
        passages += marked
    return passages


def _sent(request: AuthenticatedHttpRequest) -> tuple[str, bytes]:
    """Return the name and the bytes of the file or the pasted text that a person sent.

    Raises `Invalid` if nothing was sent, and `TooLarge` if the file is too large.
    """
    file = request.FILES.get("file")
    if file:
        refuse_large(file.size or 0, str(file.name))
        return str(file.name), file.read()
    text = request.POST.get("text", "").strip()
    if text:
        return "Pasted text", text.encode("utf-8", "replace")
    raise Invalid("Nothing was handed in. Paste the newer text, or choose a file.")
