"""Measure pages within one process of the site: the time of each, and the number of queries.

As a program (`python -m tests.bench.inside`, in the site's environment) it reads JSON lines `{path, fields,
times}`. It sends each request as a signed-in curator through the WSGI application (with `fields` as htmx
posts), and prints a line of figures. Other programs call `ask`.
"""

import json
import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.serving import ROOT, Site

#: Statements that are not counted as queries: those that begin and end transactions and savepoints.
_FRAMES = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A request that is sent once to warm up, and then `times` times."""

    path: str
    fields: Mapping[str, Any] | None = None
    times: int = 3


@dataclass(frozen=True, slots=True)
class PageTiming:
    """What a request took, each time in ms.

    `wall` is the time by the clock, `cpu` the CPU time of this process, and `first` the time until the
    first part of the answer.
    """

    status: int
    queries: int
    size: int
    wall: tuple[float, ...]
    cpu: tuple[float, ...]
    first: tuple[float, ...]


def ask(site: Site, asked: Iterable[PageRequest]) -> list[PageTiming]:
    """Send the requests in a process of the site, and return what each took.

    Raises `RuntimeError` if an answer has another status than 200.
    """
    requests = list(asked)
    lines = "".join(
        json.dumps({"path": a.path, "fields": a.fields, "times": a.times}) + "\n" for a in requests
    )
    command = [sys.executable, "-m", "tests.bench.inside"]
    run = subprocess.run(
        command, input=lines, cwd=ROOT, env=site.environment, stdout=subprocess.PIPE, text=True, check=True
    )
    told = [
        PageTiming(
            **{
                name: tuple(value) if isinstance(value, list) else value
                for name, value in json.loads(line).items()
            }
        )
        for line in run.stdout.splitlines()
    ]
    for request, answer in zip(requests, told, strict=True):
        if answer.status != 200:
            raise RuntimeError(f"{request.path} answered {answer.status}.")
    return told


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.config.settings")
    django.setup()
    logging.disable(logging.INFO)
    from django.core.wsgi import get_wsgi_application
    from django.db import connection

    application = get_wsgi_application()
    cookie = _signed_in("curator")
    queries: list[str] = []

    def counted(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if not sql.startswith(_FRAMES):
            queries.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(counted):
        for asked in map(json.loads, sys.stdin):
            answers = []
            for _ in range(1 + asked["times"]):
                queries.clear()
                answers.append(_answered(application, asked, cookie))
            told = {"status": answers[-1]["status"], "queries": len(queries), "size": answers[-1]["size"]}
            told |= {name: [answer[name] for answer in answers[1:]] for name in ("wall", "cpu", "first")}
            print(json.dumps(told), flush=True)


def _answered(application: Any, asked: Mapping[str, Any], cookie: str) -> dict[str, Any]:
    """Send one request through the WSGI application, read its answer to the end, and return the figures."""
    environ, heads = _environ(asked, cookie), []
    clock, cpu = time.perf_counter(), time.process_time()
    body = application(environ, lambda status, headers: heads.append(status))
    parts = iter(body)
    size = len(next(parts, b""))
    first = time.perf_counter() - clock
    size += sum(map(len, parts))
    took = {"wall": time.perf_counter() - clock, "cpu": time.process_time() - cpu, "first": first}
    body.close()
    return {
        "status": int(heads[0].split()[0]),
        "size": size,
        **{name: 1000 * value for name, value in took.items()},
    }


def _environ(asked: Mapping[str, Any], cookie: str) -> dict[str, Any]:
    from django.test import RequestFactory

    factory = RequestFactory(headers={"host": "127.0.0.1", "cookie": cookie})
    if asked["fields"] is None:
        return factory.get(asked["path"]).environ
    token = cookie.rpartition("=")[2]
    return factory.post(
        asked["path"], asked["fields"], headers={"hx-request": "true", "x-csrftoken": token}
    ).environ


def _signed_in(name: str) -> str:
    """Return the cookie header of a browser in which the person has signed in."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client()
    client.force_login(get_user_model().objects.get(username=name))
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    return f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={'a' * 32}"


if __name__ == "__main__":
    main()
