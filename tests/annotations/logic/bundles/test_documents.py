"""Test that a text of a bundle is checked with its blocks, marks, corrections and anchors."""

import hashlib

import pytest

from annotations.logic.bundles.documents import check_anchor, check_document
from annotations.logic.bundles.rows import BundleRow
from annotations.logic.bundles.tables import ANCHORS, REVISIONS
from newsroom.errors import Invalid

TEXT = "Rain 😀 fell."
SOUND = {
    "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    "blocks": [[0, 12, "body"]],
    "marks": [[0, 4, "strong", ""]],
    "kept_lines": ["Title: Rain"],
    "read": {"byline": "Ana", "published_at": None, "published_on_day": False, "roles": {"0": "title"}},
}


def revision(**values: object) -> BundleRow:
    return BundleRow(REVISIONS, 3, SOUND | values)


def anchor(start: int | None, end: int | None, quote: str, state: str = "drawn") -> BundleRow:
    return BundleRow(ANCHORS, 3, {"start": start, "end": end, "quote": quote, "state": state})


def test_a_sound_revision_is_accepted() -> None:
    check_document(revision(), TEXT)
    check_document(revision(read={"published_at": "2022-07-09T10:00:00Z"}), TEXT)


@pytest.mark.parametrize(
    "values",
    [
        {"sha256": "0" * 64},
        {"blocks": [[0, 13, "body"]]},
        {"blocks": [[5, 12, "body"], [0, 4, "body"]]},
        {"blocks": [[0, 12, "lead"]]},
        {"blocks": [[0, 12]]},
        {"blocks": ["body"]},
        {"blocks": [[0, True, "body"]]},
        {"marks": [[0, 4, "script", ""]]},
        {"marks": [[4, 2, "strong", ""]]},
        {"marks": [[0, 4, "strong", 7]]},
        {"kept_lines": [1]},
        {"read": {"is_staff": True}},
        {"read": {"byline": 1}},
        {"read": {"published_at": "noon"}},
        {"read": {"published_at": "2022-07-09T10:00:00"}},
        {"read": {"published_on_day": "yes"}},
        {"read": {"roles": {"1": "title"}}},
        {"read": {"roles": {"0": "lead"}}},
        {"read": {"roles": {"0": []}}},
        {"read": {"roles": {"x": "title"}}},
        {"read": {"roles": []}},
    ],
)
def test_a_revision_that_does_not_fit_its_text_is_refused_with_its_line(values: dict[str, object]) -> None:
    with pytest.raises(Invalid, match=r"^tables/revisions.jsonl, line 3: "):
        check_document(revision(**values), TEXT)


@pytest.mark.parametrize("text", ["", "Rain\r\n", "Rain\x00", "e\u0301"])
def test_a_text_that_no_desk_stores_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="not as a desk stores texts"):
        check_document(revision(sha256=hashlib.sha256(text.encode()).hexdigest(), blocks=[], marks=[]), text)


def test_an_anchor_is_accepted_where_its_words_stand_and_if_it_is_lost() -> None:
    check_anchor(anchor(5, 6, "😀"), TEXT)
    check_anchor(anchor(None, None, "snow", "lost"), TEXT)


@pytest.mark.parametrize(
    "row",
    [
        anchor(5, 7, "😀"),
        anchor(4, 5, "😀"),
        anchor(5, 5, ""),
        anchor(None, 6, "😀"),
        anchor(5, None, "😀"),
        anchor(5, 6, "😀", "lost"),
        anchor(None, None, "😀"),
    ],
)
def test_an_anchor_elsewhere_is_refused(row: BundleRow) -> None:
    with pytest.raises(Invalid, match="does not say"):
        check_anchor(row, TEXT)
