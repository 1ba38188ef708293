"""Test that two people can act on the same rows at the same moment: no rule is broken, and the
slower person gets a sentence.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import combinations_with_replacement
from typing import Any

import pytest

from annotations.actions.claims import reword_claim, settle_claim, withdraw_claim
from annotations.actions.comments import comment_on
from annotations.actions.judgements.evidence import add_evidence, change_evidence, withdraw_evidence
from annotations.actions.judgements.links import (
    LinkJudgement,
    link_passages,
    restore_link,
    withdraw_link,
)
from annotations.actions.judgements.silences import state_silence
from annotations.actions.moving import move_article, move_claim
from annotations.actions.passages.drawing import draw_highlight
from annotations.actions.passages.highlights import (
    describe_highlight,
    move_edges,
    tag_by_path,
    tag_highlight,
    untag_highlight,
    withdraw_highlight,
)
from annotations.actions.passages.reviewing import confirm_anchor, move_reviewed, withdraw_reviewed
from annotations.actions.tags import merge_tag
from annotations.actions.undo.undoing import undo
from annotations.models import Claim, Highlight, Link
from annotations.queries.verifying import findings
from newsroom.actions.imports.importing import import_article
from newsroom.errors import Conflict
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from newsroom.text.pipeline import SourceDetails
from tests import make
from tests.races import people

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = "The minister left early. Rain fell on the island all day, said the hosts."
NEWER = "The minister left early. Rain fell on the island all night, said the hosts."


@dataclass
class Desk:
    """The rows that stay the same in all races: a person, a story with two articles, and another story."""

    by: User
    story: Story
    elsewhere: Story
    article: Article
    far: Article


class Scene:
    """A scene for one race: new rows that each person reads again before the race, as a page does."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.by, self.story, self.elsewhere, self.far = desk.by, desk.story, desk.elsewhere, desk.far
        for article in (desk.article, desk.far):
            article.refresh_from_db()
        self.tag, self.borne, self.into = (make.tag(by=self.by) for _ in range(3))
        self.highlight = make.highlight(desk.article, "minister left", by=self.by, tags=[self.borne])
        self.end = make.highlight(desk.far, "minister left", by=self.by)
        self.claim = make.claim(self.story, by=self.by)


@pytest.fixture
def desk() -> Desk:
    by = make.user(UserRole.CURATOR)
    story, elsewhere = make.story(by=by), make.story(by=by)
    article = make.article(TEXT, story=story, by=by)
    far = make.article(f"{TEXT} Nobody took a photo.", story=story, by=by)
    return Desk(by, story, elsewhere, article, far)


def _move(scene: Scene, highlight: Highlight) -> object:
    return move_edges(highlight, 4, 12, "minister", version=1, by=scene.by)


def _describe(scene: Scene, highlight: Highlight) -> object:
    return describe_highlight(highlight, note="Seen.", attribution="", version=1, by=scene.by)


def _revise(scene: Scene, article: Article) -> object:
    details = SourceDetails(external_id=article.external_id)
    newer = f"{NEWER} This is version {make.number()}."
    return import_article(newer.encode(), name="article.txt", details=details, by=scene.by)


def _draw(scene: Scene, article: Article) -> object:
    return draw_highlight(article.current, 25, 29, "Rain", by=scene.by)


#: Acts on one highlight that is not withdrawn and that has no evidence or links.
ON_HIGHLIGHT: dict[str, Callable[[Scene, Highlight], object]] = {
    "withdraw": lambda scene, row: withdraw_highlight(row, by=scene.by),
    "move": _move,
    "describe": _describe,
    "tag": lambda scene, row: tag_highlight(row, scene.tag, by=scene.by),
    "tag again": lambda scene, row: tag_by_path(row, f"new/{row.pk.hex}", by=scene.by),
    "untag": lambda scene, row: untag_highlight(row, scene.borne, by=scene.by),
    "merge its tag": lambda scene, row: merge_tag(scene.borne, into=scene.into, by=scene.by),
    "attach": lambda scene, row: add_evidence(scene.claim, row, "context", by=scene.by),
    "link": lambda scene, row: link_passages(row, scene.end, LinkJudgement("updates"), by=scene.by),
    "link back": lambda scene, row: link_passages(scene.end, row, LinkJudgement("updates"), by=scene.by),
    "comment": lambda scene, row: comment_on(row, "Ask again.", by=scene.by),
    "confirm": lambda scene, row: confirm_anchor(row.pk, row.anchor_id, by=scene.by),
    "place again": lambda scene, row: move_reviewed(row.pk, row.anchor_id, 4, 12, "minister", by=scene.by),
    "withdraw in review": lambda scene, row: withdraw_reviewed(row.pk, row.anchor_id, by=scene.by),
    "revise its article": lambda scene, row: _revise(scene, row.article),
    "draw beside it": lambda scene, row: _draw(scene, row.article),
    "undo": lambda scene, row: undo(scene.story, by=scene.by),
}

