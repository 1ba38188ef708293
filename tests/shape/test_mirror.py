"""Test that tests mirror the tree: the test of a module has its name, at the same path under `tests/`."""

from tests.shape import tree
from tests.shape.layers import PACKAGES
from tests.shape.tested_together import TESTED_TOGETHER

#: The number of modules that are tested by the test of another one. It is lowered with the table.
MOST_EXCEPTIONS = 13


def own_test(name):
    """Return the path at which the test of a module should stand."""
    folder, _, module = name.rpartition("/")
    return f"tests/{folder}/test_{module}"


def exists(name):
    return (tree.ROOT / name).is_file()


def excepted():
    return [module for modules in TESTED_TOGETHER.values() for module in modules]


def test_every_module_has_a_test_of_its_name_or_says_where_it_is_tested():
    modules = [tree.name(path) for path in tree.modules(*PACKAGES) if path.name != "__init__.py"]
    untested = {name for name in modules if not exists(own_test(name))}
    assert sorted(untested - set(excepted())) == []


def test_what_has_a_test_of_its_own_or_is_gone_leaves_the_exceptions():
    assert [name for name in excepted() if not exists(name) or exists(own_test(name))] == []


def test_the_tests_that_stand_in_for_others_are_there():
    assert [name for name in TESTED_TOGETHER if not exists(name)] == []


def test_the_exceptions_become_no_more():
    assert len(excepted()) == len(set(excepted()))
    assert len(excepted()) <= MOST_EXCEPTIONS
