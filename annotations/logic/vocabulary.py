"""The words people judge with.

Values are stored and exported, so they never change; labels, keys and signs are for the screen.
"""

from enum import StrEnum
from typing import Self


class LabelledValue(StrEnum):
    """A stored value with the label people see."""

    label: str

    # The label has a default because a member is looked up by its value alone: `Aspect("number")`.
    def __new__(cls, value: str, label: str = "") -> Self:
        labelled = str.__new__(cls, value)
        labelled._value_ = value
        labelled.label = label
        return labelled


class Relation(StrEnum):
    """What a passage is to a claim, or to a passage of another article."""

    label: str
    key: str
    sign: str
    button: str

    # All but the value have defaults because a member is looked up by its value alone: `Relation("repeats")`.
    def __new__(
        cls, value: str, label: str = "", key: str = "", sign: str = "", button: str = ""
    ) -> Self:
        relation = str.__new__(cls, value)
        relation._value_ = value
        relation.label = label
        relation.key = key
        relation.sign = sign
        relation.button = button
        return relation

    CORROBORATES = "corroborates", "Corroborates", "s", "✓", "Link as corroboration"
    CONTRADICTS = "contradicts", "Contradicts", "x", "≠", "Link as contradiction"
    REPEATS = "repeats", "Repeats", "w", "=", "Link as repetition"
    UPDATES = "updates", "Updates", "u", "↻", "Link as update"
    CONTEXT = "context", "Gives context", "k", "i", "Link as context"


class Aspect(LabelledValue):
    """In what two passages contradict each other."""

    NUMBER = "number", "Number"
    TIME = "time", "Time"
    PLACE = "place", "Place"
    PERSON = "person", "Person"
    QUOTE = "quote", "Quote"
    ATTRIBUTION = "attribution", "Attribution"


class AnchorState(LabelledValue):
    """How an anchor came to stand where it stands."""

    DRAWN = "drawn", "Drawn"
    CONFIRMED = "confirmed", "Confirmed"
    SAME = "same", "Unchanged"
    MOVED = "moved", "Moved"
    CHANGED = "changed", "Text changed"
    LOST = "lost", "Lost"


#: An anchor a person chose or vouched for. Placing always starts from one of these, so that drift cannot add
#: up.
BY_HAND = (AnchorState.DRAWN, AnchorState.CONFIRMED)
#: An anchor that a person should look at.
WAITING = (AnchorState.CHANGED, AnchorState.LOST)


class ClaimStatus(LabelledValue):
    """How far the work on a claim has come."""

    OPEN = "open", "Open"
    CHECKING = "checking", "Being checked"
    SETTLED = "settled", "Settled"


class Verdict(LabelledValue):
    """What a settled claim turned out to be: the `alternateName` of a rating in schema.org's `ClaimReview`.

    The words are those of scales in daily use: true, mostly true, in part true, false and not proven at
    PolitiFact and Snopes, misleading at AFP Fact Check. `misleading`: each word may be right, the impression
    is wrong. `unproven`: the evidence decides neither way, which is no verdict against the claim.
    """

    TRUE = "true", "True"
    MOSTLY_TRUE = "mostly-true", "Mostly true"
    MIXED = "mixed", "Partly true"
    MISLEADING = "misleading", "Misleading"
    FALSE = "false", "False"
    UNPROVEN = "unproven", "Not established"


class RewordOutcome(LabelledValue):
    """What becomes of the verdict of a settled claim when its statement is put into other words."""

    REOPEN = "reopen", "Open the claim again: the verdict was given on the old words"
    RESTATE = "restate", "The verdict holds for the new words too: give it again in my name"


class OriginState(LabelledValue):
    """What people decided on an origin that was proposed."""

    PROPOSED = "proposed", "Proposed"
    CONFIRMED = "confirmed", "Confirmed"
    REJECTED = "rejected", "Rejected"


class CreditKind(LabelledValue):
    """Where an article says whose reporting it has."""

    BYLINE = "byline", "byline"
    CREDIT_LINE = "credit-line", "credit line"
    DATELINE = "dateline", "dateline"
    SIGN_OFF = "sign-off", "sign-off"
    CITED = "cited", "citation"


class Hue(LabelledValue):
    """The palette of tag colours. The style sheet knows what each looks like in light and dark."""

    AMBER = "amber", "Amber"
    TEAL = "teal", "Teal"
    VIOLET = "violet", "Violet"
    ROSE = "rose", "Rose"
    LIME = "lime", "Lime"
    SKY = "sky", "Sky"
    ORANGE = "orange", "Orange"
    PINK = "pink", "Pink"
    SLATE = "slate", "Slate"
