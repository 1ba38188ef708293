"""Test which rows a story's bundle holds, and in which order."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.actions.comments import withdraw_comment
from annotations.actions.judgements.evidence import withdraw_evidence
from annotations.actions.passages.highlights import withdraw_highlight
from annotations.actions.passages.tellers import name_teller
from annotations.models import Claim, Comment, Highlight
from annotations.queries.bundles.contents import contents_of, related_rows
from newsroom.actions.outlets import set_owner
from newsroom.models import Article, Outlet
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


def test_a_link_into_another_story_brings_the_passage_its_article_and_texts(rain):
    other = make.story("Elsewhere")
    far = make.highlight(make.article(story=other, outlet="Far"))
    make.link(Highlight.objects.filter(article__places__story=rain).first(), far)
    contents = contents_of(rain)
    assert far in contents["highlights"]
    assert far.article in contents["articles"]
    assert far.article_id in {revision.article_id for revision in contents["revisions"]}
    assert "Far" in {outlet.name for outlet in contents["outlets"]}
    assert contents["stories"] == [rain]
    assert far.article_id not in {place.article_id for place in contents["places"]}


def test_what_was_withdrawn_stays_behind_unless_a_verdict_was_given_on_it(rain):
    editor = make.user()
    comment = Comment.objects.filter(claim__isnull=False).get()
    withdraw_comment(comment, by=editor)
    judged = Claim.objects.exclude(settled_at=None).get()
    evidence = judged.evidence.get()
    withdraw_evidence(evidence, by=editor)
    alone = make.highlight(Article.objects.filter(places__story=rain).first(), "said", by=editor)
    withdraw_highlight(alone, by=editor)
    contents = contents_of(rain)
    assert comment not in contents["comments"]
    assert alone not in contents["highlights"]
    assert evidence in contents["evidence"]


def test_the_outlet_that_a_teller_names_comes_with_its_owner_first(rain):
    owner, agency = (make.article(outlet=name).outlet for name in ("Zeta Group", "Kyodo"))
    set_owner(agency, owner=owner, by=make.user(UserRole.CURATOR))
    passage = Highlight.objects.filter(article__places__story=rain).first()
    name_teller(passage, "kyodo", version=passage.version, by=make.user())
    names = [outlet.name for outlet in contents_of(rain)["outlets"]]
    assert names.index("Zeta Group") < names.index("Kyodo")


def test_a_projection_brings_the_passage_that_it_repeats(rain):
    copied = make.highlight(make.article())
    passage = Highlight.objects.filter(article__places__story=rain).first()
    Highlight.objects.filter(pk=passage.pk).update(projected_from=copied)
    assert copied in contents_of(rain)["highlights"]


def test_neither_sources_nor_the_texts_around_an_anchor_are_read(rain):
    with CaptureQueriesContext(connection) as queries:
        contents = contents_of(rain)
    assert not [query["sql"] for query in queries if '."raw"' in query["sql"]]
    assert len(contents["anchors"]) == 2
    unread = {"text", "blocks", "marks"}
    for anchor in contents["anchors"]:
        assert anchor.revision.get_deferred_fields() == unread


def test_many_ids_are_looked_up_in_several_queries(django_assert_num_queries):
    outlets = Outlet.objects.bulk_create([Outlet(name=f"Outlet {number}") for number in range(901)])
    with django_assert_num_queries(2):
        found = related_rows(Outlet, "pk", [outlet.pk for outlet in outlets])
    assert len(found) == 901
