"""The curator's panel as a person uses it: its lists, its forms and its history, by the panel's own addresses."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from annotations.models import HighlightTag, Provenance
from newsroom.actions.batches import hand_in, run_batch
from newsroom.models import Activity, ImportItem, Original, StoryArticle, User
from tests import make

REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)


class Panel:
    """A curator's browser. `rows` are the rows a list shows; `send` fills in a form as it was shown and submits it."""

    def __init__(self, client: Client, curator: User) -> None:
        self.client, self.curator = client, curator

    def rows(self, model: type[Model], **filters: Any) -> list[Any]:
        return list(self.client.get(address(model), filters).context["cl"].result_list)

    def open(self, row: Model, page: str = "change") -> HttpResponse:
        return self.client.get(address(type(row), page, row.pk))

    def send(self, row: Model, **values: Any) -> HttpResponse:
        """Save the row's form with `values` in place of what it showed."""
        form = self.open(row).context["adminform"].form
        shown = {name: form[name].value() for name in form.fields}
        sent = {name: value for name, value in (shown | values).items() if value is not None and value is not False}
        return self.client.post(address(type(row), "change", row.pk), sent)

    def add(self, model: type[Model], **values: Any) -> HttpResponse:
        return self.client.post(address(model, "add"), values)

    def act(self, name: str, *rows: Model, **sent: Any) -> HttpResponse:
        """Choose the rows in their list, and an action."""
        chosen = {"action": name, "_selected_action": [row.pk for row in rows], "index": 0, **sent}
        return self.client.post(address(type(rows[0])), chosen)


def address(model: type[Model], page: str = "changelist", *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def last_line(subject: Model) -> Activity:
    """The newest line of the history about `subject`."""
    return Activity.objects.filter(object_type=subject._meta.model_name, object_id=str(subject.pk)).latest("pk")


def one_of_each(by: User) -> dict[type[Model], Model]:
    """A row of every model the panel shows, made by the acts people use."""
    story = make.story(by=by)
    articles = [make.article(story=story, by=by, outlet=f"Outlet {make.number()}") for _ in range(2)]
    tag = make.tag(by=by)
    passages = [make.highlight(article, tags=[tag], by=by) for article in articles]
    claim = make.claim(story, by=by)
    batch = hand_in([("report.txt", f"Rain fell on the {make.number()}th day.".encode())], by=by, story=story)
    run_batch(batch, by=by)
    rows: list[Model] = [
        *(story, articles[0], tag, passages[0], claim, batch, by),
        *(articles[0].outlet, articles[0].current, passages[0].anchor),
        *(make.evidence(claim, passages[0], by=by), make.link(*passages, by=by), make.comment(claim, by=by)),
        make.origin(*articles, by=by),
        *(model.objects.latest("pk") for model in (Activity, ImportItem, Original, StoryArticle)),
        *(model.objects.latest("pk") for model in (HighlightTag, Provenance)),
    ]
    return {type(row): row for row in rows}
