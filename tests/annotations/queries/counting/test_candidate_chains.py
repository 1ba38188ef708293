"""Test the chains of telling of candidates and of the passage that is searched for."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.actions.passages.tellers import name_teller
from annotations.logic.counting.chains import Chain
from annotations.logic.finding.matching import Candidate
from annotations.queries.counting.candidate_chains import candidate_chains
from annotations.queries.counting.sentence_chains import TextPlace
from newsroom.models import Article, Story, User
from newsroom.text.model import Span
from tests import make

pytestmark = pytest.mark.django_db

OWN = "Lavrov walked out of the session."
CITING = "Lavrov left the hall, the Herald reported."


@pytest.fixture
def own(story: Story, editor: User) -> Article:
    return make.article(OWN, story=story, outlet="Post", by=editor)


def candidate(article: Article, *, confident: bool = True) -> Candidate:
    span = Span(0, len(article.current.text))
    quote = article.current.text
    return Candidate(article.pk, article.current_id, span, quote, score=1.0, confident=confident, reasons=())


def place_of(article: Article) -> TextPlace:
    return article.current_id, Span(0, len(article.current.text))


def chain_of(found: Candidate, own: Article, story: Story | None) -> Chain:
    chains = candidate_chains([found], place_of(own), own, story)
    return chains.of(found.article, (found.revision, found.span))


def test_the_teller_of_a_confident_candidate_is_guessed(own: Article, story: Story, editor: User) -> None:
    citing = make.article(CITING, story=story, outlet="Times", by=editor)
    make.article("It rained.", story=story, outlet="Herald", by=editor)
    herald = frozenset({"herald"})
    assert chain_of(candidate(citing), own, story) == Chain("times", unsure=herald)
    assert chain_of(candidate(citing, confident=False), own, story) == Chain("times")


def test_a_teller_that_a_person_named_replaces_the_guess(own: Article, story: Story, editor: User) -> None:
    citing = make.article(CITING, story=story, outlet="Times", by=editor)
    name_teller(make.highlight(citing, "Lavrov left", by=editor), "Kyodo", version=1, by=editor)
    assert chain_of(candidate(citing), own, story) == Chain("times", frozenset({"kyodo"}))


def test_chains_go_on_through_articles_of_the_story_that_are_no_candidates(
    own: Article, story: Story, editor: User
) -> None:
    citing = make.article(CITING, story=story, outlet="Times", by=editor)
    herald = make.article("It rained.", story=story, outlet="Herald", by=editor)
    make.origin(herald, name="AFP", by=editor)
    assert chain_of(candidate(citing), own, story).possible == {"times", "herald", "afp"}
    # Without a story only the candidates and the own article are known.
    assert chain_of(candidate(citing), own, None).possible == {"times", "herald"}


def test_the_passage_that_is_searched_for_has_its_guessed_teller_too(
    own: Article, story: Story, editor: User
) -> None:
    citing = make.article("Lavrov left the hall, Kyodo reported.", story=story, outlet="Times", by=editor)
    chains = candidate_chains([], place_of(citing), citing, story)
    assert chains.of(citing.pk, place_of(citing)) == Chain("times", unsure=frozenset({"kyodo"}))


def test_chains_take_the_same_queries_however_many_candidates(
    own: Article, story: Story, editor: User
) -> None:
    def asked(number: int) -> int:
        articles = [make.article(f"{CITING} {make.number()}", story=story, by=editor) for _ in range(number)]
        with CaptureQueriesContext(connection) as queries:
            candidate_chains([candidate(article) for article in articles], place_of(own), own, story)
        return len(queries)

    assert asked(1) == asked(4)
