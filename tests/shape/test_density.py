"""Test that the code of both packages does not become denser: one step a line, and
comments that give reasons.

The limits are the present figures, rounded up. They may only be lowered (the limit of comments only raised).
`make measure` shows the figures.
"""

import pytest

from tests.measure import PACKAGES, Measure, measure, modules

MOST_TOKENS_A_LINE = 8.0
MOST_TERNARIES = 7
MOST_NESTED_COMPREHENSIONS = 1.0
FEWEST_COMMENTS = 5.5
MOST_BRANCHY_FUNCTIONS = 4


@pytest.fixture(scope="module")
def measured() -> Measure:
    return measure(modules(PACKAGES))


def test_a_line_holds_one_step(measured: Measure) -> None:
    assert measured.tokens_a_line <= MOST_TOKENS_A_LINE


def test_a_choice_between_two_values_is_rarely_put_into_one_line(measured: Measure) -> None:
    assert measured.ternaries_a_thousand_lines <= MOST_TERNARIES


def test_a_comprehension_holds_no_other_one(measured: Measure) -> None:
    assert measured.nested_a_thousand_lines <= MOST_NESTED_COMPREHENSIONS


def test_a_function_has_at_most_ten_branches(measured: Measure) -> None:
    assert len(measured.branchy) <= MOST_BRANCHY_FUNCTIONS, measured.branchy


def test_comments_say_why(measured: Measure) -> None:
    assert measured.comments_a_hundred_lines >= FEWEST_COMMENTS
