"""Test that the files of a story are closed: every id in one of them is found in another."""

import random
from itertools import pairwise

import pytest

from annotations.logic.vocabulary import Relation
from annotations.queries.exports import rows as exports
from newsroom.actions.outlets import set_owner
from newsroom.actions.stories import add_articles
from newsroom.models import Outlet
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db

#: For each kind and column: the kind and the column in which the cell, or each item of its list, is found.
REFERENCES = {
    ("annotations", "story"): ("stories", "story"),
    ("annotations", "article_id"): ("articles", "article_id"),
    ("annotations", "outlet"): ("outlets", "outlet"),
    ("annotations", "origin"): ("origins", "origin"),
    ("annotations", "tags"): ("tags", "tag"),
    ("annotations", "claim_ids"): ("claims", "claim_id"),
    ("links", "from_annotation_id"): ("annotations", "annotation_id"),
    ("links", "to_annotation_id"): ("annotations", "annotation_id"),
    ("links", "from_article_id"): ("articles", "article_id"),
    ("links", "to_article_id"): ("articles", "article_id"),
    ("links", "from_stories"): ("stories", "story"),
    ("links", "to_stories"): ("stories", "story"),
    ("claims", "story"): ("stories", "story"),
    ("evidence", "claim_id"): ("claims", "claim_id"),
    ("evidence", "annotation_id"): ("annotations", "annotation_id"),
    ("evidence", "article_id"): ("articles", "article_id"),
    ("evidence", "story"): ("stories", "story"),
    ("evidence", "origin"): ("origins", "origin"),
    ("articles", "outlet"): ("outlets", "outlet"),
    ("articles", "owner"): ("outlets", "outlet"),
    ("articles", "origin"): ("origins", "origin"),
    ("articles", "stories"): ("stories", "story"),
    ("outlets", "owner"): ("outlets", "outlet"),
    ("origins", "article_id"): ("articles", "article_id"),
    ("revisions", "article_id"): ("articles", "article_id"),
    ("silences", "claim_id"): ("claims", "claim_id"),
    ("silences", "article_id"): ("articles", "article_id"),
    ("comments", "annotation_id"): ("annotations", "annotation_id"),
    ("comments", "claim_id"): ("claims", "claim_id"),
}
KINDS = [kind for kind in exports.KINDS if kind != "activity"]


def files(slug, **filters):
    """Return the rows of each kind for a story, as dicts."""
    found = {}
    for kind in KINDS:
        rows = exports.rows(kind, {"story": slug, **filters})
        found[kind] = [exports.as_dict(kind, cells) for cells in rows]
    return found


def items(cell):
    if isinstance(cell, list):
        return [str(item) for item in cell]
    return [] if cell in (None, "") else [str(cell)]


def dangling(found):
    """Return every reference that the files do not hold, as (kind, column, value)."""
    missing = []
    for (kind, column), (other, key) in REFERENCES.items():
        known = {str(row[key]) for row in found[other]}
        for row in found[kind]:
            missing += [(kind, column, item) for item in items(row[column]) if item not in known]
    return missing


def random_desk(seed):
    """Make three stories whose articles, passages and claims refer to each other at random."""
    chosen = random.Random(seed)  # noqa: S311  (a test that can be repeated)
    by, curator = make.user(), make.user(UserRole.CURATOR)
    stories = [make.story(by=by) for _ in range(3)]
    articles = [make.article(outlet=f"Outlet {number}", by=by) for number in range(6)]
    for article in articles:
        for story in chosen.sample(stories, chosen.randint(0, 2)):
            add_articles(story, [article], by=by)
    outlets = list(Outlet.objects.order_by("pk"))
    for owner, owned in pairwise(outlets[:4]):
        set_owner(owned, owner=owner, by=curator)
    tags = [make.tag(by=by) for _ in range(3)]
    passages = [
        make.highlight(article, word, tags=chosen.sample(tags, chosen.randint(0, 2)), by=by)
        for article in articles
        for word in ("minister", "speech")
    ]
    claims = [make.claim(chosen.choice(stories), by=by) for _ in range(5)]
    for claim in claims:
        for passage in chosen.sample(passages, chosen.randint(0, 3)):
            make.evidence(claim, passage, chosen.choice(list(Relation)), by=by)
    for one, other in zip(chosen.sample(passages, 6), chosen.sample(passages, 6), strict=True):
        if one.article_id != other.article_id and not other.links_out.filter(target=one).exists():
            make.link(one, other, by=by)
    make.origin(*chosen.sample(articles, 3), by=by)
    make.silence(make.claim(chosen.choice(stories), by=by), chosen.choice(articles), by=by)
    make.comment(chosen.choice(passages), by=by)
    make.comment(chosen.choice(claims), by=by)
    return stories


@pytest.mark.parametrize("seed", range(4))
def test_every_reference_in_a_story_s_files_is_found_in_them(seed):
    for story in random_desk(seed):
        assert dangling(files(story.slug)) == []


def test_the_columns_of_the_references_exist():
    for places in REFERENCES.items():
        for kind, column in places:
            assert column in exports.header(kind)


def test_without_references_a_story_has_only_its_own_rows(story, editor):
    other = make.story(by=editor)
    passage = make.highlight(make.article(story=story, by=editor), by=editor)
    elsewhere = make.highlight(make.article(story=other, by=editor), by=editor)
    link = make.link(passage, elsewhere, by=editor)
    for slug in (story.slug, other.slug):
        assert [row["link_id"] for row in files(slug)["links"]] == [link.pk]
        assert len(files(slug)["annotations"]) == len(files(slug)["articles"]) == 2
        own = files(slug, references="0")
        assert len(own["annotations"]) == len(own["articles"]) == len(own["stories"]) == 1


def test_articles_that_are_stated_independent_are_in_the_files(story, editor):
    passages = [make.highlight(make.article(by=editor, outlet=name), by=editor) for name in ("One", "Two")]
    claim = make.claim(story, by=editor)
    make.independence(claim, *passages, by=editor)
    found = files(story.slug)
    (row,) = found["claims"]
    ids = " and ".join(str(passage.article_id) for passage in passages)
    assert row["stated_independent"] == [f"{ids}: Each had a reporter there."]
    assert {row["article_id"] for row in found["articles"]} == {passage.article_id for passage in passages}
