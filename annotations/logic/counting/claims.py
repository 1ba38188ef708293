"""What may become of a claim."""

from dataclasses import dataclass

from annotations.logic.vocabulary import ClaimStatus, RewordOutcome, Verdict
from newsroom.errors import Conflict, Invalid
from newsroom.text.language.counted import counted

#: Longest rationale of a verdict, in characters.
LONGEST_RATIONALE = 10_000


@dataclass(frozen=True, slots=True)
class Attention:
    """How many passages of a claim a newer revision changed or lost, and nobody has looked at since."""

    changed: int = 0
    lost: int = 0

    def __bool__(self) -> bool:
        return bool(self.changed or self.lost)

    @property
    def sentence(self) -> str:
        """Such as “1 passage changed, 2 lost in a newer revision”; blank if there is nothing to look at."""
        if not self:
            return ""
        if not self.changed:
            return f"{counted(self.lost, 'passage')} lost in a newer revision"

        changed = f"{counted(self.changed, 'passage')} changed"
        if not self.lost:
            return f"{changed} in a newer revision"
        return f"{changed}, {self.lost} lost in a newer revision"


def settle(verdict: str, rationale: str) -> None:
    """Raise `Invalid` unless there is a known verdict and a rationale."""
    if verdict not in list(Verdict):
        raise Invalid("Choose a verdict.")
    if not rationale.strip():
        raise Invalid("Give the reasons for the verdict: a reader must be able to follow them.")
    if len(rationale) > LONGEST_RATIONALE:
        raise Invalid(f"The rationale is longer than {LONGEST_RATIONALE:,} characters: shorten it.")


def reword_settled(outcome: str) -> None:
    """Raise `Invalid` unless it is known what becomes of the verdict on the old words."""
    if outcome not in list(RewordOutcome):
        raise Invalid(
            "This claim has a verdict, which was given on the old words. On the page of the claim, choose "
            "whether it is opened again, or whether the verdict holds for the new words too."
        )


def withdraw(status: ClaimStatus) -> None:
    """Raise `Invalid` if a claim of `status` cannot be withdrawn."""
    if status is ClaimStatus.SETTLED:
        raise Invalid("A settled claim is not withdrawn: open it again first, with the reason.")


def move(status: ClaimStatus, to: str, reason: str = "") -> None:
    """Raise unless a claim of `status` may move to `to`.

    Settling takes `settle`; opening a settled claim again takes a reason. Raises `Conflict` if the claim is
    there already, else `Invalid`.
    """
    if to not in (ClaimStatus.OPEN, ClaimStatus.CHECKING):
        raise Invalid("A claim is settled with a verdict and a rationale: use that form.")
    if status == to:
        raise Conflict(f"The claim is {status.label.lower()} already.")
    if status is ClaimStatus.SETTLED and not reason.strip():
        raise Invalid("Say why the claim is opened again.")
