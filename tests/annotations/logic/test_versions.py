"""Test what stands in a field that two people changed."""

import pytest

from annotations.logic.versions import FieldVersions


@pytest.mark.parametrize(
    ("seen", "theirs", "mine", "kept"),
    [
        ("old", "old", "old", "old"),
        ("old", "new", "old", "new"),
        ("old", "old", "new", "new"),
        ("old", "", "old", ""),
        ("old", "new", "new", "new"),
        ("a\nb", "a\nc", "a\r\nb ", "a\nc"),
        (None, "same", "same", "same"),
    ],
)
def test_a_change_of_one_person_stands(seen: str | None, theirs: str, mine: str, kept: str) -> None:
    versions = FieldVersions(seen, theirs, mine)
    assert not versions.is_contested
    assert versions.kept == kept


@pytest.mark.parametrize("seen", ["old", None])
def test_of_two_changes_that_differ_a_person_chooses(seen: str | None) -> None:
    versions = FieldVersions(seen, theirs="theirs", mine="mine")
    assert versions.is_contested
    assert versions.kept == "mine"
