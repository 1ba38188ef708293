"""Define the rules for changing the status of a claim."""

from dataclasses import dataclass

from annotations.logic.vocabulary import ClaimStatus, RewordOutcome, Verdict
from newsroom.errors import Conflict, Invalid
from newsroom.text.language.counted import counted

#: Longest rationale of a verdict, in code points.
LONGEST_RATIONALE = 10_000


@dataclass(frozen=True, slots=True)
class Attention:
    """The numbers of passages of a claim that a newer revision changed or lost.

    Passages that somebody has reviewed since are not counted.
    """

    changed: int = 0
    lost: int = 0

    def __bool__(self) -> bool:
        return bool(self.changed or self.lost)

    @property
    def sentence(self) -> str:
        """Return the numbers in words, such as “1 passage changed, 2 lost in a newer revision”.

        Returns an empty string if both numbers are 0.
        """
        if not self:
            return ""
        if not self.changed:
            return f"{counted(self.lost, 'passage')} lost in a newer revision"

        changed = f"{counted(self.changed, 'passage')} changed"
        if not self.lost:
            return f"{changed} in a newer revision"
        return f"{changed}, {self.lost} lost in a newer revision"


def settle(verdict: str, rationale: str) -> None:
    """Raise `Invalid` if a claim cannot be settled with this verdict and this rationale.

    The verdict must be one of `Verdict`. The rationale must contain words, and at most `LONGEST_RATIONALE`
    code points.
    """
    if verdict not in list(Verdict):
        raise Invalid("Choose a verdict.")
    if not rationale.strip():
        raise Invalid("Give the reasons for the verdict: a reader must be able to follow them.")
    if len(rationale) > LONGEST_RATIONALE:
        raise Invalid(f"The rationale is longer than {LONGEST_RATIONALE:,} characters: shorten it.")


def reword_settled(outcome: str) -> None:
    """Raise `Invalid` if `outcome` is not one of `RewordOutcome`.

    A person who rewords a settled claim must say whether the verdict is kept.
    """
    if outcome not in list(RewordOutcome):
        raise Invalid(
            "This claim has a verdict, which was given on the old words. On the page of the claim, choose "
            "whether it is opened again, or whether the verdict holds for the new words too."
        )


def withdraw(status: ClaimStatus) -> None:
    """Raise `Invalid` if a claim with this status cannot be withdrawn, because it is settled."""
    if status is ClaimStatus.SETTLED:
        raise Invalid("A settled claim is not withdrawn: open it again first, with the reason.")


def move(status: ClaimStatus, to: str, reason: str = "") -> None:
    """Raise an error if a claim cannot change from `status` to the status `to`.

    To settle a claim, call `settle` instead. To open a settled claim again, `reason` is
    needed. Raises `Conflict` if the claim has the status `to` already, and `Invalid` for any
    other change that is not allowed.
    """
    if to not in (ClaimStatus.OPEN, ClaimStatus.CHECKING):
        raise Invalid("A claim is settled with a verdict and a rationale: use that form.")
    if status == to:
        raise Conflict(f"The claim is {status.label.lower()} already.")
    if status is ClaimStatus.SETTLED and not reason.strip():
        raise Invalid("Say why the claim is opened again.")
