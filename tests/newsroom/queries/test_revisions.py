"""Test what the pages show about the changes of an article."""

from datetime import UTC, datetime

import pytest

from newsroom.actions.imports.importing import import_article
from newsroom.models import Article, Revision, User
from newsroom.queries.revisions import comparison, latest_changes
from newsroom.text.pipeline import SourceDetails
from tests import make

pytestmark = pytest.mark.django_db

PARAGRAPHS = [f"Paragraph number {number} says something of its own, and no more." for number in range(8)]


@pytest.fixture
def editor() -> User:
    return make.user()


def pair(article: Article) -> tuple[Revision, Revision]:
    old, new = article.revisions.order_by("-number")[:2][::-1]
    return old, new


def test_paragraphs_that_were_kept_are_folded_but_for_those_beside_a_change(editor: User) -> None:
    article = make.article("\n\n".join(PARAGRAPHS), by=editor)
    make.revision(
        article, "\n\n".join([*PARAGRAPHS[:6], "Something else came in here.", *PARAGRAPHS[6:]]), by=editor
    )
    shown = comparison(*pair(article))
    assert [(len(group.rows), group.folded) for group in shown.groups] == [
        (1, ""),
        (4, "4 paragraphs unchanged"),
        (1, ""),
        (1, ""),
        (2, ""),
    ]
    assert shown.summary == "1 paragraph added"


@pytest.mark.parametrize(
    ("kept", "folded"),
    [(3, []), (4, ["2 paragraphs unchanged"]), (5, ["3 paragraphs unchanged"])],
)
def test_four_paragraphs_in_a_row_are_the_fewest_of_which_some_are_folded(
    editor: User, kept: int, folded: list[str]
) -> None:
    article = make.article("\n\n".join(PARAGRAPHS[:kept]), by=editor)
    make.revision(article, "\n\n".join([*PARAGRAPHS[:kept], "Something else came in here."]), by=editor)
    assert [group.folded for group in comparison(*pair(article)).groups if group.folded] == folded


def test_changes_of_punctuation_alone_are_folded_and_not_counted(editor: User) -> None:
    article = make.article("\n\n".join(PARAGRAPHS), by=editor)
    make.revision(article, "\n\n".join(PARAGRAPHS).replace(", and no more", " — and no more", 1), by=editor)
    shown = comparison(*pair(article))
    assert [group.folded for group in shown.groups if group.folded] == [
        "1 minor change: white space or punctuation alone",
        "5 paragraphs unchanged",
    ]
    assert shown.summary == "No paragraph says anything else"
    assert latest_changes([article])[article.pk].edits == ()


def test_headline_byline_and_date_are_compared_too(editor: User) -> None:
    text = "\n\n".join(PARAGRAPHS).encode()
    first = SourceDetails(external_id="one", title="Rain on Bali", byline="Ada Byron", published="2022-07-09")
    then = SourceDetails(
        external_id="one", title="Rain on Java", byline="Ada Byron", published="2022-07-09T14:30"
    )
    article = import_article(text, details=first, by=editor).revision.article
    import_article(text, details=then, by=editor)
    fields = comparison(*pair(article)).fields
    assert [(field.label, field.before, field.after) for field in fields] == [
        ("Headline", "Rain on Bali", "Rain on Java"),
        ("Published", "9 July 2022", "9 July 2022, 14:30 UTC"),
    ]


def test_the_newest_change_is_told_with_its_sentences_and_its_distance_from_publication(editor: User) -> None:
    text = "\n\n".join(PARAGRAPHS)
    now = datetime.now(UTC)
    details = SourceDetails(external_id="one", published=now.isoformat())
    article = import_article(text.encode(), details=details, by=editor).revision.article
    import_article(text.replace("number 3 says", "number 3 said").encode(), details=details, by=editor)
    import_article(text.replace("number 4 says", "number 4 said").encode(), details=details, by=editor)
    article.refresh_from_db()
    told = latest_changes([article])[article.pk]
    assert (told.previous.number, told.current.number) == (2, 3)
    assert told.when == "less than a minute after publication"
    assert {edit.after for edit in told.edits} == {
        PARAGRAPHS[3],
        PARAGRAPHS[4].replace("says", "said"),
    }


def test_an_article_of_one_revision_has_not_changed(editor: User) -> None:
    assert latest_changes([make.article(by=editor)]) == {}


@pytest.mark.parametrize("number", [1, 6])
def test_what_changed_is_read_in_one_query(editor: User, number: int, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    articles = [
        make.revision(make.article("\n\n".join(PARAGRAPHS), by=editor), PARAGRAPHS[0], by=editor)
        for _ in range(number)
    ]
    articles = list(
        Article.objects.select_related("current").filter(pk__in=[article.pk for article in articles])
    )
    with django_assert_num_queries(1):
        assert len(latest_changes(articles)) == number
