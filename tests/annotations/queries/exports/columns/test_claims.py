"""Test what the exports of claims and silences write for one claim."""

import pytest
from django.utils import timezone

from annotations.actions.claims import settle_claim
from annotations.actions.judgements.evidence import withdraw_evidence
from annotations.models import Claim
from tests import make
from tests.forbidden_writes import overwrite

pytestmark = pytest.mark.django_db


def test_a_claim_is_written_with_what_changed_since_its_verdict(exported_desk, exported):
    editor = make.user()
    claim = Claim.objects.get(pk=exported_desk["claim"].pk)
    (row,) = exported("claims")
    assert row["changed_since_verdict"] == ""
    settle_claim(claim, "true", "Seen on film.", version=claim.version, by=editor, seen=make.WEAKNESS_SEEN)
    (row,) = exported("claims")
    assert row["changed_since_verdict"] == ""
    assert (row["rationale"], row["settled_by"]) == ("Seen on film.", editor.username)
    withdraw_evidence(claim.evidence.get(), by=editor)
    (row,) = exported("claims")
    assert row["changed_since_verdict"] == (
        "1 passage taken off; 1 independent source then, 0 independent sources now"
    )


def test_a_verdict_of_which_nothing_was_recorded_says_so(exported_desk, exported):
    decided = {"settled_at": timezone.now(), "settled_by": make.user()}
    overwrite(exported_desk["claim"], status="settled", verdict="true", rationale="Seen on film.", **decided)
    (row,) = exported("claims")
    assert row["changed_since_verdict"] == "not recorded"


def test_passages_and_sources_are_counted_in_columns_of_their_units(exported_desk, exported, editor):
    claim, second = exported_desk["claim"], exported_desk["articles"][1]
    make.evidence(claim, make.highlight(exported_desk["articles"][0], "officials", by=editor), by=editor)
    for words in ("It hailed", "said"):
        make.evidence(claim, make.highlight(second, words, by=editor), "contradicts", by=editor)
    (row,) = exported("claims")
    assert row["corroborating_passages"] == row["corroborating"] == "2"
    assert row["sources_at_least"] == row["sources_at_most"] == "1"
    assert row["contradicting_sources_at_least"] == row["contradicting_sources_at_most"] == "1"


def test_a_silence_names_the_claim_and_the_article(exported_desk, exported, editor):
    claim, second = exported_desk["claim"], exported_desk["articles"][1]
    make.silence(claim, second, by=editor)
    (row,) = exported("silences", f"claim={claim.pk}")
    assert (row["claim_id"], row["article_id"], row["story"]) == (str(claim.pk), str(second.pk), "rain")
