"""Let several people draw highlights at once, through the page's own request, each
with a session of their own.
"""

import http.client
import json
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count, islice
from threading import Event, Thread

from tests.serving import STORY, Answer, Person, Site

ARTICLES, WORDS = 40, 600
WRITERS = 8
#: The most words by which a passage is longer than the shortest, and the number of passages for one turn.
MOST_WORDS, MOST_DRAWN = 20, 20_000
#: Accounts of the sample desk that may draw.
NAMES = ("reporter", "editor", "curator")


@dataclass(frozen=True, slots=True)
class Passage:
    """A selection in an article's current revision, in code points, with its words."""

    article: int
    revision: int
    start: int
    end: int
    quote: str


@dataclass(slots=True)
class WriterAnswers:
    """The answers that one writer got.

    `acknowledged` holds the highlights by id, `seconds` the duration of each answer, `refused` answers of
    another kind, and `cut_off` the errors of broken connections.
    """

    acknowledged: dict[str, Passage] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    cut_off: list[str] = field(default_factory=list)


def fill(site: Site, *, articles: int = ARTICLES, words: int = WORDS) -> dict[int, str]:
    """Import `articles` reports of `words` words each into the sample story, and return their
    texts by id of the article.
    """
    folder = site.var / "reports"
    folder.mkdir()
    for number in range(articles):
        (folder / f"report-{number}.txt").write_text(report(number, words), encoding="utf-8")
    lines = site.command("import_articles", str(folder), "--story", STORY, "--json").splitlines()
    return {line["article"]: line["text"] for line in map(json.loads, lines)}


def report(number: int, words: int) -> str:
    """Return the text of one report: a headline, and paragraphs of 60 words, no two of which are the same."""
    told = [f"word{number}n{place}" for place in range(words)]
    paragraphs = [" ".join(told[at : at + 60]).capitalize() + "." for at in range(0, words, 60)]
    return "\n\n".join([f"Report number {number} of the meeting", *paragraphs]) + "\n"


def passages(texts: dict[int, str], revisions: dict[int, int]) -> Iterator[Passage]:
    """Yield passages of at least four words, no two of which are the same.

    They come from each article in turn, and from all parts of it.
    """
    words = {article: list(re.finditer(r"\S+", text)) for article, text in texts.items()}
    for turn in count():
        for article, text in texts.items():
            longer, step = divmod(turn, len(words[article]) - MOST_WORDS)
            # A step that has no factor in common with the number of places reaches each of them.
            first = next(n for n in (37, 41, 43) if (len(words[article]) - MOST_WORDS) % n) * step
            first %= len(words[article]) - MOST_WORDS
            start, end = words[article][first].start(), words[article][first + 3 + longer].end()
            yield Passage(article, revisions[article], start, end, text[start:end])


def revisions(person: Person, articles: Sequence[int]) -> dict[int, int]:
    """Return the id of the current revision of each article, as the desk shows it."""
    path = f"/stories/{STORY}/desk/?read="
    pages = {article: person.get(f"{path}{article}").body for article in articles}
    return {article: int(re.findall(r'data-revision="(\d+)"', page)[0]) for article, page in pages.items()}


def draw(person: Person, passage: Passage) -> Answer:
    """Draw the passage with the request that the selection bar sends, and return the answer."""
    fields = {"story": STORY, "revision": passage.revision, "start": passage.start, "end": passage.end}
    path = f"/stories/{STORY}/desk/draw/"
    return person.post(path, {**fields, "quote": passage.quote, "act": "highlight"}, htmx=True)


def acknowledged(answer: Answer) -> str:
    """Return the id of the highlight that the answer says was drawn, or an empty string if it says none."""
    return answer.headers.get("Highlight-Id", "")


class Writers:
    """Several people who draw passages on a served site, until the `with` block ends.

    There are `number` people, and each draws passages of their own. Another `turn` gives other passages. A
    person whose connection breaks stops.
    """

    def __init__(self, site: Site, texts: dict[int, str], *, turn: int = 0, number: int = WRITERS) -> None:
        self.people = [Person(site.port) for _ in range(number)]
        for place, person in enumerate(self.people):
            person.sign_in(NAMES[place % len(NAMES)], site.password)
        found = revisions(self.people[0], list(texts))
        drawing = list(islice(passages(texts, found), MOST_DRAWN * turn, MOST_DRAWN * (turn + 1)))
        self.drawn = [WriterAnswers() for _ in self.people]
        self.enough = Event()
        self.seconds = 0.0
        self.threads = [
            Thread(target=self._work, args=(person, drawing[place::number], self.drawn[place]))
            for place, person in enumerate(self.people)
        ]

    def __enter__(self) -> "Writers":
        self.seconds = -time.monotonic()
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.enough.set()
        for thread in self.threads:
            thread.join()
        self.seconds += time.monotonic()

    def work(self, seconds: float) -> None:
        """Wait for `seconds` while they work, or until all have stopped."""
        deadline = time.monotonic() + seconds
        for thread in self.threads:
            thread.join(max(0.0, deadline - time.monotonic()))

    def _work(self, person: Person, drawing: Sequence[Passage], drawn: WriterAnswers) -> None:
        with closing(person):
            try:
                person.get(f"/stories/{STORY}/desk/")  # carries the token that drawing sends
                for passage in drawing:
                    if self.enough.is_set():
                        return
                    began = time.perf_counter()
                    answer = draw(person, passage)
                    drawn.seconds.append(time.perf_counter() - began)
                    if name := acknowledged(answer):
                        drawn.acknowledged[name] = passage
                    else:
                        drawn.refused.append(f"{answer.status}: {answer.body.strip()[:300]}")
            except (OSError, http.client.HTTPException) as error:
                drawn.cut_off.append(repr(error))
