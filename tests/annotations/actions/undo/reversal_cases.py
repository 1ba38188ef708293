"""List every act that can be undone, with the fields of its line of history, and the
desk on which it is done.
"""

from collections.abc import Callable
from dataclasses import dataclass

from annotations.actions.claims import restore_claim, withdraw_claim
from annotations.actions.judgements.candidates import offer_again
from annotations.actions.judgements.evidence import change_evidence, restore_evidence, withdraw_evidence
from annotations.actions.judgements.links import LinkJudgement, change_link, restore_link, withdraw_link
from annotations.actions.passages.highlights import (
    describe_highlight,
    move_edges,
    restore_highlight,
    tag_highlight,
    untag_highlight,
    withdraw_highlight,
)
from annotations.actions.passages.projecting import project_highlight
from annotations.actions.passages.tellers import name_teller
from annotations.models import Highlight
from newsroom.models import Subject, Verb
from newsroom.roles import UserRole
from tests import make

TEXT = "“The minister left,” Lavrov said. “They stayed,” Kuleba said."


class Desk:
    """A story with a person, two articles, passages in them, and what rests on the passages."""

    def __init__(self) -> None:
        self.by = make.user(UserRole.EDITOR)
        self.story = make.story(by=self.by)
        self.article = make.article(TEXT, story=self.story, by=self.by)
        self.second = make.article(TEXT + " So they say.", story=self.story, by=self.by)
        self.tag, self.worn = make.tag(by=self.by), make.tag(by=self.by)
        self.passage = make.highlight(self.article, "The minister left", by=self.by, tags=[self.worn])
        self.elsewhere = make.highlight(self.second, "They stayed", by=self.by)
        self.claim = make.claim(self.story, by=self.by)
        self.evidence = make.evidence(self.claim, self.passage, "context", by=self.by)
        self.link = make.link(self.passage, self.elsewhere, "repeats", by=self.by)

    def fresh(self) -> Highlight:
        return Highlight.objects.select_related("anchor", "article__current").get(pk=self.passage.pk)


def describe(desk: Desk, note: str, attribution: str) -> None:
    passage = desk.fresh()
    describe_highlight(passage, note=note, attribution=attribution, version=passage.version, by=desk.by)


def move(desk: Desk, words: str) -> None:
    start = TEXT.index(words)
    passage = desk.fresh()
    move_edges(passage, start, start + len(words), words, version=passage.version, by=desk.by)


def judge(desk: Desk, relation: str = "context", note: str = "") -> None:
    change_evidence(desk.evidence, relation=relation, note=note, by=desk.by)


def relate(desk: Desk, relation: str = "repeats", aspect: str = "", note: str = "") -> None:
    change_link(desk.link, LinkJudgement(relation, aspect, note), by=desk.by)


def free_passage(desk: Desk) -> Highlight:
    return make.highlight(desk.article, "They stayed", by=desk.by)


def project(desk: Desk) -> None:
    make.origin(desk.article, desk.second, by=desk.by)
    project_highlight(desk.passage, desk.second, by=desk.by)


def withdraw_a_highlight(desk: Desk) -> None:
    withdraw_highlight(free_passage(desk), by=desk.by)


def restore_a_highlight(desk: Desk) -> None:
    passage = free_passage(desk)
    withdraw_highlight(passage, by=desk.by)
    restore_highlight(passage, by=desk.by)


def confirm_a_guess(desk: Desk) -> None:
    article = make.article("The minister left, Kyodo reported.", story=desk.story, by=desk.by)
    passage = make.highlight(article, by=desk.by)
    name_teller(passage, "Kyodo", version=1, by=desk.by)


def restore_the_evidence(desk: Desk) -> None:
    withdraw_evidence(desk.evidence, by=desk.by)
    restore_evidence(desk.evidence, by=desk.by)


def restore_the_link(desk: Desk) -> None:
    withdraw_link(desk.link, by=desk.by)
    restore_link(desk.link, by=desk.by)


def withdraw_a_claim(desk: Desk) -> None:
    withdraw_claim(make.claim(desk.story, by=desk.by), version=1, by=desk.by)


def restore_a_claim(desk: Desk) -> None:
    claim = make.claim(desk.story, by=desk.by)
    withdraw_claim(claim, version=1, by=desk.by)
    restore_claim(claim, version=2, by=desk.by)


def offer_the_dismissed(desk: Desk) -> None:
    offer_again(make.dismissal(desk.passage, desk.elsewhere, by=desk.by), by=desk.by)


@dataclass(frozen=True, slots=True)
class ReversalCase:
    """An act that can be undone, and the line of history that it writes last.

    `subject` and `verb` are those of the line. `fields` are the names of the changes that the line holds.
    """

    subject: Subject
    verb: Verb
    fields: tuple[str, ...]
    act: Callable[[Desk], object]


