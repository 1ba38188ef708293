"""How quickly passages are found, and how that grows with the number of articles.

    python -m tests.bench.finding_speed [ARTICLES ...]        (1000 and 10000 where none are named)

On the database of `BENCH_DATABASE_URL`, or an SQLite file made for the purpose and thrown away. Articles of 30
sentences of 20 words are made, the words drawn by Zipf's law from 200,000, as in running text. Each size is filled up
through the index's own functions (articles are stored by the thousand: importing 100,000 would take long); then 300
queries of a sentence each are asked: half of them stand somewhere with a third of their words replaced, half stand
nowhere. Reported: seconds to fill, milliseconds to look up and to answer (p50, p95), and the milliseconds of CPU that
an answer takes in this process, which a busy machine stretches less.
"""

import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from statistics import quantiles

SENTENCES, WORDS, LEXICON, QUERIES = 30, 20, 200_000, 200
ROOT = Path(__file__).resolve().parent.parent.parent
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "ol")]


class Lexicon:
    """Words by Zipf's law: the n-th most common is drawn with a probability of about 1 in n."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  (the same texts each time, not secrets)
        self.words = [_spelled(n) for n in range(LEXICON)]
        self.heights = list(accumulate(1 / (n + 2.7) for n in range(LEXICON)))

    def sentences(self, number: int) -> list[str]:
        drawn = self.random.choices(self.words, cum_weights=self.heights, k=number * WORDS)
        return [" ".join(drawn[at : at + WORDS]).capitalize() + "." for at in range(0, len(drawn), WORDS)]


def _spelled(n: int) -> str:
    made = ""
    while True:
        n, syllable = divmod(n, len(SYLLABLES))
        made += SYLLABLES[syllable]
        if not n:
            return made


def fill(first: int, last: int) -> None:
    """Store and index articles `first` to `last`."""
    from django.db import transaction

    from newsroom.models import Article, Original, Revision, User
    from newsroom.search.indexing import index_revisions

    by, _ = User.objects.get_or_create(username="bench")
    original, _ = Original.objects.get_or_create(sha256="0" * 64, defaults={"raw": b".", "size": 1})
    lexicon = Lexicon(first)
    for start in range(first, last, 1_000):
        with transaction.atomic():
            numbers = range(start, min(last, start + 1_000))
            articles = Article.objects.bulk_create(
                Article(title=f"Article {n}", external_id=f"bench-{n}", created_by=by) for n in numbers
            )
            texts = ["\n\n".join(lexicon.sentences(SENTENCES)) for _ in numbers]
            revisions = Revision.objects.bulk_create(
                _revision(article, text, original, by) for article, text in zip(articles, texts, strict=True)
            )
            for article, revision in zip(articles, revisions, strict=True):
                article.current = revision
            Article.objects.bulk_update(articles, ["current"])
            index_revisions(revisions)


def _revision(article, text, original, by):  # type: ignore[no-untyped-def]
    from newsroom.models import Revision

    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append([at, at + len(paragraph), "body"])
        at += len(paragraph) + 2
    return Revision(
        article=article, number=1, text=text, blocks=blocks, marks=[], sha256=hashlib.sha256(text.encode()).hexdigest(),
        words=SENTENCES * WORDS, normaliser=1, original=original, format="plain", charset="utf-8", created_by=by,
    )  # fmt: skip


def queries(most: int) -> Iterator[str]:
    """Half stand somewhere with a third of their words replaced, half stand nowhere."""
    from newsroom.models import Sentence

    lexicon = Lexicon(-1)
    newest = Sentence.objects.latest("pk").pk
    for number in range(most):
        if number % 2:
            yield lexicon.sentences(1)[0]
            continue
        wanted = lexicon.random.randrange(newest)
        found = Sentence.objects.select_related("revision").filter(pk__gt=wanted).order_by("pk").first()
        said = found.revision.text[found.start : found.end].split()
        others = lexicon.sentences(1)[0].split()
        yield " ".join(
            word if lexicon.random.random() < 2 / 3 else other for word, other in zip(said, others, strict=True)
        )


def ask() -> tuple[list[float], list[float], list[float]]:
    """Milliseconds for looking up, for the whole answer, and of CPU for the answer, of each query."""
    from annotations.queries.finding import candidates
    from newsroom.search.retrieving import retrieve
    from newsroom.text.words import terms

    looking, answering, working = [], [], []
    for text in list(queries(QUERIES)):
        started = time.perf_counter()
        retrieve(terms(text))
        looking.append(1000 * (time.perf_counter() - started))
        started, busy = time.perf_counter(), time.process_time()
        candidates(text)
        answering.append(1000 * (time.perf_counter() - started))
        working.append(1000 * (time.process_time() - busy))
    return looking, answering, working


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
        report(sizes)


def report(sizes: list[int]) -> None:
    from django.db import connection

    print(f"{connection.vendor}: articles, sentences, s to fill, ms to look up, to answer, of CPU (p50, p95 each)")
    done = 0
    for size in sizes:
        started = time.perf_counter()
        fill(done, size)
        filling, done = time.perf_counter() - started, size
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        times = " ".join(f"{value:7.1f}" for took in ask() for value in _spread(took))
        print(f"{size:9,} {size * SENTENCES:10,} {filling:8.1f} {times}", flush=True)


def _spread(took: list[float]) -> tuple[float, float]:
    cuts = quantiles(took, n=20)
    return cuts[9], cuts[18]


if __name__ == "__main__":
    main()
