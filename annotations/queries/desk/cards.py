"""Read what the card of a highlight shows: its links, evidence, comments and history."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import prefetch_related_objects

from annotations.logic.marking.drift import DriftPart, alike, drift
from annotations.models import Claim, Comment, Evidence, Highlight, Link
from annotations.queries.claims.dossier import changed_verbs
from annotations.queries.desk.surroundings import links_of
from annotations.roles import may_take_back, role_to_change
from newsroom.models import Activity, Story, User
from newsroom.roles import has_role

#: Most lines of the history on a card.
MOST_LINES = 30


@dataclass(frozen=True, slots=True)
class CardLink:
    """A link on the card of a highlight. `passage` is the highlight at the other end of the link.

    `drift` shows word by word how the two passages differ; it is empty if they have too few words in common.
    `verbs` holds the verbs of speech next to both passages if they differ, else None.
    """

    link: Link
    passage: Highlight
    drift: tuple[DriftPart, ...]
    verbs: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class CardEvidence:
    """Evidence on the card of a highlight. `may_change` says whether the user may change or withdraw it."""

    evidence: Evidence
    may_change: bool


@dataclass(frozen=True, slots=True)
class CardComment:
    """A comment on the card of a highlight. `may_withdraw` says whether the user may withdraw it."""

    comment: Comment
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class ClaimChoice:
    """A claim that a user can choose on the card, to add the passage as evidence for it."""

    pk: UUID
    statement: str


def card_links(highlight: Highlight) -> list[CardLink]:
    """Return the links of a highlight in either direction, without withdrawn links."""
    linked_passages = links_of(highlight)
    # The texts are loaded together, because the verbs of speech are read from the text around each passage.
    prefetch_related_objects([linked.passage.anchor for linked in linked_passages], "revision")

    links = []
    for linked in linked_passages:
        parts = drift(highlight.anchor.quote, linked.passage.anchor.quote)
        # A comparison of two different sentences would mark nearly every word.
        shown_parts = parts if alike(parts) else ()
        verbs = changed_verbs(highlight, linked.passage)
        links.append(CardLink(linked.link, linked.passage, shown_parts, verbs))
    return links


def card_evidence(highlight: Highlight, user: User) -> list[CardEvidence]:
    """Return the evidence that uses a highlight, and whether `user` may change it, without withdrawn
    evidence.
    """
    # The claims are loaded with the evidence, so that the card needs one query for them.
    not_withdrawn = highlight.evidence.filter(withdrawn_at=None).select_related(
        "claim", "created_by"
    )
    return [
        CardEvidence(item, has_role(user, role_to_change(item.claim.status)))
        for item in not_withdrawn
    ]


def card_comments(highlight: Highlight, user: User) -> list[CardComment]:
    """Return the comments on a highlight, and whether `user` may withdraw them, without withdrawn
    comments.
    """
    not_withdrawn = highlight.comments.filter(withdrawn_at=None).select_related("created_by")
    return [CardComment(comment, may_take_back(comment, user)) for comment in not_withdrawn]


def card_history(highlight: Highlight) -> list[Activity]:
    """Return the newest lines of the history about a highlight, newest first, `MOST_LINES` at most."""
    # The ids of subjects are stored as text, because subjects have ids of different types.
    lines = Activity.objects.filter(object_type="highlight", object_id=str(highlight.pk))
    return list(lines.select_related("actor")[:MOST_LINES])


def choices_among(claims: Iterable[Claim], user: User) -> list[ClaimChoice]:
    """Return those of `claims` to which `user` may add a passage as evidence."""
    return [
        ClaimChoice(claim.pk, claim.statement)
        for claim in claims
        if has_role(user, role_to_change(claim.status))
    ]


def claim_choices(
    story: Story | None,
    attached: Collection[UUID],
    user: User,
) -> list[ClaimChoice]:
    """Return the claims of the story to which `user` may add a passage as evidence.

    The claims in `attached` are left out. The list is empty without a story.
    """
    if story is None:
        return []

    # Plain values are read, because a story can have many claims.
    rows = story.claims.filter(withdrawn_at=None).values_list("pk", "statement", "status")
    return [
        ClaimChoice(pk, statement)
        for pk, statement, status in rows
        if pk not in attached and has_role(user, role_to_change(status))
    ]
