"""Test that sources imported together become what each would become alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.actions.imports.import_requests import ImportRequest
from newsroom.actions.imports.importing import ImportOutcome
from newsroom.actions.imports.importing_many import import_all
from newsroom.errors import NewsroomError
from newsroom.models import Activity, Article, Capture, Original, Outlet, Revision, Sentence, StoryArticle
from newsroom.roles import UserRole
from newsroom.signals import revisions_imported
from newsroom.text.pipeline import SourceDetails, prepare
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def reporter():
    return make.user(UserRole.REPORTER)


def handed(text, story=None, **details):
    raw, stated = text.encode(), SourceDetails(**details)
    return ImportRequest(raw, prepare(raw, details=stated), "a.txt", stated, story)


def report(number, **details):
    return handed(f"It rained in place {number} for {number} hours. Nobody was hurt.", **details)


def results(outcomes):
    """Return the status of each outcome, or the sentence of its error."""
    return [each.sentence if isinstance(each, NewsroomError) else str(each.status) for each in outcomes]


def test_many_take_no_more_queries_than_one(reporter):
    story = make.story("Rain")

    def queries(several):
        with CaptureQueriesContext(connection) as asked:
            assert set(results(import_all(several, by=reporter))) == {"created"}
        return len(asked)

    def part(numbers):
        return [
            report(n, story=story, external_id=f"row-{n}", url=f"https://example.org/{n}") for n in numbers
        ]

    assert queries(part(range(10, 60))) <= queries(part(range(1))) + 10


def test_each_has_its_revision_original_sentences_place_and_line(reporter):
    story = make.story("Rain")
    outcomes = import_all(
        [report(n, story=story, external_id=f"row-{n}", outlet="Gazette") for n in range(3)], by=reporter
    )
    assert results(outcomes) == ["created"] * 3
    assert list(
        Article.objects.order_by("pk").values_list("external_id", "current__text", "outlet__name")
    ) == [
        (f"row-{n}", f"It rained in place {n} for {n} hours. Nobody was hurt.", "Gazette") for n in range(3)
    ]
    assert [each.revision.article.current for each in outcomes] == list(Revision.objects.order_by("pk"))
    assert [bytes(each.revision.original.raw).decode() for each in outcomes] == [
        each.revision.text for each in outcomes
    ]
    assert Sentence.objects.filter(revision=outcomes[2].revision).count() == 2
    assert StoryArticle.objects.filter(story=story).count() == 3
    article = outcomes[1].revision.article
    lines = (
        Activity.objects.filter(article=article)
        .order_by("pk")
        .values_list("verb", "story", "object_id", "changes")
    )
    assert list(lines) == [
        ("imported", story.pk, str(article.pk), {"revision": [None, 1]}),
        ("added", story.pk, str(article.pk), {}),
    ]
    assert Outlet.objects.count() == 1


def test_what_is_known_already_or_came_earlier_is_unchanged_or_revised(reporter):
    import_all([report(1, external_id="a"), report(2)], by=reporter)
    outcomes = import_all(
        [
            report(3, external_id="b"),
            report(1, external_id="a"),
            report(2),
            report(4, external_id="b"),
            report(5, url="https://example.org/5"),
            report(6, url="http://www.example.org/5/"),
            report(4),
            report(7, external_id="c"),
        ],
        by=reporter,
    )
    statuses = ["created", "unchanged", "unchanged", "revised", "created", "revised", "unchanged", "created"]
    assert results(outcomes) == statuses
    assert outcomes[3].revision.number == 2
    assert Article.objects.count() == 5


def test_an_outlet_is_made_once_and_known_by_its_domain_from_then_on(reporter):
    reports = [
        report(1, url="https://example.org/1"),
        report(2, url="https://example.org/2", outlet="Gazette"),
        report(3, url="https://example.org/3"),
        report(4, outlet="gazette"),
    ]
    outlets = [each.revision.article.outlet for each in import_all(reports, by=reporter)]
    assert [outlet and outlet.name for outlet in outlets] == [None, "Gazette", "Gazette", "Gazette"]


def test_the_same_bytes_under_two_ids_are_two_articles_with_one_original(reporter):
    assert (
        results(import_all([report(1, external_id="a"), report(1, external_id="b")], by=reporter))
        == ["created"] * 2
    )
    assert (Article.objects.count(), Original.objects.count()) == (2, 1)


def test_only_what_cannot_be_stored_fails_and_says_why(reporter):
    bad = report(2, external_id="x" * 201)
    first, failed, last = import_all([report(1), bad, report(3)], by=reporter)
    assert isinstance(first, ImportOutcome)
    assert isinstance(last, ImportOutcome)
    assert str(failed).startswith("External id:")
    assert Article.objects.count() == Revision.objects.count() == Original.objects.count() == 2
    assert Activity.objects.filter(verb="imported").count() == 2


def test_a_listener_that_refuses_one_keeps_none_of_the_others_back(reporter):
    def refuses(imported, **_):
        if any("place 2" in revision.text for revision, _ in imported):
            raise NewsroomError("Not this one.")

    revisions_imported.connect(refuses)
    try:
        outcomes = import_all([report(n) for n in range(4)], by=reporter)
    finally:
        revisions_imported.disconnect(refuses)
    assert results(outcomes) == ["created", "created", "Not this one.", "created"]
    assert Article.objects.count() == Activity.objects.filter(verb="imported").count() == 3


def test_how_each_was_fetched_is_kept(reporter):
    fetched = {
        "asked": "https://example.org/1",
        "address": "https://example.org/1",
        "at": "2022-07-09T12:00:00+00:00",
        "status": 200,
        "headers": {},
    }
    raw = b"It rained."
    import_all([ImportRequest(raw, prepare(raw), fetched=fetched), report(2)], by=reporter)
    assert Capture.objects.get().revision.text == "It rained."


def test_it_takes_a_reporter():
    (refused,) = import_all([report(1)], by=make.user(UserRole.READER))
    assert refused.status == 403
    assert not Article.objects.exists()
