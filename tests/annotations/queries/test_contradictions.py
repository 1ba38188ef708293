"""Test which possible contradictions of a story are offered."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.actions.judgements.candidates import dismiss_candidate, offer_again
from annotations.actions.judgements.links import LinkJudgement, link_passages
from annotations.actions.origins import decide_origin
from annotations.actions.passages.tellers import name_teller
from annotations.logic.finding.dismissals import PassageKey
from annotations.models import Dismissal
from annotations.queries.contradictions import MOST_SHOWN, offered_contradictions
from newsroom.models import Article, OutletAlias, Sentence, Story, User
from tests import make
from tests.sample_reports import FIFTEEN, TWELVE

pytestmark = pytest.mark.django_db

MANY = "The explosion in Karo market left 15 people dead."
PURCHASES = (
    "The council of Orsa{} bought {} boats for its harbour.",
    "The farmers near Orsa{} bought {} goats at the fair.",
)
NINE = "Nine people died in the explosion in Karo market."


@pytest.fixture
def articles(story: Story, editor: User) -> list[Article]:
    return [
        make.article(TWELVE, story=story, outlet="Post", by=editor),
        make.article(FIFTEEN, story=story, outlet="Times", by=editor),
    ]


def reasons(story: Story, *among: int) -> list[str]:
    return [offer.proposal.reason for offer in offered_contradictions(story, among)]


def test_both_sentences_are_offered_with_their_slots(story: Story, articles: list[Article]) -> None:
    (offer,) = offered_contradictions(story)
    assert (offer.one.article, offer.other.article) == tuple(articles)
    assert (offer.one.before, offer.one.slot) == ("An explosion in the Karo market killed ", "12")
    assert offer.one.after == " people on Monday."
    assert (offer.other.slot, offer.more) == ("15", 0)


def test_articles_of_one_outlet_or_one_origin_are_not_compared(
    story: Story, articles: list[Article], editor: User
) -> None:
    make.article(NINE, story=story, outlet="Post", by=editor)
    assert reasons(story) == ["12 / 15", "15 / Nine"]
    origin = make.origin(*articles, by=editor)
    # The other report of the Post may be its own, as in the count.
    assert reasons(story) == ["15 / Nine"]
    decide_origin(origin, "rejected", reason="Each had a reporter there.", by=editor)
    assert reasons(story) == ["12 / 15", "15 / Nine"]


def test_articles_of_one_owner_or_of_one_name_are_not_compared(
    story: Story, articles: list[Article], editor: User
) -> None:
    times = articles[1].outlet
    OutletAlias.objects.create(outlet=times, word="Times Online")
    online = make.article(NINE, story=story, outlet="Times Online", by=editor)
    assert reasons(story, articles[1].pk, online.pk) == []
    times.owner = articles[0].outlet
    times.save()
    assert reasons(story) == []


@pytest.mark.parametrize(
    ("one", "other", "offered"),
    [
        ("Kyodo", "Kyodo", []),
        ("Kyodo", "AP", ["12 / 15"]),
        ("", "AP", ["12 / 15"]),
    ],
)
def test_sentences_that_name_one_teller_are_not_offered(
    story: Story, editor: User, one: str, other: str, offered: list[str]
) -> None:
    for outlet, text, teller in (("Post", TWELVE, one), ("Times", MANY, other)):
        told = f"{text[:-1]}, {teller} reported." if teller else text
        make.article(told, story=story, outlet=outlet, by=editor)
    assert reasons(story) == offered


def test_a_sentence_and_the_outlet_that_it_cites_are_not_offered(story: Story, editor: User) -> None:
    make.article(f"{TWELVE[:-1]}, the Times reported.", story=story, outlet="Post", by=editor)
    make.article(MANY, story=story, outlet="Times", by=editor)
    assert reasons(story) == []


def test_two_articles_with_one_source_through_a_closed_one_are_not_offered(
    story: Story, editor: User
) -> None:
    post = make.article(f"{TWELVE[:-1]}, the Herald reported.", story=story, outlet="Post", by=editor)
    times = make.article(MANY, story=story, outlet="Times", by=editor)
    make.origin(times, name="Vesk Agency", by=editor)
    assert reasons(story, post.pk, times.pk) == ["12 / 15"]
    # Only the article in the middle, which is not open, says where the Herald has it from.
    herald = make.article("It rained in the harbour.", story=story, outlet="Herald", by=editor)
    assert reasons(story, post.pk, times.pk) == ["12 / 15"]
    make.origin(herald, name="Vesk Agency", by=editor)
    assert reasons(story, post.pk, times.pk) == []


def test_what_a_person_says_of_the_teller_replaces_the_guess(story: Story, editor: User) -> None:
    said = f"{TWELVE[:-1]}, Kyodo reported."
    post = make.article(said, story=story, outlet="Post", by=editor)
    make.article(f"{MANY[:-1]}, Kyodo reported.", story=story, outlet="Times", by=editor)
    passage = make.highlight(post, said, by=editor)
    assert reasons(story) == []
    name_teller(passage, "", version=1, by=editor)
    assert reasons(story) == ["12 / 15"]
    name_teller(passage, "AP; Kyodo", version=2, by=editor)
    assert reasons(story) == []


def test_of_pairs_in_the_same_words_those_of_one_source_are_left_out(story: Story, editor: User) -> None:
    make.article(f"{TWELVE[:-1]}, Kyodo reported.", story=story, outlet="Post", by=editor)
    make.article(f"{MANY[:-1]}, Kyodo reported.", story=story, outlet="Times", by=editor)
    third = make.article(MANY, story=story, outlet="Herald", by=editor)
    (offer,) = offered_contradictions(story)
    assert (offer.other.article, offer.more) == (third, 0)


def test_a_decision_on_a_pair_of_one_source_holds_for_no_other_pair(story: Story, editor: User) -> None:
    post = make.article(f"{TWELVE[:-1]}, Kyodo reported.", story=story, outlet="Post", by=editor)
    times = make.article(f"{MANY[:-1]}, Kyodo reported.", story=story, outlet="Times", by=editor)
    herald = make.article(MANY, story=story, outlet="Herald", by=editor)
    texts = {article.pk: article.current.text for article in (post, times, herald)}
    dismiss_candidate(PassageKey(post.pk, texts[post.pk]), PassageKey(times.pk, texts[times.pk]), by=editor)
    (offer,) = offered_contradictions(story)
    assert (offer.one.article, offer.other.article) == (post, herald)
    dismiss_candidate(PassageKey(post.pk, texts[post.pk]), PassageKey(herald.pk, MANY), by=editor)
    assert reasons(story) == []


def test_at_most_as_many_as_asked_for_are_offered(story: Story, editor: User) -> None:
    towns = range(MOST_SHOWN + 2)
    for outlet, more in (("Post", 100), ("Times", 200)):
        said = [PURCHASES[town % 2].format(town, town + more) for town in towns]
        make.article(" ".join(said), story=story, outlet=outlet, by=editor)
    every = offered_contradictions(story, most=100)
    assert len(every) > MOST_SHOWN + 1
    assert offered_contradictions(story) == every[:MOST_SHOWN]
    for most in (0, 1, MOST_SHOWN + 1):
        assert offered_contradictions(story, most=most) == every[:most]


def test_other_sentences_of_the_same_text_are_compared_again(story: Story, articles: list[Article]) -> None:
    assert reasons(story) == ["12 / 15"]
    Sentence.objects.filter(revision=articles[0].current_id).delete()
    assert reasons(story) == []


def test_what_is_linked_is_not_offered_again(story: Story, articles: list[Article], editor: User) -> None:
    one = make.highlight(articles[0], "killed 12", by=editor)
    other = make.highlight(articles[1], "15 dead", by=editor)
    link_passages(other, one, LinkJudgement("contradicts", aspect="number"), by=editor)
    assert reasons(story) == []


def test_what_was_dismissed_is_not_offered_again_until_it_is_taken_back(
    story: Story, articles: list[Article], editor: User
) -> None:
    dismiss_candidate(PassageKey(articles[1].pk, FIFTEEN), PassageKey(articles[0].pk, TWELVE), by=editor)
    assert reasons(story) == []
    offer_again(Dismissal.objects.get(), by=editor)
    assert reasons(story) == ["12 / 15"]


def test_a_decision_holds_for_every_pair_that_differs_in_the_same_words(
    story: Story, articles: list[Article], editor: User
) -> None:
    make.article(f"{FIFTEEN} It rained.", story=story, outlet="Herald", by=editor)
    (offer,) = offered_contradictions(story)
    assert offer.more == 1
    dismiss_candidate(PassageKey(articles[0].pk, TWELVE), PassageKey(articles[1].pk, FIFTEEN), by=editor)
    assert reasons(story) == []


def test_only_the_articles_asked_for_are_compared(
    story: Story, articles: list[Article], editor: User
) -> None:
    third = make.article(NINE, story=story, outlet="Herald", by=editor)
    assert len(reasons(story)) == 3
    assert reasons(story, articles[0].pk, third.pk) == ["12 / Nine"]


def test_a_newer_revision_is_compared_as_it_reads_now(
    story: Story, articles: list[Article], editor: User
) -> None:
    assert reasons(story) == ["12 / 15"]
    make.revision(articles[1], TWELVE.replace("An", "The"), by=editor)
    assert reasons(story) == []


def test_offers_take_the_same_queries_however_many_articles(
    story: Story, articles: list[Article], editor: User
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            offered_contradictions(story)
        return len(queries)

    def add_article() -> None:
        number = make.number()
        make.article(f"{NINE} Note {number}.", story=story, outlet=f"Outlet {number}", by=editor)

    add_article()
    few = asked()
    for _ in range(4):
        add_article()
    assert asked() == few
    # The second call uses the cache.
    assert asked() < few
