"""Do actions on chosen rows of a list: first the form, then a full preview, then, once confirmed,
the action.
"""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from newsroom.actions.bulk import BulkOutcome, act_as_shown, rehearse
from newsroom.admin.bases import curator
from newsroom.errors import Conflict
from newsroom.models import Activity

#: The most rows of one action. A person can look through so many, and one request has time for them.
MOST = 500
#: The most lines that the preview prints. The numbers above the lines count all of them.
PRINTED = 1_000


class BulkAct:
    """An entry of a list's menu, which calls `act(row, by=user, **form values)` for each chosen row.

    If the action needs more than the rows, the form is shown first. Then a rehearsal shows what the action
    would do to each thing and which rows it refuses. Once that is confirmed, exactly that is done.
    """

    def __init__(
        self,
        name: str,
        label: str,
        act: Callable[..., object],
        *,
        form: type[forms.Form] = forms.Form,
        hint: str = "",
    ) -> None:
        self.__name__, self.short_description = name, label
        self.act, self.form, self.hint = act, form, hint

    def __call__(
        self, page: admin.ModelAdmin, request: HttpRequest, chosen: QuerySet[Any]
    ) -> HttpResponse | None:
        if chosen.order_by()[: MOST + 1].count() > MOST:
            page.message_user(
                request,
                f"Choose at most {MOST} at a time, so that you can see what happens.",
                "warning",
            )
            return None
        asked = bool(self.form.base_fields) and "asked" not in request.POST
        form = self.form(None if asked else request.POST)
        if asked or not form.is_valid():
            return self._page(page, request, chosen, form)
        act, shown = (
            partial(self.act, by=curator(request), **form.cleaned_data),
            request.POST.get("shown", ""),
        )
        if shown:
            try:
                outcome = act_as_shown(chosen.all(), act, by=curator(request), shown=shown)
            except Conflict as error:
                page.message_user(request, error.sentence, messages.WARNING)
            else:
                page.message_user(
                    request,
                    f"{self.short_description}: {counted_things(outcome.lines)}.",
                    messages.SUCCESS,
                )
                return None
        # The rows are loaded again, because an action changes the objects in memory even if it is rolled
        # back.
        return self._page(
            page, request, chosen, form, rehearse(chosen.all(), act, by=curator(request))
        )

    def _page(
        self,
        page: admin.ModelAdmin,
        request: HttpRequest,
        chosen: QuerySet[Any],
        form: forms.Form,
        outcome: BulkOutcome | None = None,
    ) -> HttpResponse:
        context = {
            **page.admin_site.each_context(request),
            "title": self.short_description,
            "opts": page.opts,
            "act": self.__name__,
            "hint": self.hint,
            "rows": list(chosen.all()),
            "checkbox": ACTION_CHECKBOX_NAME,
            "form": form,
            "media": page.media + form.media,
            "outcome": outcome,
            "told": counted_things(outcome.lines) if outcome else "",
            "lines": outcome.lines[:PRINTED] if outcome else (),
            "unprinted": max(0, len(outcome.lines) - PRINTED) if outcome else 0,
            "changes": outcome and any(line.changes for line in outcome.lines),
        }
        return TemplateResponse(request, "admin/bulk_act.html", context)


def counted_things(lines: tuple[Activity, ...]) -> str:
    """Return what the lines of history are about, such as “2 tags, 1 highlight”. Each thing counts once."""
    things = Counter(noun for noun, _ in {(line.object_type, line.object_id) for line in lines})
    parts = [f"{number} {_noun(noun, number)}" for noun, number in sorted(things.items())]
    return ", ".join(parts) or "nothing"


def _noun(name: str, number: int) -> str:
    meta = next(model._meta for model in apps.get_models() if model._meta.model_name == name)
    return str(meta.verbose_name if number == 1 else meta.verbose_name_plural)
