"""Test which rows stand and are exported."""

import pytest

from annotations.actions.claims import withdraw_claim
from annotations.actions.comments import withdraw_comment
from annotations.actions.judgements.silences import withdraw_silence
from annotations.models import Claim, Comment, Evidence, Silence
from annotations.queries.exports.standing_rows import STANDING
from tests import make

pytestmark = pytest.mark.django_db


def test_what_hangs_on_a_withdrawn_claim_is_not_exported(story, editor):
    article = make.article(story=story, by=editor)
    claim = make.claim(story, by=editor)
    make.comment(claim, by=editor)
    make.silence(claim, make.article(story=story, by=editor), by=editor)
    make.evidence(claim, make.highlight(article, by=editor), by=editor)
    hanging = (Comment, Evidence, Silence)
    assert [STANDING[model]().count() for model in hanging] == [1, 1, 1]
    withdraw_claim(claim, version=claim.version, by=editor)
    assert [STANDING[model]().count() for model in (Claim, *hanging)] == [0, 0, 0, 0]


def test_withdrawn_comments_and_silences_are_not_exported(story, editor):
    claim = make.claim(story, by=editor)
    withdraw_comment(make.comment(claim, by=editor), by=editor)
    withdraw_silence(make.silence(claim, make.article(by=editor), by=editor), by=editor)
    assert [STANDING[model]().count() for model in (Comment, Silence)] == [0, 0]
