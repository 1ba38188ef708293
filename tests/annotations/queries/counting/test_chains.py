"""Test the chains of telling that are read from the rows of the database."""

import pytest

from annotations.actions.origins import decide_origin
from annotations.logic.counting.chains import Chain
from annotations.queries.counting.chains import (
    ArticleOrigins,
    columns_of,
    families_of,
    origins_by_article,
)
from annotations.queries.desk.surroundings import articles_of
from newsroom.models import OutletAlias, Story, User
from tests import make

pytestmark = pytest.mark.django_db


def test_origins_are_told_apart_by_whether_a_person_confirmed_them(story: Story, editor: User) -> None:
    article = make.article(story=story, by=editor)
    states = {"AFP": "confirmed", "AP": "", "Kyodo": "rejected"}
    for name, state in states.items():
        origin = make.origin(article, name=name, by=editor)
        if state:
            decide_origin(origin, state, reason="So.", by=editor)
    origins = origins_by_article([article.pk])
    assert origins[article.pk] == ArticleOrigins(frozenset({"AFP"}), frozenset({"AP"}))
    assert origins[article.pk + 1] == ArticleOrigins()


def test_families_know_owners_and_other_names(editor: User) -> None:
    post = make.article(outlet="Post", by=editor).outlet
    post.owner = make.article(outlet="Nord", by=editor).outlet
    post.save()
    OutletAlias.objects.create(outlet=post, word="Post Online")
    families = families_of(["post online"])
    assert families.key("POST ONLINE") == families.key("Post") == "nord"
    assert families.label("nord") == "Nord"


def test_articles_are_columns_with_their_chains(story: Story, editor: User) -> None:
    article = make.article(story=story, outlet="Post", by=editor)
    unknown = make.article(story=story, by=editor)
    make.origin(article, unknown, name="AFP", by=editor)
    found = columns_of(list(articles_of(story)))
    afp = frozenset({"afp"})
    assert [column.chain for column in found.columns] == [
        Chain("post", unsure=afp),
        Chain(unsure=afp),
    ]
    assert found.families.label("afp") == "AFP"
