"""Define the bodies that programs send. A body with a field that is not listed is refused.

Lengths have the same limits as in the forms of the pages. The actions check everything else.
"""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from ninja import Path
from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt

from annotations.logic.codebook import LONGEST_DEFINITION
from annotations.logic.vocabulary import (
    Aspect,
    ClaimStatus,
    Hue,
    OriginState,
    Relation,
    RewordOutcome,
    Verdict,
)

#: The largest id that a column of the database can hold.
LARGEST_ID = 2**63 - 1
Id = Annotated[StrictInt, Field(ge=1, le=LARGEST_ID)]
CodePoints = Annotated[StrictInt, Field(ge=0, le=2**31 - 1)]
Words = Annotated[str, Field(min_length=1, max_length=1_000)]
Note = Annotated[str, Field(max_length=10_000)]
ShortNote = Annotated[str, Field(max_length=1_000)]
Name = Annotated[str, Field(max_length=200)]
TagPath = Annotated[str, Field(min_length=1, max_length=120)]
Slug = Annotated[str, Field(min_length=1, max_length=80)]
PathId = Annotated[int, Path(ge=1, le=LARGEST_ID)]
Reason = Annotated[str, Field(min_length=1, max_length=2_000)]


class Body(BaseModel):
    """The base class of all bodies."""

    model_config = ConfigDict(extra="forbid")

    def given(self, field: str, present: Any) -> Any:
        """Return the value of a field if the program sent the field, else `present`, its value so far."""
        return getattr(self, field) if field in self.model_fields_set else present


class NewArticleBody(Body):
    """An article to import. Exactly one of `text`, `markdown` and `html` holds it."""

    text: str = ""
    markdown: str = ""
    html: str = ""
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    credit: str | None = None
    published: str | None = Field(None, description="a day (2022-07-08) or a time (ISO 8601)")
    url: str | None = None
    language: str | None = None
    external_id: str = Field("", max_length=200, description="its id in your system")
    story: Slug | None = Field(None, description="slug of the story to which it belongs")
    as_one: StrictBool = Field(
        False, description="it is one article, although it looks like several"
    )


class MastheadBody(Body):
    """The working title and the outlet of an article. What is not sent stays."""

    title: Annotated[str, Field(min_length=1, max_length=300)] = ""
    outlet: Annotated[str, Field(max_length=120)] = ""


class NewRevisionBody(Body):
    """A newer text of an article."""

    text: Annotated[str, Field(min_length=1)]
    anyway: StrictBool = Field(False, description="take it, although it has little in common")


class NewStoryBody(Body):
    title: Annotated[str, Field(min_length=1, max_length=200)]
    place: Annotated[str, Field(max_length=120)] = ""
    starts_on: date | None = None
    ends_on: date | None = None
    summary: Annotated[str, Field(max_length=2_000)] = ""


class StoryChangeBody(Body):
    """New values of a story. A field that is not sent stays as it is; null removes a day."""

    title: Annotated[str, Field(min_length=1, max_length=200)] = ""
    place: Annotated[str, Field(max_length=120)] = ""
    starts_on: date | None = None
    ends_on: date | None = None
    summary: Annotated[str, Field(max_length=2_000)] = ""


class ArticlesBody(Body):
    articles: Annotated[list[Id], Field(min_length=1, max_length=500)]


class NewHighlightBody(Body):
    """A passage to mark in the newest revision of an article.

    `exact` are its words, letter by letter. If they stand several times in the text, `prefix`, `suffix` or
    `start` must say which place is meant.
    """

    article: Id
    exact: Annotated[str, Field(min_length=1, max_length=20_000)]
    prefix: Annotated[str, Field(max_length=1_000)] = ""
    suffix: Annotated[str, Field(max_length=1_000)] = ""
    start: CodePoints | None = Field(None, description="in code points")
    tags: Annotated[list[TagPath], Field(max_length=50)] = []
    note: Note = ""
    beside_others: StrictBool = Field(False, description="mark it although another person has")


class EdgesBody(Body):
    """The place to which a highlight moves in the newest revision, and the words there."""

    start: CodePoints
    end: CodePoints
    exact: Annotated[str, Field(min_length=1, max_length=20_000)]


class DescriptionBody(Body):
    """A new note for a highlight, and a new name of the speaker of its words. What is not sent stays."""

    note: Note = ""
    attribution: Name = ""


class TellerBody(Body):
    teller: Name


class TagNameBody(Body):
    tag: TagPath


class RemarkBody(Body):
    body: Annotated[str, Field(min_length=1, max_length=10_000)]


class CopyBody(Body):
    article: Id = Field(description="the article with the copy of the words")


class NewClaimBody(Body):
    story: Slug
    statement: Words


class WordingBody(Body):
    statement: Words
    outcome: RewordOutcome | None = Field(
        None, description="of a settled claim: what its verdict becomes"
    )


class VerdictBody(Body):
    verdict: Verdict
    rationale: Annotated[str, Field(min_length=1, max_length=10_000)]
    all_the_same: StrictBool = Field(False, description="you have seen why the verdict is weak")


class StatusBody(Body):
    status: ClaimStatus
    reason: Annotated[str, Field(max_length=500)] = ""


class NewEvidenceBody(Body):
    claim: UUID
    annotation: UUID
    relation: Relation
    note: ShortNote = ""
    same_event: StrictBool = False


class JudgementBody(Body):
    relation: Relation
    note: ShortNote = ""
    same_event: StrictBool = False


class LinkBody(JudgementBody):
    aspect: Aspect | None = Field(None, description="in what the passages contradict each other")


class NewLinkBody(LinkBody):
    source: UUID
    target: UUID


class NewSilenceBody(Body):
    claim: UUID
    article: Id


class NewIndependenceBody(Body):
    claim: UUID
    one: Id
    other: Id
    reason: Annotated[str, Field(max_length=500)] = ""


class NewTagBody(Body):
    tag: TagPath
    definition: Annotated[str, Field(max_length=LONGEST_DEFINITION)] = ""
    colour: Hue | None = None


class TagChangeBody(Body):
    definition: Annotated[str, Field(max_length=LONGEST_DEFINITION)] | None = None
    colour: Hue | None = None


class MergeBody(Body):
    into: Id


class DecisionBody(Body):
    state: OriginState
    reason: Reason


class OriginNameBody(Body):
    name: Annotated[str, Field(min_length=1, max_length=120)]


class SplitBody(Body):
    articles: Annotated[list[Id], Field(min_length=1, max_length=500)]
    name: Annotated[str, Field(max_length=120)] = ""
    reason: Reason
