"""Write, withdraw and restore comments on highlights and claims."""

from django.db import transaction

from annotations.actions.withdrawing import restore, withdraw
from annotations.models import Claim, Comment, Highlight
from newsroom.actions.history import HistoryLine, record
from newsroom.actions.storing import store
from newsroom.models import User, Verb
from newsroom.roles import UserRole, require, role_needed_for

#: Longest part of a comment that the history repeats, in code points.
LONGEST_REMARK = 200


@transaction.atomic
def comment_on(subject: Highlight | Claim, body: str, *, by: User) -> Comment:
    """Add a comment (Markdown) to a highlight or a claim, and return the comment. Requires the reporter
    role.
    """
    require(by, UserRole.REPORTER)
    comment = Comment(body=body.strip(), created_by=by)
    summary = f"commented: {comment.body[:LONGEST_REMARK]}"
    # The line is about the highlight or the claim, so undo needs to know which of its comments was written.
    changes = {"comment": (None, str(comment.uid))}
    if isinstance(subject, Highlight):
        comment.highlight = subject
        line = HistoryLine(
            Verb.COMMENTED,
            subject,
            summary,
            article=subject.article,
            changes=changes,
        )
    else:
        comment.claim = subject
        line = HistoryLine(
            Verb.COMMENTED,
            subject,
            summary,
            story=subject.story,
            changes=changes,
        )
    store(comment)
    record(line, by=by)
    return comment


@transaction.atomic
def withdraw_comment(comment: Comment, *, by: User) -> None:
    """Withdraw a comment. Nothing happens if the comment is withdrawn already.

    Requires the reporter role for one's own comment, and the editor role for another person's.
    """
    require(by, role_needed_for(comment, by))
    if withdraw(comment, by):
        record(_line(Verb.WITHDRAWN, comment, "withdrew a comment"), by=by)


@transaction.atomic
def restore_comment(comment: Comment, *, by: User) -> None:
    """Restore a withdrawn comment. Nothing happens if the comment is not withdrawn.

    Requires the same role as `withdraw_comment`.
    """
    require(by, role_needed_for(comment, by))
    if restore(comment):
        record(_line(Verb.RESTORED, comment, "restored a comment"), by=by)


def _line(verb: Verb, comment: Comment, summary: str) -> HistoryLine:
    """Return a line about a comment, which the history of its article or of its story lists."""
    return HistoryLine(
        verb,
        comment,
        summary,
        story=comment.claim.story if comment.claim else None,
        article=comment.highlight.article if comment.highlight else None,
    )
