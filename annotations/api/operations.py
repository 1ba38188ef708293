"""Declare operations of the API, with the answers that the OpenAPI document promises."""

from collections.abc import Callable
from typing import Any

from ninja import Router
from pydantic import BaseModel, ConfigDict

from annotations.api.acting import KEY_HEADER, LONGEST_KEY, Act, act
from newsroom.roles import TokenScope, UserRole


class RecordAnswer(BaseModel):
    """A record: its `id`, and the columns that the export of its kind has."""

    model_config = ConfigDict(extra="allow")
    id: Any


class Problem(BaseModel):
    """An error (RFC 9457). `detail` says what is wrong, and usually what to do."""

    type: str
    title: str
    status: int
    detail: str


_REFUSALS = frozenset({400, 401, 403, 404, 409, 412, 413, 422, 428, 429})
#: All operations. There is one router, because a path with GET and POST must belong to one.
router = Router()
ANSWERS: dict[Any, Any] = {200: RecordAnswer, 201: RecordAnswer, 204: None, _REFUSALS: Problem}

_PARAMETERS = [
    {
        "name": KEY_HEADER,
        "in": "header",
        "schema": {"type": "string", "maxLength": LONGEST_KEY},
        "description": "Any text. The same request with the same key is done once.",
    }
]
_IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "schema": {"type": "string"},
    "description": "The ETag of the record that you have seen. Without it the answer is 428.",
}


def acts(
    tag: str,
    address: str,
    *,
    role: UserRole = UserRole.REPORTER,
    scope: TokenScope = TokenScope.WRITE,
    if_match: bool = False,
) -> Callable[[Act], Act]:
    """Return a decorator that makes a function the POST operation at `address`.

    `tag` names the group in which the operation is shown. `role` is the lowest role that may do the act at
    all; the action may ask more of the person. With `if_match`, the document of the API says that the header
    `If-Match` is needed; the function itself checks it.
    """
    parameters = [*_PARAMETERS, _IF_MATCH] if if_match else _PARAMETERS

    def decorate(function: Act) -> Act:
        guarded = act(scope, role)(function)
        router.add_api_operation(
            address,
            ["POST"],
            guarded,
            response=ANSWERS,
            tags=[tag],
            summary=function.__name__.replace("_", " ").capitalize(),
            openapi_extra={"parameters": parameters, "x-scope": str(scope), "x-role": str(role)},
        )
        return guarded

    return decorate
