"""Define the reversal of each act: a function that undoes the act, found by the subject and
verb of its history line.
"""

from collections.abc import Callable, Collection
from typing import Any

from annotations.actions import claims
from annotations.actions.judgements import candidates
from annotations.actions.judgements import evidence as evidence_acts
from annotations.actions.judgements import links as link_acts
from annotations.actions.judgements.links import LinkJudgement
from annotations.actions.passages import highlights, tellers
from annotations.logic.finding.dismissals import PassageKey
from annotations.models import Anchor, Claim, Dismissal, Evidence, Highlight, Link, Tag
from newsroom.errors import Conflict
from newsroom.models import Activity, Subject, User, Verb

#: The sentence for an act that cannot be undone because somebody changed the same values later.
CHANGED_SINCE = (
    "Someone changed this since, so it cannot be taken back by itself: look at it, and "
    "change it by hand."
)

#: The fields that the lines of these acts can have in `changes`.
PLACE = ("quote", "start", "end")
DESCRIPTION = ("note", "attribution", "attribution_guessed")
TELLER = ("teller", "teller_guessed")
OF_EVIDENCE = ("relation", "note")
OF_LINK = ("relation", "aspect", "note")

#: A function that takes an act back. Its arguments are the subject, the line of the act, and the person who
#: undoes it.
Reverse = Callable[[Any, Activity, User], object]


def _move_back(highlight: Highlight, line: Activity, by: User) -> None:
    before, after = _changed_values(line, PLACE)
    place = _place(highlight.anchor)
    # The highlight must still be where the act has put it.
    if place != {**place, **after}:
        raise Conflict(CHANGED_SINCE)

    place |= before
    # A lost passage has no offsets to which it could be moved back.
    if place["start"] is None:
        raise Conflict(
            "The passage had no place in the text before. Withdraw the highlight, or choose its edges again."
        )
    highlights.move_edges(highlight, **place, version=highlight.version, by=by)


def _describe_as_before(highlight: Highlight, line: Activity, by: User) -> None:
    before, after = _changed_values(line, DESCRIPTION)
    _must_be_unchanged(highlight, after)

    description = {field: getattr(highlight, field) for field in DESCRIPTION} | before
    guessed = description.pop("attribution_guessed")
    highlights.describe_highlight(
        highlight, **description, guessed=guessed, version=highlight.version, by=by
    )


def _credit_as_before(highlight: Highlight, line: Activity, by: User) -> None:
    before, after = _changed_values(line, TELLER)
    _must_be_unchanged(highlight, after)
    credit = {field: getattr(highlight, field) for field in TELLER} | before
    tellers.name_teller(
        highlight,
        credit["teller"],
        guessed=credit["teller_guessed"],
        version=highlight.version,
        by=by,
    )


def _withdraw_highlight(highlight: Highlight, line: Activity, by: User) -> None:
    highlights.withdraw_highlight(highlight, by=by)


def _restore_highlight(highlight: Highlight, line: Activity, by: User) -> None:
    highlights.restore_highlight(highlight, by=by)


def _tag(highlight: Highlight, line: Activity, by: User) -> None:
    before, _ = line.changes["tags"]
    for path in _paths(before):
        highlights.tag_highlight(highlight, _tag_at(path), by=by)


def _untag(highlight: Highlight, line: Activity, by: User) -> None:
    _, after = line.changes["tags"]
    # The line holds paths and not ids, so that the history stays readable after a tag is deleted.
    for path in _paths(after):
        highlights.untag_highlight(highlight, _tag_at(path), by=by)


def _judge_evidence_as_before(
    evidence: Evidence,
    line: Activity,
    by: User,
) -> None:
    before, after = _changed_values(line, OF_EVIDENCE)
    _must_be_unchanged(evidence, after)
    seen = {field: getattr(evidence, field) for field in OF_EVIDENCE}
    evidence_acts.change_evidence(evidence, **(seen | before), by=by, seen=seen)


def _detach(evidence: Evidence, line: Activity, by: User) -> None:
    evidence_acts.withdraw_evidence(evidence, by=by, taken_back=True)


def _attach_again(evidence: Evidence, line: Activity, by: User) -> None:
    evidence_acts.restore_evidence(evidence, by=by)


def _judge_link_as_before(link: Link, line: Activity, by: User) -> None:
    before, after = _changed_values(line, OF_LINK)
    _must_be_unchanged(link, after)
    seen = {field: getattr(link, field) for field in OF_LINK}
    link_acts.change_link(
        link,
        LinkJudgement(**(seen | before)),
        by=by,
        seen=seen,
    )


def _unlink(link: Link, line: Activity, by: User) -> None:
    link_acts.withdraw_link(link, by=by)


