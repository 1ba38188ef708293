"""Show the pages of an import: hand in sources, preview and correct them, import, and read the report."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from newsroom.actions.imports import batches as acts
from newsroom.actions.imports import running
from newsroom.fetching.kinds import IMPORTABLE, LARGEST, refuse_large
from newsroom.forms.cleaning import numbers
from newsroom.models import ImportBatch, ImportItem, Story, UnlikeChoice, User
from newsroom.queries.import_reports import report_lines
from newsroom.queries.imports import ImportProgress, open_batches, progress
from newsroom.queries.outlets import outlet_names
from newsroom.queries.previews import Preview, previews
from newsroom.roles import UserRole, role_required
from newsroom.text.metadata.field_names import FIELD_LABELS
from newsroom.text.model import Role
from newsroom.views.once import done_once
from newsroom.views.requests import AuthenticatedHttpRequest

State = ImportBatch.State
#: The number of previews on one page, and of lines on one page of a report.
PREVIEWS, LINES = 20, 200


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(UserRole.REPORTER)
@done_once
def import_sources(request: AuthenticatedHttpRequest) -> HttpResponse:
    """Show the form for handing in files, addresses or a pasted text, or start an import with them.

    `?story=` is the slug of the story into which the articles go.
    """
    story = story_named(request)
    if request.method == "POST":
        # People paste several addresses into one field.
        addresses = " ".join(request.POST.getlist("address")).split()
        batch = acts.hand_in(_files(request), addresses=addresses, by=request.user, story=story)
        return redirect(batch)
    context = {
        "story": story,
        "stories": list(Story.objects.order_by("title")),
        "batches": open_batches(request.user),
        "limit": LARGEST // 2**20,
        "accept": ", ".join(sorted(IMPORTABLE)),
        "most": acts.MOST,
    }
    return render(request, "newsroom/import_sources.html", context)


@require_safe
@role_required(UserRole.REPORTER)
def import_batch(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Show an import: its progress while addresses are fetched or items are imported, else its previews or
    its report (`?page=&status=`).
    """
    batch = batch_for(pk, request.user)
    progress_of_batch = progress(batch)
    if _is_working(batch, progress_of_batch):
        context = {"batch": batch, "progress": progress_of_batch}
        return render(request, "newsroom/import_running.html", context)
    if batch.state == State.OPEN:
        return _previews(request, batch, progress_of_batch)
    items = batch.items.select_related("revision__article").defer("raw")
    if request.GET.get("status") in ImportItem.Status:
        items = items.filter(status=request.GET["status"])
    page = Paginator(items, LINES).get_page(request.GET.get("page"))
    counts = progress_of_batch.counts
    statuses = [(status, counts[status]) for status in ImportItem.Status if status in counts]
    context = {
        "batch": batch,
        "page": page,
        "lines": report_lines(list(page.object_list)),
        "progress": progress_of_batch,
        "statuses": statuses,
        # These items can still be left out.
        "unfinished": [ImportItem.Status.FAILED, ImportItem.Status.QUESTION],
    }
    return render(request, "newsroom/import_report.html", context)


