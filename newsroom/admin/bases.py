"""The base of every page in the curator's panel: it writes through actions and the history, and deletes nothing."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from newsroom.actions.curation import amend, enter
from newsroom.errors import NewsroomError
from newsroom.models import Activity


class CuratorAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Changes go through `amend` (rules, history); nothing is deleted; the history page shows our own Activity."""

    list_per_page = 50
    show_full_result_count = False
    object_history_template = "admin/object_activity.html"

    def save_model(self, request: HttpRequest, obj: Model, form: ModelForm, change: bool) -> None:
        if change:
            stored = type(obj)._default_manager.get(pk=obj.pk)
            amend(stored, {name: form.cleaned_data[name] for name in form.changed_data}, by=request.user)
        else:
            enter(obj, by=request.user)

    def log_addition(self, *_: Any) -> None:
        """Our Activity holds the history; Django's LogEntry would be a second, lesser one."""

    log_change = log_deletions = log_addition

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        noun = str(self.model._meta.model_name)
        lines = Activity.objects.filter(object_type=noun, object_id=object_id).select_related("actor")[:500]
        return super().history_view(request, object_id, {**(extra_context or {}), "lines": lines})

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """A rule that only the database or an action knows comes back as a sentence, never as a broken page."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except NewsroomError as error:
            self.message_user(request, error.sentence, messages.ERROR)
            return redirect(request.get_full_path())


class ReadOnlyAdmin(CuratorAdmin):
    """For what is written once."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return bool(request.user.is_staff)


def each(request: HttpRequest, admin_page: admin.ModelAdmin, chosen: QuerySet[Any], act: Any, done: str) -> None:  # type: ignore[type-arg]
    """Do `act(row)` to each chosen row; say how many went well, and each refusal in its own sentence."""
    went_well = 0
    for row in chosen:
        try:
            act(row)
            went_well += 1
        except NewsroomError as error:
            admin_page.message_user(request, f"{row}: {error.sentence}", messages.WARNING)
    if went_well:
        admin_page.message_user(request, f"{went_well} {done}.", messages.SUCCESS)
