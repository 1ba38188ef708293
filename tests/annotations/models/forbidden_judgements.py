"""Attack the database rules of claims, comments, evidence, links and origins, with
writes that it must refuse.
"""

from django.utils import timezone

from annotations.actions.claims import settle_claim
from annotations.actions.comments import comment_on
from annotations.actions.judgements.evidence import add_evidence
from annotations.actions.judgements.links import LinkJudgement, link_passages
from annotations.actions.judgements.silences import state_silence
from annotations.actions.origins import propose_origin
from annotations.models import (
    BasisPassage,
    Claim,
    Comment,
    Evidence,
    Link,
    Origin,
    Provenance,
    Silence,
    VerdictBasis,
)
from tests import make
from tests.annotations.models.forbidden_passages import highlight
from tests.forbidden_writes import Attacks, again, overwrite

attacks = Attacks()


def comment() -> Comment:
    return comment_on(make.claim(make.story()), "Are we sure?", by=make.user())


def evidence() -> Evidence:
    return add_evidence(make.claim(make.story()), highlight(), "corroborates", by=make.user())


def link() -> Link:
    return link_passages(highlight(), highlight(), LinkJudgement("corroborates"), by=make.user())


def silence() -> Silence:
    return state_silence(make.claim(make.story()), make.article(), by=make.user())


def settled() -> Claim:
    claim = make.claim(make.story())
    settle_claim(claim, "true", "Two agencies say so.", version=1, by=make.user(), seen=make.WEAKNESS_SEEN)
    return claim


def basis_passage() -> BasisPassage:
    row = evidence()
    settle_claim(
        row.claim, "true", "Two agencies say so.", version=1, by=make.user(), seen=make.WEAKNESS_SEEN
    )
    return BasisPassage.objects.get(evidence=row)


@attacks.on("claim_statement_present")
def a_claim_that_states_nothing():
    overwrite(make.claim(make.story()), statement="")


@attacks.on("claim_status_known")
def a_claim_in_a_state_of_its_own():
    overwrite(make.claim(make.story()), status="done")


@attacks.on("claim_verdict_known")
def a_verdict_of_its_own():
    overwrite(settled(), verdict="maybe")


@attacks.on("claim_settled_with_verdict")
def a_settled_claim_without_a_verdict():
    overwrite(settled(), verdict="")


@attacks.on("claim_settled_with_verdict")
def a_verdict_without_a_rationale():
    overwrite(settled(), rationale="")


@attacks.on("claim_settled_with_verdict")
def a_verdict_by_nobody():
    overwrite(settled(), settled_by=None)


@attacks.on("claim_settled_with_verdict")
def a_verdict_at_no_time():
    overwrite(settled(), settled_at=None)


@attacks.on("claim_settled_with_verdict")
def an_open_claim_with_a_verdict():
    overwrite(make.claim(make.story()), verdict="true")


@attacks.on("claim_settled_with_verdict")
def a_reopened_claim_that_keeps_its_verdict():
    overwrite(settled(), status="open")


@attacks.on("claim_withdrawn_unsettled")
def a_settled_claim_that_was_withdrawn():
    overwrite(settled(), withdrawn_at=timezone.now(), withdrawn_by=make.user())


@attacks.on("annotations_comment.uid")
def two_comments_of_one_uid():
    overwrite(comment(), uid=comment().uid)


@attacks.on("comment_on_one_thing")
def a_comment_on_nothing():
    overwrite(comment(), claim=None)


@attacks.on("comment_on_one_thing")
def a_comment_on_two_things():
    overwrite(comment(), highlight=highlight())


@attacks.on("comment_says_something")
def a_comment_that_says_nothing():
    overwrite(comment(), body="")


@attacks.on("evidence_once_per_claim")
def a_passage_twice_for_one_claim():
    again(evidence(), relation="contradicts")


@attacks.on("evidence_relation_known")
def evidence_in_a_relation_of_its_own():
    overwrite(evidence(), relation="resembles")


@attacks.on("link_two_passages")
def a_passage_linked_with_itself():
    row = link()
    overwrite(row, target=row.source)


@attacks.on("link_once_per_pair")
def a_pair_linked_twice():
    again(link(), relation="updates")


@attacks.on("link_once_per_pair")
def a_pair_linked_again_from_the_other_end():
    row = link()
    again(row, source=row.target, target=row.source)


@attacks.on("link_relation_known")
def a_link_in_a_relation_of_its_own():
    overwrite(link(), relation="resembles")


@attacks.on("link_aspect_of_contradiction")
def a_contradiction_in_nothing():
    overwrite(link(), relation="contradicts")


@attacks.on("link_aspect_of_contradiction")
def a_contradiction_in_something_unknown():
    overwrite(link(), relation="contradicts", aspect="mood")


@attacks.on("link_aspect_of_contradiction")
def a_corroboration_with_an_aspect():
    overwrite(link(), aspect="time")


@attacks.on("silence_once_per_claim")
def an_article_silent_twice_about_one_claim():
    again(silence())


@attacks.on("highlight_projected_from_another")
def a_passage_that_is_its_own_copy():
    row = highlight()
    overwrite(row, projected_from=row)


@attacks.on("highlight_projected_once")
def a_passage_marked_twice_in_one_copy():
    row = highlight()
    overwrite(row, projected_from=highlight())
    row.refresh_from_db()
    anchor = again(row.anchor)
    again(row, anchor_id=anchor.pk)


@attacks.on("origin_name_present")
def an_origin_without_a_name():
    Origin.objects.create(name="")


@attacks.on("origin_kind_known")
def an_origin_of_a_kind_of_its_own():
    Origin.objects.create(name="AFP", kind="rumour")


@attacks.on("origin_decided_by_someone")
def an_origin_confirmed_by_nobody():
    Origin.objects.create(name="AFP", state="confirmed", decided_at=timezone.now())


@attacks.on("origin_decided_by_someone")
def an_origin_rejected_at_no_time():
    Origin.objects.create(name="AFP", state="rejected", decided_by=make.user())


@attacks.on("origin_decided_by_someone")
def a_proposed_origin_that_somebody_decided():
    Origin.objects.create(name="AFP", decided_by=make.user(), decided_at=timezone.now())


@attacks.on("origin_decided_by_someone")
def an_origin_in_a_state_of_its_own():
    Origin.objects.create(name="AFP", state="doubtful")


@attacks.on("origin_holds_article_once")
def an_article_twice_in_an_origin():
    propose_origin("AFP", [make.article()], by=make.user())
    again(Provenance.objects.get())


for noun, make_one in {
    "claim": lambda: make.claim(make.story()),
    "highlight": highlight,
    "comment": comment,
    "evidence": evidence,
    "link": link,
    "silence": silence,
}.items():

    @attacks.on(f"{noun}_withdrawn_by_someone")
    def withdrawn_by_nobody(make_one=make_one):
        overwrite(make_one(), withdrawn_at=timezone.now())

    @attacks.on(f"{noun}_withdrawn_by_someone")
    def withdrawn_at_no_time(make_one=make_one):
        overwrite(make_one(), withdrawn_by=make.user())


@attacks.on("verdict_basis_bounds_in_order")
def a_count_whose_lower_bound_is_the_higher_one():
    again(VerdictBasis.objects.get(claim=settled()), at_least=2, at_most=1)


@attacks.on("basis_passage_once")
def a_passage_judged_twice_for_one_verdict():
    again(basis_passage(), relation="contradicts")