@require_POST
@role_required(UserRole.REPORTER)
def import_story(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Set the story of the chosen items, or no story if `story` is empty.

    The story of the whole import stays the same.
    """
    batch = batch_for(pk, request.user)
    items = numbers(request.POST.getlist("item"))
    acts.choose_story(batch, items, story_named(request), by=request.user)
    return redirect(preview_address(batch, min(items)))


@require_POST
@role_required(UserRole.REPORTER)
def import_run(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Start the import, and work on it for `settings.IMPORT_STEP` seconds.

    A small import is finished then.
    """
    batch = batch_for(pk, request.user)
    running.start_batch(batch, by=request.user)
    running.work(batch, by=request.user)
    return redirect(batch)


@require_POST
@role_required(UserRole.REPORTER)
def import_work(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Continue the import for `settings.IMPORT_STEP` seconds.

    For htmx, returns the progress, and reloads the page when nothing is left to do; otherwise redirects to
    the page of the import.
    """
    batch = batch_for(pk, request.user)
    running.work(batch, by=request.user)
    if not request.htmx:
        return redirect(batch)
    progress_of_batch = progress(batch)
    context = {"batch": batch, "progress": progress_of_batch}
    response = render(request, "newsroom/_import_progress.html", context)
    if not _is_working(batch, progress_of_batch):
        # The page shows something else now: the previews or the report.
        response["HX-Refresh"] = "true"
    return response


@require_POST
@role_required(UserRole.REPORTER)
def import_retry(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Set failed items of an import back to waiting, and work on them for `settings.IMPORT_STEP` seconds."""
    batch = batch_for(pk, request.user)
    running.try_again(batch, by=request.user)
    running.work(batch, by=request.user)
    return redirect(batch)


@require_POST
@role_required(UserRole.REPORTER)
def import_discard(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Discard an import that is open or running."""
    acts.discard_batch(batch_for(pk, request.user), by=request.user)
    return redirect("import")


def story_named(request: AuthenticatedHttpRequest) -> Story | None:
    """Return the story whose slug is the POST or query parameter `story`.

    Returns None if the parameter is missing or empty. Raises `Http404` if no story has this slug.
    """
    slug = request.POST.get("story") or request.GET.get("story")
    if not slug:
        return None
    return get_object_or_404(Story, slug=slug)


def _is_working(batch: ImportBatch, progress_of_batch: ImportProgress) -> bool:
    """Return whether there is still work to do: an open import has addresses to fetch, or the import is
    running.
    """
    if batch.state == State.OPEN:
        return progress_of_batch.to_fetch > 0
    return batch.state == State.RUNNING


def _previews(
    request: AuthenticatedHttpRequest, batch: ImportBatch, progress_of_batch: ImportProgress
) -> HttpResponse:
    items = batch.items.select_related("story")
    page = Paginator(items, PREVIEWS).get_page(request.GET.get("page"))
    page_of_previews = previews(batch, page)
    context = {
        "batch": batch,
        "page": page,
        "previews": page_of_previews,
        "proposed": _stories_of_several(page_of_previews),
        "progress": progress_of_batch,
        "roles": list(Role),
        "unlike_choices": UnlikeChoice.choices,
        "outlets": outlet_names(),
        "tables": list(batch.tables.defer("raw")),
        "fields": FIELD_LABELS.items(),
        **ready_items(batch, page_of_previews),
    }
    return render(request, "newsroom/import_batch.html", context)


def ready_items(
    batch: ImportBatch, page_of_previews: Iterable[Preview] | None = None
) -> dict[str, Any]:
    """Return {"ready": number of items that can be imported, "several_pages": whether the preview has several
    pages}.

    With several pages all waiting items count as ready, because errors are known only for items that are
    shown.
    """
    if batch.items.count() > PREVIEWS:
        return {"ready": progress(batch).waiting, "several_pages": True}
    if page_of_previews is None:
        page_of_previews = previews(batch, batch.items.select_related("story"))
    ready = sum(_is_ready(each) for each in page_of_previews)
    return {"ready": ready, "several_pages": False}


def _is_ready(preview: Preview) -> bool:
    is_waiting = preview.item.status == ImportItem.Status.WAITING
    return is_waiting and not preview.error and not preview.parts


def _stories_of_several(page_of_previews: list[Preview]) -> list[tuple[Story, list[int]]]:
    """Return those proposed stories that more than one item seems to be part of, each with the positions of
    these items.
    """
    positions_of_story: dict[Story, list[int]] = {}
    for each in page_of_previews:
        if each.proposed:
            positions_of_story.setdefault(each.proposed.story, []).append(each.item.position)
    several = []
    for story, positions in positions_of_story.items():
        if len(positions) > 1:
            several.append((story, positions))
    return several


def preview_address(batch: ImportBatch, position: int) -> str:
    """Return the address of the preview of the item at `position`."""
    # Positions have gaps where a table was read again.
    page_number = batch.items.filter(position__lt=position).count() // PREVIEWS + 1
    query = ""
    # The first page has no number in its address.
    if page_number > 1:
        query = f"?page={page_number}"
    return f"{batch.get_absolute_url()}{query}#item-{position}"


def _files(request: AuthenticatedHttpRequest) -> list[tuple[str, bytes]]:
    """Return the uploaded files as `(name, bytes)`, and the pasted text as a last file if there is any.

    Raises `TooLarge` if a file is too large.
    """
    files = []
    for file in request.FILES.getlist("files"):
        name = file.name or "file"
        refuse_large(file.size or 0, name)
        files.append((name, file.read()))
    pasted_text = request.POST.get("text", "").strip()
    if pasted_text:
        name = request.POST.get("name", "").strip() or "Pasted text"
        files.append((name, pasted_text.encode("utf-8", "replace")))
    return files


def batch_for(pk: UUID, person: User) -> ImportBatch:
    batch = get_object_or_404(ImportBatch.objects.select_related("story", "created_by"), pk=pk)
    acts.may_touch(batch, person)
    return batch
