"""Decide which role a person needs for acts on claims and on rows that people made.

Actions ask these functions before they write, and views ask them before they offer an act. Therefore a page
never offers an act that would be refused.
"""

from dataclasses import dataclass
from typing import Any

from annotations.logic.vocabulary import ClaimStatus
from newsroom.roles import UserRole, has_role, role_needed_for


def role_to_change(status: str) -> UserRole:
    """Return the role that a person needs to change a claim with this status, or the evidence for such a
    claim.

    A settled claim needs an editor, because its verdict depends on the statement and the evidence.
    """
    # The verdict depends on the statement and the evidence, so only an editor may change them.
    return UserRole.EDITOR if status == ClaimStatus.SETTLED else UserRole.REPORTER


def may_take_back(row: Any, user: Any) -> bool:
    """Return whether `user` may withdraw or restore `row`.

    The person who made the row needs the reporter role, and every other person the editor role.
    """
    return has_role(user, role_needed_for(row, user))


@dataclass(frozen=True, slots=True)
class ClaimPermissions:
    """What a user may do with one claim. `change` is about its statement, status and evidence.

    If the claim is withdrawn, `restore` is the only field that can be true.
    """

    change: bool
    settle: bool
    withdraw: bool
    restore: bool


def claim_permissions(claim: Any, user: Any) -> ClaimPermissions:
    """Return what `user` may do with `claim`. The actions allow exactly the same."""
    # A withdrawn claim can only be restored, so all other permissions depend on this.
    stands = claim.withdrawn_at is None
    may_withdraw = may_take_back(claim, user)
    return ClaimPermissions(
        change=stands and has_role(user, role_to_change(claim.status)),
        settle=stands and has_role(user, UserRole.EDITOR),
        withdraw=stands and may_withdraw and claim.status != ClaimStatus.SETTLED,
        restore=not stands and may_withdraw,
    )
