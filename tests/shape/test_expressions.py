"""Test that the time of no regular expression grows faster than its text, whatever the text is."""

import re

import pytest

from tests.shape.expressions import SEARCHING, Expression, expressions, most_seconds, slowest_text


def slowest(pattern, *methods):
    return slowest_text(Expression("a", re.compile(pattern), frozenset(methods or SEARCHING)))


@pytest.mark.slow
def test_no_expression_of_either_package_backtracks():
    slow = []
    for expression in expressions():
        seconds, method, text = slowest_text(expression)
        if seconds > most_seconds():
            slow.append(f"{expression.name}: {method} takes {seconds:.2f} s over {text}")
    assert slow == []


@pytest.mark.parametrize(
    "pattern", [r"(a+)+b", r"(?:a|aa)+$", r"\s+$", r"\b[\w-]+\.com", r"(x\s*,?\s*)y", r"\d*\s*\d*c"]
)
def test_an_expression_that_backtracks_is_noticed(pattern):
    assert slowest(pattern)[0] > most_seconds()


@pytest.mark.parametrize(
    "pattern", [r"(?<!\s)\s++$", r"a+b?", r"\w-*+\.com", r"[^\W\d_]{2,30}", r"(?:a|b)++"]
)
def test_one_that_does_not_is_let_through(pattern):
    assert slowest(pattern)[0] <= most_seconds()


def test_an_expression_that_is_only_matched_is_not_searched_with():
    assert slowest(r"\s+x", "match")[0] <= most_seconds() < slowest(r"\s+x", "search")[0]
