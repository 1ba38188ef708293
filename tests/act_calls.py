"""List how each act of the table in `tests.acts` is called with the rows of a scene."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from uuid import uuid4

from annotations.actions import (
    claims,
    comments,
    documents,
    foreign_annotations,
    moving,
    origins,
    parting,
    tags,
)
from annotations.actions.bundles import merging
from annotations.actions.judgements import candidates, decisions, independences, publishing, silences
from annotations.actions.judgements import evidence as evidence_acts
from annotations.actions.judgements import links as link_acts
from annotations.actions.judgements.links import LinkJudgement
from annotations.actions.passages import drawing, highlights, projecting, reviewing, tellers
from annotations.actions.undo import undoing
from annotations.logic.vocabulary import OriginKind
from newsroom.actions import (
    articles,
    bulk,
    correcting,
    curation,
    outlets,
    revising,
    stories,
)
from newsroom.actions.imports import (
    answering,
    batches,
    import_requests,
    importing,
    importing_many,
    running,
    tables,
)
from newsroom.actions.people import accounts, passwords, redacting, tokens
from newsroom.errors import Conflict, Invalid, NewsroomError
from newsroom.models import Outlet, UnlikeChoice, User
from newsroom.roles import TokenScope
from newsroom.text.pipeline import prepare
from tests.act_scenes import RAW, ActScene


def import_one_of_many(scene: ActScene, by: User) -> None:
    """Import one source with `import_all`, and raise the error that it returns for the source."""
    request = import_requests.ImportRequest(RAW, prepare(RAW, name="rain.txt"), "rain.txt")
    (outcome,) = importing_many.import_all([request], by=by)
    if isinstance(outcome, NewsroomError):
        raise outcome


def revise_with_another_text(scene: ActScene, by: User) -> None:
    """Hand in a text that is no version of the article.

    `Conflict` is suppressed: it means that the role was enough.
    """
    with suppress(Conflict):
        revising.revise(scene.article, RAW, name="rain.txt", by=by)


def fetch_without_address(scene: ActScene, by: User) -> None:
    """Ask for a newer text of an article that has no address.

    `Invalid` is suppressed: it means that the role was enough.
    """
    with suppress(Invalid):
        revising.fetch_again(scene.article, by=by)


Call = Callable[[ActScene, User], object]

OF_HIGHLIGHTS: Mapping[str, Call] = {
    "candidates.accept_candidate": lambda s, by: candidates.accept_candidate(
        s.passage, s.location(s.second, "The minister"), "repeats", by=by
    ),
    "candidates.accept_candidate/drawing": lambda s, by: candidates.accept_candidate(
        s.unmarked_here, s.unmarked_there, "repeats", by=by
    ),
    "candidates.dismiss_candidate": lambda s, by: candidates.dismiss_candidate(
        s.key(s.passage), s.key(s.passage_there), by=by
    ),
    "candidates.offer_again": lambda s, by: candidates.offer_again(s.dismissal, by=by),
    "comments.comment_on": lambda s, by: comments.comment_on(s.passage, "Sure?", by=by),
    "comments.withdraw_comment": lambda s, by: comments.withdraw_comment(s.comment, by=by),
    "comments.restore_comment": lambda s, by: comments.restore_comment(s.withdrawn_comment, by=by),
    "drawing.draw_highlight": lambda s, by: drawing.draw_highlight(s.article.current, 0, 3, "The", by=by),
    "drawing.mark_passage": lambda s, by: drawing.mark_passage(
        drawing.PassageLocation(s.article.current, 0, 3, "The"), pk=uuid4(), by=by
    ),
    "highlights.move_edges": lambda s, by: highlights.move_edges(s.passage, 0, 3, "The", version=1, by=by),
    "highlights.describe_highlight": lambda s, by: highlights.describe_highlight(
        s.passage, note="Seen.", attribution="", version=1, by=by
    ),
    "tellers.name_teller": lambda s, by: tellers.name_teller(s.passage, "Kyodo", version=1, by=by),
    "highlights.tag_highlight": lambda s, by: highlights.tag_highlight(s.passage, s.tag, by=by),
    "highlights.tag_by_path": lambda s, by: highlights.tag_by_path(s.passage, s.tag.path, by=by),
    "highlights.tag_by_path/new": lambda s, by: highlights.tag_by_path(s.passage, "brand/new", by=by),
    "highlights.untag_highlight": lambda s, by: highlights.untag_highlight(s.passage, s.other_tag, by=by),
    "highlights.withdraw_highlight": lambda s, by: highlights.withdraw_highlight(s.passage, by=by),
    "highlights.restore_highlight": lambda s, by: highlights.restore_highlight(s.withdrawn, by=by),
    "projecting.project_highlight": lambda s, by: projecting.project_highlight(s.passage, s.third, by=by),
    "reviewing.confirm_anchor": lambda s, by: reviewing.confirm_anchor(
        s.passage.pk, s.passage.anchor_id, by=by
    ),
    "reviewing.move_reviewed": lambda s, by: reviewing.move_reviewed(
        s.passage.pk, s.passage.anchor_id, 0, 3, "The", by=by
    ),
    "reviewing.withdraw_reviewed": lambda s, by: reviewing.withdraw_reviewed(
        s.passage.pk, s.passage.anchor_id, by=by
    ),
    "tags.make_tag": lambda s, by: tags.make_tag("brand/new", by=by),
    "tags.make_tag/digit": lambda s, by: tags.make_tag("brand/new", digit=9, by=by),
    "tags.pin_tag": lambda s, by: tags.pin_tag(s.tag, 4, by=by),
    "tags.change_tag": lambda s, by: tags.change_tag(s.tag, definition="What it means.", by=by),
    "tags.merge_tag": lambda s, by: tags.merge_tag(s.tag, into=s.other_tag, by=by),
    "undoing.undo": lambda s, by: undoing.undo(s.story, by=by),
    "undoing.redo": lambda s, by: undoing.redo(s.story, by=by),
}

OF_JUDGEMENTS: Mapping[str, Call] = {
    "claims.make_claim": lambda s, by: claims.make_claim(s.story, "He left.", by=by),
    "claims.reword_claim": lambda s, by: claims.reword_claim(s.claim, "He left.", version=1, by=by),
    "claims.reword_claim/settled": lambda s, by: claims.reword_claim(
        s.settled, "He left.", version=2, by=by, outcome="reopen"
    ),
    "claims.reword_claim/restating": lambda s, by: claims.reword_claim(
        s.settled, "He left.", version=2, by=by, outcome="restate"
    ),
    "claims.settle_claim": lambda s, by: claims.settle_claim(
        s.claim, "true", "They say so.", version=1, by=by
    ),
    "claims.set_claim_status": lambda s, by: claims.set_claim_status(s.claim, "checking", version=1, by=by),
    "claims.set_claim_status/reopening": lambda s, by: claims.set_claim_status(
        s.settled, "open", version=2, reason="One took it back.", by=by
    ),
    "publishing.publish_verdict": lambda s, by: publishing.publish_verdict(s.settled, version=2, by=by),
    "publishing.unpublish_verdict": lambda s, by: publishing.unpublish_verdict(s.public, version=2, by=by),
    "claims.change_claim_story": lambda s, by: claims.change_claim_story(s.claim, s.other_story, by=by),
    "claims.withdraw_claim": lambda s, by: claims.withdraw_claim(s.claim, version=1, by=by),
    "claims.restore_claim": lambda s, by: claims.restore_claim(s.withdrawn_claim, version=2, by=by),
    "decisions.restore_decision": lambda s, by: decisions.restore_decision(
        s.claim, {"status": "checking"}, version=1, by=by
    ),
    "decisions.restore_decision/settled": lambda s, by: decisions.restore_decision(
        s.settled,
        {"status": "open", "verdict": "", "rationale": "", "settled_at": None, "settled_by": None},
        version=2,
        by=by,
    ),
    "evidence.add_evidence": lambda s, by: evidence_acts.add_evidence(s.claim, s.passage, "context", by=by),
    "evidence.add_evidence/settled": lambda s, by: evidence_acts.add_evidence(
        s.settled, s.passage, "context", by=by
    ),
    "evidence.make_claim_with_evidence": lambda s, by: evidence_acts.make_claim_with_evidence(
        s.passage, s.story, "He left.", "context", by=by
    ),
    "evidence.change_evidence": lambda s, by: evidence_acts.change_evidence(
        s.evidence, relation="repeats", note="", by=by
    ),
    "evidence.change_evidence/settled": lambda s, by: evidence_acts.change_evidence(
        s.settled_evidence, relation="repeats", note="", by=by
    ),
    "evidence.withdraw_evidence": lambda s, by: evidence_acts.withdraw_evidence(s.evidence, by=by),
    "evidence.withdraw_evidence/settled": lambda s, by: evidence_acts.withdraw_evidence(
        s.settled_evidence, by=by
    ),
    "evidence.restore_evidence": lambda s, by: evidence_acts.restore_evidence(s.withdrawn_evidence, by=by),
    "evidence.restore_evidence/settled": lambda s, by: evidence_acts.restore_evidence(
        s.withdrawn_settled, by=by
    ),
    "links.link_passages": lambda s, by: link_acts.link_passages(
        s.passage, s.passage_there, LinkJudgement("repeats"), by=by
    ),
    "links.change_link": lambda s, by: link_acts.change_link(s.link, LinkJudgement("context", "", ""), by=by),
    "links.withdraw_link": lambda s, by: link_acts.withdraw_link(s.link, by=by),
    "links.restore_link": lambda s, by: link_acts.restore_link(s.withdrawn_link, by=by),
    "moving.move_article": lambda s, by: moving.move_article(
        s.article, out_of=s.story, into=s.other_story, by=by
    ),
    "moving.move_claim": lambda s, by: moving.move_claim(s.claim_elsewhere, into=s.story, by=by),
    "foreign_annotations.bring_annotations": lambda s, by: foreign_annotations.bring_annotations(
        s.foreign, by=by
    ),
    "foreign_annotations.rehearse_annotations": lambda s, by: foreign_annotations.rehearse_annotations(
        s.foreign, by=by
    ),
    "merging.bring_in": lambda s, by: merging.bring_in(s.bundle, by=by),
    "merging.rehearse_bringing": lambda s, by: merging.rehearse_bringing(s.bundle, by=by),
    "parting.part_article": lambda s, by: parting.part_article(s.merged, [2], shown=s.parting, by=by),
    "parting.rehearse_parting": lambda s, by: parting.rehearse_parting(s.merged, [2], by=by),
    "documents.name_document": lambda s, by: documents.name_document(
        s.article, OriginKind.RELEASE, "Budget of the port", reason="In its second paragraph.", by=by
    ),
    "origins.propose_origin": lambda s, by: origins.propose_origin("Reuters", [s.article], by=by),
    "origins.attribute": lambda s, by: origins.attribute(s.origin, s.outside, by=by),
    "origins.decide_origin": lambda s, by: origins.decide_origin(
        s.origin, "confirmed", reason="The same text.", by=by
    ),
    "origins.rename_origin": lambda s, by: origins.rename_origin(s.origin, "Reuters", by=by),
    "origins.set_origin": lambda s, by: origins.set_origin(s.outside, s.origin, alone=False, by=by),
    "origins.split_origin": lambda s, by: origins.split_origin(
        s.origin, [s.article], name="Reuters", reason="Another text.", by=by
    ),
    "independences.state_independence": lambda s, by: independences.state_independence(
        s.claim, s.second, s.fourth, reason="Each had a reporter there.", by=by
    ),
    "independences.withdraw_independence": lambda s, by: independences.withdraw_independence(
        s.independence, by=by
    ),
    "independences.restore_independence": lambda s, by: independences.restore_independence(
        s.withdrawn_independence, by=by
    ),
    "silences.state_silence": lambda s, by: silences.state_silence(s.settled, s.third, by=by),
    "silences.withdraw_silence": lambda s, by: silences.withdraw_silence(s.silence, by=by),
    "silences.restore_silence": lambda s, by: silences.restore_silence(s.ended_silence, by=by),
}

OF_NEWSROOM: Mapping[str, Call] = {
    "accounts.make_account": lambda s, by: accounts.make_account("brand-new", {"role": "reader"}, by=by),
    "tokens.make_token": lambda s, by: tokens.make_token("Script", TokenScope.READ, days=90, by=by),
    "tokens.revoke_token": lambda s, by: tokens.revoke_token(s.token, by=by),
    "passwords.make_password_link": lambda s, by: passwords.make_password_link(s.account, by=by),
    "accounts.change_account": lambda s, by: accounts.change_account(s.account, {"role": "reporter"}, by=by),
    "articles.rename_article": lambda s, by: articles.rename_article(s.article, "New title", "", by=by),
    "batches.hand_in": lambda s, by: batches.hand_in([("rain.txt", RAW)], by=by),
    "batches.correct_item": lambda s, by: batches.correct_item(s.item, {"title": "Rain"}, by=by),
    "batches.choose_story": lambda s, by: batches.choose_story(s.batch, [0], s.other_story, by=by),
    "batches.leave_out": lambda s, by: batches.leave_out(s.item, by=by),
    "batches.discard_batch": lambda s, by: batches.discard_batch(s.batch, by=by),
    "bulk.act_on_each": lambda s, by: bulk.act_on_each([s.article], s.renaming(by), by=by),
    "bulk.rehearse": lambda s, by: bulk.rehearse([s.article], s.renaming(by), by=by),
    "bulk.act_as_shown": lambda s, by: bulk.act_as_shown([s.article], s.renaming(by), by=by, shown=s.shown),
    "correcting.correct_article": lambda s, by: correcting.correct_article(
        s.article, {"byline": "A. Author"}, {}, number=1, by=by
    ),
    "curation.amend": lambda s, by: curation.amend(s.outlet, {"domain": "courier.example"}, by=by),
    "curation.enter": lambda s, by: curation.enter(Outlet(name="A new outlet"), by=by),
    "importing.import_article": lambda s, by: importing.import_article(RAW, name="rain.txt", by=by),
    "importing.import_request": lambda s, by: importing.import_request(
        import_requests.read_request(RAW, name="rain.txt"), by=by
    ),
    "importing_many.import_all": import_one_of_many,
    "redacting.redact_lines": lambda s, by: redacting.redact_lines([], by=by),
    "outlets.merge_outlet": lambda s, by: outlets.merge_outlet(s.outlet, into=s.other_outlet, by=by),
    "outlets.set_owner": lambda s, by: outlets.set_owner(s.outlet, owner=s.other_outlet, by=by),
    "revising.revise": lambda s, by: revising.revise(
        s.article, s.article.current.text.encode() + b" So they say.", name="a.txt", by=by
    ),
    "revising.revise/another-text": revise_with_another_text,
    "revising.fetch_again": fetch_without_address,
    "answering.answer_unlike": lambda s, by: answering.answer_unlike(s.asking, UnlikeChoice.ARTICLE, by=by),
    "answering.split_item": lambda s, by: answering.split_item(s.several, by=by),
    "answering.take_as_one": lambda s, by: answering.take_as_one(s.several, by=by),
    "tables.choose_columns": lambda s, by: tables.choose_columns(s.table, ["title", "text"], by=by),
    "running.start_batch": lambda s, by: running.start_batch(s.batch, by=by),
    "running.try_again": lambda s, by: running.try_again(s.batch, by=by),
    "running.work": lambda s, by: running.work(s.batch, by=by, seconds=0),
    "stories.make_story": lambda s, by: stories.make_story(
        "Rain", stories.StoryDetails(starts_on=date(2022, 7, 8)), by=by
    ),
    "stories.change_story": lambda s, by: stories.change_story(s.story, summary="Two days.", by=by),
    "stories.add_articles": lambda s, by: stories.add_articles(s.story, [s.outside], by=by),
    "stories.move_place": lambda s, by: stories.move_place(
        s.article, out_of=s.story, into=s.other_story, by=by
    ),
}

#: How each act of the table is done.
CALLS: dict[str, Call] = {
    **{f"annotations.{name}": call for name, call in (OF_HIGHLIGHTS | OF_JUDGEMENTS).items()},
    **{f"newsroom.{name}": call for name, call in OF_NEWSROOM.items()},
}
