"""Send requests to every address of the site as people of every role, in a world that has a row of
every model.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.test.client import ClientHandler
from django.urls import URLResolver, get_resolver

from annotations.actions.claims import withdraw_claim
from annotations.actions.judgements.independences import state_independence
from annotations.actions.passages.highlights import withdraw_highlight
from annotations.models import Claim
from newsroom.actions.imports.batches import hand_in
from newsroom.actions.people.passwords import make_password_link
from newsroom.models import User
from newsroom.roles import UserRole
from tests import make
from tests.addresses import SENT, SITE
from tests.admin_panel import one_of_each
from tests.panel_pages import PAGES, PANEL

EVERYONE, NOBODY, NO_METHOD, STRANGER = "everyone", "nobody", "-", "stranger"
PEOPLE = (STRANGER, *UserRole.values)


@dataclass(frozen=True, slots=True)
class Row:
    """A method and an address, with the lowest role that may use it (`floor`): a
    role, `everyone` or `nobody`.
    """

    method: str
    address: str
    floor: str

    def admits(self, role: str) -> bool:
        if self.floor in (NOBODY, EVERYONE, NO_METHOD):
            return self.floor == EVERYONE
        return role != STRANGER and UserRole(role).rank >= UserRole(self.floor).rank


@cache
def rows() -> tuple[Row, ...]:
    """Return the rows of the tables. The floor is `-` if the address does not have the method."""
    return tuple(_rows())


def _rows() -> Iterator[Row]:
    for line in SITE.strip().splitlines():
        address, get, post = line.split()
        yield Row("GET", address, get)
        yield Row("POST", address, post)
    for line in PANEL.strip().splitlines():
        model, *marks = line.split()
        under = f"/admin/{model.replace('.', '/')}/"
        ends = {"list": "", "add": "add/"} | {
            name: f"{{{model}}}/{name}/" for name in ("change", "history", "delete")
        }
        for page, mark in zip(PAGES, marks, strict=True):
            method, name = page.split()
            yield Row(method, under + ends[name], UserRole.CURATOR if mark == "x" else NOBODY)
        yield Row("GET", f"{under}{{{model}}}/", UserRole.CURATOR)


def routes(resolver: URLResolver | None = None, under: str = "") -> set[str]:
    """Return every pattern of addresses that the site answers."""
    found: set[str] = set()
    for pattern in (resolver or get_resolver()).url_patterns:
        route = under + str(pattern.pattern)
        found |= routes(pattern, route) if isinstance(pattern, URLResolver) else {route}
    return found


class World:
    """A story with rows of every model, made by a reporter, and a person of every role."""

    def __init__(self) -> None:
        self.people = {str(role): make.user(role, str(role)) for role in UserRole}
        by = self.people["reporter"]
        made = one_of_each(by)
        self.by_label = {model._meta.label_lower: row for model, row in made.items()}
        story, article = self.by_label["newsroom.story"], self.by_label["newsroom.article"]
        link, comment = (
            self.by_label["annotations.link"],
            make.comment(self.by_label["annotations.highlight"], by=by),
        )
        free, withdrawn = (make.highlight(article, words, by=by) for words in ("The minister", "the speech"))
        withdraw_highlight(withdrawn, by=by)
        withdrawn_claim = make.claim(story, by=by)
        withdraw_claim(withdrawn_claim, version=1, by=by)
        table = hand_in([("rows.csv", b"Kopf,Foo\nRain,It rained.\n")], by=by, story=story).tables.get()
        batch = hand_in([("report.txt", b"A report nobody has yet.")], by=by, story=story)
        revised = make.article("Rain fell on Bali and Java all day.", story=story, by=by)
        changed = make.highlight(revised, "Rain fell on Bali and Java all day", by=by)
        make.revision(revised, "Rain fell on Bali and Java all night.", by=by)
        changed.refresh_from_db()
        claim = make.claim(story, by=by)
        bearing = make.highlight(link.target.article, "left before", by=by)
        for passage in (changed, bearing, link.source):
            make.evidence(claim, passage, "context", by=by)
        independence = state_independence(claim, revised, article, reason="So.", by=self.people["editor"])
        names = {
            "independence": independence.pk,
            "claim_of_three": claim.pk,
            "revised": revised.pk,
            "changed": changed.pk,
            "changed_at": changed.anchor_id,
            "story": story.slug,
            "story_title": story.title,
            "article": article.pk,
            "article_title": article.title,
            "article_outlet": article.outlet.name,
            "article_slug": article.slug,
            "revision": article.current_id,
            "batch": batch.pk,
            "tabled": table.batch_id,
            "table": table.pk,
            "asking": make.asking_item(by=by).batch_id,
            "tag": self.by_label["annotations.tag"].pk,
            "tag_path": self.by_label["annotations.tag"].path,
            "claim": self.by_label["annotations.claim"].pk,
            "withdrawn_claim": withdrawn_claim.pk,
            "public_claim": make.public_claim(story).pk,
            "claim_type": ContentType.objects.get_for_model(Claim).pk,
            "highlight": link.source_id,
            "other": link.target_id,
            "free": free.pk,
            "withdrawn": withdrawn.pk,
            "other_article": link.target.article_id,
            "other_revision": link.target.article.current_id,
            "link": link.pk,
            "origin": self.by_label["annotations.origin"].pk,
            "dismissal": self.by_label["annotations.dismissal"].pk,
            "comment": comment.pk,
            "evidence": self.by_label["annotations.evidence"].pk,
            "token": make.token(self.people["curator"])[0].pk,
            "secret": make_password_link(self.people["reader"], by=self.people["curator"]),
        }
        self.ids = {f"{{{name}}}": str(value) for name, value in names.items()}
        self.ids |= {f"{{{label}}}": str(row.pk) for label, row in self.by_label.items()}
        self.sessions = {role: _session(user) for role, user in self.people.items()}
        # A handler loads the middleware at its first request, so all clients share two.
        self.handlers = {checked: ClientHandler(enforce_csrf_checks=checked) for checked in (False, True)}

    def fill(self, text: str) -> str:
        """Return `text` with the ids of this world's rows in place of their names in braces."""
        for name, value in self.ids.items():
            text = text.replace(name, value)
        return text

    def sent(self, address: str) -> dict[str, Any]:
        """Return the values of the table `SENT` for a form, with the ids of this world's rows.

        A field that the form has several times has a list of values.
        """
        values: dict[str, Any] = {}
        for name, value in SENT.get(address, {}).items():
            several = isinstance(value, list)
            values[name] = [self.fill(each) for each in value] if several else self.fill(value)
        return values

    def look(self, role: str, address: str, **options: Any) -> HttpResponse:
        """Return the answer to a GET by `role`, after reading a streamed answer to its end."""
        response = self._client(role).get(self.fill(address), **options)
        response.getvalue()
        return response

    def send(self, role: str, row: Row, sent: dict[str, Any] | None = None, **options: Any) -> HttpResponse:
        """Send a request for a row of the table as `role`, and return the answer.

        Without `sent`, the values of the table `SENT` are sent.
        """
        if row.method == "GET":
            return self.look(role, row.address, data=sent, **options)
        checked = options.pop("checked", False)
        sent = self.sent(row.address) if sent is None else sent
        return self._client(role, checked).post(self.fill(row.address), sent, **options)

    def send_raw(self, role: str, address: str, body: bytes, content_type: str) -> HttpResponse:
        return self._client(role).generic("POST", self.fill(address), body, content_type)

    def ask(self, role: str, method: str, address: str, body: bytes, headers: dict[str, str]) -> HttpResponse:
        """Send any request as `role`, and return the answer, after reading a streamed answer to its end."""
        content_type = headers.get("Content-Type", "application/octet-stream")
        response = self._client(role).generic(method, address, body, content_type, headers=headers)
        response.getvalue()
        return response

    @contextmanager
    def undone(self) -> Iterator[None]:
        """Roll back everything that is written in the block, so that the next
        visitor finds the same world.
        """
        with transaction.atomic():
            yield
            transaction.set_rollback(True)

    def go(self, role: str, row: Row, sent: dict[str, Any] | None = None, **options: Any) -> HttpResponse:
        """Send a request for a row, roll back its writes, and return the answer.

        With `checked` the form's CSRF token is required, as from browsers.
        """
        with self.undone():
            return self.send(role, row, sent, **options)

    def _client(self, role: str, checked: bool = False) -> Client:
        client = Client(raise_request_exception=False)
        client.handler = self.handlers[checked]
        if role in self.sessions:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[role]
        return client


def _session(user: User) -> str:
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value
