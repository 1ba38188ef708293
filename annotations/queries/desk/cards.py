"""What the card of one highlight shows."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import prefetch_related_objects

from annotations.logic.marking.drift import DriftPart, alike, drift
from annotations.models import Comment, Evidence, Highlight, Link
from annotations.queries.desk.surroundings import links_of
from annotations.queries.dossier import changed_verbs
from annotations.roles import may_take_back, role_to_change
from newsroom.models import Activity, Story, User
from newsroom.roles import reaches

#: Lines of the history on a card.
MOST_LINES = 30


@dataclass(frozen=True, slots=True)
class CardLink:
    """A link on the card: the passage at its far end, and how that one's words and verb of speech differ.

    `drift` is empty if the two passages are not alike.
    """

    link: Link
    passage: Highlight
    drift: tuple[DriftPart, ...]
    verbs: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class CardEvidence:
    """A claim that the passage is evidence for, and whether the person may take the passage off it."""

    evidence: Evidence
    may_change: bool


@dataclass(frozen=True, slots=True)
class CardComment:
    """A comment, and whether the person may withdraw it."""

    comment: Comment
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class ClaimChoice:
    """A claim that the passage could become evidence for."""

    pk: UUID
    statement: str


def card_links(highlight: Highlight) -> list[CardLink]:
    """Return the standing links of a highlight."""
    linked_passages = links_of(highlight)
    # The verbs of speech are read from the texts around both passages.
    prefetch_related_objects([linked.passage.anchor for linked in linked_passages], "revision")

    links = []
    for linked in linked_passages:
        parts = drift(highlight.anchor.quote, linked.passage.anchor.quote)
        shown_parts = parts if alike(parts) else ()
        verbs = changed_verbs(highlight, linked.passage)
        links.append(CardLink(linked.link, linked.passage, shown_parts, verbs))
    return links


def card_evidence(highlight: Highlight, user: User) -> list[CardEvidence]:
    """Return the claims that the passage is evidence for."""
    standing = highlight.evidence.filter(withdrawn_at=None).select_related("claim", "created_by")
    return [
        CardEvidence(item, reaches(user, role_to_change(item.claim.status))) for item in standing
    ]


def card_comments(highlight: Highlight, user: User) -> list[CardComment]:
    """Return the standing comments on a highlight."""
    standing = highlight.comments.filter(withdrawn_at=None).select_related("created_by")
    return [CardComment(comment, may_take_back(comment, user)) for comment in standing]


def card_history(highlight: Highlight) -> list[Activity]:
    """Return the newest lines about a highlight."""
    lines = Activity.objects.filter(object_type="highlight", object_id=str(highlight.pk))
    return list(lines.select_related("actor")[:MOST_LINES])


def claim_choices(story: Story | None, attached: Collection[UUID], user: User) -> list[ClaimChoice]:
    """Return the claims of the story, without those `attached`, that `user` may attach a passage to."""
    if story is None:
        return []

    rows = story.claims.filter(withdrawn_at=None).values_list("pk", "statement", "status")
    return [
        ClaimChoice(pk, statement)
        for pk, statement, status in rows
        if pk not in attached and reaches(user, role_to_change(status))
    ]
