"""Store rows in bulk, as many as benches need, with all triggers in place.

As a program (`python -m tests.bench.filling`, in the site's environment) it makes stories with
articles, highlights, tags, claims, evidence, links and lines of history, and prints `{slug: [article,
...]}`. Other programs call `fill`.
"""

import hashlib
import json
import logging
import os
import random
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Any

from tests.serving import ROOT, Site

#: The number of different words in texts, of words in a paragraph, and of entries in the codebook.
VOCABULARY, PARAGRAPH, TAGS = 5_000, 60, 30


def fill(
    site: Site, *, stories: int = 1, articles: int, words: int, highlights: int, index: bool = False
) -> dict[str, list[int]]:
    """Make `stories` stories of `articles` articles each, and return the ids of the articles by story.

    Each article has about `words` words and `highlights` highlights. With `index` the index of sentences and
    words is made again afterwards.
    """
    sizes = {"stories": stories, "articles": articles, "words": words, "highlights": highlights}
    command = [
        sys.executable,
        "-m",
        "tests.bench.filling",
        *(f"--{name}={size}" for name, size in sizes.items()),
    ]
    command += ["--index"] if index else []
    run = subprocess.run(
        command, cwd=ROOT, env=site.environment, stdout=subprocess.PIPE, text=True, check=True
    )
    made: dict[str, list[int]] = json.loads(run.stdout)
    return made


def main() -> None:
    parser = ArgumentParser()
    for size in ("stories", "articles", "words", "highlights"):
        parser.add_argument(f"--{size}", type=int, required=True)
    parser.add_argument("--index", action="store_true")
    wanted = parser.parse_args()

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.config.settings")
    django.setup()
    logging.disable(logging.INFO)
    from newsroom.search.indexing import reindex

    chance = random.Random(20_220_709)  # noqa: S311  (the same rows every time)
    filler = Filler(chance)
    made = dict(filler.story(wanted.articles, wanted.words, wanted.highlights) for _ in range(wanted.stories))
    if wanted.index:
        for _ in reindex():
            pass
    print(json.dumps(made))


