"""Test that the measure of density counts code, and not layout, comments or docstrings."""

import ast

import pytest

from tests import measure
from tests.measure import branches, code_tokens, is_nested, tokens_of

MODULE = '''"""What this is for."""

# Why it is so.
def double(number):
    """Return twice the number."""
    return 2 * number
'''


@pytest.fixture
def measured(tmp_path, monkeypatch):
    """Return a function that writes a module and measures it."""
    monkeypatch.setattr(measure, "ROOT", tmp_path)

    def measured(source):
        path = tmp_path / "module.py"
        path.write_text(source, encoding="utf-8")
        return measure.measure([path])

    return measured


def comprehension(source):
    return ast.parse(source, mode="eval").body


def test_docstrings_comments_and_layout_are_no_code():
    tokens = [token.string for token in code_tokens(tokens_of(MODULE), ast.parse(MODULE))]
    assert tokens == ["def", "double", "(", "number", ")", ":", "return", "2", "*", "number"]


def test_lines_and_tokens_of_code_are_counted(measured):
    result = measured(MODULE)
    assert (result.lines, result.tokens, result.comments) == (2, 10, 1)


def test_a_string_that_is_no_docstring_is_code():
    source = 'words = """two\nlines"""\n'
    assert len(code_tokens(tokens_of(source), ast.parse(source))) == 3


@pytest.mark.parametrize(
    "source",
    [
        "[x for row in rows for x in row]",
        "[[x for x in row] for row in rows]",
        "{k: {x for x in v} for k, v in i}",
    ],
)
def test_a_comprehension_with_two_levels_is_nested(source):
    assert is_nested(comprehension(source))


def test_a_comprehension_with_conditions_is_not_nested():
    assert not is_nested(comprehension("[f(x) for x in rows if x and g(x)]"))


def test_ternaries_and_nested_comprehensions_are_counted(measured):
    result = measured("a = 1 if b else 2\nc = [x for row in rows for x in row]\n")
    assert (result.ternaries, result.nested) == (1, 1)


def test_each_branch_and_each_operand_of_a_condition_adds_one():
    lines = ["if a and b:", "    return 1", "for c in a:", "    g(c)", "return 2 if b else 3"]
    source = "\n    ".join(["def f(a, b):", *lines])
    assert branches(ast.parse(source).body[0]) == 4


@pytest.mark.parametrize(("number", "named"), [(10, ()), (11, ("module.f",))])
def test_a_function_is_named_from_eleven_branches_on(measured, number, named):
    tests = "".join(f"    if a == {n}:\n        return {n}\n" for n in range(number))
    assert measured(f"def f(a):\n{tests}").branchy == named
