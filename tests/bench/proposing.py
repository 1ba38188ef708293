"""Measure how well the story of an article is proposed, with a labelled set kept elsewhere.

    python -m tests.bench.proposing POOL.jsonl

A row of the pool is a sentence `{id, doc, group, text}`: `doc` is its article and `group` its event. Two
events of one number (`10a`, `10b`) are similar and yet different. The articles are imported into a new
database. Three measurements follow:

* *Each event a story*: three articles of each event make its story, and every other article gets a proposal.
* *One of two*: only one of two similar events has a story, and articles of the other must get no proposal.
* *One by one*: articles come in any order. An article with a proposal goes into that story, any other opens a
  new story. Judged are the pairs of articles in one story, as for a clustering.

The articles of the pool are a few sentences long and have no day. So everything is also measured with
articles that are three times as long (three articles of one event put together, one of which makes a story),
and with days that are made up: the events within two years, their articles some days later.
"""

import json
import logging
import os
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

NAMES = ("each event a story", "one of two", "one by one")


@dataclass(slots=True)
class Figures:
    """The numbers of proposals that were due (`asked`), that were made (`said`), and that are right."""

    asked: int = 0
    said: int = 0
    right: int = 0

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.said), self.right / max(1, self.asked)
        f1 = 2 * self.right / max(1, self.asked + self.said)
        return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"


@dataclass(slots=True)
class Pool:
    """Articles by name: their event, their text and, if it is made up, the day on which they appeared."""

    events: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    filling: int = 3  # articles that make a story

    def of(self, event: str) -> list[str]:
        return [name for name, own in self.events.items() if own == event]


def pool_of(rows: Iterable[Mapping[str, str]], *, joined: int, dated: bool) -> Pool:
    """Return a pool in which `joined` articles of one event are put together as one article.

    If `dated`, the articles have days that are made up.
    """
    docs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        docs[row["group"], row["doc"]].append(row["text"])
    chance = random.Random(joined)  # noqa: S311  (a measurement that can be repeated)
    names = sorted(docs)
    chance.shuffle(names)
    pool = Pool(filling=3 // joined)
    for event in sorted({event for event, _ in names}):
        own = [name for name in names if name[0] == event]
        began = date(2021, 1, 1) + timedelta(days=chance.randrange(730))
        for at in range(0, len(own) - joined + 1, joined):
            name = own[at][1]
            pool.events[name] = event
            pool.texts[name] = "\n\n".join(text for one in own[at : at + joined] for text in docs[one])
            if dated:
                pool.days[name] = began + timedelta(days=int(chance.expovariate(0.5)))
    return pool


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    for joined in (1, 3):
        for dated in (False, True):
            pool = pool_of(rows, joined=joined, dated=dated)
            length = sum(len(text.split()) for text in pool.texts.values()) / len(pool.texts)
            print(
                f"{len(pool.texts)} articles of {length:.0f} words, {'days made up' if dated else 'undated'}"
            )
            started = time.perf_counter()
            for name, figures in zip(NAMES, _apart(pool), strict=True):
                print(f"  {name:20} {figures}")
            print(f"  in {time.perf_counter() - started:.0f} s", flush=True)


def _apart(pool: Pool) -> tuple[Figures, ...]:
    """Measure the pool in a process of its own, which makes its own database."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        with tempfile.TemporaryDirectory() as folder, os.fdopen(writing, "w") as told:
            url = os.environ.get("BENCH_DATABASE_URL") or f"sqlite:///{folder}/bench.sqlite3"
            os.environ.update(DEBUG="1", NEWSROOM_VAR=folder, DATABASE_URL=url)
            json.dump([[one.asked, one.said, one.right] for one in _measured(pool)], told)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        answer = told.read()
    os.waitpid(child, 0)
    return tuple(Figures(*one) for one in json.loads(answer))


def _measured(pool: Pool) -> list[Figures]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.config.settings")
    import django

    django.setup()
    logging.disable(logging.INFO)
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    desk = Desk(pool)
    return [filled(desk, one_of_two=False), filled(desk, one_of_two=True), one_by_one(desk)]


class Desk:
    """The pool's articles in the database, and stories that are emptied before each measurement."""

    def __init__(self, pool: Pool) -> None:
        from newsroom.actions.imports.importing import import_article
        from newsroom.actions.people.accounts import importer
        from newsroom.text.pipeline import SourceDetails

        self.pool, self.by, self.stories = pool, importer(), Counter[str]()
        self.articles: dict[str, Any] = {}
        for name, text in pool.texts.items():
            day = pool.days.get(name)
            details = SourceDetails(external_id=name, published=day.isoformat() if day else None)
            self.articles[name] = import_article(
                text.encode(), name=name, details=details, by=self.by
            ).revision.article

    def empty(self) -> None:
        from newsroom.models import Activity, Story, StoryArticle

        StoryArticle.objects.all().delete()
        Story.objects.exclude(pk__in=Activity.objects.values("story")).delete()

    def story(self, names: Sequence[str]) -> int:
        from newsroom.models import Story

        self.stories["made"] += 1
        number = self.stories["made"]
        story = Story.objects.create(slug=f"story-{number}", title=f"Story {number}", created_by=self.by)
        for name in names:
            self.put(name, story.pk)
        return int(story.pk)

    def put(self, name: str, story: int) -> None:
        from newsroom.models import StoryArticle

        StoryArticle.objects.create(story_id=story, article=self.articles[name], added_by=self.by)

    def proposed(self, name: str) -> int | None:
        from newsroom.queries.proposals import proposals_for

        article = self.articles[name].pk
        found = proposals_for([article]).get(article)
        return int(found.story.pk) if found else None


def filled(desk: Desk, *, one_of_two: bool) -> Figures:
    desk.empty()
    pool, figures = desk.pool, Figures()
    chance = random.Random(1)  # noqa: S311
    stories: dict[str, int] = {}
    asked: list[str] = []
    alone = {event[:-1]: chance.choice("ab") for event in sorted(set(pool.events.values()))}
    for event in sorted(set(pool.events.values())):
        own = pool.of(event)
        if one_of_two and event[-1] == alone[event[:-1]]:
            asked += own
        elif len(own) > pool.filling:
            stories[event] = desk.story(own[: pool.filling])
            asked += own[pool.filling :]
    for name in asked:
        told, own_story = desk.proposed(name), stories.get(pool.events[name])
        figures.asked += own_story is not None
        figures.said += told is not None
        figures.right += told is not None and told == own_story
    return figures


def one_by_one(desk: Desk) -> Figures:
    desk.empty()
    names = sorted(desk.pool.events)
    random.Random(2).shuffle(names)  # noqa: S311
    names.sort(key=lambda name: desk.pool.days.get(name, date.min))
    groups: dict[int, list[str]] = defaultdict(list)
    for name in names:
        story = desk.proposed(name)
        if story is None:
            story = desk.story([name])
        else:
            desk.put(name, story)
        groups[story].append(desk.pool.events[name])
    right = sum(_pairs(number) for group in groups.values() for number in Counter(group).values())
    said = sum(_pairs(len(group)) for group in groups.values())
    return Figures(sum(map(_pairs, Counter(desk.pool.events.values()).values())), said, right)


def _pairs(number: int) -> int:
    return number * (number - 1) // 2


if __name__ == "__main__":
    main()
