"""Make the sample desk from the tables in `seeds/`, with the same actions that people use."""

import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from annotations.actions.claims import make_claim, set_claim_status, settle_claim
from annotations.actions.judgements.evidence import add_evidence
from annotations.actions.judgements.links import LinkJudgement, link_passages
from annotations.actions.origins import attribute, decide_origin, propose_origin, rename_origin
from annotations.actions.passages.drawing import draw_highlight
from annotations.actions.passages.highlights import describe_highlight
from annotations.actions.passages.tellers import name_teller
from annotations.actions.tags import make_tag
from annotations.logic.counting.verdict_changes import SeenEvidence
from annotations.logic.vocabulary import ClaimStatus, OriginKind, OriginState
from annotations.models import Claim, Highlight, Origin, Tag
from newsroom.actions.imports.importing import import_article
from newsroom.actions.stories import StoryDetails, make_story
from newsroom.errors import Invalid, NewsroomError
from newsroom.models import Article, Story, User
from newsroom.text.pipeline import SourceDetails

#: A row of a table. The keys are the names in its header.
Cells = Mapping[str, str]


@transaction.atomic
def make_sample_desk(seeds: Path, people: Mapping[str, User]) -> Story | None:
    """Make the sample story with its articles, highlights, claims, evidence and links in one transaction.

    `seeds` is the folder with the tables, and `people` maps roles to accounts. Returns the story. Returns
    None, and changes nothing, if the story exists already, so that a second run does not overwrite people's
    work. Raises `Invalid` with file and line if a table has an error.
    """
    return SampleDesk(seeds, people).make()


