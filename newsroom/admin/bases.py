"""Define the base classes of all pages of the admin panel.

Their pages write through actions, with lines of history, and delete nothing.
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
from newsroom.admin.widgets import TypeaheadSelect
from newsroom.errors import Forbidden, Invalid, NewsroomError
from newsroom.forms.cleaning import numbers
from newsroom.models import Activity, User

#: The most lines that a history page shows.
LONGEST_HISTORY = 500


def curator(request: HttpRequest) -> User:
    """Return the signed-in person.

    Raises `Forbidden` if nobody is signed in. The panel itself checks the curator role.
    """
    if isinstance(request.user, User):
        return request.user
    raise Forbidden("Sign in first: the panel is open to curators only.")


class CuratorAdmin(admin.ModelAdmin):
    """The base class of the panel's pages for a model.

    It saves through `enter` and `amend`, which check the rules of the model and write history. It deletes
    nothing. Its history page shows our own `Activity` rows.
    """

    form = CuratorForm
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    paginator = CappedPaginator
    object_history_template = "admin/object_activity.html"
    #: If the history of a row is kept at another row, the attribute path to that other row.
    history_of = ""

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Return whether `lookup` is a parameter of one of the list's own filters.

        Django allows more lookups, with which people could guess the value of any field letter by letter.
        """
        names: set[str] = set()
        for list_filter in self.get_list_filter(request):
            if isinstance(list_filter, type) and issubclass(list_filter, FormFilter):
                names.update(list_filter.fields)
        return lookup in names

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, str] | None = None
    ) -> HttpResponse:
        """Show the list, or do an action on the chosen rows.

        Raises `Invalid` if the id of a chosen row cannot be an id of this model, such as “abc” for a number.
        The rows are not looked for in that case.
        """
        chosen_ids = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if not all(self._can_be_id(text) for text in chosen_ids):
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
        """Return the row with this id, or None if there is none.

        An empty `from_field` (`?_to_field=` in the address) means the primary key.
        """
        return super().get_object(request, object_id, from_field or None)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[Listing]:
        return Listing

    @property
    def media(self) -> Media:
        """Return the scripts and styles of the page, including those of the fields in which a person types to
        find a row.
        """
        return super().media + TypeaheadSelect(None).media

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Return the form field of a column.

        The field of a foreign key finds related rows by typing. It has none of Django's buttons beside it,
        because they work only with select elements.
        """
        if isinstance(db_field, ForeignKey):
            return db_field.formfield(widget=TypeaheadSelect(db_field), **kwargs)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        fields = list(super().get_fields(request, obj))
        if obj is None:
            return fields
        if self._counting() and "what_belongs_to_it" not in fields:
            fields.append("what_belongs_to_it")
        # The form compares this hidden field with the row, to notice changes of other people.
        if self.has_change_permission(request, obj):
            fields.append("seen")
        return fields

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        fields = list(super().get_readonly_fields(request, obj))
        if obj and self._counting():
            fields.append("what_belongs_to_it")
        return fields

    @admin.display(description="Belongs to it")
    def what_belongs_to_it(self, row: Model) -> SafeString:
        """Return the numbers of related rows as HTML: the same numbers that the count columns of the list
        show.
        """
        counts = []
        for column in self._counting():
            column.count([row])
            counts.append((column.short_description, column(row)))
        return format_html_join(" · ", "{} {}", counts)

    def _counting(self) -> list[CountColumn]:
        return [column for column in self.list_display if isinstance(column, CountColumn)]

    def get_form(
        self,
        request: HttpRequest,
        obj: Model | None = None,
        change: bool = False,
        **kwargs: Any,
    ) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        refusal = getattr(request, "refusal", "")
        if not refusal:
            return form
        # Django makes the form itself, so the sentence can only be an attribute of the class.
        return type(form)(form.__name__, (form,), {"refusal": refusal})

    def save_model(
        self,
        request: HttpRequest,
        obj: Any,
        form: Any,
        change: bool,
    ) -> None:
        if not change:
            enter(obj, by=curator(request))
            return
        # The form has changed `obj` already, so the history compares the values with the stored row.
        stored = type(obj)._default_manager.get(pk=obj.pk)
        # The page of the site may save the same record at this moment.
        amend(stored, form.changed_values(), by=curator(request), seen=form.seen_values())

    # Django returns a LogEntry here, which nothing reads.
    def log_addition(self, *_: Any, **__: Any) -> Any:
        """Write no `LogEntry` of Django, because our own `Activity` rows are the history."""

    log_change = log_deletions = log_addition

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        lines: list[Activity] = []
        if row:
            about_row = Activity.objects.filter(self.lines_about(row)).select_related("actor")
            # One line more than the page shows tells whether there are more.
            lines = list(about_row[: LONGEST_HISTORY + 1])
        context = {
            **(extra_context or {}),
            "lines": lines[:LONGEST_HISTORY],
            "more": len(lines) > LONGEST_HISTORY,
        }
        return super().history_view(request, object_id, context)

    def lines_about(self, row: Any) -> Q:
        """Return the condition that finds the lines of history for the history page of `row`."""
        subject = row
        if self.history_of:
            subject = attrgetter(self.history_of)(row)
        return Q(object_type=subject._meta.model_name, object_id=str(subject.pk))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show and save the form of a row.

        If an action refuses the change, the form is shown again with the sentence and the status of the
        error.
        """
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except NewsroomError as error:
            request.refusal = error.sentence  # type: ignore[attr-defined]  # for `get_form`
            response = super().changeform_view(request, object_id, form_url, extra_context)
            response.status_code = error.status
            return response


class ChangeOnlyAdmin(CuratorAdmin):
    """The base class for models whose rows are made by imports or on the desk, and cannot be added in the
    panel.
    """

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


class ReadOnlyAdmin(ChangeOnlyAdmin):
    """The base class for models whose rows the panel shows but never changes."""

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return bool(request.user.is_staff)
