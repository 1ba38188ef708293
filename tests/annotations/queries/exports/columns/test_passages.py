"""Test what the exports about passages write for one highlight."""

import pytest

from annotations.models import Highlight
from tests import make

pytestmark = pytest.mark.django_db


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


@pytest.mark.parametrize("guessed", [True, False])
def test_a_guessed_speaker_is_said_to_be_guessed(exported_desk, exported, guessed):
    Highlight.objects.filter(pk=exported_desk["highlights"][0].pk).update(
        attribution="officials", attribution_guessed=guessed
    )
    (row,) = exported("annotations", "tag=claims")
    assert (row["attribution"], row["attribution_guessed"]) == ("officials", str(guessed).lower())


def test_a_comment_names_what_it_is_about(exported_desk, exported, editor):
    make.comment(exported_desk["highlights"][0], "Seen.", by=editor)
    make.comment(exported_desk["claim"], "Why?", by=editor)
    on_passage, on_claim = exported("comments", "story=rain")
    assert (on_passage["body"], on_passage["claim_id"]) == ("Seen.", "")
    assert on_passage["annotation_id"] == str(exported_desk["highlights"][0].pk)
    assert (on_claim["annotation_id"], on_claim["claim_id"]) == ("", str(exported_desk["claim"].pk))


def test_links_and_evidence_name_their_ends(exported_desk, exported):
    one, two = exported_desk["highlights"]
    (link,) = exported("links")
    assert (link["from_annotation_id"], link["to_annotation_id"]) == (str(one.pk), str(two.pk))
    assert (link["from_stories"], link["to_stories"]) == ("rain", "rain")
    (evidence,) = exported("evidence")
    assert (evidence["annotation_id"], evidence["exact"]) == (str(one.pk), "It rained")
