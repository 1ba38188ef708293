"""Test which articles are compared with each other, and which of them form one group of copies."""

import pytest

from annotations.models import Shingle
from annotations.queries.wording import copies
from annotations.queries.wording.copies import connected_groups, copied_pairs, likely_copies
from tests import make
from tests.annotations.logic.sources.test_copies import OWN, WIRE

pytestmark = pytest.mark.django_db


def set_numbers(article, *numbers: int) -> None:
    """Store in the index that the article has the runs with these numbers, and no others."""
    Shingle.objects.filter(article=article).delete()
    Shingle.objects.bulk_create(Shingle(article=article, number=number) for number in numbers)


@pytest.fixture
def articles():
    return [make.article(f"Report {number}.") for number in range(5)]


def test_two_runs_that_many_share_make_articles_worth_comparing_and_one_does_not(articles):
    asked, *others = articles
    set_numbers(asked, 1, 2)
    for other in others:
        set_numbers(other, 1)
    assert likely_copies({asked.pk: [1, 2]}) == {asked.pk: []}
    set_numbers(others[0], 1, 2)
    assert likely_copies({asked.pk: [1, 2]}) == {asked.pk: [others[0].pk]}


def test_one_run_is_enough_if_no_more_than_two_others_have_it(articles):
    asked, *others = articles
    set_numbers(asked, 1)
    for other in others[:2]:
        set_numbers(other, 1)
    assert likely_copies({asked.pk: [1]}) == {asked.pk: [other.pk for other in others[:2]]}
    set_numbers(others[2], 1)
    assert likely_copies({asked.pk: [1]}) == {asked.pk: []}


def test_articles_taken_in_together_are_compared_with_those_before_them(articles):
    first, second = articles[:2]
    set_numbers(first, 1)
    set_numbers(second, 1)
    assert likely_copies({first.pk: [1], second.pk: [1]}) == {first.pk: [], second.pk: [first.pk]}


def test_texts_that_are_not_stored_yet_are_compared_with_stored_articles_only(articles):
    set_numbers(articles[0], 1, 2)
    unstored = {-number: [1, 2] for number in range(1, copies.MOST_CANDIDATES + 2)}
    likely = likely_copies(unstored, among_each_other=False)
    assert likely == {key: [articles[0].pk] for key in unstored}


def test_if_too_many_rows_are_shared_the_rarest_runs_are_looked_at(articles, monkeypatch):
    monkeypatch.setattr(copies, "MOST_ROWS", 2)
    asked, common, *others = articles
    set_numbers(asked, 1, 2)
    set_numbers(common, 1)
    for other in others:
        set_numbers(other, 2)
    assert likely_copies({asked.pk: [1, 2]}) == {asked.pk: [common.pk]}


def test_twelve_articles_at_most_are_compared_with_one():
    many = [make.article(f"Report {number}.") for number in range(14)]
    for article in many:
        set_numbers(article, 1, 2)
    assert len(likely_copies({many[0].pk: [1, 2]})[many[0].pk]) == 12


def test_all_pairs_of_a_story_are_found_and_no_others():
    story = make.story()
    wire, copy = (make.article("\n\n".join(WIRE), story=story) for _ in range(2))
    make.article("\n\n".join(WIRE))
    make.article("\n\n".join(OWN), story=story)
    assert [(left, right) for left, right, _ in copied_pairs(story)] == [(wire, copy)]
    assert len(list(copied_pairs())) == 3


def test_what_hangs_together_through_any_number_of_pairs_is_one_group():
    assert connected_groups([(1, 2), (5, 6), (3, 4), (2, 3), (1, 4)]) == [[1, 2, 3, 4], [5, 6]]
    assert connected_groups([]) == []
