"""The base of every page in the curator's panel: it writes through actions and the history, and deletes
nothing.
"""

from operator import attrgetter
from typing import Any

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db.models import ForeignKey, IntegerField, Model, Q
from django.forms import Media
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from newsroom.actions.curation import amend, enter
from newsroom.admin.editing import CuratorForm
from newsroom.admin.lists.filters import FormFilter
from newsroom.admin.lists.listing import CappedPaginator, CountColumn, Listing
from newsroom.admin.widgets import FoundByTyping
from newsroom.errors import Forbidden, Invalid, NewsroomError
from newsroom.forms.cleaning import numbers
from newsroom.models import Activity, User

#: Most lines a history page shows.
LONGEST_HISTORY = 500


def curator(request: HttpRequest) -> User:
    """Return who works in the panel. Raises `Forbidden` for strangers, whom the panel lets in nowhere."""
    if isinstance(request.user, User):
        return request.user
    raise Forbidden("Sign in first: the panel is open to curators only.")


class CuratorAdmin(admin.ModelAdmin):
    """Changes go through `amend` (rules, history); nothing is deleted; the history page shows our own
    Activity.
    """

    form = CuratorForm
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    paginator = CappedPaginator
    object_history_template = "admin/object_activity.html"
    #: The way to the row whose history this row's is, where acts write down that one.
    history_of = ""

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Allow the names of the list's own filters only, because a lookup could read any field letter by
        letter.
        """
        names: set[str] = set()
        for list_filter in self.get_list_filter(request):
            if isinstance(list_filter, type) and issubclass(list_filter, FormFilter):
                names.update(list_filter.fields)
        return lookup in names

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, str] | None = None
    ) -> HttpResponse:
        """A chosen row whose id no column can hold is refused before the database is asked."""
        wrong = [
            text for text in request.POST.getlist(ACTION_CHECKBOX_NAME) if not self._can_be_id(text)
        ]
        if wrong:
            raise Invalid("No row has this id. Reload the list, then choose again.")
        return super().changelist_view(request, extra_context)

    def _can_be_id(self, text: str) -> bool:
        key = self.opts.pk
        if isinstance(key, IntegerField):
            return bool(numbers([text]))
        try:
            key.to_python(text)
        except ValidationError:
            return False
        return True

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Model | None:
        """Return the row, or None. A blank `from_field` (`?_to_field=` in the query) means the key."""
        return super().get_object(request, object_id, from_field or None)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[Listing]:
        return Listing

    @property
    def media(self) -> Media:
        """With what the filters that find a row by typing need."""
        return super().media + FoundByTyping(None).media

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Foreign keys are found by typing, without Django's buttons: those open windows that fill in selects
        only.
        """
        if isinstance(db_field, ForeignKey):
            return db_field.formfield(widget=FoundByTyping(db_field), **kwargs)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        fields = list(super().get_fields(request, obj))
        if obj and self._counting() and "what_belongs_to_it" not in fields:
            fields.append("what_belongs_to_it")
        return [*fields, "seen"] if obj and self.has_change_permission(request, obj) else fields

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        fields = list(super().get_readonly_fields(request, obj))
        return [*fields, "what_belongs_to_it"] if obj and self._counting() else fields

    @admin.display(description="Belongs to it")
    def what_belongs_to_it(self, row: Model) -> SafeString:
        """The counts of the row's list, on its own page."""
        for column in self._counting():
            column.count([row])
        return format_html_join(
            " · ", "{} {}", ((c.short_description, c(row)) for c in self._counting())
        )

    def _counting(self) -> list[CountColumn]:
        return [column for column in self.list_display if isinstance(column, CountColumn)]

    def get_form(
        self, request: HttpRequest, obj: Model | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        refusal = getattr(request, "refusal", "")
        return type(form)(form.__name__, (form,), {"refusal": refusal}) if refusal else form

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:
            stored = type(obj)._default_manager.get(pk=obj.pk)
            amend(
                stored,
                {name: form.cleaned_data[name] for name in form.changed_data},
                by=curator(request),
            )
        else:
            enter(obj, by=curator(request))

    # Django hands back a LogEntry, which nothing reads.
    def log_addition(self, *_: Any, **__: Any) -> Any:
        """Our Activity holds the history; Django's LogEntry would be a second, lesser one."""

    log_change = log_deletions = log_addition

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        found = (
            Activity.objects.filter(self.lines_about(row)).select_related("actor")
            if row
            else Activity.objects.none()
        )
        lines = list(found[: LONGEST_HISTORY + 1])
        context = {"lines": lines[:LONGEST_HISTORY], "more": len(lines) > LONGEST_HISTORY}
        return super().history_view(request, object_id, {**(extra_context or {}), **context})

    def lines_about(self, row: Any) -> Q:
        """Which lines of the history the history page of a row shows."""
        subject = attrgetter(self.history_of)(row) if self.history_of else row
        return Q(object_type=subject._meta.model_name, object_id=str(subject.pk))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show what an act refuses as a sentence over the form as it was filled in, with nothing saved."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except NewsroomError as error:
            request.refusal = error.sentence  # type: ignore[attr-defined]  # for `get_form`
            response = super().changeform_view(request, object_id, form_url, extra_context)
            response.status_code = error.status
            return response


class NotMadeHere(CuratorAdmin):
    """For what is made where its text is in view: by importing, or on the desk."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


class ReadOnlyAdmin(NotMadeHere):
    """For what is written once."""

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return bool(request.user.is_staff)
