"""Test the chains of telling of sentences, as if each sentence were a highlight."""

from collections.abc import Mapping

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.actions.origins import decide_origin
from annotations.actions.passages.highlights import withdraw_highlight
from annotations.actions.passages.tellers import name_teller
from annotations.logic.counting.chains import Chain
from annotations.queries.counting.sentence_chains import SentenceChains, TextPlace
from annotations.queries.desk.surroundings import articles_of
from newsroom.models import Article, Outlet, Story, User
from newsroom.text.model import Span
from tests import make

pytestmark = pytest.mark.django_db

TEXT = "The bridge fell at nine. Nobody was hurt."
FIRST, SECOND = Span(0, 24), Span(25, 41)


@pytest.fixture
def article(story: Story, editor: User) -> Article:
    return make.article(TEXT, story=story, outlet="Post", by=editor)


def chain_of(story: Story, article: Article, guessed: Mapping[Span, str], sentence: Span = FIRST) -> Chain:
    places: dict[TextPlace, str] = {(article.current_id, span): names for span, names in guessed.items()}
    chains = SentenceChains(list(articles_of(story)), places)
    return chains.of(article.pk, (article.current_id, sentence))


def test_a_guessed_teller_is_an_unsure_source_of_its_sentence_alone(story: Story, article: Article) -> None:
    guessed = {FIRST: "Kyodo; ?"}
    assert chain_of(story, article, guessed) == Chain("post", unsure=frozenset({"kyodo"}), unknown=True)
    assert chain_of(story, article, guessed, SECOND) == Chain("post")


def test_a_named_teller_is_a_sure_source_in_place_of_the_guess(
    story: Story, article: Article, editor: User
) -> None:
    passage = make.highlight(article, "fell at nine", by=editor)
    name_teller(passage, "AP", version=1, by=editor)
    guessed = {FIRST: "Kyodo", SECOND: "Kyodo"}
    assert chain_of(story, article, guessed) == Chain("post", frozenset({"ap"}))
    assert chain_of(story, article, guessed, SECOND) == Chain("post", unsure=frozenset({"kyodo"}))
    name_teller(passage, "", version=2, by=editor)
    assert chain_of(story, article, guessed) == Chain("post")
    withdraw_highlight(passage, by=editor)
    assert chain_of(story, article, guessed) == Chain("post", unsure=frozenset({"kyodo"}))


def test_origins_and_owners_are_in_the_chain(story: Story, article: Article, editor: User) -> None:
    origin = make.origin(article, name="AFP", by=editor)
    Outlet.objects.filter(pk=article.outlet_id).update(owner=Outlet.objects.create(name="Nord"))
    assert chain_of(story, article, {}) == Chain("nord", unsure=frozenset({"afp"}))
    decide_origin(origin, "confirmed", reason="It says so.", by=editor)
    assert chain_of(story, article, {}) == Chain("nord", frozenset({"afp"}))


def test_the_sources_of_a_teller_that_prints_an_article_of_the_story_follow(
    story: Story, article: Article, editor: User
) -> None:
    times = make.article(TEXT, story=story, outlet="Times", by=editor)
    make.origin(times, name="AFP", by=editor)
    assert chain_of(story, article, {FIRST: "The Times"}) == Chain("post", unsure=frozenset({"times", "afp"}))


def test_two_queries_read_all_chains(story: Story, article: Article, editor: User) -> None:
    for number in range(3):
        other = make.article(TEXT, story=story, outlet=f"Outlet {number}", by=editor)
        name_teller(make.highlight(other, "fell", by=editor), "AP", version=1, by=editor)
    articles = list(articles_of(story))
    with CaptureQueriesContext(connection) as queries:
        chains = SentenceChains(articles, {})
        for one in articles:
            chains.of(one.pk, (one.current_id, FIRST))
    assert len(queries) == 2
