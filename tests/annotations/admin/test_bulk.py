"""The acts on chosen rows of annotations, each through the panel's own pages, with its refusal."""

import pytest

from annotations.actions.evidence import withdraw_evidence
from annotations.actions.highlights import withdraw_highlight
from annotations.actions.links import withdraw_link
from annotations.actions.origins import decide_origin
from annotations.models import Claim, Comment, Dismissal, Evidence, Highlight, Link, Silence, Tag
from newsroom.models import Activity
from tests import make
from tests.admin_panel import Panel, last_line, one_of_each, refused, touched

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return make.story("Here")


@pytest.fixture
def highlight(story):
    return make.highlight(make.article(story=story))


@pytest.fixture
def bound(story):
    """A highlight that evidence rests on."""
    highlight = make.highlight(make.article(story=story))
    make.evidence(make.claim(story), highlight)
    return highlight


def test_a_tag_is_put_on_those_that_lack_it(panel: Panel, highlight, bound):
    tag = make.tag("claims/number")
    make.highlight(highlight.article, tags=[tag])
    before = Activity.objects.count()
    page = panel.show("tag", highlight, bound, *tag.highlights.all(), tag=tag.pk)
    assert len(touched(page)) == 2
    assert panel.told(panel.press(page)) == ["Add a tag: 2 highlights."]
    assert (tag.highlights.count(), Activity.objects.count() - before) == (3, 2)
    assert last_line(highlight).changes == {"tags": [[], ["claims/number"]]}


def test_a_withdrawn_highlight_gets_no_tag(panel: Panel, highlight):
    withdraw_highlight(highlight, by=panel.curator)
    page = panel.show("tag", highlight, tag=make.tag().pk)
    assert refused(page) == [(str(highlight), "This highlight was withdrawn. Restore it first.")]


def test_a_tag_is_taken_off(panel: Panel, story):
    tag = make.tag("claims/number")
    highlight = make.highlight(make.article(story=story), tags=[tag])
    assert panel.do("untag", highlight, tag=tag.pk) == ["Remove a tag: 1 highlight."]
    assert (tag.highlights.count(), last_line(highlight).changes) == (0, {"tags": [["claims/number"], []]})


def test_a_tag_is_not_taken_off_a_withdrawn_highlight(panel: Panel, story):
    tag = make.tag()
    highlight = make.highlight(make.article(story=story), tags=[tag])
    withdraw_highlight(highlight, by=panel.curator)
    assert refused(panel.show("untag", highlight, tag=tag.pk)) == [
        (str(highlight), "This highlight was withdrawn. Restore it first.")
    ]


def test_highlights_are_withdrawn_and_restored_but_not_those_that_evidence_rests_on(
    panel: Panel, highlight, bound
):
    page = panel.show("withdraw", highlight, bound)
    assert len(touched(page)) == 1
    ((name, sentence),) = refused(page)
    assert (name, "evidence for 1 claim" in sentence) == (str(bound), True)
    assert panel.told(panel.press(page)) == ["Withdraw highlights: 1 highlight."]
    highlight.refresh_from_db()
    bound.refresh_from_db()
    assert (highlight.withdrawn_by, bound.withdrawn_by) == (panel.curator, None)
    assert (last_line(highlight).verb, last_line(highlight).actor) == ("withdrawn", panel.curator)

    assert panel.do("restore", highlight) == ["Restore highlights: 1 highlight."]
    highlight.refresh_from_db()
    assert (highlight.withdrawn_at, last_line(highlight).verb) == (None, "restored")


def test_tags_are_merged_and_those_under_them_follow(panel: Panel, story):
    for path in ("old", "old/number", "new"):
        make.tag(path)
    old, new = Tag.objects.get(path="old"), Tag.objects.get(path="new")
    highlight = make.highlight(make.article(story=story), tags=[old])
    page = panel.show("merge", old, into=new.pk)
    assert touched(page) == [
        "changed the tag new/number",
        "merged the tag old into new on 1 highlight",
        "retagged a highlight new",
    ]
    assert panel.told(panel.press(page)) == ["Merge tags: 1 highlight, 2 tags."]
    assert sorted(Tag.objects.values_list("path", flat=True)) == ["new", "new/number"]
    assert [tag.path for tag in highlight.tags.all()] == ["new"]


def test_a_tag_is_not_merged_into_one_under_it(panel: Panel):
    parent, child = make.tag("claims"), make.tag("claims/number")
    assert refused(panel.show("merge", parent, into=child.pk)) == [
        ("claims", "claims/number stands under claims: a tag cannot go into one that would follow it.")
    ]


def test_an_origin_is_set_beside_others_or_alone(panel: Panel):
    article = make.article()
    make.origin(article, name="AFP")
    reuters = make.origin(name="Reuters")
    panel.do("origin", article, origin=reuters.pk)
    assert last_line(article).changes == {"origin": [["AFP"], ["AFP", "Reuters"]]}
    assert panel.do("origin", article, origin=reuters.pk, alone="on") == ["Set the origin: 1 article."]
    assert last_line(article).changes == {"origin": [["AFP", "Reuters"], ["Reuters"]]}
    assert list(article.origins.all()) == [reuters]


def test_a_rejected_origin_is_not_set(panel: Panel):
    article, origin = make.article(), make.origin(name="AFP")
    decide_origin(origin, "rejected", reason="Only a quotation is shared.", by=panel.curator)
    ((_, sentence),) = refused(panel.show("origin", article, origin=origin.pk))
    assert sentence == "“AFP” was rejected as an origin. Choose another, or decide on it anew first."


