"""Test the matrix of what each article says about each claim, with its columns in the order of the count."""

from datetime import UTC, datetime
from uuid import UUID

from annotations.logic.counting.chains import Chain
from annotations.logic.counting.matrix import CellAnswer, CellEvidence, Column, cells, columns
from annotations.logic.vocabulary import Relation

ONE, TWO = UUID(int=1), UUID(int=2)
AFP, REUTERS = Chain("", frozenset({"afp"})), Chain("", frozenset({"reuters"}))
BOTH = Chain("", frozenset({"afp", "reuters"}))


def day(number: int) -> datetime:
    return datetime(2022, 7, number, tzinfo=UTC)


def order(*articles: Column) -> list[list[int]]:
    return [[column.article for column in held] for _, held in columns(articles)]


def test_articles_of_one_origin_stand_side_by_side_and_all_by_time():
    assert order(Column(1, AFP, day(9)), Column(2, Chain("post"), day(8)), Column(3, AFP, day(7))) == [
        [3, 1],
        [2],
    ]


def test_an_article_that_draws_on_two_origins_stands_with_one_of_them():
    both = Column(3, BOTH, day(9))
    assert order(Column(1, AFP, day(7)), Column(2, REUTERS, day(8)), both) == [[1, 3], [2]]


def test_an_article_stands_with_the_source_of_the_source_that_it_cites():
    """The Post has the story from AFP, AFP has it from Reuters, and the Times has it from Reuters too.

    Without following who cites whom, the Post and the Times have no name in common.
    """
    post = Column(1, Chain("post", frozenset({"afp"})), day(7))
    afp = Column(2, Chain("afp", frozenset({"reuters"})), day(8))
    times = Column(3, Chain("times", frozenset({"reuters"})), day(9))
    assert order(post, times) == [[1], [3]]
    assert order(post, afp, times) == [[1, 2, 3]]


def test_the_columns_of_a_group_have_their_followed_chains():
    post = Column(1, Chain("post", frozenset({"afp"})), day(7))
    afp = Column(2, Chain("afp", frozenset({"reuters"})), day(8))
    ((_, members),) = columns([post, afp])
    assert [column.chain.certain for column in members] == [
        {"post", "afp", "reuters"},
        {"afp", "reuters"},
    ]


def test_two_reports_of_one_outlet_stand_side_by_side():
    reports = [Column(1, Chain("post"), day(9)), Column(2, AFP, day(8)), Column(3, Chain("post"), day(7))]
    assert order(*reports) == [[3, 1], [2]]


def test_articles_of_unknown_outlets_stand_alone_unless_something_joins_them():
    proposed = Chain("", unsure=frozenset({"afp"}))
    reports = [Column(1), Column(2), Column(3, proposed), Column(4, proposed)]
    assert order(*reports) == [[1], [2], [3, 4]]


def test_articles_without_a_date_come_last():
    assert order(Column(1), Column(2, Chain("post"), day(8))) == [[2], [1]]


def test_a_cell_says_what_the_article_says_the_weightiest_first():
    bearings = [
        CellEvidence(ONE, 7, relation)
        for relation in (Relation.CONTEXT, Relation.CORROBORATES, Relation.CONTEXT)
    ]
    ((cell,),) = cells([ONE], [7], bearings, []).values()
    assert cell.answer is CellAnswer.CORROBORATES
    assert cell.passages == 3
    assert cell.words == "Corroborates, Gives context (2 passages)"


def test_a_contradiction_names_the_cell_whatever_else_is_in_it():
    bearings = [CellEvidence(ONE, 7, Relation.CORROBORATES), CellEvidence(ONE, 7, Relation.CONTRADICTS)]
    assert cells([ONE], [7], bearings, [])[ONE][0].answer is CellAnswer.CONTRADICTS


def test_a_projection_shows_as_repetition():
    assert (
        cells([ONE], [7], [CellEvidence(ONE, 7, Relation.CORROBORATES, projected=True)], [])[ONE][0].words
        == "Repeats"
    )


def test_what_nobody_looked_at_is_open_and_what_was_found_silent_is_not():
    found = cells([ONE, TWO], [7, 8], [], [(TWO, 8)])
    assert [[cell.answer for cell in found[claim]] for claim in (ONE, TWO)] == [
        [CellAnswer.OPEN, CellAnswer.OPEN],
        [CellAnswer.OPEN, CellAnswer.SILENT],
    ]
    assert found[TWO][1].words == "Does not mention it"


def test_every_relation_is_an_answer():
    assert {relation.value for relation in Relation} <= {answer.value for answer in CellAnswer}
