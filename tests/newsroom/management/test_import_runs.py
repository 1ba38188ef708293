"""Test that the sources of one run are stored in batches."""

import pytest

from newsroom.fetching.import_sources import ImportSource
from newsroom.management.import_runs import ImportRun
from newsroom.models import Article, Story
from tests import make

pytestmark = pytest.mark.django_db


def run(sources, *, story="", dry=False, proposing=False, accepting=False):
    stories = {each.slug: each for each in Story.objects.all()}
    by = None if dry else make.user()
    run = ImportRun(stories, story=story, by=by, proposing=proposing, accepting=accepting)
    return list(run.batches(sources))


def reports(number):
    return [ImportSource(f"{n}.txt", f"It rained in place {n}.".encode()) for n in range(number)]


@pytest.mark.parametrize(("number", "sizes"), [(1, [1]), (20, [20]), (21, [20, 1])])
def test_at_most_twenty_sources_are_stored_together(number, sizes):
    assert [len(batch) for batch in run(reports(number))] == sizes


@pytest.mark.parametrize(("last", "sizes"), [(8 * 1024, [3]), (8 * 1024 + 1, [2, 1])])
def test_sources_are_stored_together_up_to_96_kilobytes(last, sizes):
    texts = [b"a" * 40 * 1024 + b" rained.", b"b" * 48 * 1024, b"c" * (last - 8)]
    sources = [ImportSource(f"{n}.txt", text) for n, text in enumerate(texts)]
    assert [len(batch) for batch in run(sources)] == sizes


def test_a_source_is_stored_before_a_story_is_proposed_for_the_next():
    make.story("Rain")
    assert [len(batch) for batch in run(reports(3), proposing=True)] == [1, 1, 1]


def test_without_stories_there_is_nothing_to_propose():
    assert [len(batch) for batch in run(reports(3), proposing=True)] == [3]


def test_a_dry_run_says_what_would_become_and_stores_nothing():
    ((made,),) = run(reports(1))
    later = [*reports(2), ImportSource("x.txt", b"")]
    (lines,) = run(later, dry=True)
    assert [(line.status, line.article) for line in lines] == [
        ("unchanged", made.article),
        ("created", None),
        ("failed", None),
    ]
    assert Article.objects.count() == 1


def test_the_story_of_a_record_counts_before_that_of_the_run():
    rain, hail = make.story("Rain"), make.story("Hail")
    sources = [
        ImportSource("a.txt", b"It rained.", story=rain.slug),
        ImportSource("b.txt", b"It hailed."),
    ]
    run(sources, story=hail.slug)
    assert [story.articles.count() for story in (rain, hail)] == [1, 1]


def test_a_file_that_a_folder_passes_over_is_no_failure():
    why = "Passed over: .jpg is not a kind of file that can be imported."
    ((line,),) = run([ImportSource("picture.jpg", passed_over=why)])
    assert (line.status, line.error, line.article) == ("skipped", why, None)
