"""Every address of the site, who may GET and POST there, and a person who goes there.

A row of the table is an address, with the names of `World`'s rows in braces, and for GET and for POST the lowest role
it is open to, `everyone` without sign-in, or `-` where there is no such method. A new address needs a row.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLResolver, get_resolver

from annotations.actions.highlights import withdraw_highlight
from annotations.models import Claim
from newsroom.actions.batches import hand_in
from newsroom.models import User
from newsroom.roles import UserRole
from tests import make
from tests.panel import one_of_each

SITE = """
/                                                      reader    -
/sign-in/                                              everyone  everyone
/sign-out/                                             -         everyone
/healthz                                               everyone  -
/activity/                                             reader    -
/articles/                                             reader    -
/articles/{article}/                                   reader    -
/articles/{article}-{article_slug}/                    reader    -
/articles/{revised}/diff/1..2/                         reader    -
/articles/{article}/revise/                            -         reporter
/articles/{article}/change/                            -         reporter
/articles/{article}/v/1/                               reader    -
/articles/{article}/v/1/original/                      reader    -
/import/                                               reporter  reporter
/import/{batch}/                                       reporter  -
/import/{batch}/0/                                     -         reporter
/import/{batch}/run/                                   -         reporter
/import/{batch}/discard/                               -         reporter
/stories/new/                                          reporter  reporter
/stories/{story}/                                      reader    -
/stories/{story}/change/                               reporter  reporter
/stories/{story}/add/                                  -         reporter
/stories/{story}/claims/                               reader    -
/stories/{story}/claims/new/                           -         reporter
/stories/{story}/desk/                                 reader    -
/stories/{story}/desk/claims/                          reader    -
/stories/{story}/desk/links/                           reader    -
/stories/{story}/desk/draw/                            -         reporter
/stories/{story}/desk/undo/                            -         reporter
/stories/{story}/desk/redo/                            -         reporter
/claims/{claim}/                                       reader    -
/claims/{claim}/status/                                -         reporter
/claims/{claim}/reword/                                -         reporter
/claims/{claim}/comment/                               -         reporter
/claims/{claim}/settle/                                -         editor
/h/{highlight}/                                        reader    -
/highlights/{highlight}/                               reader    -
/highlights/{highlight}/describe/                      -         reporter
/highlights/{highlight}/tag/                           -         reporter
/highlights/{highlight}/untag/{tag}/                   -         reporter
/highlights/{highlight}/edges/                         -         reporter
/highlights/{free}/withdraw/                           -         reporter
/highlights/{withdrawn}/restore/                       -         reporter
/highlights/{highlight}/attach/                        -         reporter
/highlights/{highlight}/comment/                       -         reporter
/highlights/{highlight}/comment/{comment}/withdraw/    -         reporter
/review/                                               reader    -
/review/{changed}/                                     -         reporter
/stories/{story}/review/                               reader    -
/highlights/{highlight}/copies/                        reporter  -
/highlights/{highlight}/project/                       -         reporter
/find/?h={free}                                        reader    -
/find/accept/                                          -         reporter
/find/dismiss/                                         -         reporter
/find/again/{dismissal}/                               -         reporter
/origins/                                              reader    -
/origins/{origin}/                                     reader    -
/origins/{origin}/decide/                              -         editor
/origins/{origin}/rename/                              -         editor
/origins/{origin}/split/                               -         editor
/links/new/?source={highlight}&target={other}          reporter  -
/links/                                                -         reporter
/links/{link}/change/                                  -         reporter
/links/{link}/withdraw/                                -         reporter
/evidence/{evidence}/change/                           -         reporter
/evidence/{evidence}/withdraw/                         -         reporter
/export/annotations.csv                                reader    -
/admin/                                                curator   curator
/admin/login/                                          reader    reader
/admin/logout/                                         -         curator
/admin/password_change/                                curator   curator
/admin/password_change/done/                           curator   -
/admin/autocomplete/?app_label=newsroom&model_name=article&field_name=outlet  curator  -
/admin/jsi18n/                                         curator   -
/admin/r/{claim_type}/{claim}/                         curator   curator
/admin/newsroom/                                       curator   curator
"""

#: The panel's pages of each model, in this order. All are shut to everyone below a curator, those marked - to all.
PAGES = ("GET list", "POST list", "GET add", "POST add", "GET change", "POST change", "GET history", "GET delete")
PANEL = """
newsroom.activity            x x - - x - x -
newsroom.article             x x - - x x x -
newsroom.importbatch         x x - - x - x -
newsroom.importitem          x x - - x - x -
newsroom.original            x x - - x - x -
newsroom.outlet              x x x x x x x -
newsroom.outletalias         x x - - x - x -
newsroom.revision            x x - - x - x -
newsroom.story               x x x x x x x -
newsroom.storyarticle        x x - - x - x -
newsroom.user                x x x x x x x -
annotations.anchor           x x - - x - x -
annotations.claim            x x - - x x x -
annotations.comment          x x - - x x x -
annotations.dismissal        x x - - x x x -
annotations.evidence         x x - - x x x -
annotations.highlight        x x - - x x x -
annotations.highlighttag     x x - - x - x -
annotations.link             x x - - x x x -
annotations.origin           x x - - x x x -
annotations.provenance       x x - - x - x -
annotations.silence          x x - - x x x -
annotations.tag              x x x x x x x -
"""

EVERYONE, NOBODY, NO_METHOD, STRANGER = "everyone", "nobody", "-", "stranger"
PEOPLE = (STRANGER, *UserRole.values)

#: A passage of another article that was found for the highlight `free`.
FOUND = {
    "h": "{free}",
    "to_revision": "{other_revision}",
    "to_start": "0",
    "to_end": "12",
    "to_quote": "The minister",
    "story": "{story}",
    "read": "{article},{other_article}",
}

#: What a person sends to each address of the site that takes something: accepted as it stands.
SENT: dict[str, dict[str, Any]] = {
    "/sign-in/": {"username": "reporter", "password": make.PASSWORD},
    "/articles/{article}/change/": {"title": "Another title", "outlet": "The Moscow Times"},
    "/articles/{article}/revise/": {"text": "The minister left before the speech ended.", "anyway": "1"},
    "/review/{changed}/": {"act": "accept", "anchor": "{changed_at}", "story": "{story}"},
    "/import/": {"text": "A pasted report.", "name": "Pasted"},
    "/import/{batch}/0/": {
        "title": "Corrected",
        "published": "2022-07-09",
        "url": "https://example.org/a",
        "role-0": "body",
    },
    "/stories/new/": {"title": "G20 in Bali", "place": "Bali", "starts_on": "2022-07-07", "ends_on": "2022-07-08"},
    "/stories/{story}/change/": {
        "title": "G20 in Bali",
        "place": "Bali",
        "starts_on": "2022-07-07",
        "summary": "Two days.",
    },
    "/stories/{story}/add/": {"article": "{article}"},
    "/stories/{story}/claims/new/": {"statement": "The minister left early."},
    "/stories/{story}/desk/draw/": {
        "revision": "{revision}",
        "start": "0",
        "end": "3",
        "quote": "The",
        "act": "tag:{tag}",
    },
    "/claims/{claim}/status/": {"status": "checking", "version": "1", "reason": "Two calls to make."},
    "/claims/{claim}/reword/": {"statement": "The minister left before the speech.", "version": "1"},
    "/claims/{claim}/comment/": {"body": "Are we sure?"},
    "/claims/{claim}/settle/": {"verdict": "true", "rationale": "Two agencies say so.", "version": "1"},
    "/highlights/{highlight}/describe/": {"note": "Seen.", "attribution": "an official", "version": "1"},
    "/highlights/{highlight}/tag/": {"path": "claims/time"},
    "/highlights/{highlight}/edges/": {"start": "0", "end": "3", "quote": "The"},
    "/highlights/{highlight}/attach/": {
        "statement": "He left.",
        "relation": "contradicts",
        "note": "So",
        "story": "{story}",
    },
    "/highlights/{highlight}/comment/": {"body": "Are we sure?", "story": "{story}"},
    "/highlights/{highlight}/project/": {"article": "{other_article}", "story": "{story}"},
    "/find/accept/": {**FOUND, "relation": "contradicts", "aspect": "person", "note": "Who.", "scope": "all"},
    "/find/dismiss/": FOUND,
    "/find/again/{dismissal}/": {"h": "{free}", "story": "{story}", "read": "{article}"},
    "/origins/{origin}/decide/": {"state": "confirmed", "reason": "The same text."},
    "/origins/{origin}/rename/": {"name": "Reuters"},
    "/origins/{origin}/split/": {"article": "{other_article}", "name": "Reuters", "reason": "Another text."},
    "/links/": {"source": "{free}", "target": "{other}", "relation": "contradicts", "aspect": "time", "note": "When."},
    "/links/{link}/change/": {"relation": "contradicts", "aspect": "time", "note": "When.", "from": "{highlight}"},
    "/evidence/{evidence}/change/": {"relation": "context", "note": "Before.", "next": "/claims/{claim}/"},
}


@dataclass(frozen=True, slots=True)
class Row:
    """That `method` at `address` is open to those who reach `floor` (a role, `everyone` or `nobody`)."""

    method: str
    address: str
    floor: str

    def admits(self, role: str) -> bool:
        if self.floor in (NOBODY, EVERYONE, NO_METHOD):
            return self.floor == EVERYONE
        return role != STRANGER and UserRole(role).rank >= UserRole(self.floor).rank


def rows() -> Iterator[Row]:
    """The tables, row by row; of a method an address does not have, the floor is `-`."""
    for line in SITE.strip().splitlines():
        address, get, post = line.split()
        yield Row("GET", address, get)
        yield Row("POST", address, post)
    for line in PANEL.strip().splitlines():
        model, *marks = line.split()
        under = f"/admin/{model.replace('.', '/')}/"
        ends = {"list": "", "add": "add/"} | {name: f"{{{model}}}/{name}/" for name in ("change", "history", "delete")}
        for page, mark in zip(PAGES, marks, strict=True):
            method, name = page.split()
            yield Row(method, under + ends[name], UserRole.CURATOR if mark == "x" else NOBODY)
        yield Row("GET", f"{under}{{{model}}}/", UserRole.CURATOR)


def routes(resolver: URLResolver | None = None, under: str = "") -> set[str]:
    """Every pattern the site answers to."""
    found: set[str] = set()
    for pattern in (resolver or get_resolver()).url_patterns:
        route = under + str(pattern.pattern)
        found |= routes(pattern, route) if isinstance(pattern, URLResolver) else {route}
    return found


class World:
    """A story with something of everything, made by a reporter; and whoever goes there."""

    def __init__(self) -> None:
        self.people = {str(role): make.user(role, str(role)) for role in UserRole}
        by = self.people["reporter"]
        made = one_of_each(by)
        self.by_label = {model._meta.label_lower: row for model, row in made.items()}
        story, article = self.by_label["newsroom.story"], self.by_label["newsroom.article"]
        link, comment = self.by_label["annotations.link"], make.comment(self.by_label["annotations.highlight"], by=by)
        free, withdrawn = (make.highlight(article, words, by=by) for words in ("The minister", "the speech"))
        withdraw_highlight(withdrawn, by=by)
        batch = hand_in([("report.txt", b"A report nobody has yet.")], by=by, story=story)
        revised = make.article("Rain fell on Bali and Java all day.", story=story, by=by)
        changed = make.highlight(revised, "Rain fell on Bali and Java all day", by=by)
        make.revision(revised, "Rain fell on Bali and Java all night.", by=by)
        changed.refresh_from_db()
        names = {
            "revised": revised.pk,
            "changed": changed.pk,
            "changed_at": changed.anchor_id,
            "story": story.slug,
            "article": article.pk,
            "article_slug": article.slug,
            "revision": article.current_id,
            "batch": batch.pk,
            "tag": self.by_label["annotations.tag"].pk,
            "claim": self.by_label["annotations.claim"].pk,
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
        }
        self.ids = {f"{{{name}}}": str(value) for name, value in names.items()}
        self.ids |= {f"{{{label}}}": str(row.pk) for label, row in self.by_label.items()}
        self.sessions = {role: _session(user) for role, user in self.people.items()}

    def fill(self, text: str) -> str:
        """`text` with the ids of this world's rows in the place of their names."""
        for name, value in self.ids.items():
            text = text.replace(name, value)
        return text

    def sent(self, address: str) -> dict[str, Any]:
        return {name: self.fill(value) for name, value in SENT.get(address, {}).items()}

    def look(self, role: str, address: str, **options: Any) -> HttpResponse:
        """What `role` gets at `address`, to the end of what is streamed."""
        response = self._client(role).get(self.fill(address), **options)
        response.getvalue()
        return response

    def go(
        self, role: str, row: Row, sent: dict[str, Any] | None = None, *, checked: bool = False, **options: Any
    ) -> HttpResponse:
        """The same for a row of the table, sending `sent` (what the table says where none is given). All is undone.

        The forms' token is asked for where it is to be `checked`.
        """
        with transaction.atomic():
            if row.method == "POST":
                sent = self.sent(row.address) if sent is None else sent
                response = self._client(role, checked).post(self.fill(row.address), sent, **options)
            else:
                response = self.look(role, row.address, data=sent, **options)
            transaction.set_rollback(True)
        return response

    def _client(self, role: str, checked: bool = False) -> Client:
        client = Client(enforce_csrf_checks=checked, raise_request_exception=False)
        if role in self.sessions:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[role]
        return client


def _session(user: User) -> str:
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value