def test_origins_are_decided_on_with_a_reason(panel: Panel):
    origins = [make.origin(make.article()) for _ in range(2)]
    page = panel.show("decide", *origins, state="confirmed", reason=" ")
    assert "reason" in page.context["form"].errors
    assert panel.do("decide", *origins, state="confirmed", reason="Same text.") == [
        "Confirm or reject: 2 origins."
    ]
    origins[0].refresh_from_db()
    assert (origins[0].state, origins[0].decided_by) == ("confirmed", panel.curator)


def test_articles_are_added_to_a_story(panel: Panel, story):
    article, known = make.article(), make.article(story=story)
    assert panel.do("add", article, known, story=story.pk) == ["Add to a story: 1 article."]
    assert list(article.stories.all()) == [story]


def test_articles_move_to_another_story_but_not_those_that_evidence_rests_on(panel: Panel, story, bound):
    there = make.story("There")
    free = make.article(story=story)
    page = panel.show("move", free, bound.article, out_of=story.pk, into=there.pk)
    ((name, sentence),) = refused(page)
    assert (name, sentence.startswith("It is evidence for 1 claim of “Here”.")) == (str(bound.article), True)
    assert panel.told(panel.press(page)) == ["Move to another story: 1 article."]
    assert (list(free.stories.all()), list(bound.article.stories.all())) == ([there], [story])
    assert last_line(free).changes == {"story": ["Here", "There"]}


def test_claims_move_to_another_story_but_not_away_from_their_evidence(panel: Panel, story, bound):
    there = make.story("There")
    held, free = Claim.objects.get(), make.claim(story)
    page = panel.show("move", free, held, into=there.pk)
    ((name, sentence),) = refused(page)
    assert (name, "add that to “There” first" in sentence) == (held.statement, True)
    assert panel.told(panel.press(page)) == ["Move to another story: 1 claim."]
    free.refresh_from_db()
    assert free.story == there


def test_evidence_is_withdrawn_and_restored_but_not_twice(panel: Panel, story, highlight):
    claim = make.claim(story)
    evidence = make.evidence(claim, highlight)
    assert panel.do("withdraw", evidence) == ["Withdraw evidence: 1 evidence."]
    assert panel.do("restore", evidence) == ["Restore evidence: 1 evidence."]
    evidence.refresh_from_db()
    assert (evidence.withdrawn_at, last_line(evidence).verb) == (None, "restored")
    withdraw_evidence(evidence, by=panel.curator)
    make.evidence(claim, highlight)
    ((_, sentence),) = refused(panel.show("restore", evidence))
    assert sentence == "This passage is evidence for the claim again already. Change its relation there."


def test_evidence_is_not_restored_on_a_withdrawn_highlight(panel: Panel, story, highlight):
    evidence = make.evidence(make.claim(story), highlight)
    withdraw_evidence(evidence, by=panel.curator)
    withdraw_highlight(highlight, by=panel.curator)
    ((_, sentence),) = refused(panel.show("restore", evidence))
    assert sentence == "This passage's highlight was withdrawn. Restore it first, or choose another."


def test_links_are_withdrawn_and_restored_but_not_beside_a_newer_one(panel: Panel, highlight, bound):
    link = make.link(highlight, bound)
    assert panel.do("withdraw", link) == ["Withdraw links: 1 link."]
    assert panel.do("restore", link) == ["Restore links: 1 link."]
    withdraw_link(link, by=panel.curator)
    make.link(bound, highlight)
    ((_, sentence),) = refused(panel.show("restore", link))
    assert sentence == "These two passages are linked again already. Change that link instead."


def test_comments_are_withdrawn_and_restored(panel: Panel, highlight):
    comment = make.comment(highlight)
    assert panel.do("withdraw", comment) == ["Withdraw comments: 1 comment."]
    assert panel.do("restore", comment) == ["Restore comments: 1 comment."]
    comment.refresh_from_db()
    assert (comment.withdrawn_at, last_line(comment).verb) == (None, "restored")


def test_a_silence_is_withdrawn_and_a_dismissed_passage_offered_again(panel: Panel, story, highlight, bound):
    silence = make.silence(make.claim(story), highlight.article)
    dismissal = make.dismissal(highlight, bound)
    assert panel.do("withdraw", silence) == ["Withdraw silences: 1 silence."]
    assert panel.do("offer_again", dismissal) == ["Offer again: 1 dismissal."]
    silence.refresh_from_db()
    dismissal.refresh_from_db()
    assert (silence.withdrawn_by, dismissal.withdrawn_by) == (panel.curator, panel.curator)


@pytest.mark.parametrize("model", [Comment, Dismissal, Evidence, Highlight, Link, Silence])
def test_what_was_taken_back_is_not_taken_back_twice(panel: Panel, model):
    row = one_of_each(panel.curator)[model]
    for evidence in Evidence.objects.exclude(pk=row.pk):
        withdraw_evidence(evidence, by=panel.curator)
    for link in Link.objects.exclude(pk=row.pk):
        withdraw_link(link, by=panel.curator)
    act = "offer_again" if model is Dismissal else "withdraw"
    assert len(panel.do(act, row)) == 1
    page = panel.show(act, row)
    assert touched(page) == []
    assert 'class="default"' not in page.content.decode()


@pytest.mark.parametrize("model", [Comment, Evidence, Highlight, Link])
def test_what_stands_is_not_restored(panel: Panel, model):
    assert_nothing_to_confirm(panel.show("restore", one_of_each(panel.curator)[model]))


def test_an_article_is_not_added_twice(panel: Panel, story):
    assert_nothing_to_confirm(panel.show("add", make.article(story=story), story=story.pk))


def assert_nothing_to_confirm(page):
    assert (touched(page), refused(page)) == ([], [])
    assert "All of them are so already" in page.content.decode()
    assert 'class="default"' not in page.content.decode()
