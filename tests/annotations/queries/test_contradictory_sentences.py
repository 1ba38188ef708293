"""Test which sentences of a story's articles are compared, and when they are compared again."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.queries.contradictory_sentences import contradictory_sentences
from annotations.queries.desk.surroundings import articles_of
from newsroom.models import Article, Outlet, Revision, Sentence, Story, User
from tests import make
from tests.sample_reports import FIFTEEN, TWELVE

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles(story: Story, editor: User) -> list[Article]:
    # The process caches what other tests compared.
    note = f"\n\nNote {make.number()}."
    return [
        make.article(f"{TWELVE[:-1]}, Kyodo reported.{note}", story=story, outlet="Post", by=editor),
        make.article(FIFTEEN, story=story, outlet="Times", by=editor),
    ]


def reasons_and_tellers(story: Story) -> tuple[list[str], list[str]]:
    """Return the reasons of the proposals, and the guessed tellers of their sentences."""
    articles = list(articles_of(story))
    sentences = contradictory_sentences(story, articles, {article.pk for article in articles})
    return [proposal.reason for proposal in sentences.proposals], list(sentences.tellers.values())


def reads_texts(story: Story) -> bool:
    """Return whether the texts of the story are read, because its articles are compared."""
    with CaptureQueriesContext(connection) as queries:
        reasons_and_tellers(story)
    table = Revision._meta.db_table
    return any(f'"{table}"."text"' in query["sql"] for query in queries)


def test_each_sentence_of_a_proposal_comes_with_its_guessed_tellers(
    story: Story, articles: list[Article]
) -> None:
    assert reasons_and_tellers(story) == (["12 / 15"], ["Kyodo", ""])


def test_a_story_that_was_compared_is_not_compared_again(story: Story, articles: list[Article]) -> None:
    assert [reads_texts(story), reads_texts(story)] == [True, False]


def origin_found(articles: list[Article], by: User) -> None:
    make.origin(articles[0], by=by)


def owner_found(articles: list[Article], by: User) -> None:
    Outlet.objects.filter(pk=articles[0].outlet_id).update(owner=Outlet.objects.create(name="Nord"))


def sentence_taken_out(articles: list[Article], by: User) -> None:
    Sentence.objects.filter(revision=articles[0].current_id).delete()


def article_added(articles: list[Article], by: User) -> None:
    make.article(FIFTEEN, story=articles[0].stories.get(), outlet="Herald", by=by)


def text_revised(articles: list[Article], by: User) -> None:
    make.revision(articles[1], FIFTEEN.replace("15", "16"), by=by)


@pytest.mark.parametrize(
    "change", [origin_found, owner_found, sentence_taken_out, article_added, text_revised]
)
def test_what_the_proposals_depend_on_makes_a_new_comparison(
    story: Story, articles: list[Article], editor: User, change: Callable[[list[Article], User], None]
) -> None:
    assert [reads_texts(story), reads_texts(story)] == [True, False]
    change(articles, editor)
    assert reads_texts(story)
