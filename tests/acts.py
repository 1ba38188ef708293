"""List every act of both `actions` packages, with the lowest role that each one needs.

A row of the table holds an act, sometimes with a case after a slash, and three roles: the lowest role that
may do the act on one's own thing, on another person's thing in one's own story, and in another person's
story. The role is `nobody` if the act refuses everyone. Every public function of the packages has a row, or
stands in `tests.act_parts` with the reason why it asks for no role.
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
annotations.decisions.restore_decision                reporter  reporter  reporter
annotations.decisions.restore_decision/settled        editor    editor    editor
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
annotations.independences.restore_independence        editor    editor    editor
annotations.silences.state_silence                    reporter  reporter  reporter
annotations.silences.withdraw_silence                 reporter  reporter  reporter
annotations.silences.restore_silence                  reporter  reporter  reporter
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