def _link_again(link: Link, line: Activity, by: User) -> None:
    link_acts.restore_link(link, by=by)


def _withdraw_new_claim(claim: Claim, line: Activity, by: User) -> None:
    # Withdrawing the claim would withdraw its evidence too, which colleagues may have added.
    if claim.evidence.filter(withdrawn_at=None).exists():
        raise Conflict(
            "Passages bear on this claim by now: withdraw it on its page, if you mean them too."
        )
    claims.withdraw_claim(claim, version=claim.version, by=by)


def _restore_claim(claim: Claim, line: Activity, by: User) -> None:
    claims.restore_claim(claim, version=claim.version, by=by)


def _offer_again(dismissal: Dismissal, line: Activity, by: User) -> None:
    candidates.offer_again(dismissal, by=by)


def _dismiss_again(dismissal: Dismissal, line: Activity, by: User) -> None:
    searched = PassageKey(dismissal.article_id, dismissal.quote)
    offered = PassageKey(dismissal.other_id, dismissal.other_quote)
    candidates.dismiss_candidate(searched, offered, by=by)


def _changed_values(
    line: Activity, fields: Collection[str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the old values and the new values of the fields that the act changed, each by field.

    Raises `Conflict` if the line has a field that is not in `fields`. A line that an earlier version of this
    program wrote can have such a field.
    """
    if not set(line.changes) <= set(fields):
        raise Conflict(CHANGED_SINCE)
    before = {field: pair[0] for field, pair in line.changes.items()}
    after = {field: pair[1] for field, pair in line.changes.items()}
    return before, after


def _place(anchor: Anchor) -> dict[str, Any]:
    return {field: getattr(anchor, field) for field in PLACE}


def _must_be_unchanged(subject: Highlight | Evidence | Link, values: dict[str, Any]) -> None:
    """Raise `Conflict` if a field of the subject does not have its value in `values`, which the act
    gave it.
    """
    for field, value in values.items():
        if getattr(subject, field) != value:
            raise Conflict(CHANGED_SINCE)


def _paths(stored: list[str] | str | None) -> list[str]:
    """Return the paths of tags in `stored`, which is the old or the new value in a line of the history.

    Lines of earlier versions of this program hold one path or None instead of a list. None gives an empty
    list.
    """
    if stored is None:
        return []
    return [stored] if isinstance(stored, str) else stored


def _tag_at(path: str) -> Tag:
    tag = Tag.objects.filter(path=path).first()
    if tag is None:
        raise Conflict(f"The codebook has no tag “{path}” any more: choose another by hand.")
    return tag


REVERSALS: dict[tuple[Subject, Verb], Reverse] = {
    (Subject.HIGHLIGHT, Verb.DRAWN): _withdraw_highlight,
    (Subject.HIGHLIGHT, Verb.PROJECTED): _withdraw_highlight,
    (Subject.HIGHLIGHT, Verb.RESTORED): _withdraw_highlight,
    (Subject.HIGHLIGHT, Verb.WITHDRAWN): _restore_highlight,
    (Subject.HIGHLIGHT, Verb.MOVED): _move_back,
    (Subject.HIGHLIGHT, Verb.DESCRIBED): _describe_as_before,
    (Subject.HIGHLIGHT, Verb.CREDITED): _credit_as_before,
    (Subject.HIGHLIGHT, Verb.TAGGED): _untag,
    (Subject.HIGHLIGHT, Verb.UNTAGGED): _tag,
    (Subject.EVIDENCE, Verb.ATTACHED): _detach,
    (Subject.EVIDENCE, Verb.RESTORED): _detach,
    (Subject.EVIDENCE, Verb.WITHDRAWN): _attach_again,
    (Subject.EVIDENCE, Verb.CHANGED): _judge_evidence_as_before,
    (Subject.LINK, Verb.LINKED): _unlink,
    (Subject.LINK, Verb.RESTORED): _unlink,
    (Subject.LINK, Verb.WITHDRAWN): _link_again,
    (Subject.LINK, Verb.CHANGED): _judge_link_as_before,
    (Subject.CLAIM, Verb.MADE): _withdraw_new_claim,
    (Subject.CLAIM, Verb.RESTORED): _withdraw_new_claim,
    (Subject.CLAIM, Verb.WITHDRAWN): _restore_claim,
    (Subject.DISMISSAL, Verb.DISMISSED): _offer_again,
    (Subject.DISMISSAL, Verb.OFFERED): _dismiss_again,
}

_REVIEW = "the review asks about each passage once, and its answer is changed on the card"
_DECISION = "a decision on a claim is taken again on its page, where the next one says why"
_ORIGIN = "what counts as one origin is decided again on the origin's page, with a reason"
_IMPORT = "a revision is there for good; a wrong one is corrected or followed by the next"
_PARTING = (
    "nothing makes one article of two again; what went to the other one is listed in the history"
)
_STORY = "what a story holds and is called is changed on its own page"
_CODEBOOK = "the codebook concerns every story, so no story's desk takes its changes back"
_CURATION = "a curator changes records in the admin panel, and changes them back there"
_ACCOUNT = "what protects an account is never taken back by a key"
_SAID = "a remark is withdrawn with its own button, and restored in the admin panel"
_SILENCE = "whether an article is silent is answered again in the matrix"
_BUNDLE = "a bundle may hold thousands of rows, on which others have built since"

#: Acts that undo skips, each with the reason.
NOT_UNDONE: dict[tuple[Subject, Verb], str] = {
    (Subject.HIGHLIGHT, Verb.CONFIRMED): _REVIEW,
    (Subject.HIGHLIGHT, Verb.RETAGGED): _CODEBOOK,
    (Subject.HIGHLIGHT, Verb.COMMENTED): _SAID,
    (Subject.CLAIM, Verb.COMMENTED): _SAID,
    (Subject.COMMENT, Verb.WITHDRAWN): _SAID,
    (Subject.COMMENT, Verb.RESTORED): _SAID,
    (Subject.CLAIM, Verb.REWORDED): _DECISION,
    (Subject.CLAIM, Verb.STATUS_SET): _DECISION,
    (Subject.CLAIM, Verb.SETTLED): _DECISION,
    (Subject.CLAIM, Verb.REOPENED): _DECISION,
    (Subject.CLAIM, Verb.PUBLISHED): _DECISION,
    (Subject.CLAIM, Verb.UNPUBLISHED): _DECISION,
    (Subject.CLAIM, Verb.MOVED): _CURATION,
    (Subject.SILENCE, Verb.STATED): _SILENCE,
    (Subject.SILENCE, Verb.WITHDRAWN): _SILENCE,
    (Subject.INDEPENDENCE, Verb.STATED): _DECISION,
    (Subject.INDEPENDENCE, Verb.WITHDRAWN): _DECISION,
    (Subject.ORIGIN, Verb.PROPOSED): _ORIGIN,
    (Subject.ORIGIN, Verb.ATTRIBUTED): _ORIGIN,
    (Subject.ORIGIN, Verb.CONFIRMED): _ORIGIN,
    (Subject.ORIGIN, Verb.REJECTED): _ORIGIN,
    (Subject.ORIGIN, Verb.RENAMED): _ORIGIN,
    (Subject.ORIGIN, Verb.SPLIT): _ORIGIN,
    (Subject.ARTICLE, Verb.ATTRIBUTED): _ORIGIN,
    (Subject.STORY, Verb.IMPORTED): _BUNDLE,
    (Subject.ARTICLE, Verb.IMPORTED): _IMPORT,
    (Subject.ARTICLE, Verb.REVISED): _IMPORT,
    (Subject.ARTICLE, Verb.CORRECTED): _IMPORT,
    (Subject.ARTICLE, Verb.REANCHORED): _IMPORT,
    (Subject.ARTICLE, Verb.PARTED): _PARTING,
    (Subject.ARTICLE, Verb.ADDED): _STORY,
    (Subject.ARTICLE, Verb.MOVED): _STORY,
    (Subject.ARTICLE, Verb.CHANGED): _STORY,
    (Subject.STORY, Verb.MADE): _STORY,
    (Subject.STORY, Verb.CHANGED): _STORY,
    (Subject.IMPORT_BATCH, Verb.HANDED_IN): _IMPORT,
    (Subject.IMPORT_BATCH, Verb.DISCARDED): _IMPORT,
    (Subject.IMPORT_BATCH, Verb.IMPORTED): _IMPORT,
    (Subject.TAG, Verb.MADE): _CODEBOOK,
    (Subject.TAG, Verb.CHANGED): _CODEBOOK,
    (Subject.TAG, Verb.MERGED): _CODEBOOK,
    (Subject.OUTLET, Verb.MADE): _CURATION,
    (Subject.OUTLET, Verb.MERGED): _CURATION,
    (Subject.USER, Verb.CHANGED): _CURATION,
    (Subject.USER, Verb.PASSWORD_SET): _ACCOUNT,
    (Subject.USER, Verb.INVITED): _ACCOUNT,
    (Subject.USER, Verb.SIGNED_OUT): _ACCOUNT,
    (Subject.USER, Verb.GRANTED): _ACCOUNT,
    (Subject.USER, Verb.REVOKED): _ACCOUNT,
}

#: Verbs that undo skips for every subject, because the admin panel uses them for all kinds of records.
NEVER_UNDONE: dict[Verb, str] = {Verb.ENTERED: _CURATION, Verb.AMENDED: _CURATION}
