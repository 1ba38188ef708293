"""Define the fixed values that people choose from: relations, verdicts, states and colours.

The values are stored and exported, so they never change. The labels, keys and signs are shown on the screen.
"""

from enum import StrEnum
from typing import Self


class LabelledValue(StrEnum):
    """A stored value with a `label` for the screen."""

    label: str

    # Python looks a member up by its value alone, as in `Aspect("number")`, so the label needs a default.
    def __new__(cls, value: str, label: str = "") -> Self:
        labelled = str.__new__(cls, value)
        labelled._value_ = value
        labelled.label = label
        return labelled


class Relation(StrEnum):
    """The relation of a passage to a claim, or to a passage of another article.

    `label` is the word shown on the screen, `key` the key to press, `sign` the symbol shown, and `button` the
    text of the button.
    """

    label: str
    key: str
    sign: str
    button: str

    # Python looks a member up by its value alone, as in `Relation("repeats")`, so the other parameters need
    # defaults.
    def __new__(
        cls,
        value: str,
        label: str = "",
        key: str = "",
        sign: str = "",
        button: str = "",
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


#: With these relations an article makes the same statement as the claim.
SAYING_SO = (Relation.CORROBORATES, Relation.REPEATS)


class Aspect(LabelledValue):
    """The kind of fact in which two passages contradict each other."""

    NUMBER = "number", "Number"
    TIME = "time", "Time"
    PLACE = "place", "Place"
    PERSON = "person", "Person"
    QUOTE = "quote", "Quote"
    ATTRIBUTION = "attribution", "Attribution"


class AnchorState(LabelledValue):
    """How an anchor (the place of a highlight in one revision) came about.

    A person drew or confirmed it, or a program placed it in a new revision and found the words unchanged,
    moved, changed, or not at all (`LOST`).
    """

    DRAWN = "drawn", "Drawn"
    CONFIRMED = "confirmed", "Confirmed"
    SAME = "same", "Unchanged"
    MOVED = "moved", "Moved"
    CHANGED = "changed", "Text changed"
    LOST = "lost", "Lost"


#: The states of an anchor that a person chose or confirmed. A passage is always placed from such an anchor,
#: so that small errors cannot add up over several revisions.
BY_HAND = (AnchorState.DRAWN, AnchorState.CONFIRMED)
#: The states of an anchor that a person should review.
WAITING = (AnchorState.CHANGED, AnchorState.LOST)


class ClaimStatus(LabelledValue):
    """How far the work on a claim is."""

    OPEN = "open", "Open"
    CHECKING = "checking", "Being checked"
    SETTLED = "settled", "Settled"


class Verdict(LabelledValue):
    """The result of checking a claim: the `alternateName` of a rating in schema.org's `ClaimReview`.

    The words come from common rating scales: PolitiFact and Snopes use true, mostly true, partly true, false
    and unproven, and AFP Fact Check uses misleading. `misleading` means that the single words may be right
    but the impression is wrong. `unproven` means that the evidence does not decide, which is not a verdict
    against the claim.
    """

    TRUE = "true", "True"
    MOSTLY_TRUE = "mostly-true", "Mostly true"
    MIXED = "mixed", "Partly true"
    MISLEADING = "misleading", "Misleading"
    FALSE = "false", "False"
    UNPROVEN = "unproven", "Not established"


class RewordOutcome(LabelledValue):
    """What happens to the verdict of a settled claim when somebody changes its statement."""

    REOPEN = "reopen", "Open the claim again: the verdict was given on the old words"
    RESTATE = "restate", "The verdict holds for the new words too: give it again in my name"


class OriginState(LabelledValue):
    """Whether a person has confirmed or rejected an origin, or only the machine or a reporter proposed it."""

    PROPOSED = "proposed", "Proposed"
    CONFIRMED = "confirmed", "Confirmed"
    REJECTED = "rejected", "Rejected"


class OriginKind(LabelledValue):
    """What an origin is: a text that several articles share, a source that articles credit, or a document."""

    TEXT = "text", "Text"
    CREDIT = "credit", "Credited source"
    RELEASE = "press-release", "Press release"
    STATEMENT = "statement", "Statement"
    POST = "post", "Post"
    RULING = "ruling", "Ruling"
    INDICTMENT = "indictment", "Indictment"
    STUDY = "study", "Report or study"
    RECORDING = "recording", "Recording"
    DOCUMENT = "document", "Other document"

    @property
    def is_document(self) -> bool:
        return self not in (OriginKind.TEXT, OriginKind.CREDIT)


#: The kinds of origins that are documents.
DOCUMENTS = tuple(kind for kind in OriginKind if kind.is_document)


class CreditKind(LabelledValue):
    """The part of an article that names an agency or outlet as the source of the reporting."""

    BYLINE = "byline", "byline"
    CREDIT_LINE = "credit-line", "credit line"
    DATELINE = "dateline", "dateline"
    SIGN_OFF = "sign-off", "sign-off"
    CITED = "cited", "citation"


class Hue(LabelledValue):
    """The colours of tags. The style sheet defines each colour for the light and the dark theme."""

    AMBER = "amber", "Amber"
    TEAL = "teal", "Teal"
    VIOLET = "violet", "Violet"
    ROSE = "rose", "Rose"
    LIME = "lime", "Lime"
    SKY = "sky", "Sky"
    ORANGE = "orange", "Orange"
    PINK = "pink", "Pink"
    SLATE = "slate", "Slate"
