"""Importing by page: hand in, look, correct, import."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from newsroom import queries
from newsroom.actions import batches as acts
from newsroom.errors import TooLarge
from newsroom.forms import Corrections, cleaned
from newsroom.models import ImportBatch, ImportItem, Story, User
from newsroom.roles import UserRole, require, role_required
from newsroom.text.model import Role


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(UserRole.REPORTER)
def import_sources(request: HttpRequest) -> HttpResponse:
    """Hand in files or a pasted text; `?story=` puts what comes of them into that story."""
    wanted = request.POST.get("story") or request.GET.get("story")
    story = get_object_or_404(Story, slug=wanted) if wanted else None
    if request.method == "POST":
        return redirect(acts.hand_in(_sources(request), by=request.user, story=story))
    context = {
        "story": story,
        "stories": list(Story.objects.order_by("title")),
        "batches": queries.open_batches(request.user),
        "limit": acts.LARGEST // 2**20,
        "most": acts.MOST,
    }
    return render(request, "newsroom/import_sources.html", context)


@require_safe
@role_required(UserRole.REPORTER)
def import_batch(request: HttpRequest, pk: UUID) -> HttpResponse:
    batch = _batch(pk, request.user)
    items = list(batch.items.select_related("revision__article"))
    previews = [queries.preview(item) for item in items] if batch.state == ImportBatch.State.OPEN else []
    context = {
        "batch": batch,
        "items": items,
        "previews": previews,
        "ready": sum(bool(p.prepared) and p.item.status != ImportItem.Status.SKIPPED for p in previews),
        "roles": list(Role),
        "outlets": queries.outlets(),
    }
    return render(request, "newsroom/import_batch.html", context)


@require_POST
@role_required(UserRole.REPORTER)
def import_item(request: HttpRequest, pk: UUID, position: int) -> HttpResponse:
    """Save what was corrected; `leave-out` or `take-in` decide whether the item is imported at all."""
    item = _item(pk, position, request.user)
    if request.POST.get("act") in ("leave-out", "take-in"):
        acts.leave_out(item, by=request.user, out=request.POST["act"] == "leave-out")
    else:
        acts.correct_item(item, cleaned(Corrections(request.POST)), by=request.user)
    if not request.htmx:
        return redirect(f"{item.batch.get_absolute_url()}#item-{item.position}")
    context = {"preview": queries.preview(item), "batch": item.batch, "roles": list(Role), "saved": True}
    return render(request, "newsroom/_import_item.html", context)


@require_POST
@role_required(UserRole.REPORTER)
def import_run(request: HttpRequest, pk: UUID) -> HttpResponse:
    batch = _batch(pk, request.user)
    acts.run_batch(batch, by=request.user)
    return redirect(batch)


@require_POST
@role_required(UserRole.REPORTER)
def import_discard(request: HttpRequest, pk: UUID) -> HttpResponse:
    acts.discard_batch(_batch(pk, request.user), by=request.user)
    return redirect("import")


def _sources(request: HttpRequest) -> list[tuple[str, bytes]]:
    """`(name, bytes)` of each file, then of the pasted text."""
    handed = []
    for file in request.FILES.getlist("files"):
        if file.size and file.size > acts.LARGEST:
            raise TooLarge(
                f"“{file.name}” is larger than {acts.LARGEST // 2**20} MB: hand in its text alone, or split it."
            )
        handed.append((file.name or "file", file.read()))
    if pasted := request.POST.get("text", "").strip():
        handed.append((request.POST.get("name", "").strip() or "Pasted text", pasted.encode("utf-8", "replace")))
    return handed


def _batch(pk: UUID, person: User) -> ImportBatch:
    batch = get_object_or_404(ImportBatch.objects.select_related("story", "created_by"), pk=pk)
    require(person, UserRole.REPORTER if batch.created_by_id == person.pk else UserRole.EDITOR)
    return batch


def _item(pk: UUID, position: int, person: User) -> ImportItem:
    return get_object_or_404(ImportItem.objects.select_related("batch"), batch=_batch(pk, person), position=position)
