"""Serve a site whose database gets into trouble, and ask what people are told."""

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from threading import Thread

from tests.load.drawing import Passage, acknowledged, draw, fill, passages, revisions
from tests.serving import STORY, Answer, Person, Site

#: The seconds within which everybody must get an answer, whatever the state of the database.
SOON = 10.0


class Desk:
    """A reporter at a desk of the site, with passages that nobody has drawn yet."""

    def __init__(self, site: Site) -> None:
        self.site = site
        texts = fill(site, articles=2, words=200)
        site.start()
        self.person = Person(site.port)
        self.person.sign_in("reporter", site.password)
        self.drawing: Iterator[Passage] = islice(passages(texts, revisions(self.person, list(texts))), 1_000)
        self.person.get(f"/stories/{STORY}/desk/")

    def draw(self) -> Answer:
        return draw(self.person, next(self.drawing))

    def drawn(self) -> bool:
        """Draw one passage, and return whether it was acknowledged."""
        return bool(acknowledged(self.draw()))

    def read(self) -> int:
        return self.person.get("/articles/").status

    def health(self) -> int:
        with closing(Person(self.site.port)) as watcher:
            return watcher.get("/healthz").status

    def sign_in(self) -> int:
        """Let somebody else try to sign in, and return the status of the answer."""
        with closing(Person(self.site.port)) as somebody:
            somebody.get("/sign-in/")
            return somebody.post("/sign-in/", {"username": "editor", "password": self.site.password}).status


def answered_soon(*acts: Callable[[], object]) -> list[object]:
    """Start all acts at once, and return what they return. Fails if one of them takes longer than `SOON`."""
    answers: list[object] = [None] * len(acts)

    def run(place: int, act: Callable[[], object]) -> None:
        answers[place] = act()

    threads = [Thread(target=run, args=(place, act)) for place, act in enumerate(acts)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - began
    assert took < SOON, f"The answers took {took:.1f} s."
    return answers


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """Mount a disk of this size in memory at `folder` (on Linux, as root)."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
