"""Test which claims are said to rest on one source or one unnamed voice."""

import pytest

from annotations.logic.counting.standing import count
from annotations.logic.counting.weaknesses import WeakClaim, weaknesses
from annotations.logic.vocabulary import Relation
from tests.cited import passage

OFFICIAL = "an unnamed Western official"


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        ([], []),
        ([passage(1, "Post", relation=Relation.CONTRADICTS)], []),
        ([passage(1, "Post")], ["rests on one source: Post"]),
        ([passage(1, "Post"), passage(2, "Times")], []),
        (
            [passage(1, "Post", "kyodo"), passage(2, "Times", "kyodo")],
            ["rests on one source: Kyodo"],
        ),
        (
            [passage(1, "Post", "kyodo"), passage(2, "Times", "post")],
            ["rests on one source: Kyodo, Post"],
        ),
        ([passage(1, "Post"), passage(2, "Times", unsure="post")], ["may rest on one source"]),
        (
            [passage(1, "Post", speaker=OFFICIAL), passage(2, "Times", speaker=OFFICIAL)],
            [f"rests on one unnamed voice: {OFFICIAL}"],
        ),
        ([passage(1, "Post", speaker="Lavrov"), passage(2, "Times", speaker="Lavrov")], []),
        ([passage(1, "Post", speaker=OFFICIAL), passage(2, "Times")], []),
        (
            [passage(1, "Post", speaker=OFFICIAL)],
            ["rests on one source: Post", f"rests on one unnamed voice: {OFFICIAL}"],
        ),
    ],
)
def test_one_source_and_one_unnamed_voice_are_said(evidence, words):
    assert weaknesses(count(evidence), str.title) == words


def test_a_refusal_names_every_weakness():
    refusal = WeakClaim(["rests on one source: Post", f"rests on one unnamed voice: {OFFICIAL}"])
    assert refusal.sentence.startswith(
        f"The claim rests on one source: Post, and rests on one unnamed voice: {OFFICIAL}. Say that you"
    )
    assert refusal.status == 422