#: Acts on one link that was withdrawn, and on its ends.
ON_WITHDRAWN_LINK: dict[str, Callable[[Scene, Link], object]] = {
    "restore": lambda scene, row: restore_link(row, by=scene.by),
    "link again": lambda scene, row: link_passages(
        scene.end, scene.highlight, LinkJudgement("updates"), by=scene.by
    ),
    "withdraw its start": lambda scene, row: withdraw_highlight(row.source, by=scene.by),
    "withdraw its end": lambda scene, row: withdraw_highlight(row.target, by=scene.by),
    "undo": lambda scene, row: undo(scene.story, by=scene.by),
}

#: Acts on one claim with evidence, and on that evidence.
ON_CLAIM: dict[str, Callable[[Scene, Claim], object]] = {
    "reword": lambda scene, row: reword_claim(row, "He left.", version=1, by=scene.by),
    "settle": lambda scene, row: settle_claim(row, "true", "Seen.", version=1, by=scene.by),
    "withdraw": lambda scene, row: withdraw_claim(row, version=1, by=scene.by),
    "move": lambda scene, row: move_claim(row, into=scene.elsewhere, by=scene.by),
    "attach": lambda scene, row: add_evidence(row, scene.end, "context", by=scene.by),
    "state silence": lambda scene, row: state_silence(row, scene.far, by=scene.by),
    "judge": lambda scene, row: change_evidence(
        row.evidence.earliest("created_at"), relation="updates", note="", by=scene.by
    ),
    "detach": lambda scene, row: withdraw_evidence(row.evidence.earliest("created_at"), by=scene.by),
    "move its article": lambda scene, row: move_article(
        scene.far, out_of=scene.story, into=scene.elsewhere, by=scene.by
    ),
}


def _broken(desk: Desk, acts: dict[str, Any], prepare: Callable[[Scene], Any]) -> list[str]:
    """Race every pair of `acts`, and return a sentence for each fault.

    A fault is an exception that is no sentence for people, or a finding of `verify`.
    """
    broken = []
    with people(2) as two:
        for pair in combinations_with_replacement(acts, 2):
            scene = Scene(desk)
            row = prepare(scene)
            pages = [(acts[name], type(row).objects.get(pk=row.pk)) for name in pair]
            for crash in two.crashes(*(partial(act, scene, page) for act, page in pages)):
                broken.append(f"{pair}: {crash}")
    return broken + list(findings())


def test_of_any_two_acts_on_one_highlight_nothing_breaks(desk: Desk) -> None:
    assert _broken(desk, ON_HIGHLIGHT, lambda scene: scene.highlight) == []


def test_of_any_two_acts_on_one_claim_nothing_breaks(desk: Desk) -> None:
    def with_evidence(scene: Scene) -> Claim:
        add_evidence(scene.claim, scene.highlight, "context", by=scene.by)
        return scene.claim

    assert _broken(desk, ON_CLAIM, with_evidence) == []


def test_of_any_two_acts_on_one_link_nothing_breaks(desk: Desk) -> None:
    def withdrawn_end(scene: Scene) -> Link:
        link = make.link(scene.highlight, scene.end, by=scene.by)
        withdraw_link(link, by=scene.by)
        return link

    assert _broken(desk, ON_WITHDRAWN_LINK, withdrawn_end) == []


def test_a_passage_is_not_drawn_in_a_text_that_is_replaced_at_this_moment(desk: Desk) -> None:
    """The act reads the old revision, and writes after another person has stored the new one."""
    scene = Scene(desk)
    shown = Article.objects.select_related("current").get(pk=desk.article.pk)
    shown.current.article = shown
    with people(1) as one:
        with one.meanwhile(lambda: _draw(scene, shown)) as told:
            _revise(scene, Article.objects.get(pk=desk.article.pk))
        assert isinstance(told.result(), Conflict)
    assert list(findings()) == []


def test_edges_are_not_moved_in_a_text_that_is_replaced_at_this_moment(desk: Desk) -> None:
    scene = Scene(desk)
    shown = Highlight.objects.select_related("article__current").get(pk=scene.highlight.pk)
    with people(1) as one, one.meanwhile(lambda: _move(scene, shown)):
        _revise(scene, Article.objects.get(pk=desk.article.pk))
    assert list(findings()) == []
