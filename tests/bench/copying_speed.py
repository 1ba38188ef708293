"""What finding copies costs as articles grow in number.

    python -m tests.bench.copying_speed [ARTICLES ...]        (1000 and 10000 where none are named)

On the database of `BENCH_DATABASE_URL`, or an SQLite file made for the purpose and thrown away. Articles are as long as
those of `finding_speed`; one in ten is a copy of another with one word in twenty replaced and a third of its end cut.
Each size is filled up by the thousand, then 200 more articles are taken in as an import does it. Reported: rows of the
index for an article, milliseconds that copying adds to an import by the clock and of CPU (p50, p95 each), seconds and
pairs of `find_copies`.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from functools import cache
from itertools import accumulate
from pathlib import Path

from tests.bench.finding_speed import LEXICON, SENTENCES, SYLLABLES, WORDS, _revision, _spread

ROOT = Path(__file__).resolve().parent.parent.parent
IMPORTS, COPIED = 200, 10


@cache
def lexicon() -> tuple[list[str], list[float]]:
    """Words, and their summed frequencies by Zipf's law."""
    chance = random.Random(0)  # noqa: S311  (the same texts each time, not secrets)
    words = ["".join(chance.choice(SYLLABLES) for _ in range(2 + n % 3)) for n in range(LEXICON)]
    return words, list(accumulate(1 / (n + 2.7) for n in range(LEXICON)))


def text_of(number: int) -> str:
    """The text of article `number`, the same each time: every tenth is a copy of the article nine before it."""
    words, heights = lexicon()
    chance = random.Random(number)  # noqa: S311
    if number % COPIED == COPIED - 1:
        told = text_of(number - COPIED + 1).split(" ")
        kept = told[: len(told) * 2 // 3]
        return " ".join(chance.choice(words) if chance.random() < 0.05 else word for word in kept)
    told = chance.choices(words, cum_weights=heights, k=SENTENCES * WORDS)
    sentences = (" ".join(told[at : at + WORDS]) for at in range(0, len(told), WORDS))
    return "\n\n".join(f"{sentence.capitalize()}." for sentence in sentences)


def fill(first: int, last: int) -> None:
    """Store and index articles `first` to `last`, without comparing them."""
    from django.db import transaction

    from annotations.actions.copying import index_revisions
    from newsroom.models import Article, Original, Revision, User

    by, _ = User.objects.get_or_create(username="bench", role="reporter")
    original, _ = Original.objects.get_or_create(sha256="0" * 64, defaults={"raw": b".", "size": 1})
    for start in range(first, last, 1_000):
        with transaction.atomic():
            numbers = range(start, min(last, start + 1_000))
            articles = Article.objects.bulk_create(
                Article(title=f"Article {n}", external_id=f"bench-{n}", created_by=by) for n in numbers
            )
            revisions = Revision.objects.bulk_create(
                _revision(article, text_of(number), original, by)
                for article, number in zip(articles, numbers, strict=True)
            )
            for article, revision in zip(articles, revisions, strict=True):
                article.current = revision
            Article.objects.bulk_update(articles, ["current"])
            index_revisions(revisions)


def take_in(first: int) -> tuple[list[float], list[float]]:
    """Milliseconds that each of some more articles takes, copies among them: by the clock, and of CPU."""
    from django.db import transaction

    from annotations.actions import copying
    from newsroom.models import Article, Original, User

    by, original = User.objects.get(username="bench"), Original.objects.get()
    took, worked = [], []
    for number in range(first, first + IMPORTS):
        with transaction.atomic():
            article = Article.objects.create(title=f"Article {number}", external_id=f"bench-{number}", created_by=by)
            revision = _revision(article, text_of(number), original, by)
            revision.save()
            article.current = revision
            article.save()
            started, began = time.perf_counter(), time.process_time()
            copying.take_in(revision, None, by=by)
            took.append(1000 * (time.perf_counter() - started))
            worked.append(1000 * (time.process_time() - began))
    return took, worked


def main() -> None:
    sizes = sorted(map(int, sys.argv[1:])) or [1_000, 10_000]
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault(
            "DATABASE_URL", os.environ.get("BENCH_DATABASE_URL") or f"sqlite:///{folder}/bench.sqlite3"
        )
        os.environ |= {"DEBUG": "1", "NEWSROOM_VAR": folder, "DJANGO_SETTINGS_MODULE": "newsroom.config.settings"}
        subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, check=True)
        import django

        django.setup()
        from django.conf import settings

        settings.DEBUG = False  # else Django keeps every query
        settings.LOGGING_CONFIG = None
        report(sizes)


def report(sizes: list[int]) -> None:
    import logging

    from django.db import connection

    from annotations.models import Shingle
    from annotations.queries.copies import pairs
    from newsroom.models import Article

    logging.disable(logging.INFO)
    print(
        f"{connection.vendor}: articles, rows each, ms an import (p50, p95), of CPU (p50, p95), s for all pairs, pairs"
    )
    done = 0
    for size in sizes:
        fill(done, size)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        took, worked = take_in(size)
        done = size + IMPORTS
        rows = Shingle.objects.count() / Article.objects.count()
        started = time.perf_counter()
        found = sum(1 for _ in pairs())
        cost = " ".join(f"{value:7.1f}" for times in (took, worked) for value in _spread(times))
        print(f"{size:9,} {rows:7.0f} {cost} {time.perf_counter() - started:9.1f} {found:9,}", flush=True)


if __name__ == "__main__":
    main()
