"""Make articles by the ten thousand, and store and index them in bulk, because an import would take too long.

An article has 30 sentences of 20 words. The words are drawn from 200,000 by Zipf's law, as in running text.
Every tenth article is a copy of the article nine before it, with one word in twenty replaced and a third cut
off its end. The same number gives the same text each time.
"""

import hashlib
import random
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.models import Article, Original, Revision, User

SENTENCES, WORDS, LEXICON, COPIED = 30, 20, 200_000, 10
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "ol")]
#: The hash under which the one original of all these articles is stored.
ORIGINAL = "0" * 64
_AT_ONCE = 1_000


@cache
def lexicon() -> tuple[list[str], list[float]]:
    """Return the words, and the running sums of their frequencies.

    The most common words come first and are the shortest. The frequency of the n-th word is about 1 / n.
    """
    return [_spelled(n) for n in range(LEXICON)], list(accumulate(1 / (n + 2.7) for n in range(LEXICON)))


def sentences(number: int, chance: random.Random) -> list[str]:
    """Return `number` sentences."""
    words, heights = lexicon()
    drawn = chance.choices(words, cum_weights=heights, k=number * WORDS)
    return [" ".join(drawn[at : at + WORDS]).capitalize() + "." for at in range(0, len(drawn), WORDS)]


def text_of(number: int) -> str:
    """Return the text of article `number`, with one sentence in each paragraph."""
    chance = random.Random(number)  # noqa: S311  (the same texts each time, not secrets)
    if number % COPIED != COPIED - 1:
        return "\n\n".join(sentences(SENTENCES, chance))
    words, _ = lexicon()
    original = text_of(number - COPIED + 1).split(" ")
    kept = original[: len(original) * 2 // 3]
    return " ".join(chance.choice(words) if chance.random() < 0.05 else word for word in kept)


def fill(first: int, last: int) -> None:
    """Store articles `first` to `last` (exclusive) with their sentences, words and shingles,
    without looking for copies.
    """
    from django.db import transaction

    from newsroom.models import Original, User
    from newsroom.search import backend

    by, _ = User.objects.get_or_create(username="bench", defaults={"role": "reporter"})
    original, _ = Original.objects.get_or_create(sha256=ORIGINAL, defaults={"raw": b".", "size": 1})
    with backend().filling():
        for start in range(first, last, _AT_ONCE):
            with transaction.atomic():
                _store(range(start, min(last, start + _AT_ONCE)), original, by)


def _store(numbers: range, original: "Original", by: "User") -> None:
    from annotations.actions.copying import index_revisions as index_wording
    from newsroom.models import Article, Revision
    from newsroom.search.indexing import index_revisions as index_sentences

    articles = Article.objects.bulk_create(
        Article(title=f"Article {n}", external_id=f"bench-{n}", created_by=by) for n in numbers
    )
    revisions = Revision.objects.bulk_create(
        revision_of(article, text_of(number), original, by)
        for article, number in zip(articles, numbers, strict=True)
    )
    for article, revision in zip(articles, revisions, strict=True):
        article.current = revision
    Article.objects.bulk_update(articles, ["current"])
    index_sentences(revisions)
    index_wording(revisions)


def revision_of(article: "Article", text: str, original: "Original", by: "User") -> "Revision":
    """Return the first revision of `article`, not saved. Every paragraph has the role body."""
    from newsroom.models import Revision

    return Revision(
        article=article, number=1, text=text, blocks=_blocks(text.split("\n\n")), marks=[],
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        words=len(text.split()), normaliser=1, original=original,
        format="plain", charset="utf-8", created_by=by,
    )  # fmt: skip


def _blocks(paragraphs: Sequence[str]) -> list[list[int | str]]:
    blocks: list[list[int | str]] = []
    at = 0
    for paragraph in paragraphs:
        blocks.append([at, at + len(paragraph), "body"])
        at += len(paragraph) + 2
    return blocks


def _spelled(n: int) -> str:
    made = ""
    while True:
        n, syllable = divmod(n, len(_SYLLABLES))
        made += _SYLLABLES[syllable]
        if not n:
            return made
