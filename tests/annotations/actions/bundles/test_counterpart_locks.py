"""Test that a merge does not overwrite what somebody saves meanwhile."""

import pytest

from annotations.actions.bundles.merging import bring_in
from annotations.models import Claim, Tag
from tests.foreign_bundles import bundle_of, edited, from_elsewhere, opened
from tests.races import people


@pytest.mark.parametrize(
    ("table", "model", "field"), [("claims", Claim, "statement"), ("tags", Tag, "definition")]
)
@pytest.mark.django_db(transaction=True)
def test_what_is_saved_while_a_bundle_waits_is_a_conflict(rain, curator, table, model, field):
    sent = from_elsewhere(bundle_of(rain))
    bring_in(opened(sent), by=curator)
    changed = opened(edited(sent, table, lambda row: row | {field: "Theirs."}))
    reports = []
    with people(1) as one:
        with one.meanwhile(lambda: reports.append(bring_in(changed, by=curator))) as told:
            model.objects.update(**{field: "Ours."})
        assert told.result() is None
    assert set(model.objects.values_list(field, flat=True)) == {"Ours."}
    (report,) = reports
    assert {line.table for line in report.conflicts} == {table}
