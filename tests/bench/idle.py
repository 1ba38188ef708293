"""Measure the memory of the server while nobody uses it."""

from collections.abc import Iterator

from tests.bench.figures import RUNS, Figure
from tests.fresh_sites import fresh_site
from tests.serving import STORY, Person

#: The number of pages opened before, so that both workers have loaded what they need.
OPENED = 20


def measure(database: str) -> Iterator[Figure]:
    held = []
    with fresh_site(database) as site:
        for _ in range(RUNS):
            site.start()
            for _ in range(OPENED):
                person = Person(site.port)
                person.get("/sign-in/")
                person.close()
            person = Person(site.port)
            person.sign_in("reporter", site.password)
            for path in ("/", f"/stories/{STORY}/", f"/stories/{STORY}/desk/", "/articles/"):
                person.get(path)
            person.close()
            held.append(site.memory())
            site.stop()
    yield Figure("idle server, all its processes", tuple(held), "MB", doccano="939 MB", label_studio="277 MB")