class SampleDesk:
    """The tables of one sample story in the folder `seeds`, and the objects that were made from them.

    `people` maps roles to accounts. `stories`, `articles`, `tags`, `highlights` and `claims` hold the objects
    by the keys that the tables use.
    """

    def __init__(self, seeds: Path, people: Mapping[str, User]) -> None:
        self.seeds = seeds
        self.people = people
        self.stories: dict[str, Story] = {}
        self.articles: dict[str, Article] = {}
        # The codebook is shared by all stories, so a table can use tags that another story added.
        self.tags = {tag.path: tag for tag in Tag.objects.all()}
        self.highlights: dict[str, Highlight] = {}
        self.claims: dict[str, Claim] = {}

    def make(self) -> Story | None:
        """Make all objects, table by table, and return the story.

        Returns None, and makes nothing, if a story of the tables exists already.
        """
        slugs = [cells["slug"] for _, cells in self._rows("stories.csv")]
        if Story.objects.filter(slug__in=slugs).exists():
            return None

        # Each table refers to rows of earlier tables. A newer text is imported after the highlights exist,
        # because it is meant to change some of them. Claims come twice, because a claim can be settled only
        # when its evidence exists.
        self._make_each("stories.csv", self._make_story)
        self._make_each("sources.csv", self._import_source)
        self._make_each("origins.csv", self._decide_origin)
        self._make_each("tags.csv", self._make_tag)
        self._make_each("annotations.csv", self._draw_highlight)
        self._make_each("claims.csv", self._make_claim)
        self._make_each("evidence.csv", self._add_evidence)
        self._make_each("links.csv", self._link_passages)
        self._make_each("revisions.csv", self._import_revision)
        self._make_each("claims.csv", self._decide_claim)
        return self.stories[slugs[0]]

    def _make_each(self, file: str, make: Callable[[Cells], None]) -> None:
        for line, cells in self._rows(file):
            try:
                make(cells)
            # A key that no earlier table defines is an error of the table and not of the program.
            except KeyError as error:
                raise Invalid(
                    f"{file}, line {line}: {error.args[0]!r} is not known there."
                ) from error
            except (NewsroomError, ValueError) as error:
                raise Invalid(f"{file}, line {line}: {error}") from error

    def _rows(self, file: str) -> Iterator[tuple[int, Cells]]:
        """Yield each row of the table `file`: its line number, and its cells by column.

        Raises `Invalid` if a row has too few or too many cells.
        """
        with (self.seeds / file).open(encoding="utf-8", newline="") as table:
            reader = csv.DictReader(table, strict=True)
            for cells in reader:
                # `DictReader` stores superfluous cells under the key None and fills missing cells with None.
                if None in cells or None in cells.values():
                    raise Invalid(
                        f"{file}, line {reader.line_num}: not as many cells as the header has."
                    )
                yield reader.line_num, cells

    def _make_story(self, cells: Cells) -> None:
        details = StoryDetails(
            slug=cells["slug"],
            place=cells["place"],
            starts_on=date.fromisoformat(cells["starts_on"]),
            ends_on=date.fromisoformat(cells["ends_on"]),
            summary=cells["summary"],
        )
        self.stories[cells["slug"]] = make_story(cells["title"], details, by=self.people["editor"])

    def _import_source(self, cells: Cells) -> None:
        # Empty cells are left out, so that the import reads these values from the text.
        masthead: dict[str, Any] = {}
        for name in ("title", "outlet", "url", "byline"):
            if cells[name]:
                masthead[name] = cells[name]
        details = SourceDetails(
            external_id=cells["external_id"], published=cells["published_at"] or None, **masthead
        )

        outcome = import_article(
            (self.seeds / "articles" / cells["file"]).read_bytes(),
            name=cells["file"],
            details=details,
            by=self.people["reporter"],
            story=self.stories[cells["story"]],
        )
        self.articles[cells["file"]] = outcome.revision.article

    def _import_revision(self, cells: Cells) -> None:
        """Import a newer text of the article whose file the cell `of` names."""
        article = self.articles[cells["of"]]
        import_article(
            (self.seeds / "articles" / cells["file"]).read_bytes(),
            name=cells["file"],
            details=SourceDetails(external_id=article.external_id),
            by=self.people[cells["by"]],
        )

    def _decide_origin(self, cells: Cells) -> None:
        """Rename the origin that the import proposed for the articles, and decide it as the row says.

        If the import proposed none, the origin is proposed here.
        """
        person = self.people[cells["by"]]
        articles = [self.articles[file] for file in cells["files"].split("|")]

        # The import has usually proposed this origin already. Making another one would count twice.
        proposed = Origin.objects.filter(
            articles__in=articles, state=OriginState.PROPOSED, kind=OriginKind.TEXT
        )
        origin = proposed.distinct().first() or propose_origin(cells["name"], [], by=person)
        rename_origin(origin, cells["name"], by=person)
        for article in articles:
            attribute(origin, article, by=person)
        if cells["state"] != origin.state:
            decide_origin(
                origin,
                cells["state"],
                reason=cells["reason"],
                by=person,
            )

    def _make_tag(self, cells: Cells) -> None:
        self.tags[cells["path"]] = make_tag(
            cells["path"],
            hue=cells["hue"],
            definition=cells["definition"],
            digit=int(cells["digit"]) if cells["digit"] else None,
            by=self.people["editor"],
        )

    def _draw_highlight(self, cells: Cells) -> None:
        person, quote = self.people[cells["by"]], cells["quote"]
        paths = [path for path in cells["tags"].split("|") if path]
        tags = [self.tags[path] for path in paths]

        revision = self.articles[cells["file"]].current
        start = -1
        # The same words can occur several times, so the table gives the number of the occurrence.
        for _ in range(int(cells["occurrence"])):
            start = revision.text.index(quote, start + 1)

        highlight = draw_highlight(
            revision,
            start,
            start + len(quote),
            quote,
            tags=tags,
            by=person,
        )
        describe_highlight(
            highlight, note=cells["note"], attribution=cells["attribution"], version=1, by=person
        )
        # If the table has no value, the guess is kept as a guess.
        if cells["teller"]:
            name_teller(
                highlight,
                cells["teller"],
                version=highlight.version,
                by=person,
            )
        self.highlights[cells["key"]] = highlight

    def _make_claim(self, cells: Cells) -> None:
        (story,) = self.stories.values()
        self.claims[cells["key"]] = make_claim(
            story, cells["statement"], by=self.people["reporter"]
        )

    def _add_evidence(self, cells: Cells) -> None:
        claim = self.claims[cells["claim"]]
        highlight = self.highlights[cells["highlight"]]
        add_evidence(
            claim, highlight, cells["relation"], note=cells["note"], by=self.people[cells["by"]]
        )

    def _link_passages(self, cells: Cells) -> None:
        link_passages(
            self.highlights[cells["from"]],
            self.highlights[cells["to"]],
            LinkJudgement(cells["relation"], cells["aspect"], cells["note"]),
            by=self.people[cells["by"]],
        )

    def _decide_claim(self, cells: Cells) -> None:
        claim = self.claims[cells["key"]]
        version: dict[str, Any] = {"version": claim.version, "by": self.people[cells["by"]]}
        if cells["status"] == ClaimStatus.SETTLED:
            evidence = SeenEvidence(weakness=cells["weakness_seen"] == "yes")
            settle_claim(claim, cells["verdict"], cells["rationale"], seen=evidence, **version)
        # A new claim is open already.
        elif cells["status"] != claim.status:
            set_claim_status(claim, cells["status"], **version)
