import pytest

from annotations.actions.judgements.candidates import dismiss_candidate
from annotations.actions.judgements.evidence import change_evidence, withdraw_evidence
from annotations.actions.judgements.links import LinkJudgement, change_link, withdraw_link
from annotations.actions.judgements.silences import state_silence, withdraw_silence
from annotations.actions.origins import propose_origin
from annotations.actions.passages.drawing import draw_highlight
from annotations.actions.passages.highlights import (
    describe_highlight,
    move_edges,
    tag_highlight,
    untag_highlight,
    withdraw_highlight,
)
from annotations.actions.passages.projecting import project_highlight
from annotations.actions.undo.undoing import next_acts, redo, undo
from annotations.logic.finding.dismissals import PassageKey
from annotations.models import Claim, Dismissal, Highlight, Silence
from newsroom.actions.history import HistoryLine, record
from newsroom.errors import Conflict, Forbidden, Invalid
from newsroom.models import Activity, Article, Story, User, Verb
from newsroom.roles import UserRole
from newsroom.text.model import Span
from tests import make
from tests.annotations.actions.undo.highlight_state import state

pytestmark = pytest.mark.django_db


def acts(passage: Highlight, articles: tuple[Article, Article], person: User) -> list[tuple[str, object]]:
    """Return every act that can be undone, with its name, in an order in which each act is possible."""
    other = make.highlight(articles[1], by=person)
    tag = make.tag("claims/time", by=person)
    link = make.link(passage, other, "repeats", by=person)
    evidence = make.evidence(make.claim(articles[0].stories.get(), by=person), passage, by=person)
    return [
        ("tag", lambda: tag_highlight(passage, tag, by=person)),
        ("untag", lambda: untag_highlight(passage, tag, by=person)),
        ("describe", lambda: describe_highlight(passage, note="Hm", attribution="she", version=1, by=person)),
        ("move", lambda: move_edges(passage, 4, 12, "minister", version=passage.version, by=person)),
        (
            "change link",
            lambda: change_link(link, LinkJudgement("contradicts", "time", "So?"), by=person),
        ),
        ("unlink", lambda: withdraw_link(link, by=person)),
        ("change evidence", lambda: change_evidence(evidence, relation="context", note="Hm", by=person)),
        ("take off the claim", lambda: withdraw_evidence(evidence, by=person)),
        ("withdraw", lambda: withdraw_highlight(passage, by=person)),
    ]


def test_every_act_is_undone_and_redone_one_after_the_other(
    passage: Highlight, articles: tuple[Article, Article], story: Story, person: User
) -> None:
    seen = []
    for _, act in acts(passage, articles, person):
        seen.append(state(passage))
        act()
        passage.refresh_from_db()
    last = state(passage)
    for before in reversed(seen):
        undo(story, by=person)
        assert state(passage) == before
    for after in [*seen[1:], last]:
        redo(story, by=person)
        assert state(passage) == after


def test_what_was_attached_linked_and_drawn_is_undone_too(
    passage: Highlight, articles: tuple[Article, Article], story: Story, person: User
) -> None:
    other = make.highlight(articles[1], by=person)
    make.link(passage, other, by=person)
    make.evidence(make.claim(story, by=person), passage, by=person)
    whole = state(passage)
    for _ in range(5):
        undo(story, by=person)
    assert not state(passage)["standing"]
    assert not state(other)["standing"]
    with pytest.raises(Invalid, match="nothing of yours to undo"):
        undo(story, by=person)
    for _ in range(5):
        redo(story, by=person)
    assert state(passage) == whole
    with pytest.raises(Invalid, match="nothing to do again"):
        redo(story, by=person)


def test_a_claim_stated_by_mistake_is_undone_and_redone(story: Story, person: User) -> None:
    claim = make.claim(story, by=person)
    for act, standing in ((undo, 0), (redo, 1), (undo, 0)):
        assert act(story, by=person).highlight is None
        assert story.claims.filter(withdrawn_at=None).count() == standing
    assert Claim.objects.get(pk=claim.pk).withdrawn_by == person


def test_a_dismissal_is_undone_and_redone(
    passage: Highlight, articles: tuple[Article, Article], story: Story, person: User
) -> None:
    ends = PassageKey(articles[0].pk, "The minister left"), PassageKey(articles[1].pk, "The speech began")
    dismiss_candidate(*ends, by=person)
    for act, standing in ((undo, 0), (redo, 1), (undo, 0)):
        assert act(story, by=person).highlight is None
        assert Dismissal.objects.filter(withdrawn_at=None).count() == standing
    assert state(passage)["standing"]


def test_a_passage_marked_in_a_copy_is_unmarked_before_the_passage_itself(
    passage: Highlight, story: Story, person: User
) -> None:
    copy = make.article(passage.article.current.text, story=story, by=person)
    propose_origin("AFP", [passage.article, copy], by=person)
    projection = project_highlight(passage, copy, by=person)
    undo(story, by=person)
    assert (state(projection)["standing"], state(passage)["standing"]) == (False, True)
    redo(story, by=person)
    assert state(projection)["standing"]


