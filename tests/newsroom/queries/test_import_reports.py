"""Test the report of an import: the result of each item, and the remarks for the person who imported it."""

import pytest

from newsroom.actions.imports.batches import hand_in
from newsroom.actions.imports.running import start_batch, work
from newsroom.models import Article
from newsroom.queries.import_reports import UNKNOWN, Remark, report_lines
from newsroom.signals import articles_reported
from tests import make
from tests.sample_reports import QUAKE, QUAKE_TOO

pytestmark = pytest.mark.django_db


def imported_items(*texts, by):
    """Import `texts`, and return the items of the import."""
    batch = hand_in([(f"{n}.txt", text.encode()) for n, text in enumerate(texts)], by=by)
    start_batch(batch, by=by)
    work(batch, by=by, seconds=60)
    return batch.items.select_related("revision")


def test_a_report_has_a_line_for_each_item_in_its_order(reporter):
    items = list(imported_items("It rained.", " ", "It hailed.", by=reporter))
    lines = report_lines(items)
    assert [line.item for line in lines] == items
    assert [bool(line.item.revision) for line in lines] == [True, False, True]


def test_what_others_remark_on_an_article_stands_beside_its_item(reporter):
    def remark(articles, **_):
        return [Remark(max(articles), "Another article says the same.", "/origins/1/")]

    items = imported_items("It rained.", "It hailed.", by=reporter)
    articles_reported.connect(remark)
    try:
        lines = report_lines(items)
    finally:
        articles_reported.disconnect(remark)
    newest = Article.objects.latest("pk").pk
    assert [line.remarks for line in lines] == [
        (),
        (Remark(newest, "Another article says the same.", "/origins/1/"),),
    ]


def test_an_imported_article_is_proposed_to_the_story_it_seems_to_be_part_of(reporter):
    story = make.story("Quake")
    make.article(QUAKE, story=story)
    lines = report_lines(imported_items(QUAKE_TOO, "It rained for hours, officials said.", by=reporter))
    assert [line.proposed and line.proposed.story for line in lines] == [story, None]


def test_a_report_on_nothing_asks_nobody(db):
    assert report_lines([]) == []


def test_an_article_that_breaks_whoever_remarks_is_told_and_the_other_lines_stand(reporter):
    def remarks(articles, **_):
        if min(articles) == first:
            raise OverflowError("beyond the calendar")
        return [Remark(article, "Another article says the same.", "/origins/1/") for article in articles]

    items = imported_items("It rained.", "It hailed.", by=reporter)
    first = min(item.revision.article_id for item in items)
    articles_reported.connect(remarks)
    try:
        lines = report_lines(items)
    finally:
        articles_reported.disconnect(remarks)
    assert [[remark.sentence for remark in line.remarks] for line in lines] == [
        [UNKNOWN],
        ["Another article says the same."],
    ]
