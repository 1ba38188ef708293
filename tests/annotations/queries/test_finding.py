"""Test that passages of the sample story which say the same are found, and no others.

The tests run on SQLite and on PostgreSQL, and both must give the same answers.
"""

import csv
from pathlib import Path

import pytest
from django.conf import settings

from annotations.queries.finding import article_holding, find_candidates
from newsroom.actions.imports.importing import import_article
from newsroom.actions.stories import add_articles
from newsroom.models import Article
from newsroom.text.pipeline import SourceDetails
from tests import make
from tests.sentence_model import save_model

SEEDS = Path(settings.BASE_DIR) / "seeds"
NY_POST, TIMES, ARCHIVED, RBC, RFERL = "000", "001", "002", "003", "004"
GRAIN = "To our Russian colleagues: Ukraine is not your country. Its grain is not your grain."
CONTACTS = "it was not us who abandoned all contacts"
ABANDONED = "It was not us who abandoned contact, it was the United States"
RUNNING = "we are not running after anybody suggesting meetings"
GO_RUNNING = 'he would not "go running" after Washington for talks'
DURING = "Lavrov left the room again during his speech"
DURING_THEY_SAY = f"{DURING}, according to Ukraine’s ambassador to Indonesia."
BEFORE = (
    "He then left an afternoon session before Ukrainian Foreign Minister Dmytro Kuleba addressed "
    "the ministers"
)
WALKED_OUT = "Lavrov walked out of a morning session on Friday"
STORMED_OUT = "Russia's top diplomat Sergei Lavrov stormed out of a meeting with G20 foreign ministers"

STORMED_OFF = (
    "Russian Foreign Minister Sergey Lavrov stormed off and headed home early after being snubbed by other "
    "diplomats at the G20 summit"
)
TWICE = "Lavrov walked out of the proceedings at least twice and was planning to leave the summit Friday."


@pytest.fixture
def articles(db) -> dict[str, Article]:  # type: ignore[no-untyped-def]
    """Return the five sample articles, by the number with which their file's name begins."""
    by = make.user()
    with (SEEDS / "sources.csv").open(encoding="utf-8", newline="") as file:
        published = {row["file"]: row["published_at"] or None for row in csv.DictReader(file)}
    made = {}
    for name, day in published.items():
        raw, details = (
            (SEEDS / "articles" / name).read_bytes(),
            SourceDetails(external_id=name[:3], published=day),
        )
        made[name[:3]] = import_article(raw, name=name, details=details, by=by).revision.article
    return made


def candidates(articles: dict[str, Article], told_in: str, text: str, *without: str):  # type: ignore[no-untyped-def]
    left_out = [articles[name].pk for name in without]
    return find_candidates(text, own_article=articles[told_in], without=left_out)


@pytest.mark.parametrize(
    ("told_in", "text", "without", "says"),
    [
        (NY_POST, GRAIN, (), "Its grain is not your grain."),
        (TIMES, GRAIN, (ARCHIVED,), "Its grain is not your grain."),
        (NY_POST, CONTACTS, (), "It was not us who abandoned contact"),
        (TIMES, ABANDONED, (ARCHIVED,), CONTACTS),
        (NY_POST, RUNNING, (), GO_RUNNING),
        (TIMES, GO_RUNNING, (ARCHIVED,), "we are not running after anybody suggesting meetings"),
        (
            TIMES,
            '"go running" after Washington',
            (ARCHIVED,),
            "we are not running after anybody suggesting meetings",
        ),
        (
            NY_POST,
            DURING,
            (),
            "He then left an afternoon session before Ukrainian Foreign Minister Dmytro Kuleba",
        ),
        (
            NY_POST,
            DURING_THEY_SAY,
            (),
            "He then left an afternoon session before Ukrainian Foreign Minister Dmytro",
        ),
        (TIMES, BEFORE, (ARCHIVED,), DURING),
        (
            TIMES,
            "another $360 million in support to Ukraine",
            (),
            "another $360 million in support to Ukraine",
        ),
        (
            NY_POST,
            "Josep Borrell told reporters Lavrov spoke and did not wait to hear",
            (),
            "EU foreign policy chief Josep",
        ),
    ],
)
def test_the_first_candidate_is_the_passage_that_speaks_of_it(articles, told_in, text, without, says):
    assert says in candidates(articles, told_in, text, *without)[0].quote


@pytest.mark.parametrize("text", [GRAIN, CONTACTS])
def test_what_is_said_in_the_same_words_is_proposed(articles, text):
    assert candidates(articles, NY_POST, text)[0].confident


def test_a_drifted_quotation_says_how_many_words_differ(articles):
    reasons = candidates(articles, NY_POST, f"“{CONTACTS}”")[0].reasons
    assert "part of a longer quotation there, 2 words differ" in reasons


@pytest.mark.parametrize(
    ("told_in", "text"),
    [
        *((TIMES, text) for text in (WALKED_OUT, STORMED_OUT, BEFORE)),
        *((NY_POST, text) for text in (DURING, STORMED_OFF, TWICE)),
    ],
)
def test_reports_of_other_meetings_are_no_corroboration_of_the_walk_out(articles, told_in, text):
    others = {articles[name].pk for name in (RBC, RFERL)}
    assert [
        candidate.quote
        for candidate in candidates(articles, told_in, text)
        if candidate.confident and candidate.article in others
    ] == []


def test_where_only_other_meetings_are_reported_nothing_is_proposed(articles):
    alone = candidates(articles, TIMES, STORMED_OUT, NY_POST, ARCHIVED)
    assert [candidate.quote for candidate in alone if candidate.confident] == []


def test_boilerplate_is_never_a_candidate(articles):
    text = "these actions are direct attempts to silence independent journalism in Russia"
    assert [c.quote for c in find_candidates(text) if "independent journalism" in c.quote] == []


def test_every_candidate_is_what_its_revision_says(articles):
    for candidate in candidates(articles, NY_POST, GRAIN):
        text = Article.objects.get(pk=candidate.article).current.text
        assert text[candidate.span.start : candidate.span.end] == candidate.quote


def test_of_articles_left_out_the_one_that_holds_the_words_is_their_own(articles):
    pair = [articles[TIMES], articles[NY_POST]]
    assert article_holding("Lavrov sniffed", pair) == articles[NY_POST]
    assert article_holding("said nobody ever", pair) is None
    assert article_holding("said nobody ever", pair[:1]) == articles[TIMES]


def test_with_a_model_a_story_is_looked_through_for_what_says_it_in_other_words(db, tmp_path, settings):
    by, said = make.user(), "The envoy quit the gathering."
    texts = (
        f"It rained all day.\n\n{said}",
        "On the island the sun shone.",
        "Lavrov departed from summit talks.",
    )
    told, *_ = [import_article(text.encode(), by=by).revision.article for text in texts]
    story = make.story(by=by)
    add_articles(story, Article.objects.all(), by=by)
    assert find_candidates(said, own_article=told, story=story)[0].quote == "On the island the sun shone."
    senses = {"envoy": 1, "lavrov": 1, "quit": 2, "departed": 2, "gathering": 3, "summit": 3}
    settings.SENTENCE_MODEL = save_model(tmp_path, senses)
    first = find_candidates(said, own_article=told, story=story)[0]
    assert (first.quote, first.reasons) == (
        "Lavrov departed from summit talks.",
        ("near in meaning, in other words",),
    )
