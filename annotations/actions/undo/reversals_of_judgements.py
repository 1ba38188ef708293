"""Reverse judgements: evidence, links, silences, statements of independence, and dismissals."""

from annotations.actions.judgements import candidates, independences, silences
from annotations.actions.judgements import evidence as evidence_acts
from annotations.actions.judgements import links as link_acts
from annotations.actions.judgements.links import LinkJudgement
from annotations.actions.undo.reversing import Reverse, changed_values, must_be_unchanged, values_of
from annotations.logic.finding.dismissals import PassageKey
from annotations.models import Dismissal, Evidence, Independence, Link, Silence
from newsroom.models import Activity, Subject, User, Verb

#: The fields that the lines of these acts can have in `changes`.
OF_EVIDENCE = ("relation", "note")
OF_LINK = ("relation", "aspect", "note")


def _judge_evidence_as_before(
    evidence: Evidence,
    line: Activity,
    by: User,
) -> None:
    before, after = changed_values(line, OF_EVIDENCE)
    seen = values_of(evidence, OF_EVIDENCE)
    must_be_unchanged(seen, after)
    evidence_acts.change_evidence(evidence, **(seen | before), by=by, seen=seen)


def _detach(evidence: Evidence, line: Activity, by: User) -> None:
    evidence_acts.withdraw_evidence(evidence, by=by, taken_back=True)


def _attach_again(evidence: Evidence, line: Activity, by: User) -> None:
    evidence_acts.restore_evidence(evidence, by=by)


def _judge_link_as_before(link: Link, line: Activity, by: User) -> None:
    before, after = changed_values(line, OF_LINK)
    seen = values_of(link, OF_LINK)
    must_be_unchanged(seen, after)
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


def _offer_again(dismissal: Dismissal, line: Activity, by: User) -> None:
    candidates.offer_again(dismissal, by=by)


def _dismiss_again(dismissal: Dismissal, line: Activity, by: User) -> None:
    searched = PassageKey(dismissal.article_id, dismissal.quote)
    offered = PassageKey(dismissal.other_id, dismissal.other_quote)
    candidates.dismiss_candidate(searched, offered, by=by)


def _speak(silence: Silence, line: Activity, by: User) -> None:
    silences.withdraw_silence(silence, by=by)


def _be_silent_again(silence: Silence, line: Activity, by: User) -> None:
    silences.restore_silence(silence, by=by)


def _withdraw_independence(statement: Independence, line: Activity, by: User) -> None:
    independences.withdraw_independence(statement, by=by)


def _restore_independence(statement: Independence, line: Activity, by: User) -> None:
    independences.restore_independence(statement, by=by)


REVERSALS: dict[tuple[Subject, Verb], Reverse] = {
    (Subject.EVIDENCE, Verb.ATTACHED): _detach,
    (Subject.EVIDENCE, Verb.RESTORED): _detach,
    (Subject.EVIDENCE, Verb.WITHDRAWN): _attach_again,
    (Subject.EVIDENCE, Verb.CHANGED): _judge_evidence_as_before,
    (Subject.LINK, Verb.LINKED): _unlink,
    (Subject.LINK, Verb.RESTORED): _unlink,
    (Subject.LINK, Verb.WITHDRAWN): _link_again,
    (Subject.LINK, Verb.CHANGED): _judge_link_as_before,
    (Subject.SILENCE, Verb.STATED): _speak,
    (Subject.SILENCE, Verb.RESTORED): _speak,
    (Subject.SILENCE, Verb.WITHDRAWN): _be_silent_again,
    (Subject.INDEPENDENCE, Verb.STATED): _withdraw_independence,
    (Subject.INDEPENDENCE, Verb.RESTORED): _withdraw_independence,
    (Subject.INDEPENDENCE, Verb.WITHDRAWN): _restore_independence,
    (Subject.DISMISSAL, Verb.DISMISSED): _offer_again,
    (Subject.DISMISSAL, Verb.OFFERED): _dismiss_again,
}
