"""The rules for changing the status of a claim."""

from dataclasses import dataclass

from annotations.logic.vocabulary import ClaimStatus, RewordOutcome, Verdict
from newsroom.errors import Conflict, Invalid
from newsroom.text.language.counted import counted

#: Longest rationale of a verdict, in code points.
LONGEST_RATIONALE = 10_000


@dataclass(frozen=True, slots=True)
class Attention:
    """The numbers of passages of a claim that a newer revision changed or lost and that nobody has
    reviewed.
    """

    changed: int = 0
    lost: int = 0

    def __bool__(self) -> bool:
        return bool(self.changed or self.lost)

    @property
    def sentence(self) -> str:
        """Return the numbers in words, such as “1 passage changed, 2 lost in a newer revision”, or an
        empty string.
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
    """Raise `Invalid` if the verdict is unknown, or if the rationale is empty or too long."""
    if verdict not in list(Verdict):
        raise Invalid("Choose a verdict.")
    if not rationale.strip():
        raise Invalid("Give the reasons for the verdict: a reader must be able to follow them.")
    if len(rationale) > LONGEST_RATIONALE:
        raise Invalid(f"The rationale is longer than {LONGEST_RATIONALE:,} characters: shorten it.")


def reword_settled(outcome: str) -> None:
    """Raise `Invalid` if `outcome` does not say whether the verdict is kept when a settled claim is
    reworded.
    """
    if outcome not in list(RewordOutcome):
        raise Invalid(
            "This claim has a verdict, which was given on the old words. On the page of the claim, choose "
            "whether it is opened again, or whether the verdict holds for the new words too."
        )


def withdraw(status: ClaimStatus) -> None:
    """Raise `Invalid` if a claim of this status cannot be withdrawn."""
    if status is ClaimStatus.SETTLED:
        raise Invalid("A settled claim is not withdrawn: open it again first, with the reason.")


def move(status: ClaimStatus, to: str, reason: str = "") -> None:
    """Raise an error if a claim cannot change from `status` to the status `to`.

    A claim becomes settled only through `settle`, and reopening a settled claim needs a reason. Raises
    `Conflict` if the claim has the status already, else `Invalid`.
    """
    if to not in (ClaimStatus.OPEN, ClaimStatus.CHECKING):
        raise Invalid("A claim is settled with a verdict and a rationale: use that form.")
    if status == to:
        raise Conflict(f"The claim is {status.label.lower()} already.")
    if status is ClaimStatus.SETTLED and not reason.strip():
        raise Invalid("Say why the claim is opened again.")
