"""Use the curator's panel as a person does: its lists, its forms and its history."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.contrib import admin
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from lxml.html import document_fromstring

from annotations.models import BasisPassage, HighlightTag, Provenance
from newsroom.actions.imports.batches import hand_in
from newsroom.actions.imports.running import start_batch, work
from newsroom.actions.outlets import merge_outlet
from newsroom.models import Activity, Article, ImportItem, Original, OutletAlias, StoryArticle, User
from newsroom.roles import UserRole
from tests import make

REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)


class Panel:
    """A curator's browser in the panel."""

    def __init__(self, client: Client, curator: User) -> None:
        self.client, self.curator = client, curator

    def rows(self, model: type[Model], **filters: Any) -> list[Any]:
        return list(self.client.get(address(model), filters).context["cl"].result_list)

    def needs(self) -> dict[str, str]:
        """Return what the first page says needs a curator, as `{words: number}`."""
        needs = self.client.get(reverse("admin:index")).context["needs"]
        return {need.words: need.number for need in needs}

    def open(self, row: Model, page: str = "change") -> HttpResponse:
        return self.client.get(address(type(row), page, row.pk))

    def send(self, row: Model, **values: Any) -> HttpResponse:
        """Save the form of the row. Fields that are not in `values` keep the value that the form showed."""
        form = self.open(row).context["adminform"].form
        shown = {name: form[name].value() for name in form.fields}
        sent = {
            name: value
            for name, value in (shown | values).items()
            if value is not None and value is not False
        }
        return self.client.post(address(type(row), "change", row.pk), sent)

    def add(self, model: type[Model], **values: Any) -> HttpResponse:
        return self.client.post(address(model, "add"), values)

    def act(self, name: str, *rows: Model, **sent: Any) -> HttpResponse:
        """Choose rows in their list and the action `name`, and return the page that follows."""
        chosen = {"action": name, "_selected_action": [row.pk for row in rows], "index": 0, **sent}
        return self.client.post(address(type(rows[0])), chosen)

    def show(self, name: str, *rows: Model, **asked: Any) -> HttpResponse:
        """Choose rows and an action, and answer its questions. Return the page that says what will happen."""
        page = self.act(name, *rows)
        return self.press(page, **asked) if page.status_code == 200 and not page.context["outcome"] else page

    def do(self, name: str, *rows: Model, **asked: Any) -> list[str]:
        """Choose rows and an action, answer its questions, and confirm. Return the messages of the panel."""
        return self.told(self.press(self.show(name, *rows, **asked)))

    def press(self, page: HttpResponse, **typed: Any) -> HttpResponse:
        """Send the form of the action with the values of the page. Those in `typed` replace them."""
        (form,) = (form for form in document_fromstring(page.content).forms if "bulk-act" in form.classes)
        held: dict[str, list[str]] = {}
        for name, value in form.form_values():
            held.setdefault(name, []).append(value)
        return self.client.post(page.request["PATH_INFO"], held | typed)

    def told(self, page: HttpResponse) -> list[str]:
        assert page.status_code == 302, "The act was not done: its page came again."
        return [str(message) for message in self.client.get(page["Location"]).context["messages"]]


def changed_rows(page: HttpResponse) -> list[str]:
    """Return a sentence for each row that the page says will change."""
    return [line.summary for line in page.context["outcome"].lines]


def refused_rows(page: HttpResponse) -> list[tuple[str, str]]:
    """Return the name of each row that the page says stays as it is, with the reason."""
    return list(page.context["outcome"].refused)


def assert_nothing_to_confirm(page: HttpResponse) -> None:
    """Assert that the page says that nothing would change, and shows no button."""
    assert (changed_rows(page), refused_rows(page)) == ([], [])
    assert "All of them are so already" in page.content.decode()
    assert 'class="default"' not in page.content.decode()


