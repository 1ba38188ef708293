"""Do an action on the chosen rows of a list in the panel.

A person first fills in a form, if the action has one. Then a page shows everything that the action would do,
and the person confirms it.
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

from newsroom.actions.bulk import Act, BulkOutcome, act_as_shown, rehearse
from newsroom.admin.bases import curator
from newsroom.errors import Conflict
from newsroom.models import Activity

#: The most rows of one action. A person can look through so many, and one request has time for them.
MOST = 500
#: The most lines that the preview prints. The numbers above the lines count all of them.
PRINTED = 1_000


class BulkAct:
    """An action in the menu of a list, which calls `act(row, by=user, **form values)` for each chosen row.

    `name` identifies the action in the form, `label` is its name in the menu, and `hint` explains it on its
    page. If `form` has fields, the form is shown first. Then a rehearsal shows which changes the action would
    make and which rows it refuses. After the person has confirmed, the action is done only if these effects
    are still the same.
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
        # Django reads these two attributes of an action.
        self.__name__ = name
        self.short_description = label
        self.act = act
        self.form = form
        self.hint = hint

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
        needs_answers = bool(self.form.base_fields)
        if needs_answers and "asked" not in request.POST:
            return self._page(page, request, chosen, self.form())
        form = self.form(request.POST)
        if not form.is_valid():
            return self._page(page, request, chosen, form)

        act = partial(self.act, by=curator(request), **form.cleaned_data)
        fingerprint = request.POST.get("shown", "")
        if fingerprint and self._do_confirmed(page, request, chosen, act, fingerprint):
            return None
        # The rows are loaded again, because an action changes the objects in memory even if it is rolled
        # back.
        outcome = rehearse(chosen.all(), act, by=curator(request))
        return self._page(page, request, chosen, form, outcome)

    def _do_confirmed(
        self,
        page: admin.ModelAdmin,
        request: HttpRequest,
        chosen: QuerySet[Any],
        act: Act,
        fingerprint: str,
    ) -> bool:
        """Do the confirmed action, show a message about it, and return True.

        Returns False and shows a warning if the effects would differ from those of the rehearsal whose
        fingerprint is `fingerprint`.
        """
        try:
            outcome = act_as_shown(chosen.all(), act, by=curator(request), shown=fingerprint)
        except Conflict as error:
            page.message_user(request, error.sentence, messages.WARNING)
            return False
        sentence = f"{self.short_description}: {counted_things(outcome.lines)}."
        page.message_user(request, sentence, messages.SUCCESS)
        return True

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
        }
        if outcome:
            context["things"] = counted_things(outcome.lines)
            context["lines"] = outcome.lines[:PRINTED]
            context["unprinted"] = max(0, len(outcome.lines) - PRINTED)
            context["changes"] = any(line.changes for line in outcome.lines)
        return TemplateResponse(request, "admin/bulk_act.html", context)


def counted_things(lines: tuple[Activity, ...]) -> str:
    """Return the number of things that the lines of history are about, such as “2 tags, 1 highlight”, or
    “nothing”.

    Each thing counts once, however many lines are about it.
    """
    things = {(line.object_type, line.object_id) for line in lines}
    numbers = Counter(object_type for object_type, _ in things)
    parts = [f"{number} {_noun(name, number)}" for name, number in sorted(numbers.items())]
    return ", ".join(parts) or "nothing"


def _noun(name: str, number: int) -> str:
    models = (model for model in apps.get_models() if model._meta.model_name == name)
    meta = next(models)._meta
    if number == 1:
        return str(meta.verbose_name)
    return str(meta.verbose_name_plural)