class Filler:
    """A program that makes one story after the other, each in a transaction."""

    def __init__(self, chance: random.Random) -> None:
        from annotations.models import Tag
        from newsroom.models import Outlet, User

        self.chance = chance
        self.words = [
            "".join(chance.choices("aeioulnrstmdk", k=chance.randint(2, 9))) for _ in range(VOCABULARY)
        ]
        self.by = User.objects.get(username="reporter")
        names = (f"The {word.capitalize()} Times" for word in self.words[:40])
        self.outlets = [Outlet.objects.get_or_create(name=name)[0] for name in names]
        paths = (f"bench/{number}" for number in range(TAGS))
        self.tags = [
            Tag.objects.get_or_create(path=path, defaults={"created_by": self.by})[0] for path in paths
        ]

    def story(self, articles: int, words: int, highlights: int) -> tuple[str, list[int]]:
        from django.db import transaction

        from newsroom.actions.stories import make_story

        with transaction.atomic():
            story = make_story(f"Bench {self.chance.getrandbits(40):x}", by=self.by)
            revisions = self._articles(story, articles, words)
            marked = [self._highlights(revision, highlights) for revision in revisions]
            self._judgements(story, marked)
        return story.slug, [revision.article_id for revision in revisions]

    def _articles(self, story: Any, number: int, words: int) -> list[Any]:
        from django.db.models import F, OuterRef, Subquery

        from newsroom.models import Activity, Article, Original, Revision, StoryArticle

        by = self.by
        made = Article.objects.bulk_create(
            Article(title=self._said(8), outlet=self.chance.choice(self.outlets), created_by=by)
            for _ in range(number)
        )
        StoryArticle.objects.bulk_create(
            StoryArticle(story=story, article=article, added_by=by) for article in made
        )
        texts = [self._text(article.title, words) for article in made]
        originals = Original.objects.bulk_create(
            Original(sha256=_sha256(text), raw=text.encode(), size=len(text.encode())) for text in texts
        )
        revisions = Revision.objects.bulk_create(
            Revision(
                article=article,
                number=1,
                headline=article.title,
                text=text,
                blocks=_blocks(text),
                marks=[],
                sha256=_sha256(text),
                words=len(text.split()),
                normaliser=1,
                original=original,
                format="plain",
                charset="utf-8",
                created_by=by,
            )
            for article, text, original in zip(made, texts, originals, strict=True)
        )
        newest = Revision.objects.filter(article=OuterRef("pk")).values("pk")
        Article.objects.filter(places__story=story, current=None).update(current=Subquery(newest))
        Activity.objects.bulk_create(
            self._line("imported", "article", article.pk, article, story) for article in made
        )
        assert not Article.objects.filter(places__story=story).exclude(current__article=F("pk")).exists()
        return revisions

    def _highlights(self, revision: Any, number: int) -> list[Any]:
        from annotations.models import Anchor, Highlight, HighlightTag
        from newsroom.models import Activity

        article, text = revision.article, revision.text
        drawn, anchors = [], []
        for start, end in islice(self._spans(text, number), number):
            highlight = Highlight(article=article, created_by=self.by)
            around = {"prefix": text[max(0, start - 32) : start], "suffix": text[end : end + 32]}
            place = {"start": start, "end": end, "quote": text[start:end], "state": "drawn"}
            anchor = Anchor(highlight=highlight, revision=revision, created_by=self.by, **place, **around)
            highlight.anchor = anchor
            drawn.append(highlight)
            anchors.append(anchor)
        Highlight.objects.bulk_create(drawn)
        Anchor.objects.bulk_create(anchors)
        HighlightTag.objects.bulk_create(
            HighlightTag(highlight=highlight, tag=self.chance.choice(self.tags), added_by=self.by)
            for highlight in drawn
        )
        Activity.objects.bulk_create(
            self._line("drawn", "highlight", highlight.pk, article, None) for highlight in drawn
        )
        return drawn

    def _judgements(self, story: Any, marked: Sequence[Sequence[Any]]) -> None:
        """Make a claim for every ten highlights, with evidence from five of them, and a link
        for every ten highlights.
        """
        from annotations.models import Claim, Evidence, Link

        passages = [highlight for highlights in marked for highlight in highlights]
        claims = Claim.objects.bulk_create(
            Claim(story=story, statement=self._said(12), created_by=self.by)
            for _ in range(len(passages) // 10)
        )
        Evidence.objects.bulk_create(
            Evidence(claim=claim, highlight=highlight, relation=relation, created_by=self.by)
            for claim in claims
            for highlight, relation in zip(
                self.chance.sample(passages, 5),
                ("corroborates", "corroborates", "contradicts", "repeats", "context"),
                strict=True,
            )
        )
        pairs = [pair for one, other in pairwise(marked) for pair in zip(one, other, strict=True)]
        Link.objects.bulk_create(
            Link(source=source, target=target, relation="corroborates", created_by=self.by)
            for source, target in pairs[::10]
        )

    def _line(self, verb: str, noun: str, pk: Any, article: Any, story: Any) -> Any:
        from newsroom.models import Activity

        named = {"object_type": noun, "object_id": str(pk), "article": article, "story": story}
        return Activity(actor=self.by, verb=verb, summary=f"{verb} {self._said(5)}", **named)

    def _text(self, title: str, words: int) -> str:
        paragraphs = [
            f"{self._said(min(PARAGRAPH, words - at)).capitalize()}." for at in range(0, words, PARAGRAPH)
        ]
        return "\n\n".join([title, *paragraphs])

    def _said(self, number: int) -> str:
        return " ".join(self.chance.choices(self.words, k=number))

    def _spans(self, text: str, number: int) -> Iterator[tuple[int, int]]:
        """Yield `number` spans of three to twelve words, spread evenly over the text."""
        places = [at for at in range(len(text)) if text[at] != " " and (at == 0 or text[at - 1] in " \n")]
        for turn in range(number):
            first = turn * (len(places) - 13) // number
            last = first + self.chance.randint(3, 12)
            yield places[first], len(text[: places[last]].rstrip())


def _blocks(text: str) -> list[list[Any]]:
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append([start, start + len(paragraph), "body" if blocks else "title"])
        start += len(paragraph) + 2
    return blocks


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    main()