CASES = [
    ReversalCase(Subject.HIGHLIGHT, Verb.DRAWN, (), free_passage),
    ReversalCase(
        Subject.HIGHLIGHT,
        Verb.DRAWN,
        ("tags",),
        lambda desk: make.highlight(desk.article, "They", by=desk.by, tags=[desk.tag]),
    ),
    ReversalCase(Subject.HIGHLIGHT, Verb.PROJECTED, ("from",), project),
    ReversalCase(Subject.HIGHLIGHT, Verb.WITHDRAWN, (), withdraw_a_highlight),
    ReversalCase(Subject.HIGHLIGHT, Verb.RESTORED, (), restore_a_highlight),
    ReversalCase(
        Subject.HIGHLIGHT, Verb.MOVED, ("quote", "start", "end"), lambda desk: move(desk, "They stayed")
    ),
    ReversalCase(Subject.HIGHLIGHT, Verb.MOVED, ("quote", "end"), lambda desk: move(desk, "The minister")),
    ReversalCase(Subject.HIGHLIGHT, Verb.MOVED, ("quote", "start"), lambda desk: move(desk, "minister left")),
    ReversalCase(
        Subject.HIGHLIGHT,
        Verb.DESCRIBED,
        ("note", "attribution_guessed"),
        lambda desk: describe(desk, "Seen.", "Lavrov"),
    ),
    ReversalCase(
        Subject.HIGHLIGHT,
        Verb.DESCRIBED,
        ("attribution", "attribution_guessed"),
        lambda desk: describe(desk, "", "an aide"),
    ),
    ReversalCase(
        Subject.HIGHLIGHT, Verb.DESCRIBED, ("attribution_guessed",), lambda desk: describe(desk, "", "Lavrov")
    ),
    ReversalCase(
        Subject.HIGHLIGHT,
        Verb.CREDITED,
        ("teller", "teller_guessed"),
        lambda desk: name_teller(desk.passage, "Kyodo", version=1, by=desk.by),
    ),
    ReversalCase(Subject.HIGHLIGHT, Verb.CREDITED, ("teller_guessed",), confirm_a_guess),
    ReversalCase(
        Subject.HIGHLIGHT,
        Verb.TAGGED,
        ("tags",),
        lambda desk: tag_highlight(desk.passage, desk.tag, by=desk.by),
    ),
    ReversalCase(
        Subject.HIGHLIGHT,
        Verb.UNTAGGED,
        ("tags",),
        lambda desk: untag_highlight(desk.passage, desk.worn, by=desk.by),
    ),
    ReversalCase(
        Subject.EVIDENCE,
        Verb.ATTACHED,
        (),
        lambda desk: make.evidence(desk.claim, desk.elsewhere, "context", by=desk.by),
    ),
    ReversalCase(
        Subject.EVIDENCE, Verb.WITHDRAWN, (), lambda desk: withdraw_evidence(desk.evidence, by=desk.by)
    ),
    ReversalCase(Subject.EVIDENCE, Verb.RESTORED, (), restore_the_evidence),
    ReversalCase(
        Subject.EVIDENCE, Verb.CHANGED, ("relation",), lambda desk: judge(desk, relation="contradicts")
    ),
    ReversalCase(Subject.EVIDENCE, Verb.CHANGED, ("note",), lambda desk: judge(desk, note="Said twice.")),
    ReversalCase(
        Subject.LINK,
        Verb.LINKED,
        (),
        lambda desk: make.link(desk.elsewhere, free_passage(desk), by=desk.by),
    ),
    ReversalCase(Subject.LINK, Verb.WITHDRAWN, (), lambda desk: withdraw_link(desk.link, by=desk.by)),
    ReversalCase(Subject.LINK, Verb.RESTORED, (), restore_the_link),
    ReversalCase(Subject.LINK, Verb.CHANGED, ("relation",), lambda desk: relate(desk, relation="context")),
    ReversalCase(
        Subject.LINK,
        Verb.CHANGED,
        ("relation", "aspect"),
        lambda desk: relate(desk, relation="contradicts", aspect="time"),
    ),
    ReversalCase(Subject.LINK, Verb.CHANGED, ("note",), lambda desk: relate(desk, note="Word for word.")),
    ReversalCase(Subject.CLAIM, Verb.MADE, (), lambda desk: make.claim(desk.story, by=desk.by)),
    ReversalCase(Subject.CLAIM, Verb.WITHDRAWN, ("withdrawn_at", "withdrawn_by"), withdraw_a_claim),
    ReversalCase(Subject.CLAIM, Verb.RESTORED, ("withdrawn_at", "withdrawn_by"), restore_a_claim),
    ReversalCase(
        Subject.DISMISSAL,
        Verb.DISMISSED,
        (),
        lambda desk: make.dismissal(desk.passage, desk.elsewhere, by=desk.by),
    ),
    ReversalCase(Subject.DISMISSAL, Verb.OFFERED, (), offer_the_dismissed),
]
