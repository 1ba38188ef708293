"""Test the pages on which a passage is looked for elsewhere and candidates are decided on."""

import pytest
from django.urls import reverse

from annotations.models import Dismissal, Highlight, Link
from newsroom.models import Activity
from tests import make
from tests.markup import markup

pytestmark = pytest.mark.django_db

ONE = (
    "The grain ships left Odesa on Friday.\n\nLavrov walked out of the afternoon session in Bali, "
    "Borrell said."
)
TWO = (
    "It rained.\n\nBorrell said that Lavrov walked out of the session in Bali before it "
    "ended.\n\nNobody else spoke."
)
SOUGHT = "Lavrov walked out of the afternoon session in Bali"
FOUND = "Borrell said that Lavrov walked out of the session in Bali before it ended."


@pytest.fixture
def story(editor):
    return make.story("The walk-out", by=editor)


@pytest.fixture
def articles(story, editor):
    return [
        make.article(text, story=story, by=editor, outlet=name)
        for text, name in ((ONE, "Gazette"), (TWO, "Mirror"))
    ]


def place(article, quote, prefix=""):
    start = article.current.text.index(quote)
    names = ("revision", "start", "end", "quote")
    return {
        prefix + name: value
        for name, value in zip(names, (article.current_id, start, start + len(quote), quote), strict=True)
    }


def looked_for(client, **asked):
    return client.get(reverse("find"), asked, headers={"HX-Request": "true"})


def test_a_selection_is_looked_for_without_being_marked(signed_in, story, articles):
    page = looked_for(signed_in, **place(articles[0], SOUGHT), story=story.slug)
    (offer,) = page.context["offers"].likely
    assert offer.candidate.quote == FOUND
    assert "names: Lavrov, Bali" in page.text
    assert Highlight.objects.count() == 0


def test_where_nothing_is_alike_the_page_says_so(signed_in, story, articles):
    page = looked_for(
        signed_in, **place(articles[0], "The grain ships left Odesa on Friday"), story=story.slug
    )
    assert page.context["offers"].likely == []
    assert "Nothing similar found in the other articles of this story." in markup(page)


def test_a_story_is_looked_through_alone_unless_all_articles_are_asked_for(signed_in, story, articles):
    outside = make.article(FOUND)
    asked = place(articles[0], SOUGHT) | {"story": story.slug}
    here = looked_for(signed_in, **asked).context["offers"].likely
    everywhere = looked_for(signed_in, **asked, scope="all").context["offers"].likely
    assert [offer.article for offer in here] == [articles[1]]
    assert {offer.article for offer in everywhere} == {articles[1], outside}


def test_accepting_marks_both_passages_and_links_them(act, story, articles):
    page = act(
        "candidate_accept",
        **place(articles[0], SOUGHT),
        **place(articles[1], FOUND, "to_"),
        relation="corroborates",
        story=story.slug,
        read=f"{articles[0].pk}",
    )
    link = Link.objects.get()
    assert (link.source.anchor.quote, link.target.anchor.quote, link.relation) == (
        SOUGHT,
        FOUND,
        "corroborates",
    )
    assert page.context["offers"].likely == []
    assert [repainted.pane.article for repainted in page.context["repainted"]] == [articles[0]]
    assert [line.verb for line in Activity.objects.order_by("pk")][-3:] == ["drawn", "drawn", "linked"]


def test_accepting_takes_highlights_that_stand_there(act, editor, articles):
    ends = make.highlight(articles[0], SOUGHT, by=editor), make.highlight(articles[1], FOUND, by=editor)
    act("candidate_accept", h=ends[0].pk, **place(articles[1], FOUND, "to_"), relation="repeats")
    assert (Link.objects.get().source, Link.objects.get().target) == ends
    assert Highlight.objects.count() == 2


def test_what_is_linked_from_marked_words_is_not_offered_to_who_selects_them_anew(
    act, signed_in, story, articles
):
    asked = place(articles[0], SOUGHT)
    act(
        "candidate_accept",
        **asked,
        **place(articles[1], FOUND, "to_"),
        relation="corroborates",
        story=story.slug,
    )
    page = looked_for(signed_in, **asked, story=story.slug)
    assert page.context["offers"].likely == []
    assert "Nothing else similar found" in page.text


def test_a_contradiction_without_its_aspect_is_refused_and_nothing_marked(act, articles):
    page = act(
        "candidate_accept",
        **place(articles[0], SOUGHT),
        **place(articles[1], FOUND, "to_"),
        relation="contradicts",
    )
    assert page.status_code == 422
    assert Highlight.objects.count() == 0


def test_what_is_dismissed_is_not_offered_again_from_either_side(act, signed_in, editor, story, articles):
    asked = place(articles[0], SOUGHT)
    page = act("candidate_dismiss", **asked, **place(articles[1], FOUND, "to_"), story=story.slug)
    assert page.context["offers"].likely == []
    back = looked_for(signed_in, **place(articles[1], FOUND), story=story.slug).context["offers"]
    assert (back.likely, [row.pair for row in back.set_aside]) == ([], [Dismissal.objects.get().pair])
    again = act("candidate_again", Dismissal.objects.get().pk, **asked, story=story.slug)
    assert [offer.candidate.quote for offer in again.context["offers"].likely] == [FOUND]


def test_copies_of_one_origin_are_folded_under_one_line(signed_in, editor, story, articles):
    copy = make.article(TWO + "\n\nMore followed.", story=story, by=editor, outlet="Echo")
    make.origin(articles[1], copy, name="Wire", by=editor)
    (offer,) = looked_for(signed_in, **place(articles[0], SOUGHT), story=story.slug).context["offers"].likely
    assert [offer.article, *(folded.article for folded in offer.copies)] == [articles[1], copy]


def test_copies_of_the_own_origin_come_last_and_say_so(signed_in, editor, story, articles):
    own = make.article(ONE + "\n\nMore followed.", story=story, by=editor, outlet="Echo")
    make.origin(articles[0], own, name="Wire", by=editor)
    page = looked_for(signed_in, **place(articles[0], SOUGHT), story=story.slug)
    assert [offer.own_source for offer in page.context["offers"].likely] == [
        "",
        "Text of Gazette, Wire",
    ]
    assert "Of the same source: Text of Gazette, Wire" in page.text


def test_a_page_without_htmx_shows_the_same(signed_in, story, articles):
    page = signed_in.get(reverse("find"), place(articles[0], SOUGHT) | {"story": story.slug})
    assert FOUND in page.text
    assert "<title>" in page.text


def test_looking_for_nothing_says_what_to_do(signed_in):
    page = looked_for(signed_in)
    assert page.status_code == 422
    assert "Select some words or choose a highlight" in page.text


@pytest.mark.parametrize("others", [1, 4])
def test_looking_takes_the_same_queries_however_many_are_found(
    signed_in, story, articles, editor, others, django_assert_max_num_queries
):
    for number in range(others):
        make.article(f"{TWO} And more, {number}.", story=story, by=editor)
    with django_assert_max_num_queries(40):
        looked_for(signed_in, **place(articles[0], SOUGHT), story=story.slug)
