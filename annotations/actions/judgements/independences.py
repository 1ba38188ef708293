"""State and withdraw that two articles are independent sources of a claim, even if they share a source."""

from django.db import transaction

from annotations.actions.claims import LONGEST_REASON, lock_claim
from annotations.actions.withdrawing import restore, withdraw
from annotations.models import Claim, Evidence, Independence
from newsroom.actions.history import HistoryLine, quoted, record, shortened
from newsroom.actions.storing import store
from newsroom.errors import Conflict, Invalid
from newsroom.models import Article, User, Verb
from newsroom.roles import UserRole, require


@transaction.atomic
def state_independence(
    claim: Claim,
    one: Article,
    other: Article,
    *,
    reason: str,
    by: User,
) -> Independence:
    """State that two articles count as two sources of the claim. Returns the new statement.

    The claim's page shows the `reason`. Requires the editor role. Raises `Invalid` if both articles are the
    same, if one of them has no evidence for the claim, or if the reason is empty. Raises `Conflict` if the
    claim is withdrawn, or if the same statement exists and is not withdrawn.
    """
    require(by, UserRole.EDITOR)
    lock_claim(claim)
    if one.pk == other.pk:
        raise Invalid("Choose two different reports.")
    if not reason.strip():
        raise Invalid("Say why the two are independent: a reader must be able to follow it.")
    first, second = sorted((one, other), key=lambda article: article.pk)
    _must_be_statable(claim, first, second)
    statement = Independence(
        claim=claim, first=first, second=second, reason=reason.strip(), created_by=by
    )
    store(statement)
    _record(Verb.STATED, "stated that", statement, by)
    return statement


@transaction.atomic
def withdraw_independence(statement: Independence, *, by: User) -> None:
    """Withdraw a statement of independence. The two articles are then counted by their chains of telling
    again.

    Nothing happens if the statement is withdrawn already. Requires the editor role.
    """
    require(by, UserRole.EDITOR)
    lock_claim(statement.claim)
    if withdraw(statement, by):
        _record(Verb.WITHDRAWN, "withdrew that", statement, by)


@transaction.atomic
def restore_independence(statement: Independence, *, by: User) -> None:
    """Restore a withdrawn statement of independence.

    Requires the editor role. Raises `Invalid` if one of the articles has no evidence for the claim any more,
    and `Conflict` if the claim is withdrawn or the same statement stands already.
    """
    require(by, UserRole.EDITOR)
    lock_claim(statement.claim)
    _must_be_statable(statement.claim, statement.first, statement.second)
    if restore(statement):
        _record(Verb.RESTORED, "stated again that", statement, by)


def _must_be_statable(claim: Claim, first: Article, second: Article) -> None:
    """Raise `Invalid` if one of the articles has no evidence for the claim, and `Conflict` if the statement
    stands already.
    """
    bearing = Evidence.objects.filter(claim=claim, withdrawn_at=None)
    for article in (first, second):
        if not bearing.filter(highlight__article=article).exists():
            raise Invalid(f"No passage of “{article}” bears on this claim.")
    stated = Independence.objects.filter(claim=claim, first=first, second=second, withdrawn_at=None)
    if stated.exists():
        raise Conflict("These two are stated to be independent already.")


def _record(
    verb: Verb,
    words: str,
    statement: Independence,
    by: User,
) -> None:
    """Write one line of the history. `words` begin its summary, and its changes hold the whole reason."""
    first, second = quoted(str(statement.first)), quoted(str(statement.second))
    reason = shortened(statement.reason, LONGEST_REASON)
    line = HistoryLine(
        verb,
        statement,
        f"{words} {first} and {second} are independent: {reason}",
        story=statement.claim.story,
        changes={"reason": ("", statement.reason)},
    )
    record(line, by=by)
