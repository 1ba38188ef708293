"""Test what the list of an article's revisions says about each of them."""

import pytest

from annotations.actions.parting import part_article, rehearse_parting
from newsroom.actions.correcting import correct_article
from newsroom.models import Article
from newsroom.queries.revision_lists import Descent, revision_lines
from newsroom.queries.revisions import latest_changes
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db
HARBOUR = "The harbour was closed on Monday after a ship struck the quay."
BUDGET = "The council passed its budget late at night."


def parted(article: Article, *numbers: int) -> Article:
    curator = make.user(UserRole.CURATOR)
    shown = rehearse_parting(article, numbers, by=curator).fingerprint
    new = part_article(article, numbers, shown=shown, by=curator)
    article.refresh_from_db()
    return new


def test_a_line_says_how_its_revision_came_about():
    article = make.revision(make.article(HARBOUR), BUDGET)
    correct_article(article, {"byline": "Ana Ruiz"}, {}, number=2, by=make.user())
    new = parted(article, 2)
    descents = [line.descent for line in revision_lines(article)]
    assert descents == [Descent.IMPORT, Descent.IMPORT, Descent.CORRECTION, Descent.RESTORATION]
    assert [line.descent for line in revision_lines(new)] == [Descent.PARTING, Descent.PARTING]


def test_a_revision_is_compared_with_the_one_of_its_own_article_before_it():
    article = make.revision(make.article(HARBOUR), BUDGET)
    make.revision(article, f"{HARBOUR} Nobody was hurt.")
    new = parted(article, 2)
    lines = revision_lines(article)
    assert [line.before for line in lines] == [None, None, 1]
    assert [line.elsewhere for line in lines] == [None, new.current, None]


def test_the_latest_change_of_an_article_passes_over_what_went_to_another_one():
    article = make.revision(make.article(HARBOUR), BUDGET)
    make.revision(article, f"{HARBOUR} Nobody was hurt.")
    parted(article, 2)
    change = latest_changes([article])[article.pk]
    assert (change.previous.number, change.current.number) == (1, 3)


def test_a_restored_text_is_no_change_by_the_outlet():
    article = make.revision(make.article(HARBOUR), BUDGET)
    parted(article, 2)
    assert latest_changes([article]) == {}


def test_the_lines_take_one_query(django_assert_num_queries):
    article = make.revision(make.article(HARBOUR), BUDGET)
    with django_assert_num_queries(1):
        assert [line.revision.created_by.username for line in revision_lines(article)] != []
