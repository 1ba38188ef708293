"""Remarks on highlights and claims."""

from django.db import transaction

from annotations.actions.withdrawing import restore, withdraw
from annotations.models import Claim, Comment, Highlight
from newsroom.actions.history import HistoryLine, record
from newsroom.actions.storing import store
from newsroom.models import User, Verb
from newsroom.roles import UserRole, needed_for, require

#: Characters of a remark that the history repeats.
LONGEST_REMARK = 200


@transaction.atomic
def comment_on(subject: Highlight | Claim, body: str, *, by: User) -> Comment:
    """Say something (Markdown) about a highlight or a claim. Requires the reporter role."""
    require(by, UserRole.REPORTER)
    comment = Comment(body=body.strip(), created_by=by)
    summary = f"commented: {comment.body[:LONGEST_REMARK]}"
    if isinstance(subject, Highlight):
        comment.highlight = subject
        line = HistoryLine(Verb.COMMENTED, subject, summary, article=subject.article)
    else:
        comment.claim = subject
        line = HistoryLine(Verb.COMMENTED, subject, summary, story=subject.story)
    store(comment)
    record(line, by=by)
    return comment


@transaction.atomic
def withdraw_comment(comment: Comment, *, by: User) -> None:
    """Take a remark back. One's own takes a reporter, another's an editor."""
    require(by, needed_for(comment, by))
    if withdraw(comment, by):
        record(HistoryLine(Verb.WITHDRAWN, comment, "withdrew a comment"), by=by)


@transaction.atomic
def restore_comment(comment: Comment, *, by: User) -> None:
    """Bring a remark back. One's own takes a reporter, another's an editor."""
    require(by, needed_for(comment, by))
    if restore(comment):
        record(HistoryLine(Verb.RESTORED, comment, "restored a comment"), by=by)
