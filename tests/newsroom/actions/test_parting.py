"""Test what becomes of the revisions and the fields of an article that is parted into two."""

import pytest
from django.db import transaction

from newsroom.actions.correcting import correct_article
from newsroom.actions.imports.import_requests import read_request
from newsroom.actions.imports.importing import import_request
from newsroom.actions.locking import lock
from newsroom.actions.parting import announce, divide, revisions_to_part
from newsroom.errors import Invalid
from newsroom.models import Article, User
from newsroom.roles import UserRole
from newsroom.text.pipeline import SourceDetails
from tests import make

pytestmark = pytest.mark.django_db
HARBOUR = "The harbour was closed on Monday after a ship struck the quay. Nobody was hurt in the collision."
BUDGET = "The council passed its budget late at night. Taxes on houses rise by two percent next spring."


@pytest.fixture
def curator() -> User:
    return make.user(UserRole.CURATOR)


@pytest.fixture
def merged() -> Article:
    """Return an article whose second revision is the text of another article."""
    return make.revision(make.article(HARBOUR, title="Harbour", story=make.story()), BUDGET)


@transaction.atomic
def part(article: Article, numbers: list[int], curator: User, title: str = "") -> Article:
    lock(article)
    parting = divide(article, revisions_to_part(article, numbers), title, by=curator)
    announce(parting, by=curator)
    article.refresh_from_db()
    return parting.new


def test_each_article_shows_its_own_text_again(merged: Article, curator: User):
    new = part(merged, [2], curator, "Budget")
    assert (merged.current.text, merged.current.number) == (HARBOUR, 3)
    assert (new.current.text, new.current.number, str(new)) == (BUDGET, 1, "Budget")
    assert list(new.stories.all()) == list(merged.stories.all()) != []


def test_the_old_article_keeps_its_revisions_and_their_numbers(merged: Article, curator: User):
    before = list(merged.revisions.values("number", "text", "sha256"))
    new = part(merged, [2], curator)
    assert list(merged.revisions.values("number", "text", "sha256"))[:2] == before
    assert new.current.parted_from == merged.revisions.get(number=2)


def test_an_article_is_parted_again_into_a_third_one(merged: Article, curator: User):
    part(merged, [2], curator)
    make.revision(merged, "A fox was seen in the garden of the museum. Children fed it with bread and milk.")
    third = part(merged, [4], curator)
    assert (merged.current.text, merged.current.number) == (HARBOUR, 5)
    assert third.current.text.startswith("A fox")


def test_a_correction_by_the_desk_goes_with_the_text_that_it_corrects(merged: Article, curator: User):
    correct_article(merged, {"byline": "Ana Ruiz"}, {}, number=2, by=curator)
    new = part(merged, [2], curator)
    assert [revision.byline for revision in new.revisions.order_by("number")] == ["", "Ana Ruiz"]
    assert new.current.corrects == new.revisions.get(number=1)


def test_address_and_id_go_to_the_article_that_they_show_now(curator: User):
    given = SourceDetails(external_id="x-1", url="https://example.org/news/7")
    article = import_request(read_request(HARBOUR.encode(), details=given), by=curator).revision.article
    import_request(read_request(BUDGET.encode(), details=given), by=curator, article=article)
    article.refresh_from_db()
    new = part(article, [2], curator)
    assert (new.address, new.external_id) == ("https://example.org/news/7", "x-1")
    assert (article.address, article.external_id) == ("", "")


def test_each_article_gets_its_own_address_if_they_have_two(curator: User):
    first = SourceDetails(url="https://example.org/view?ref=1234")
    second = SourceDetails(url="https://example.org/view?ref=5678")
    article = import_request(read_request(HARBOUR.encode(), details=first), by=curator).revision.article
    import_request(read_request(BUDGET.encode(), details=second), by=curator, article=article)
    article.refresh_from_db()
    new = part(article, [2], curator)
    assert new.address.endswith("ref=5678")
    assert article.address.endswith("ref=1234")


def test_an_older_text_does_not_take_the_address_along(curator: User):
    given = SourceDetails(external_id="x-1", url="https://example.org/news/7")
    article = import_request(read_request(HARBOUR.encode(), details=given), by=curator).revision.article
    import_request(read_request(BUDGET.encode(), details=given), by=curator, article=article)
    article.refresh_from_db()
    new = part(article, [1], curator)
    assert (new.address, new.external_id) == ("", "")
    assert (article.address, article.external_id) == ("https://example.org/news/7", "x-1")


def test_an_article_called_by_the_headline_that_leaves_gets_its_own(curator: User):
    harbour, budget = (SourceDetails(title=title) for title in ("Harbour closed", "Budget passed"))
    article = import_request(read_request(HARBOUR.encode(), details=harbour), by=curator).revision.article
    import_request(read_request(BUDGET.encode(), details=budget), by=curator, article=article)
    article.refresh_from_db()
    new = part(article, [1], curator)
    assert (str(new), str(article)) == ("Harbour closed", "Budget passed")


def test_neither_article_keeps_a_masthead_that_its_import_took_from_the_other(curator: User):
    signed = SourceDetails(
        external_id="x-1", title="Harbour closed", byline="Ana Ruiz", published="2024-05-03"
    )
    article = import_request(read_request(HARBOUR.encode(), details=signed), by=curator).revision.article
    make.revision(article, BUDGET)
    assert (article.current.headline, article.current.byline) == ("Harbour closed", "Ana Ruiz")

    new = part(article, [2], curator)
    assert (new.current.headline, new.current.byline, new.current.published_at) == ("", "", None)
    assert str(new).startswith("The council passed")
    assert (article.current.headline, article.current.byline) == ("Harbour closed", "Ana Ruiz")


def test_how_a_revision_was_fetched_is_kept_with_its_copy(merged: Article, curator: User):
    capture = make.capture(merged)
    new = part(merged, [2], curator)
    assert (new.current.capture.asked, new.current.capture.at) == (capture.asked, capture.at)


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [
        ([], "Choose the revisions"),
        ([1, 2], "Leave at least one"),
        ([2, 9], "no revision 9"),
    ],
)
def test_a_choice_that_parts_nothing_is_refused(
    merged: Article, curator: User, numbers: list[int], sentence: str
):
    with pytest.raises(Invalid, match=sentence):
        revisions_to_part(merged, numbers)


def test_an_article_with_one_text_is_not_parted(curator: User):
    article = make.article(HARBOUR)
    with pytest.raises(Invalid, match="only one text"):
        revisions_to_part(article, [1])
    correct_article(article, {"byline": "Ana Ruiz"}, {}, number=1, by=curator)
    with pytest.raises(Invalid, match="only one text"):
        revisions_to_part(article, [2])


def test_a_revision_goes_once(merged: Article, curator: User):
    part(merged, [2], curator, "Budget")
    with pytest.raises(Invalid, match="Revision 2 went to “Budget” already"):
        revisions_to_part(merged, [2])
