"""Test which verdicts go out as ClaimReview."""

import io
import json

import pytest

from annotations.actions.claims import settle_claim
from annotations.actions.judgements.publishing import unpublish_verdict
from annotations.queries.exports.other_tools.claim_reviews import write_claim_reviews
from tests import make

pytestmark = pytest.mark.django_db
BASE = "https://desk.example.org"


def graph(**filters):
    file = io.BytesIO()
    write_claim_reviews(file, filters, BASE)
    document = json.loads(file.getvalue())
    assert document["@context"] == "https://schema.org"
    return document["@graph"]


def test_only_public_verdicts_go_out_and_no_name_of_a_colleague():
    by = make.user(username="zz-editor")
    story = make.story("Rain", by=by)
    public = make.public_claim(story, "It rained.", by=by)
    secret = make.claim(story, "It snowed.", by=by)
    settle_claim(secret, "false", "No.", version=1, by=by)
    make.claim(story, "It hailed.", by=by)
    (review,) = graph()
    assert (review["claimReviewed"], review["url"]) == ("It rained.", f"{BASE}/claims/{public.pk}/")
    assert "zz-editor" not in json.dumps(review)
    unpublish_verdict(public, version=2, by=by)
    assert graph() == []


def test_a_verdict_that_followed_is_not_public():
    story = make.story("Rain")
    public = make.public_claim(story)
    settle_claim(public, "unproven", "Who knows?", version=2, by=make.user())
    assert graph() == []


def test_the_articles_that_say_so_are_named_once_each_and_the_others_not():
    by = make.user()
    story = make.story("Rain", by=by)
    claim = make.claim(story, by=by)
    first = make.article("It rained. It poured.", story=story, outlet="Courier", title="One", by=by)
    against = make.article("No rain fell.", story=story, outlet="Herald", title="Two", by=by)
    make.evidence(claim, make.highlight(first, "It rained", by=by), by=by)
    make.evidence(claim, make.highlight(first, "It poured", by=by), "repeats", by=by)
    make.evidence(claim, make.highlight(against, "No rain", by=by), "contradicts", by=by)
    make.publish(claim, by=by)
    (review,) = graph(story="rain")
    appearances = review["itemReviewed"]["appearance"]
    assert [(each["headline"], each["publisher"]["name"]) for each in appearances] == [("One", "Courier")]


def test_the_filters_are_those_of_claims():
    make.public_claim(make.story("Rain"))
    assert len(graph(story="rain", verdict="false")) == 1
    assert graph(verdict="true") == []


def test_the_number_of_queries_does_not_grow_with_the_claims(django_assert_num_queries):
    story = make.story("Rain")
    for _ in range(2):
        make.public_claim(story)
        with django_assert_num_queries(2):
            graph()
