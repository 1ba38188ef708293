"""Test that a merge does not overwrite what somebody saves meanwhile."""

from functools import partial

import pytest

from annotations.actions.bundles.merging import bring_in
from annotations.logic.bundles.reports import RowState
from annotations.models import Claim, Link, Tag
from tests.foreign_bundles import bundle_of, edited, from_elsewhere, opened
from tests.races import people


@pytest.mark.django_db(transaction=True)
def test_what_is_saved_while_a_bundle_waits_to_withdraw_it_stays(rain, curator):
    sent = from_elsewhere(bundle_of(rain))
    bring_in(opened(sent), by=curator)
    without = opened(edited(sent, "links", lambda row: None))
    here = Link.objects.filter(source__article__places__story__slug="rain-elsewhere")
    reports = []
    with people(1) as one:
        act = partial(bring_in, without, by=curator, gone_too=True)
        with one.meanwhile(lambda: reports.append(act())) as told:
            here.update(note="Ours.")
        assert told.result() is None
    (line,) = reports[0].lines_of(RowState.GONE)
    assert "this desk changed it" in line.reason
    assert here.get().withdrawn_at is None


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
    assert {line.table for line in report.lines_of(RowState.CONFLICT)} == {table}
