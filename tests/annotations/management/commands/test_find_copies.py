"""Test `manage.py find_copies`, which writes a JSON object for each pair of articles
that share their wording.
"""

import json

import pytest
from django.core.management import CommandError, call_command

from annotations.models import Shingle
from newsroom.models import User
from tests import make
from tests.annotations.actions.test_copying import OTHER_WIRE, article_of
from tests.annotations.logic.sources.test_copies import OWN, WIRE

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return make.user()


def printed(capsys: pytest.CaptureFixture[str], **options: object) -> list[dict[str, object]]:
    call_command("find_copies", **options)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_pairs_are_printed_by_external_id(editor: User, capsys: pytest.CaptureFixture[str]) -> None:
    a, b, c = (
        article_of(*WIRE, by=editor),
        article_of(*reversed(WIRE), by=editor),
        article_of(*OWN, WIRE[0], by=editor),
    )
    article_of(*OTHER_WIRE, by=editor)
    pairs = [(pair["a"], pair["b"], pair["verdict"]) for pair in printed(capsys)]
    assert pairs == [
        (a.external_id, b.external_id, "copy"),
        (a.external_id, c.external_id, "partial"),
        (b.external_id, c.external_id, "partial"),
    ]


def test_a_pair_says_how_much_each_side_shares_and_where(
    editor: User, capsys: pytest.CaptureFixture[str]
) -> None:
    article_of(*WIRE, by=editor)
    article_of(*WIRE[:2], by=editor)
    (pair,) = printed(capsys)
    assert (pair["share"], pair["share_of_b"]) == (1.0, 1.0)
    assert 0.4 < pair["share_of_a"] < 0.6
    assert pair["paragraphs_of_a"] == [0, 1]


def test_only_pairs_within_the_story_are_printed(editor: User, capsys: pytest.CaptureFixture[str]) -> None:
    story = make.story(by=editor)
    article_of(*WIRE, by=editor)
    for text in (WIRE, OWN):
        make.article("\n\n".join(reversed(text)), by=editor, story=story)
    assert len(printed(capsys)) == 1
    assert printed(capsys, story=story.slug) == []
    with pytest.raises(CommandError):
        call_command("find_copies", story="no-such-story")


def test_of_a_text_printed_many_times_no_pair_is_missed(
    editor: User, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(25):
        article_of(*WIRE[number % 4 :], *WIRE[: number % 4], f"Number {number}.", by=editor)
    assert len(printed(capsys)) == 25 * 24 / 2


def test_the_index_is_made_anew_on_request(editor: User, capsys: pytest.CaptureFixture[str]) -> None:
    article_of(*WIRE, by=editor)
    article_of(*reversed(WIRE), by=editor)
    Shingle.objects.all().delete()
    assert printed(capsys) == []
    assert len(printed(capsys, rebuild=True)) == 1
