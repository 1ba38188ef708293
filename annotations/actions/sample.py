"""The sample desk: the story told by the tables in `seeds/`, made through the same actions people use."""

import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from annotations.actions.claims import make_claim, set_claim_status, settle_claim
from annotations.actions.highlights import describe_highlight, draw_highlight
from annotations.actions.judgements import add_evidence, link_passages
from annotations.actions.origins import attribute, decide_origin, propose_origin, rename_origin
from annotations.actions.tags import make_tag
from annotations.logic.vocabulary import OriginState
from annotations.models import Claim, Highlight, Origin, Tag
from newsroom.actions.importing import import_article
from newsroom.actions.stories import StoryDetails, make_story
from newsroom.errors import Invalid, NewsroomError
from newsroom.models import Article, Story, User
from newsroom.text.pipeline import SourceDetails

Row = Mapping[str, str]


@transaction.atomic
def make_sample_desk(seeds: Path, people: Mapping[str, User]) -> Story | None:
    """Make the story of `seeds` with everything on it, whole or not at all; None where it exists already.

    An existing story is left entirely as it is, so that running this again never undoes what people did
    since. Raises `Invalid` naming file and line where a table is wrong.
    """
    return SampleDesk(seeds, people).make()


class SampleDesk:
    """The tables, and what was made of their keys so far."""

    def __init__(self, seeds: Path, people: Mapping[str, User]) -> None:
        self.seeds, self.people = seeds, people
        self.articles: dict[str, Article] = {}
        self.tags: dict[str, Tag] = {}
        self.highlights: dict[str, Highlight] = {}
        self.claims: dict[str, Claim] = {}
        self.stories: dict[str, Story] = {}

    def make(self) -> Story | None:
        slugs = [row["slug"] for _, row in self._rows("stories.csv")]
        if Story.objects.filter(slug__in=slugs).exists():
            return None
        for name, make_row in (
            ("stories.csv", self._story),
            ("sources.csv", self._source),
            ("origins.csv", self._origin),
            ("tags.csv", self._tag),
            ("annotations.csv", self._highlight),
            ("claims.csv", self._claim),
            ("evidence.csv", self._evidence),
            ("links.csv", self._link),
            ("claims.csv", self._decision),
        ):
            self._each(name, make_row)
        return self.stories[slugs[0]]

    def _each(self, name: str, make_row: Callable[[Row], None]) -> None:
        for line, row in self._rows(name):
            try:
                make_row(row)
            except KeyError as error:
                raise Invalid(f"{name}, line {line}: {error.args[0]!r} is not known there.") from error
            except (NewsroomError, ValueError) as error:
                raise Invalid(f"{name}, line {line}: {error}") from error

    def _rows(self, name: str) -> Iterator[tuple[int, Row]]:
        with (self.seeds / name).open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            for row in reader:
                if None in row or None in row.values():
                    raise Invalid(f"{name}, line {reader.line_num}: not as many cells as the header has.")
                yield reader.line_num, row

    def _story(self, row: Row) -> None:
        details = StoryDetails(
            slug=row["slug"],
            place=row["place"],
            starts_on=date.fromisoformat(row["starts_on"]),
            ends_on=date.fromisoformat(row["ends_on"]),
            summary=row["summary"],
        )
        self.stories[row["slug"]] = make_story(row["title"], details, by=self.people["editor"])

    def _source(self, row: Row) -> None:
        stated = {name: row[name] for name in ("title", "outlet", "url", "byline") if row[name]}
        published = row["published_at"] or None
        outcome = import_article(
            (self.seeds / "articles" / row["file"]).read_bytes(),
            name=row["file"],
            given=SourceDetails(external_id=row["external_id"], published=published, **stated),
            by=self.people["reporter"],
            story=self.stories[row["story"]],
        )
        self.articles[row["file"]] = outcome.revision.article

    def _origin(self, row: Row) -> None:
        """What the import proposed already is named and decided as the table says; nothing is proposed twice."""
        by, articles = self.people[row["by"]], [self.articles[file] for file in row["files"].split("|")]
        proposed = Origin.objects.filter(articles__in=articles, state=OriginState.PROPOSED).distinct().first()
        origin = proposed or propose_origin(row["name"], [], by=by)
        rename_origin(origin, row["name"], by=by)
        for article in articles:
            attribute(origin, article, by=by)
        if row["state"] != origin.state:
            decide_origin(origin, row["state"], reason=row["reason"], by=by)

    def _tag(self, row: Row) -> None:
        by = self.people["editor"]
        self.tags[row["path"]] = make_tag(row["path"], hue=row["hue"], definition=row["definition"], by=by)

    def _highlight(self, row: Row) -> None:
        by, quote = self.people[row["by"]], row["quote"]
        revision = self.articles[row["file"]].current
        start = -1
        for _ in range(int(row["occurrence"])):
            start = revision.text.index(quote, start + 1)
        tags = [self.tags[path] for path in row["tags"].split("|") if path]
        highlight = draw_highlight(revision, start, start + len(quote), quote, tags=tags, by=by)
        describe_highlight(highlight, note=row["note"], attribution=row["attribution"], version=1, by=by)
        self.highlights[row["key"]] = highlight

    def _claim(self, row: Row) -> None:
        (story,) = self.stories.values()
        self.claims[row["key"]] = make_claim(story, row["statement"], by=self.people["reporter"])

    def _evidence(self, row: Row) -> None:
        claim, highlight = self.claims[row["claim"]], self.highlights[row["highlight"]]
        add_evidence(claim, highlight, row["relation"], note=row["note"], by=self.people[row["by"]])

    def _link(self, row: Row) -> None:
        ends = self.highlights[row["from"]], self.highlights[row["to"]]
        link_passages(
            *ends, row["relation"], aspect=row["aspect"], note=row["note"], by=self.people[row["by"]]
        )

    def _decision(self, row: Row) -> None:
        claim, by = self.claims[row["key"]], self.people[row["by"]]
        decided: dict[str, Any] = {"version": claim.version, "by": by}
        if row["status"] == "settled":
            settle_claim(claim, row["verdict"], row["rationale"], **decided)
        elif row["status"] != claim.status:
            set_claim_status(claim, row["status"], **decided)
