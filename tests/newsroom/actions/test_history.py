"""Test that each act writes one line of history, in the same transaction."""

import logging

import pytest
from django.db import transaction

from newsroom.actions.history import (
    HistoryLine,
    SentTwice,
    change,
    differences,
    record,
    record_all,
    sent_once,
)
from newsroom.models import Activity, Outlet, Verb
from tests import make

pytestmark = pytest.mark.django_db


def test_a_line_names_who_did_what_to_what(reporter):
    story = make.story()
    line = record(
        HistoryLine(Verb.CHANGED, story, "did", story=story, changes={"title": ("a", "b")}), by=reporter
    )
    line.refresh_from_db()
    assert (line.actor, line.verb, line.object_type, line.object_id) == (
        reporter,
        "changed",
        "story",
        str(story.pk),
    )
    assert line.changes == {"title": ["a", "b"]}
    assert str(line) == "reporter did"


def test_a_line_goes_with_the_act_that_fails(reporter):
    story = make.story()
    before = Activity.objects.count()

    def fail_after_recording():
        record(HistoryLine(Verb.CHANGED, story, "did"), by=reporter)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        transaction.atomic(fail_after_recording)()
    assert Activity.objects.count() == before


def test_logs_hold_ids_and_no_words(reporter, caplog, django_capture_on_commit_callbacks):
    story = make.story()
    caplog.clear()
    with (
        caplog.at_level(logging.INFO, logger="newsroom.history"),
        django_capture_on_commit_callbacks(execute=True),
    ):
        record(
            HistoryLine(Verb.CHANGED, story, "a secret about rain", changes={"title": ("rain", "hail")}),
            by=reporter,
        )
    (line,) = caplog.records
    assert (line.message, line.verb, line.object, line.id) == ("act", "changed", "story", str(story.pk))
    assert line.user == str(reporter.pk)


def test_a_long_summary_is_cut(reporter):
    assert len(record(HistoryLine(Verb.CHANGED, make.story(), "x" * 999), by=reporter).summary) == 300


def test_only_what_differs_is_a_change():
    outlet = Outlet(name="The Courier", domain="courier.example")
    values = {"name": "The Courier", "domain": "the-courier.example"}
    assert differences(outlet, values) == {"domain": ("courier.example", "the-courier.example")}


def test_a_related_row_is_written_by_its_name(reporter):
    article = make.article(outlet="The Courier")
    herald = Outlet.objects.create(name="The Herald")
    assert change(article, {"outlet": herald}) == {"outlet": ("The Courier", "The Herald")}


def test_the_first_line_of_a_form_has_its_key_and_a_second_form_of_that_key_is_refused(reporter):
    story = make.story(by=reporter)
    lines = [HistoryLine(Verb.CHANGED, story, words) for words in ("did", "did more")]
    with sent_once("a form"):
        first, second = record_all(lines, by=reporter)
        record(lines[0], by=reporter)
    assert (first.form_key, second.form_key) == ("a form", "")
    with sent_once("a form"), pytest.raises(SentTwice) as refused:
        record(lines[0], by=reporter)
    assert refused.value.line == first
    with sent_once("another form"):
        assert record(lines[0], by=reporter).form_key == "another form"
    assert record(lines[0], by=reporter).form_key == ""
