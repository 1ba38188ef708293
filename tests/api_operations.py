"""List every operation of the API that writes: the lowest role and scope that it takes, and a body that is
accepted.

Names in braces stand for rows of `tests.world.World`. A new operation needs a row.
"""

import json
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.test import Client

from newsroom.roles import TokenScope, UserRole
from tests import make
from tests.world import World

TABLE = """
/articles                                  reporter  write
/articles/{article}/revisions              reporter  write
/articles/{article}/masthead               reporter  write
/stories                                   reporter  write
/stories/{newsroom.story}/change           reporter  write
/stories/{newsroom.story}/articles         reporter  write
/stories/{newsroom.story}/undo             reporter  write
/stories/{newsroom.story}/redo             reporter  write
/annotations                               reporter  write
/annotations/{highlight}/description       reporter  write
/annotations/{highlight}/teller            reporter  write
/annotations/{highlight}/edges             reporter  write
/annotations/{highlight}/tags              reporter  write
/annotations/{annotations.highlight}/untag  reporter  write
/annotations/{free}/withdraw               reporter  write
/annotations/{withdrawn}/restore           reporter  write
/annotations/{highlight}/comments          reporter  write
/annotations/{highlight}/copies            reporter  write
/comments/{comment}/withdraw               reporter  write
/claims                                    reporter  write
/claims/{claim}/reword                     reporter  write
/claims/{claim}/settle                     editor    write
/claims/{claim}/status                     reporter  write
/claims/{claim}/withdraw                   reporter  write
/claims/{withdrawn_claim}/restore          reporter  write
/claims/{claim}/comments                   reporter  write
/evidence                                  reporter  write
/evidence/{evidence}/change                reporter  write
/evidence/{evidence}/withdraw              reporter  write
/evidence/{evidence}/restore               reporter  write
/links                                     reporter  write
/links/{link}/change                       reporter  write
/links/{link}/withdraw                     reporter  write
/links/{link}/restore                      reporter  write
/silences                                  reporter  write
/silences/{annotations.silence}/withdraw   reporter  write
/independences                             editor    write
/tags                                      reporter  write
/tags/{tag}/change                         editor    write
/tags/{tag}/merge                          curator   curate
/outlets/{newsroom.outlet}/merge           curator   curate
/origins/{origin}/decide                   editor    write
/origins/{origin}/rename                   editor    write
/origins/{origin}/split                    editor    write
"""

BODIES: dict[str, dict[str, Any]] = {
    "/articles": {"text": "Rain fell on Java all night.", "title": "Rain", "story": "{story}"},
    "/articles/{article}/revisions": {"text": "The minister left before the speech ended.", "anyway": True},
    "/articles/{article}/masthead": {"title": "Another title"},
    "/stories": {"title": "The walk-out", "starts_on": "2022-07-08"},
    "/stories/{newsroom.story}/change": {"title": "The walk-out"},
    "/stories/{newsroom.story}/articles": {"articles": ["#{article}"]},
    "/annotations": {"article": "#{article}", "exact": "before the", "tags": ["claims/time"], "note": "So."},
    "/annotations/{highlight}/description": {"note": "Seen.", "attribution": "an official"},
    "/annotations/{highlight}/teller": {"teller": "Kyodo"},
    "/annotations/{highlight}/edges": {"start": 0, "end": 3, "exact": "The"},
    "/annotations/{highlight}/tags": {"tag": "claims/time"},
    "/annotations/{annotations.highlight}/untag": {"tag": "{tag_path}"},
    "/annotations/{highlight}/comments": {"body": "Are we sure?"},
    "/annotations/{highlight}/copies": {"article": "#{other_article}"},
    "/claims": {"story": "{story}", "statement": "He left early."},
    "/claims/{claim}/reword": {"statement": "He left before the speech."},
    "/claims/{claim}/settle": {"verdict": "true", "rationale": "So.", "all_the_same": True},
    "/claims/{claim}/status": {"status": "checking"},
    "/claims/{claim}/comments": {"body": "Are we sure?"},
    "/evidence": {"claim": "{claim_of_three}", "annotation": "{free}", "relation": "context"},
    "/evidence/{evidence}/change": {"relation": "context", "note": "Before."},
    "/links": {"source": "{free}", "target": "{other}", "relation": "contradicts", "aspect": "time"},
    "/links/{link}/change": {"relation": "contradicts", "aspect": "time"},
    "/silences": {"claim": "{claim}", "article": "#{revised}"},
    "/independences": {
        "claim": "{claim_of_three}",
        "one": "#{revised}",
        "other": "#{other_article}",
        "reason": "So.",
    },
    "/tags": {"tag": "brand/new", "definition": "What it means.", "colour": "teal"},
    "/tags/{tag}/change": {"definition": "What it means."},
    "/tags/{tag}/merge": {"into": "#{tag}"},
    "/outlets/{newsroom.outlet}/merge": {"into": "#{newsroom.outlet}"},
    "/origins/{origin}/decide": {"state": "confirmed", "reason": "The same text."},
    "/origins/{origin}/rename": {"name": "Reuters"},
    "/origins/{origin}/split": {
        "articles": ["#{other_article}"],
        "name": "Reuters",
        "reason": "Another text.",
    },
}


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation that writes, with the lowest role and the lowest scope that it takes."""

    address: str
    role: UserRole
    scope: TokenScope

    def admits(self, role: UserRole, scope: TokenScope) -> bool:
        scopes = list(TokenScope)
        return role.rank >= self.role.rank and scopes.index(scope) >= scopes.index(self.scope)


def operations() -> list[Operation]:
    rows = [line.split() for line in TABLE.strip().splitlines()]
    return [Operation(address, UserRole(role), TokenScope(scope)) for address, role, scope in rows]


class Program:
    """A program with a token of `person`, which sends requests to the API."""

    def __init__(self, person: Any, scope: TokenScope = TokenScope.WRITE) -> None:
        _, self.secret = make.token(person, scope)
        self.client = Client(raise_request_exception=False)

    def get(self, address: str, **headers: str) -> HttpResponse:
        return self.client.get(f"/api{address}", headers=self._headers(headers))

    def post(self, address: str, body: Any = None, **headers: str) -> HttpResponse:
        """Send a body as JSON. A body of bytes is sent as it is."""
        raw = body if isinstance(body, bytes) else json.dumps({} if body is None else body)
        return self.client.post(
            f"/api{address}", raw, content_type="application/json", headers=self._headers(headers)
        )

    def _headers(self, headers: dict[str, str]) -> dict[str, str]:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return {"Authorization": f"Bearer {self.secret}", **named}


def filled(world: World, value: Any) -> Any:
    """Return a body with the ids of the world's rows. A text that begins with `#` becomes a number."""
    if isinstance(value, dict):
        return {name: filled(world, part) for name, part in value.items()}
    if isinstance(value, list):
        return [filled(world, part) for part in value]
    if isinstance(value, str) and value.startswith("#"):
        return int(world.fill(value[1:]))
    return world.fill(value) if isinstance(value, str) else value


def send(world: World, program: Program, operation: Operation) -> HttpResponse:
    """Send the body of the table, and roll back what was written."""
    body = filled(world, BODIES.get(operation.address, {}))
    with world.undone():
        return program.post(world.fill(operation.address), body, If_Match="*")
