"""Test the matrix of the claims and articles of a story: which rows and columns are shown."""

import pytest

from annotations.actions.claims import settle_claim
from annotations.actions.origins import decide_origin
from annotations.logic.counting.chains import Bounds
from annotations.models import Claim
from annotations.queries.matrix import MatrixChoice, matrix, matrix_rows
from newsroom.models import Article, Story, User
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles(story: Story, editor: User) -> list[Article]:
    dates = {"Times": "2022-07-09", "Post": "2022-07-08", "Herald": ""}
    return [make.report(story, outlet, published, by=editor) for outlet, published in dates.items()]


@pytest.fixture
def claim(story: Story, articles: list[Article], editor: User) -> Claim:
    claim = make.claim(story, "He left before the speech.", by=editor)
    make.evidence(claim, make.highlight(articles[0], by=editor), by=editor)
    make.evidence(claim, make.highlight(articles[1], by=editor), "contradicts", by=editor)
    return claim


@pytest.fixture
def silent(story: Story, claim: Claim, articles: list[Article], editor: User) -> Claim:
    """Return a settled claim that no article mentions."""
    silent = make.claim(story, "A photo was taken.", by=editor)
    for article in articles:
        make.silence(silent, article, by=editor)
    settle_claim(silent, "unproven", "Nobody mentions it.", version=1, by=editor)
    return silent


def shown_claims(story: Story, choice: MatrixChoice) -> list[Claim]:
    return [row.claim for row in matrix(story, choice).rows]


def shown_columns(story: Story, choice: MatrixChoice) -> list[str]:
    return [article.outlet.name for article in matrix(story, choice).articles]


def test_columns_stand_by_time_and_cells_say_what_each_article_says(story: Story, claim: Claim) -> None:
    (row,) = matrix(story).rows
    assert shown_columns(story, MatrixChoice()) == ["Post", "Times", "Herald"]
    assert [cell.words for cell in row.cells] == ["Contradicts", "Corroborates", "Open"]


def test_articles_of_one_origin_stand_together(story: Story, articles: list[Article], editor: User) -> None:
    origin = make.origin(articles[0], articles[2], name="AFP", by=editor)
    sources = matrix(story).sources
    together = [[article.outlet.name for article in source.articles] for source in sources]
    assert together == [["Post"], ["Times", "Herald"]]
    assert [source.origins for source in sources] == [[], [origin]]


def test_sources_are_counted_after_following_who_has_it_from_whom(
    story: Story, articles: list[Article], editor: User
) -> None:
    """The Times has the story from the Post, and the Post has it from AFP, as the Herald does.

    The column of the Post is hidden, and yet it shows that the two shown articles have one source.
    """
    times, post, herald = articles
    for name, taking in (("Post", [times]), ("AFP", [post, herald])):
        decide_origin(make.origin(*taking, name=name, by=editor), "confirmed", reason="So.", by=editor)
    shown = matrix(story, MatrixChoice(articles=frozenset({times.pk, herald.pk})))
    assert [[article.outlet.name for article in source.articles] for source in shown.sources] == [
        ["Times", "Herald"]
    ]
    assert shown.independent == Bounds(1, 1)


@pytest.mark.parametrize("show", ["unsettled", "contradicted", "single", "open"])
def test_rows_are_chosen_by_what_is_left_to_do(story: Story, claim: Claim, silent: Claim, show: str) -> None:
    assert shown_claims(story, MatrixChoice(show=show)) == [claim]


def test_rows_are_ordered(story: Story, claim: Claim, silent: Claim) -> None:
    assert shown_claims(story, MatrixChoice()) == [claim, silent]
    assert shown_claims(story, MatrixChoice(sort="statement")) == [silent, claim]
    assert shown_claims(story, MatrixChoice(sort="sources")) == [silent, claim]
    assert shown_claims(story, MatrixChoice(sort="against")) == [claim, silent]


def test_columns_are_chosen_by_outlet_origin_and_article(
    story: Story, claim: Claim, articles: list[Article], editor: User
) -> None:
    origin = make.origin(articles[0], articles[2], by=editor)
    times, post, _ = (article.pk for article in articles)
    assert shown_columns(story, MatrixChoice(outlet="Post")) == ["Post"]
    assert shown_columns(story, MatrixChoice(origin=origin.pk)) == ["Times", "Herald"]
    assert shown_columns(story, MatrixChoice(origin=origin.pk, outlet="Times")) == ["Times"]
    assert shown_columns(story, MatrixChoice(articles=frozenset({times, post}))) == ["Post", "Times"]
    assert shown_columns(story, MatrixChoice(outlet="Nobody")) == []


def test_what_a_claim_stands_on_is_counted_over_all_columns(story: Story, claim: Claim) -> None:
    (row,) = matrix(story, MatrixChoice(outlet="Post")).rows
    assert len(row.cells) == 1
    assert row.counted.standing.sources.at_least == 1


def test_a_choice_can_be_written_in_an_address() -> None:
    assert MatrixChoice().query == ""
    assert MatrixChoice(sort="statement", outlet="Post", articles=frozenset({15, 12})).query == (
        "sort=statement&outlet=Post&read=12,15"
    )


def test_the_table_has_a_column_for_each_article_shown(story: Story, claim: Claim) -> None:
    header, rows = matrix_rows(matrix(story))
    names = [name.split()[-1] for name in header[5:]]
    assert names == ["Post", "Times", "Herald", "changed_since_verdict"]
    assert [row[5:] for row in rows] == [["Contradicts", "Corroborates", "Open", ""]]
