"""Which role an act on claims and what rests on them takes.

Actions ask here before they write, and views before they offer the act, so that a page never offers what the
act would refuse.
"""

from dataclasses import dataclass
from typing import Any

from annotations.logic.vocabulary import ClaimStatus
from newsroom.roles import UserRole, needed_for, reaches


def role_to_change(status: str) -> UserRole:
    """Return the role that rewording, moving or judging a claim of this status takes.

    What a verdict rests on is an editor's to change.
    """
    return UserRole.EDITOR if status == ClaimStatus.SETTLED else UserRole.REPORTER


def may_take_back(made: Any, user: Any) -> bool:
    """Return whether `user` may withdraw or restore the object `made`.

    Its creator needs the reporter role, anyone else the editor role.
    """
    return reaches(user, needed_for(made, user))


@dataclass(frozen=True, slots=True)
class ClaimPermissions:
    """What a person may do with one claim: `change` its words, status and evidence, and so on.

    A withdrawn claim can only be put back.
    """

    change: bool
    settle: bool
    withdraw: bool
    restore: bool


def claim_permissions(claim: Any, user: Any) -> ClaimPermissions:
    """Return what `user` may do with `claim`, by the rules that the acts themselves follow."""
    stands = claim.withdrawn_at is None
    own = may_take_back(claim, user)
    return ClaimPermissions(
        change=stands and reaches(user, role_to_change(claim.status)),
        settle=stands and reaches(user, UserRole.EDITOR),
        withdraw=stands and own and claim.status != ClaimStatus.SETTLED,
        restore=not stands and own,
    )
