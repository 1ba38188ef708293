"""List every act of both `actions` packages, with the lowest role that each one needs.

A row of the table holds an act, sometimes with a case after a slash, and three roles: the lowest role that
may do the act on one's own thing, on another person's thing in one's own story, and in another person's
story. The role is `nobody` if the act refuses everyone. Every public function of the packages has a row, or
stands in `PARTS` with the reason why it asks for no role.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType

import annotations.actions
import newsroom.actions

PACKAGES = (annotations.actions, newsroom.actions)

#: The owner of the thing: the person; another person, in the person's story; or a stranger, in
#: the stranger's story.
OWN, ANOTHERS, STRANGERS = OWNERS = ("own", "another's", "a stranger's")

TABLE = """
annotations.foreign_annotations.bring_annotations     reporter  reporter  reporter
annotations.foreign_annotations.rehearse_annotations  reporter  reporter  reporter
annotations.merging.bring_in                          curator   curator   curator
annotations.merging.rehearse_bringing                 curator   curator   curator
annotations.candidates.accept_candidate               reporter  reporter  reporter
annotations.candidates.accept_candidate/drawing       reporter  reporter  reporter
annotations.candidates.dismiss_candidate              reporter  reporter  reporter
annotations.candidates.offer_again                    reporter  reporter  reporter
annotations.claims.make_claim                         reporter  reporter  reporter
annotations.claims.reword_claim                       reporter  reporter  reporter
annotations.claims.reword_claim/settled               editor    editor    editor
annotations.claims.reword_claim/restating             editor    editor    editor
annotations.claims.settle_claim                       editor    editor    editor
annotations.publishing.publish_verdict                editor    editor    editor
annotations.publishing.unpublish_verdict              editor    editor    editor
annotations.claims.set_claim_status                   reporter  reporter  reporter
annotations.claims.set_claim_status/reopening         editor    editor    editor
annotations.claims.change_claim_story                 editor    editor    editor
annotations.claims.withdraw_claim                     reporter  editor    editor
annotations.claims.restore_claim                      reporter  editor    editor
annotations.comments.comment_on                       reporter  reporter  reporter
annotations.comments.withdraw_comment                 reporter  editor    editor
annotations.comments.restore_comment                  reporter  editor    editor
annotations.drawing.draw_highlight                    reporter  reporter  reporter
annotations.drawing.mark_passage                      reporter  reporter  reporter
annotations.highlights.move_edges                     reporter  reporter  reporter
annotations.highlights.describe_highlight             reporter  reporter  reporter
annotations.tellers.name_teller                       reporter  reporter  reporter
annotations.highlights.tag_highlight                  reporter  reporter  reporter
annotations.highlights.tag_by_path                    reporter  reporter  reporter
annotations.highlights.tag_by_path/new                reporter  reporter  reporter
annotations.highlights.untag_highlight                reporter  reporter  reporter
annotations.highlights.withdraw_highlight             reporter  editor    editor
annotations.highlights.restore_highlight              reporter  editor    editor
annotations.evidence.add_evidence                     reporter  reporter  reporter
annotations.evidence.add_evidence/settled             editor    editor    editor
annotations.evidence.make_claim_with_evidence         reporter  reporter  reporter
annotations.evidence.change_evidence                  reporter  reporter  reporter
annotations.evidence.change_evidence/settled          editor    editor    editor
annotations.evidence.withdraw_evidence                reporter  reporter  reporter
annotations.evidence.withdraw_evidence/settled        editor    editor    editor
annotations.evidence.restore_evidence                 reporter  reporter  reporter
annotations.evidence.restore_evidence/settled         editor    editor    editor
annotations.links.link_passages                       reporter  reporter  reporter
annotations.links.change_link                         reporter  reporter  reporter
annotations.links.withdraw_link                       reporter  reporter  reporter
annotations.links.restore_link                        reporter  reporter  reporter
annotations.moving.move_article                       editor    editor    editor
annotations.moving.move_claim                         editor    editor    editor
annotations.documents.name_document                   reporter  reporter  reporter
annotations.origins.propose_origin                    reporter  reporter  reporter
annotations.origins.attribute                         reporter  reporter  reporter
annotations.origins.decide_origin                     editor    editor    editor
annotations.origins.rename_origin                     editor    editor    editor
annotations.origins.set_origin                        editor    editor    editor
annotations.origins.split_origin                      editor    editor    editor
annotations.parting.part_article                      curator   curator   curator
annotations.parting.rehearse_parting                  curator   curator   curator
annotations.projecting.project_highlight              reporter  reporter  reporter
annotations.reviewing.confirm_anchor                  reporter  reporter  reporter
annotations.reviewing.move_reviewed                   reporter  reporter  reporter
annotations.reviewing.withdraw_reviewed               reporter  editor    editor
annotations.independences.state_independence          editor    editor    editor
annotations.independences.withdraw_independence       editor    editor    editor
annotations.silences.state_silence                    reporter  reporter  reporter
annotations.silences.withdraw_silence                 reporter  reporter  reporter
annotations.tags.make_tag                             reporter  reporter  reporter
annotations.tags.change_tag                           editor    editor    editor
annotations.tags.make_tag/digit                       editor    editor    editor
annotations.tags.pin_tag                              reporter  reporter  reporter
annotations.tags.merge_tag                            curator   curator   curator
annotations.undoing.undo                              reporter  nobody    nobody
annotations.undoing.redo                              reporter  nobody    nobody
newsroom.accounts.make_account                        curator   curator   curator
newsroom.accounts.change_account                      curator   curator   curator
newsroom.tokens.make_token                            reader    reader    reader
newsroom.tokens.revoke_token                          reader    curator   curator
newsroom.passwords.make_password_link                 curator   curator   curator
newsroom.answering.answer_unlike                      reporter  editor    editor
newsroom.answering.split_item                         reporter  editor    editor
newsroom.answering.take_as_one                        reporter  editor    editor
newsroom.articles.rename_article                      reporter  reporter  reporter
newsroom.batches.hand_in                              reporter  reporter  reporter
newsroom.batches.correct_item                         reporter  editor    editor
newsroom.batches.choose_story                         reporter  editor    editor
newsroom.batches.leave_out                            reporter  editor    editor
newsroom.batches.discard_batch                        reporter  editor    editor
newsroom.bulk.act_on_each                             curator   curator   curator
newsroom.bulk.rehearse                                curator   curator   curator
newsroom.bulk.act_as_shown                            curator   curator   curator
newsroom.correcting.correct_article                   reporter  reporter  reporter
newsroom.curation.amend                               curator   curator   curator
newsroom.curation.enter                               curator   curator   curator
newsroom.importing.import_article                     reporter  reporter  reporter
newsroom.importing.import_request                     reporter  reporter  reporter
newsroom.importing_many.import_all                    reporter  reporter  reporter
newsroom.outlets.merge_outlet                         curator   curator   curator
newsroom.outlets.set_owner                            curator   curator   curator
newsroom.redacting.redact_lines                       curator   curator   curator
newsroom.revising.revise                              reporter  reporter  reporter
newsroom.revising.revise/another-text                 reporter  reporter  reporter
newsroom.revising.fetch_again                         reporter  reporter  reporter
newsroom.running.start_batch                          reporter  editor    editor
newsroom.running.try_again                            reporter  editor    editor
newsroom.running.work                                 reporter  editor    editor
newsroom.stories.make_story                           reporter  reporter  reporter
newsroom.stories.change_story                         reporter  reporter  reporter
newsroom.stories.add_articles                         reporter  reporter  reporter
newsroom.stories.move_place                           editor    editor    editor
newsroom.tables.choose_columns                        reporter  editor    editor
"""

#: Public functions that ask for no role, each with the reason.
PARTS = {
    "annotations.claims.lock_claim": "locks a claim within an act",
    "annotations.copying.index_imported_texts": "runs within an import",
    "annotations.copying.index_all": "fills an index, which no person sees as an act",
    "annotations.copying.index_revisions": "fills an index, which no person sees as an act",
    "annotations.gone_withdrawal.lines_of_gone": "only computes",
    "annotations.gone_withdrawal.withdraw_gone": "runs within the merge of a bundle, and its acts ask",
    "annotations.pairs.pair_of": "only reads",
    "annotations.highlights.anchor_for": "builds a row and stores nothing",
    "annotations.presences.note_presence": "notes who looks, which is no act, and asks for a token instead",
    "annotations.undoing.next_lines": "only reads",
    "annotations.undoing.reversal_of": "only reads",
    "annotations.undoing.place_before": "only reads",
    "annotations.checks.relation_in_words": "only computes",
    "annotations.checks.must_be_as_seen": "is a rule of acts that have asked",
    "annotations.checks.must_be_one_event": "is a rule of acts that have asked",
    "annotations.checks.must_stand": "is a rule of acts that have asked",
    "annotations.checks.quoted_passage": "only computes",
    "annotations.crediting.propose_credited_origins": "runs within an import that has asked",
    "annotations.locking.lock_highlights": "locks highlights within an act",
    "annotations.locking.lock_to_move": "locks a highlight within an act",
    "annotations.locking.must_stand": "is a rule of acts that have asked",
    "annotations.locking.take_version": "runs within an act that has asked",
    "annotations.origins.form_origin": "runs within an act that has asked, or within an import",
    "annotations.origins.place_in_origin": "runs within an act that has asked, or within an import",
    "annotations.reanchoring.reanchor": "runs within an import",
    "annotations.silences.end_silence": "runs within an act that has asked",
    "annotations.silences.restore_ended_silence": "runs within an act that has asked",
    "annotations.tellers.guess_tellers_again": "runs within an act that has asked",
    "annotations.tellers.guessed_teller": "only reads",
    "annotations.tags.must_be_kept": "is a rule of acts that have asked",
    "annotations.tags.find_or_make_tag": "runs within an act that has asked",
    "annotations.tags.tags_under": "only reads",
    "annotations.verdicts.base_verdict": "runs within an act that has asked",
    "annotations.verdicts.base_same_verdict": "runs within an act that has asked",
    "annotations.withdrawing.withdraw": "runs within an act that has asked",
    "annotations.withdrawing.restore": "runs within an act that has asked",
    "newsroom.accounts.accounts_of_each_role": "makes the first accounts, so nobody could be asked",
    "newsroom.accounts.importer": "makes the account by which commands import",
    "newsroom.passwords.change_own_password": "everyone changes their own password",
    "newsroom.passwords.set_password_by_link": "the secret of the link decides, because nobody is signed in",
    "newsroom.passwords.end_links": "runs within an act that has asked",
    "newsroom.sessions.end_session": "everyone ends their own sessions",
    "newsroom.sessions.end_other_sessions": "everyone ends their own sessions",
    "newsroom.tokens.end_tokens": "runs within an act that has asked",
    "newsroom.tokens.note_use": "notes when a token was used",
    "newsroom.sessions.sign_out": "runs within an act that has asked",
    "newsroom.batch_items.is_table": "only computes",
    "newsroom.batch_items.must_fetch": "only computes",
    "newsroom.batch_items.must_hold": "only computes",
    "newsroom.batch_items.must_be_readable": "only computes",
    "newsroom.batch_items.sources_in": "only computes",
    "newsroom.batch_items.stored_details": "only computes",
    "newsroom.batch_items.store_items": "runs within an act that has asked",
    "newsroom.batches.may_touch": "is the guard of the acts on an import",
    "newsroom.batches.must_be_open": "is a rule of the acts on an import",
    "newsroom.checking.check_article": "reports the refusal of the act that it calls",
    "newsroom.history.change": "runs within an act that has asked",
    "newsroom.history.differences": "only computes",
    "newsroom.history.quoted": "only computes",
    "newsroom.history.record": "writes the line of an act that has asked",
    "newsroom.history.record_all": "writes the lines of an act that has asked",
    "newsroom.history.sent_once": "marks the first line of an act that asks itself",
    "newsroom.history.shortened": "only computes",
    "newsroom.history.undoing": "marks the line of an act that asks itself",
    "newsroom.history.collect_lines": "only listens",
    "newsroom.import_preparation.preparation_of": "works before an act that asks",
    "newsroom.import_preparation.with_preparation": "works before an import that asks",
    "newsroom.import_preparation.with_preparations": "works before an import that asks",
    "newsroom.import_requests.capture_of": "builds a row and stores nothing",
    "newsroom.import_requests.keys_of": "only computes",
    "newsroom.import_requests.names_of": "only computes",
    "newsroom.import_requests.new_article": "builds a row and stores nothing",
    "newsroom.import_requests.next_revision": "builds a row and stores nothing",
    "newsroom.import_requests.outlets_of": "runs within an import that has asked",
    "newsroom.import_requests.read_request": "only computes",
    "newsroom.import_requests.stored_originals": "runs within an import that has asked",
    "newsroom.importing.make_articles": "runs within an import that has asked",
    "annotations.counterpart_locks.lock_counterparts": "locks rows within an act",
    "newsroom.locking.keep": "locks rows within an act",
    "newsroom.locking.one_at_a_time": "waits within an act",
    "newsroom.locking.lock": "locks rows within an act",
    "newsroom.outlets.outlet_for": "runs within an act that has asked",
    "newsroom.parting.announce": "runs within an act that has asked",
    "newsroom.parting.divide": "runs within an act that has asked",
    "newsroom.parting.own_revisions": "only reads",
    "newsroom.parting.revisions_to_part": "is a rule of acts that have asked",
    "newsroom.revision_copies.copy_of": "builds a row and stores nothing",
    "newsroom.revision_copies.masthead_columns": "only computes",
    "newsroom.tables.read_tables": "only computes",
    "newsroom.locking.without_waiting": "is a part of an act",
    "newsroom.seen.as_shown": "only computes",
    "newsroom.seen.must_be_as_seen": "is a rule of acts that have asked",
    "newsroom.stories.addition_line": "builds a line and stores nothing",
    "newsroom.stories.free_slug": "only reads",
    "newsroom.stories.place_article": "runs within an act that has asked",
    "newsroom.storing.sentences": "only computes",
    "newsroom.storing.store_as_it_came": "runs within an act that has asked",
    "newsroom.storing.store": "runs within an act that has asked",
    "newsroom.storing.take_or_store": "runs within an act that has asked",
    "newsroom.storing.store_all": "runs within an act that has asked",
}

#: Acts that must read rows to know which role they need. All others refuse before they ask the database.
READ_FIRST = {
    "annotations.evidence.add_evidence": "locks the claim, whose status decides on the role",
    "annotations.evidence.add_evidence/settled": "locks the claim, whose status decides on the role",
    "annotations.evidence.change_evidence": "locks the claim, whose status decides on the role",
    "annotations.evidence.change_evidence/settled": "locks the claim, whose status decides on the role",
    "annotations.evidence.withdraw_evidence": "locks the claim, whose status decides on the role",
    "annotations.evidence.withdraw_evidence/settled": "locks the claim, whose status decides on the role",
    "annotations.evidence.restore_evidence": "locks the claim, whose status decides on the role",
    "annotations.evidence.restore_evidence/settled": "locks the claim, whose status decides on the role",
    "annotations.reviewing.move_reviewed": "locks the highlight, then moves its edges as another act",
    "annotations.reviewing.withdraw_reviewed": "locks the highlight, whose maker decides on the role",
}


@dataclass(frozen=True, slots=True)
class ActRow:
    """One act on one kind of thing. `floor` is the lowest role that may do it, or `nobody`."""

    act: str
    whose: str
    floor: str


def act_rows() -> Iterator[ActRow]:
    """Yield the table, with one row for each act and each owner of the thing it changes."""
    for line in TABLE.strip().splitlines():
        act, *floors = line.split()
        for whose, floor in zip(OWNERS, floors, strict=True):
            yield ActRow(act, whose, floor)


def acts_in_table() -> set[str]:
    """Return the acts that have a row, without their cases."""
    return {row.act.partition("/")[0] for row in act_rows()}


def public_functions() -> set[str]:
    """Return the functions of both packages that other modules may call, as `package.module.function`."""
    names = set()
    for package in PACKAGES:
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(info.name)
            names |= set(_functions_of(module))
    return names


def _functions_of(module: ModuleType) -> Iterator[str]:
    # The folder of a module is not part of the name: `annotations.drawing.draw_highlight`.
    package, *_, name = module.__name__.split(".")
    for function, value in inspect.getmembers(module, inspect.isfunction):
        defined_here = value.__module__ == module.__name__
        if defined_here and not function.startswith("_"):
            yield f"{package}.{name}.{function}"
