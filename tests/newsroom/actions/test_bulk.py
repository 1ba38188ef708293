"""Test acts on many things: the rehearsal says what will be done, and nothing else is done."""

import logging

import pytest

from annotations.actions.passages.highlights import tag_highlight, withdraw_highlight
from annotations.models import Highlight
from newsroom.actions.bulk import act_as_shown, act_on_each, rehearse
from newsroom.errors import Conflict, Forbidden
from newsroom.models import Activity
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def act(curator):
    return lambda highlight: withdraw_highlight(highlight, by=curator)


@pytest.fixture
def free():
    return make.highlight(make.article())


@pytest.fixture
def bound():
    """Return a highlight that is evidence for a claim."""
    highlight = make.highlight(make.article())
    make.evidence(make.claim(make.story()), highlight)
    return highlight


def standing():
    return set(Highlight.objects.filter(withdrawn_at=None))


def test_each_thing_is_acted_on_with_one_line_and_a_refusal_keeps_none_back(curator, act, free, bound):
    outcome = act_on_each([bound, free], act, by=curator)
    assert [(line.verb, line.object_id) for line in outcome.lines] == [("withdrawn", str(free.pk))]
    assert [name for name, _ in outcome.refused] == [str(bound)]
    assert "Remove those first, then withdraw it." in outcome.refused[0][1]
    assert standing() == {bound}


def test_a_rehearsal_tells_the_same_and_changes_nothing(curator, act, free, bound):
    before = Activity.objects.count()
    rehearsed = rehearse(Highlight.objects.all(), act, by=curator)
    assert (standing(), Activity.objects.count()) == ({free, bound}, before)
    assert rehearsed.fingerprint == act_on_each(Highlight.objects.all(), act, by=curator).fingerprint


def test_what_was_shown_is_done(curator, act, free):
    shown = rehearse(Highlight.objects.all(), act, by=curator).fingerprint
    outcome = act_as_shown(Highlight.objects.all(), act, by=curator, shown=shown)
    assert [line.object_id for line in outcome.lines] == [str(free.pk)]
    assert standing() == set()


def test_nothing_is_done_where_it_would_be_other_than_shown(curator, act, free):
    shown = rehearse(Highlight.objects.all(), act, by=curator).fingerprint
    make.evidence(make.claim(make.story()), free)
    with pytest.raises(Conflict, match="Someone changed some of these meanwhile"):
        act_as_shown(Highlight.objects.all(), act, by=curator, shown=shown)
    assert standing() == {free}


def test_what_needs_no_act_leaves_no_line(curator):
    tag = make.tag()
    highlight = make.highlight(make.article(), tags=[tag])
    outcome = rehearse([highlight], lambda row: tag_highlight(row, tag, by=curator), by=curator)
    assert (outcome.lines, outcome.refused) == ((), ())


@pytest.mark.parametrize("role", [UserRole.READER, UserRole.REPORTER, UserRole.EDITOR])
def test_acting_on_many_takes_a_curator(role, act, free):
    with pytest.raises(Forbidden, match="This takes a curator"):
        act_on_each([free], act, by=make.user(role))
    assert standing() == {free}


def test_a_rehearsal_is_not_logged_as_if_it_had_been_done(
    curator, act, free, caplog, django_capture_on_commit_callbacks
):
    with caplog.at_level(logging.INFO, "newsroom.history"), django_capture_on_commit_callbacks(execute=True):
        shown = rehearse([free], act, by=curator).fingerprint
    assert caplog.messages == []
    with caplog.at_level(logging.INFO, "newsroom.history"), django_capture_on_commit_callbacks(execute=True):
        act_as_shown(Highlight.objects.all(), act, by=curator, shown=shown)
    assert [(line.verb, line.object, line.id) for line in caplog.records] == [
        ("withdrawn", "highlight", str(free.pk))
    ]