def address(model: type[Model], page: str = "changelist", *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def last_line(subject: Model) -> Activity:
    """Return the newest line of the history about `subject`."""
    return Activity.objects.filter(object_type=subject._meta.model_name, object_id=str(subject.pk)).latest(
        "pk"
    )


def one_of_each(by: User) -> dict[type[Model], Model]:
    """Make a row of every model that the panel shows, through the actions that people use."""
    story = make.story(by=by)
    articles = [make.article(story=story, by=by, outlet=f"Outlet {make.number()}") for _ in range(2)]
    tag = make.tag(by=by)
    passages = [make.highlight(article, tags=[tag], by=by) for article in articles]
    claim, shared = (make.claim(story, by=by) for _ in range(2))
    batch = hand_in([("report.txt", f"Rain fell on the {make.number()}th day.".encode())], by=by, story=story)
    start_batch(batch, by=by)
    work(batch, by=by)
    merged = make.article(by=by, outlet=f"Outlet {make.number()}").outlet
    merge_outlet(merged, into=articles[0].outlet, by=make.user(UserRole.CURATOR))
    rows: list[Model] = [
        *(story, articles[0], tag, passages[0], claim, batch, by),
        *(articles[0].outlet, articles[0].current, passages[0].anchor),
        *(make.evidence(claim, passages[0], by=by), make.link(*passages, by=by), make.comment(claim, by=by)),
        *(
            make.silence(claim, articles[1], by=by),
            make.origin(*articles, by=by),
            make.dismissal(*passages, by=by),
            make.independence(shared, *passages),
        ),
        make.verdict_basis(shared),
        make.token(by)[0],
        make.capture(articles[0]),
        *(
            model.objects.latest("pk")
            for model in (Activity, ImportItem, Original, OutletAlias, StoryArticle)
        ),
        *(model.objects.latest("pk") for model in (BasisPassage, HighlightTag, Provenance)),
    ]
    return {type(row): row for row in rows}


def crowd(number: int, by: User) -> None:
    """Make `number` more rows of every model, each connected with other rows.

    The rows share nothing, so what was read for one of them cannot serve the next. They are copies of rows
    that actions made, because the actions would take minutes to make so many.
    """
    rows = {model.__name__: row for model, row in one_of_each(by).items()}

    def many(model: str, /, **fresh: Callable[[int], Any]) -> list[Any]:
        row = rows[model]
        kept = {
            field.attname: getattr(row, field.attname)
            for field in row._meta.concrete_fields
            if not field.primary_key
        }
        if "uid" in kept:
            fresh["uid"] = lambda n: uuid4()
        made = ({**kept, **{column: value(n) for column, value in fresh.items()}} for n in range(number))
        return list(type(row).objects.bulk_create(type(row)(**columns) for columns in made))

    def one_from(others: list[Any]) -> Callable[[int], Any]:
        return lambda n: others[n].pk

    person = one_from(many("User", username=lambda n: f"person-{n}", skeleton=lambda n: f"person-{n}"))
    many("ApiToken", secret_hash=lambda n: f"{n:064}", user_id=person)
    outlet = one_from(many("Outlet", name=lambda n: f"Outlet no. {n}"))
    many("OutletAlias", word=lambda n: f"Alias {n}", outlet_id=outlet)
    story = one_from(many("Story", slug=lambda n: f"story-no-{n}", created_by_id=person))
    articles = many(
        "Article", external_id=str, outlet_id=outlet, created_by_id=person, current_id=lambda n: None
    )
    article = one_from(articles)
    many("StoryArticle", story_id=story, article_id=article, added_by_id=person)
    original = one_from(many("Original", sha256=lambda n: f"{n:064}"))
    revisions = many("Revision", article_id=article, original_id=original, created_by_id=person)
    many("Capture", revision_id=one_from(revisions))
    for each, revision in zip(articles, revisions, strict=True):
        each.current = revision
    Article.objects.bulk_update(articles, ["current"])
    places = [uuid4() for _ in range(number)]
    marked = {"article_id": article, "created_by_id": person}
    passage = one_from(many("Highlight", id=lambda n: uuid4(), anchor_id=lambda n: places[n], **marked))
    many(
        "Anchor",
        id=lambda n: places[n],
        highlight_id=passage,
        revision_id=one_from(revisions),
        created_by_id=person,
    )
    tag = one_from(many("Tag", path=lambda n: f"crowd/{n}", created_by_id=person))
    many("HighlightTag", highlight_id=passage, tag_id=tag, added_by_id=person)
    claim = one_from(many("Claim", story_id=story, created_by_id=person))
    evidence = one_from(many("Evidence", claim_id=claim, highlight_id=passage, created_by_id=person))
    basis = one_from(many("VerdictBasis", claim_id=claim))
    many("BasisPassage", basis_id=basis, evidence_id=evidence)
    many("Independence", claim_id=claim, created_by_id=person)
    many("Silence", claim_id=claim, article_id=article, created_by_id=person)
    many("Link", source_id=passage, created_by_id=person)
    many("Comment", claim_id=claim, created_by_id=person)
    many("Comment", claim_id=lambda n: None, highlight_id=passage, created_by_id=person)
    many("Dismissal", article_id=article, pair=lambda n: f"{n:064}", created_by_id=person)
    origin = one_from(many("Origin", decided_by_id=lambda n: None))
    many("Provenance", origin_id=origin, article_id=article)
    batch = one_from(many("ImportBatch", story_id=story, created_by_id=person))
    many("ImportItem", batch_id=batch, revision_id=one_from(revisions))
    many("Activity", actor_id=person, story_id=story, article_id=article)
