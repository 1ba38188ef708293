"""Read a table of an import again, with the columns that a person chooses."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from newsroom.actions.imports.tables import choose_columns
from newsroom.roles import UserRole, role_required
from newsroom.text.language.counted import counted
from newsroom.views.imports import batch_for
from newsroom.views.requests import AuthenticatedHttpRequest


@require_POST
@role_required(UserRole.REPORTER)
def import_columns(request: AuthenticatedHttpRequest, pk: UUID, table: int) -> HttpResponse:
    """Read the table with the id `table` again. The form sends `field` once for each of its columns, in
    order.
    """
    batch = batch_for(pk, request.user)
    chosen = get_object_or_404(batch.tables.select_related("batch"), pk=table)
    number = choose_columns(chosen, request.POST.getlist("field"), by=request.user)
    messages.success(request, f"Read again: {counted(number, 'row')}.")
    return redirect(batch)
