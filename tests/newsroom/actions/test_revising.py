"""Test how a known article gets a newer text."""

import pytest

from newsroom.actions.revising import fetch_again, revise
from newsroom.errors import Conflict, Forbidden, Invalid
from newsroom.models import Article, User
from newsroom.models.imports import ImportItem
from newsroom.roles import UserRole
from tests import make
from tests.web_servers import Web

pytestmark = pytest.mark.django_db

TEXT = (
    "The minister left the hall early.\n\nRain fell on Bali all day, said the hosts.\n\nNobody took a photo."
)
PAGE = (
    "<html><head><title>Rain</title><meta charset=utf-8><meta name=author content='Ada "
    "Byron'></head><body><article><h1>Rain on Bali</h1><p>The minister left the hall {when}.</p><p>Rain fell "
    "on Bali all day, said the hosts.</p><p>Nobody took a photo of the group that met "
    "there.</p></article></body></html>"
)


@pytest.fixture
def editor() -> User:
    return make.user()


@pytest.fixture
def article(editor: User) -> Article:
    return make.article(TEXT, title="Rain on Bali", by=editor)


def test_a_newer_text_is_the_next_revision(article: Article, editor: User) -> None:
    outcome = revise(article, TEXT.replace("early", "late").encode(), name="new.txt", by=editor)
    assert (outcome.status, outcome.revision.number, outcome.revision.article) == (
        ImportItem.Status.REVISED,
        2,
        article,
    )
    article.refresh_from_db()
    assert article.current == outcome.revision


def test_the_same_text_again_changes_nothing(article: Article, editor: User) -> None:
    outcome = revise(article, TEXT.encode(), name="again.txt", by=editor)
    assert (outcome.status, article.revisions.count()) == (ImportItem.Status.UNCHANGED, 1)


def test_what_a_newer_text_does_not_say_of_itself_stays_known(article: Article, editor: User) -> None:
    outcome = revise(article, TEXT.replace("early", "late").encode(), name="new.txt", by=editor)
    assert outcome.revision.headline == "Rain on Bali"


@pytest.mark.parametrize("changed", ["title: Rain on Java", "byline: Ada Byron", "date: 2022-07-09"])
def test_another_headline_byline_or_date_is_a_revision_too(
    article: Article, editor: User, changed: str
) -> None:
    outcome = revise(article, f"---\n{changed}\n---\n\n{TEXT}".encode(), name="new.md", by=editor)
    assert outcome.status == ImportItem.Status.REVISED


def test_another_text_altogether_is_refused_unless_a_person_insists(article: Article, editor: User) -> None:
    other = b"Grain prices rose again this week, as traders in Chicago had feared since the spring."
    with pytest.raises(Conflict, match="tick “It is this article”"):
        revise(article, other, name="other.txt", by=editor)
    assert article.revisions.count() == 1
    assert revise(article, other, name="other.txt", by=editor, anyway=True).revision.number == 2


def test_it_takes_a_reporter(article: Article) -> None:
    with pytest.raises(Forbidden):
        revise(article, TEXT.encode(), name="new.txt", by=make.user(UserRole.READER))


def test_an_article_is_fetched_again_from_its_address(web: Web, editor: User) -> None:
    url = web.put("/rain", PAGE.format(when="early"))
    first = make.page(PAGE.format(when="early"), url=url, by=editor)
    web.put("/rain", PAGE.format(when="before the speech"))
    outcome = fetch_again(first, by=editor)
    assert outcome.status == ImportItem.Status.REVISED
    assert "left the hall before the speech" in outcome.revision.text
    assert fetch_again(first, by=editor).status == ImportItem.Status.UNCHANGED


def test_an_article_without_an_address_cannot_be_fetched(article: Article, editor: User) -> None:
    with pytest.raises(Invalid, match="has no address"):
        fetch_again(article, by=editor)
