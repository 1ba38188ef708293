"""Test that articles and claims move to another story, unless evidence would be left behind."""

import pytest

from annotations.actions.judgements.evidence import withdraw_evidence
from annotations.actions.moving import move_article, move_claim
from newsroom.actions.stories import place_article
from newsroom.errors import Conflict, Forbidden, Invalid
from newsroom.models import Activity
from newsroom.roles import UserRole
from tests import make
from tests.admin_panel import last_line

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return make.story("Here")


@pytest.fixture
def there():
    return make.story("There")


def test_an_article_moves_with_one_line_that_names_both_stories(curator, here, there):
    article = make.article(story=here)
    before = Activity.objects.count()
    move_article(article, out_of=here, into=there, by=curator)
    assert list(article.stories.all()) == [there]
    assert Activity.objects.count() == before + 1
    assert last_line(article).changes == {"story": ["Here", "There"]}


def test_an_article_that_evidence_of_the_story_rests_on_stays(curator, here, there):
    article = make.article(story=here)
    make.evidence(make.claim(here), make.highlight(article))
    with pytest.raises(Conflict, match="It is evidence for 1 claim of “Here”"):
        move_article(article, out_of=here, into=there, by=curator)
    assert list(article.stories.all()) == [here]


def test_withdrawn_evidence_holds_no_article(curator, here, there):
    article = make.article(story=here)
    withdraw_evidence(make.evidence(make.claim(here), make.highlight(article)), by=curator)
    move_article(article, out_of=here, into=there, by=curator)
    assert list(article.stories.all()) == [there]


def test_evidence_of_another_story_holds_no_article(curator, here, there):
    article = make.article(story=here)
    make.evidence(make.claim(there), make.highlight(article), "context")
    move_article(article, out_of=here, into=there, by=curator)
    assert list(article.stories.all()) == [there]


def test_an_article_moves_only_out_of_a_story_that_holds_it(curator, here, there):
    with pytest.raises(Invalid, match="not in “Here”"):
        move_article(make.article(story=there), out_of=here, into=there, by=curator)
    with pytest.raises(Invalid, match="two different stories"):
        move_article(make.article(story=here), out_of=here, into=here, by=curator)


def test_a_claim_moves_where_its_evidence_can_be_read(curator, here, there):
    article, claim = make.article(story=here), make.claim(here)
    make.evidence(claim, make.highlight(article))
    with pytest.raises(Conflict, match=f"Its evidence stands in “{article}”: add that to “There” first."):
        move_claim(claim, into=there, by=curator)
    place_article(there, article, by=curator)
    move_claim(claim, into=there, by=curator)
    claim.refresh_from_db()
    assert (claim.story, claim.version) == (there, 2)
    assert last_line(claim).changes == {"story": ["Here", "There"]}


def test_a_claim_that_is_there_already_is_told_so(curator, here):
    with pytest.raises(Invalid, match="in “Here” already"):
        move_claim(make.claim(here), into=here, by=curator)


def test_moving_takes_an_editor(here, there):
    reporter = make.user(UserRole.REPORTER)
    with pytest.raises(Forbidden):
        move_article(make.article(story=here), out_of=here, into=there, by=reporter)
    with pytest.raises(Forbidden):
        move_claim(make.claim(here), into=there, by=reporter)
