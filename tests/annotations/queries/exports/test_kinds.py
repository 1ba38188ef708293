"""Test what the exports of claims and of annotations write for one claim or one highlight."""

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


def test_a_passage_is_written_with_all_that_hangs_on_it(exported_desk, exported):
    one, (first, _) = exported_desk["highlights"][0], exported_desk["articles"]
    (row,) = exported("annotations", "tag=claims")
    chosen = (
        "annotation_id",
        "story",
        "article_id",
        "outlet",
        "origin",
        "revision",
        "start",
        "end",
        "exact",
        "suffix",
    )
    assert {name: row[name] for name in chosen} == {
        "annotation_id": str(one.pk),
        "story": "rain",
        "article_id": str(first.pk),
        "outlet": "Courier",
        "origin": "AFP",
        "revision": "1",
        "start": "0",
        "end": "9",
        "exact": "It rained",
        "suffix": ", officials said.",
    }
    assert (row["tags"], row["claim_ids"]) == ("claims/number", str(exported_desk["claim"].pk))
    assert row["permalink"] == f"http://testserver/h/{one.pk}/"
