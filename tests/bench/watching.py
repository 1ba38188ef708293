"""Measure what desks cost the server that are open while nothing happens: 200 of them, of 200 people."""

import asyncio
import re
import time
from collections.abc import Iterator

from tests.bench.figures import RUNS, Figure
from tests.fresh_sites import fresh_site
from tests.serving import HOST

DESKS, AT_ONE_STORY, SECONDS, PAUSE, BEAT = 200, 10, 20.0, 1.8, 9.0
#: Code that runs on the site and prints a token for the desk of the story for each of so many new people.
TOKENS = f"""
from annotations.views.open_desk.pulse import token_for
from newsroom.actions.stories import add_articles, make_story
from newsroom.models import Article, User
articles = list(Article.objects.all())
curator = User.objects.get(username="curator")
for number in range({DESKS}):
    if number % {AT_ONE_STORY} == 0:
        story = make_story(title=f"Story {{number}}", by=curator)
        add_articles(story, articles, by=curator)
    print("token", token_for(story, User.objects.create(username=f"desk{{number}}")))
"""


def measure(database: str) -> Iterator[Figure]:
    with fresh_site(database) as site:
        tokens = re.findall(r"^token (\S+)$", site.command("shell", "-c", TOKENS), re.MULTILINE)
        site.start()
        for keeps in (True, False):
            shares, late = [], []
            for _ in range(RUNS):
                before, began = site.cpu(), time.monotonic()
                taken = asyncio.run(_watch(site.port, tokens, keeps=keeps))
                shares.append(100 * (site.cpu() - before) / (time.monotonic() - began))
                late.append(1000 * sorted(taken)[int(0.95 * len(taken))])
            how = "one connection each" if keeps else "a new connection each time"
            yield Figure(f"{DESKS} idle desks, {how}: of one core", tuple(shares), "%", at_most=15)
            yield Figure(f"{DESKS} idle desks, {how}: p95 of an answer", tuple(late), "ms", at_most=200)


async def _watch(port: int, tokens: list[str], *, keeps: bool) -> list[float]:
    """Let each desk ask every `PAUSE` seconds for `SECONDS`, and return how long each answer took."""
    until = time.monotonic() + SECONDS
    desks = [
        _desk(port, token, number * PAUSE / len(tokens), until, keeps=keeps)
        for number, token in enumerate(tokens)
    ]
    return [taken for times in await asyncio.gather(*desks) for taken in times]


async def _desk(port: int, token: str, delay: float, until: float, *, keeps: bool) -> list[float]:
    await asyncio.sleep(delay)
    times: list[float] = []
    state, connection, beaten = "", None, -BEAT
    while time.monotonic() < until:
        began = time.monotonic()
        connection = connection or await asyncio.open_connection(HOST, port)
        reader, writer = connection
        beats = began - beaten >= BEAT
        beaten = began if beats else beaten
        lines = [
            "POST /desk/pulse/ HTTP/1.1",
            f"Host: {HOST}",
            f"Desk-Token: {token}",
            f"Desk-State: {state}",
        ]
        lines += ["Desk-Beat: 1"] if beats else []
        lines += ["Content-Length: 0", f"Connection: {'keep-alive' if keeps else 'close'}", "", ""]
        writer.write("\r\n".join(lines).encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = re.search(r"content-length: (\d+)", head, re.IGNORECASE)
        body = await reader.readexactly(int(length[1])) if length else b""
        if b'"state"' in body:
            state = body.decode().split('"state": "')[1].split('"')[0]
        elif " 204 " not in head.split("\r\n")[0]:
            raise RuntimeError(head)
        if not keeps:
            writer.close()
            connection = None
        times.append(time.monotonic() - began)
        await asyncio.sleep(PAUSE - (time.monotonic() - began))
    if connection:
        connection[1].close()
    return times