def test_taking_evidence_back_lets_the_silence_it_ended_hold_again(
    passage: Highlight, story: Story, person: User
) -> None:
    claim = make.claim(story, by=person)
    silence = state_silence(claim, passage.article, by=person)
    make.evidence(claim, passage, by=person)
    for act, silent in ((undo, True), (redo, False), (undo, True)):
        act(story, by=person)
        silence.refresh_from_db()
        assert (silence.withdrawn_at is None) == silent


def test_a_silence_that_ended_before_stays_ended(passage: Highlight, story: Story, person: User) -> None:
    claim = make.claim(story, by=person)
    withdraw_silence(state_silence(claim, passage.article, by=person), by=person)
    make.evidence(claim, passage, by=person)
    undo(story, by=person)
    assert not Silence.objects.filter(withdrawn_at=None).exists()


def test_the_history_says_which_line_an_undoing_took_back(
    passage: Highlight, story: Story, person: User
) -> None:
    line = undo(story, by=person).line
    written = Activity.objects.first()
    assert (line.verb, written.verb, written.undoes, written.actor) == ("drawn", "withdrawn", line, person)


def test_undoing_says_where_the_passage_stood_so_that_the_page_can_be_painted(
    passage: Highlight, story: Story, person: User
) -> None:
    move_edges(passage, 4, 12, "minister", version=passage.version, by=person)
    undone = undo(story, by=person)
    assert (undone.highlight, undone.before) == (passage, (Span(4, 12),))


def test_only_ones_own_acts_in_this_story_are_undone(passage: Highlight, story: Story, person: User) -> None:
    with pytest.raises(Invalid):
        undo(story, by=make.user(UserRole.REPORTER))
    with pytest.raises(Invalid):
        undo(make.story(by=person), by=person)
    assert state(passage)["standing"]


def test_after_a_new_act_nothing_is_redone(passage: Highlight, story: Story, person: User) -> None:
    describe_highlight(passage, note="One", attribution="", version=1, by=person)
    undo(story, by=person)
    make.highlight(passage.article, "speech began", by=person)
    with pytest.raises(Invalid, match="nothing to do again"):
        redo(story, by=person)


@pytest.mark.parametrize("act", ["describe", "move", "change link", "change evidence"])
def test_what_someone_changed_since_is_left_alone(
    passage: Highlight, articles: tuple[Article, Article], story: Story, person: User, act: str
) -> None:
    colleague = make.user(UserRole.EDITOR)
    dict(acts(passage, articles, person))[act]()
    passage = Highlight.objects.get(pk=passage.pk)
    describe_highlight(passage, note="theirs", attribution="", version=passage.version, by=colleague)
    move_edges(passage, 0, 3, "The", version=passage.version, by=colleague)
    change_link(passage.links_out.get(), LinkJudgement("updates", "", ""), by=colleague)
    change_evidence(passage.evidence.get(), relation="updates", note="", by=colleague)
    theirs = state(passage)
    with pytest.raises(Conflict, match="changed this since"):
        undo(story, by=person)
    assert state(passage) == theirs


def test_a_note_on_a_passage_whose_speaker_was_guessed_is_undone(story: Story, person: User) -> None:
    article = make.article("“We left,” Lavrov said.", story=story, by=person)
    passage = make.highlight(article, "We left", by=person)
    describe_highlight(passage, note="Sure?", attribution="Lavrov", version=1, by=person)
    for act, expected in ((undo, ("", "Lavrov", True)), (redo, ("Sure?", "Lavrov", False))):
        act(story, by=person)
        passage.refresh_from_db()
        assert (passage.note, passage.attribution, passage.attribution_guessed) == expected


@pytest.mark.parametrize(("verb", "tags"), [(Verb.TAGGED, (None, "{}")), (Verb.UNTAGGED, ("{}", None))])
def test_tags_in_lines_of_earlier_versions_are_still_undone(
    passage: Highlight, story: Story, person: User, verb: Verb, tags: tuple[str | None, str | None]
) -> None:
    tag = make.tag(by=person)
    if verb is Verb.TAGGED:
        passage.tags.add(tag, through_defaults={"added_by": person})
    stored = tuple(side and side.format(tag) for side in tags)
    record(HistoryLine(verb, passage, "did", article=passage.article, changes={"tags": stored}), by=person)
    undo(story, by=person)
    assert state(passage)["tags"] == ([] if verb is Verb.TAGGED else [str(tag)])


def test_a_reader_undoes_nothing(story: Story) -> None:
    with pytest.raises(Forbidden):
        undo(story, by=make.user(UserRole.READER))


def test_drawing_again_after_undoing_leaves_two_highlights_in_the_history(
    passage: Highlight, story: Story, person: User
) -> None:
    undo(story, by=person)
    draw_highlight(passage.article.current, 0, 17, "The minister left", by=person)
    assert [highlight.withdrawn_at is None for highlight in Highlight.objects.order_by("created_at")] == [
        False,
        True,
    ]


def test_what_undo_and_redo_take_next_is_known_before(
    passage: Highlight, articles: tuple[Article, Article], editor: User
) -> None:
    story = articles[0].stories.get()
    stranger = make.user()
    assert next_acts(story, stranger) == (None, None)
    tag_highlight(passage, make.tag("claims/time", by=editor), by=editor)
    undone, redone = next_acts(story, editor)
    assert undone
    assert redone is None
    assert undo(story, by=editor).act == undone
    _, redone = next_acts(story, editor)
    assert redone
    assert redo(story, by=editor).act == redone
