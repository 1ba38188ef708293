"""Send odd requests to the site, and judge its answers."""

import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.signals import got_request_exception
from django.http import HttpResponse

from newsroom.roles import UserRole
from tests.fuzz.odd_requests import OddRequest, OddRequests
from tests.world import NO_METHOD, NOBODY, World, rows

#: The seconds that an answer may take.
LONGEST = 4.0
_FIELD = re.compile(r'<(?:input|textarea|select)\b[^>]*\bname="([^"]+)"')
_OPTIONS = re.compile(r'<select\b[^>]*\bname="([^"]+)"[^>]*>(.*?)</select>', re.DOTALL)
_OPTION = re.compile(r'<option value="([^"]*)"')


@dataclass(slots=True)
class Outcome:
    """The result of many requests.

    `statuses` counts the answers by HTTP status, `slowest` is in seconds, and `faults` lists the
    requests by kind of fault.
    """

    statuses: Counter[int] = field(default_factory=Counter)
    slowest: float = 0.0
    faults: dict[str, list[str]] = field(default_factory=dict)

    def add_fault(self, kind: str, request: OddRequest) -> None:
        self.faults.setdefault(kind, []).append(str(request))

    def add(self, other: "Outcome") -> None:
        """Add the results of more requests."""
        self.statuses += other.statuses
        self.slowest = max(self.slowest, other.slowest)
        for kind, requests in other.faults.items():
            self.faults.setdefault(kind, []).extend(requests)


def ask_all(world: World, seed: int, numbers: Iterable[int]) -> Outcome:
    """Send the requests with these numbers to the same world, and judge every answer."""
    requests = OddRequests(world, seed, forms_of(world))
    outcome = Outcome()
    for number in numbers:
        request = requests.make(number)
        with raised() as errors:
            response, seconds = timed_answer(world, request)
        outcome.statuses[response.status_code] += 1
        for fault in faults_of(response, errors):
            outcome.add_fault(f"{request.method} {request.page} {fault}", request)

        if seconds > LONGEST:
            # The machine may have been busy with something else, so only a second time counts.
            _, seconds = timed_answer(world, request)
        if seconds > LONGEST:
            outcome.add_fault(f"{request.method} {request.page} slower than {LONGEST:g} s", request)
        outcome.slowest = max(outcome.slowest, seconds)
    return outcome


def timed_answer(world: World, request: OddRequest) -> tuple[HttpResponse, float]:
    """Send a request, and return the answer and how many seconds it took. All writes are rolled back."""
    began = time.monotonic()
    answered = False
    try:
        with world.undone():
            response = world.ask(
                request.role, request.method, request.address, request.body, dict(request.headers)
            )
        answered = True
    finally:
        if not answered:
            print(f"BROKE OFF: {request}", flush=True)
    return response, time.monotonic() - began


def faults_of(response: HttpResponse, errors: Sequence[BaseException]) -> Iterator[str]:
    if response.status_code >= 500:
        raised_by = ", ".join(_place(error) for error in errors)
        yield f"{response.status_code} {raised_by}"
    if b"Traceback (most recent call last)" in response.getvalue():
        yield "shows a traceback"


@contextmanager
def raised() -> Iterator[list[BaseException]]:
    """Yield a list of the exceptions that no middleware turned into an answer in the block."""
    errors: list[BaseException] = []

    def note(**_: Any) -> None:
        error = sys.exc_info()[1]
        if error is not None:
            errors.append(error)

    got_request_exception.connect(note)
    try:
        yield errors
    finally:
        got_request_exception.disconnect(note)


def forms_of(world: World) -> dict[str, dict[str, Sequence[str]]]:
    """Return the values that may be chosen for each field of the forms on the panel's pages, by address."""
    forms = {}
    for row in rows():
        if row.method == "GET" and row.address.startswith("/admin/") and row.floor not in (NO_METHOD, NOBODY):
            response = world.look(UserRole.CURATOR, row.address)
            if "html" in response.get("Content-Type", ""):
                forms[row.address] = _fields_on(response.getvalue().decode(), world)
    return forms


def _fields_on(page: str, world: World) -> dict[str, Sequence[str]]:
    fields: dict[str, Sequence[str]] = dict.fromkeys(_FIELD.findall(page), ("", "1", "on", "x"))
    for name, options in _OPTIONS.findall(page):
        fields[name] = _OPTION.findall(options)
    if "_selected_action" in fields:
        fields["_selected_action"] = list(world.ids.values())
    return fields


def _place(error: BaseException) -> str:
    """Return the kind of an error, and the innermost line of ours that it came through."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if ".venv" not in frame.filename]
    where = ""
    if frames:
        where = f" at {'/'.join(Path(frames[-1].filename).parts[-3:])}:{frames[-1].lineno}"
    return f"{type(error).__name__}{where}"
