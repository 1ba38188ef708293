"""Test rules about all files: where they lie, how long modules are, what templates hold,
and which words are used.
"""

import re
import tomllib
from collections import Counter

from tests.shape import tree
from tests.shape.forbidden_words import INDEX_OPTIONS, forbidden, unpinned
from tests.shape.python_source import early_returns_of_properties
from tests.shape.template_source import forms_without_token, inline_code, padded_quotes, role_rules

OWNERS = {"annotations", "manage.py", "newsroom", "pyproject.toml", "seeds", "static", "templates", "tests"}
#: Files that a person or a tool expects at the top of a project.
BESIDE = {
    ".ci",
    ".editorconfig",
    ".gitignore",
    ".pre-commit-config.yaml",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "SECURITY.md",
    "docs",
    "requirements.lock",
}
LOCKS = ("requirements.lock", "newsroom/search/requirements.lock", "tests/requirements.lock")
LONGEST_MODULE = 300
MOST_MODULES = 15
LONGEST_ELEMENT = 150
LONGEST_TEMPLATE_LINE = 160


def read(path):
    return path.read_bytes().decode("utf-8", errors="replace")


def offences(paths, wrong):
    """Return `{file: what is wrong in its text}` for the files in which `wrong` finds something."""
    found = {tree.name(path): wrong(read(path)) for path in paths}
    return {name: offending for name, offending in found.items() if offending}


def lines(path):
    return len(read(path).splitlines())


def test_the_top_of_the_tree_holds_what_the_owner_fixed_and_only_what_people_expect_beside_it():
    assert set(tree.top()) == OWNERS | BESIDE


def test_a_module_is_read_at_one_sitting():
    ours = (*tree.modules("newsroom", "annotations", "tests"), *tree.files(".js", ".css", under="static"))
    assert {tree.name(path): lines(path) for path in ours if lines(path) > LONGEST_MODULE} == {}


def test_a_property_test_never_passes_because_its_example_does_not_fit():
    tests = tree.modules("tests")
    assert offences(tests, early_returns_of_properties) == {}


def test_a_folder_holds_few_modules():
    modules = [path for path in tree.modules("newsroom", "annotations") if path.name != "__init__.py"]
    in_folder = Counter(tree.name(path.parent) for path in modules)
    full = {folder: count for folder, count in in_folder.items() if count > MOST_MODULES}
    assert full == {}


def test_a_custom_element_is_short():
    elements = (*tree.files(".js", under="static/js/elements"), *tree.files(".js", under="static/js/parts"))
    assert elements
    assert {tree.name(path): lines(path) for path in elements if lines(path) >= LONGEST_ELEMENT} == {}


def test_the_room_of_elements_holds_custom_elements_and_the_room_of_parts_holds_none():
    defines = "customElements.define("
    elements = tree.files(".js", under="static/js/elements")
    parts = tree.files(".js", under="static/js/parts")
    assert [tree.name(path) for path in elements if defines not in read(path)] == []
    assert [tree.name(path) for path in parts if defines in read(path)] == []


def test_templates_hold_nothing_the_policy_refuses():
    templates = tree.files(".html", under="templates")
    assert templates
    assert offences(templates, inline_code) == {}


def test_a_line_of_a_template_is_read_without_scrolling():
    templates = tree.files(".html", under="templates")
    assert offences(templates, long_lines) == {}


def long_lines(template):
    """Return the numbers of the lines that are too long."""
    numbered = enumerate(template.splitlines(), start=1)
    return [number for number, line in numbered if len(line) > LONGEST_TEMPLATE_LINE]


def test_a_quotation_shows_no_white_space_of_its_template():
    templates = tree.files(".html", under="templates")
    assert offences(templates, padded_quotes) == {}


def test_a_template_repeats_no_rule_of_an_act():
    templates = tree.files(".html", under="templates")
    assert offences(templates, role_rules) == {}


def test_every_form_that_posts_carries_its_token():
    templates = tree.files(".html", under="templates")
    assert offences(templates, forms_without_token) == {}


def test_the_repository_names_no_registry_and_no_machine():
    # The seeds hold other people's texts, which are not changed.
    ours = [path for path in tree.files() if "seeds" not in path.parts and path.suffix != ".png"]
    assert offences(ours, forbidden) == {}


def test_the_locks_pin_every_package_by_hash_and_name_no_index():
    locks = [tree.ROOT / name for name in LOCKS]
    assert offences(locks, unpinned) == {}
    assert offences(locks, index_options) == {}


def index_options(lock):
    """Return the options of a lock file that say from where packages come."""
    return [option for option in INDEX_OPTIONS if option in lock]


def test_the_locks_hold_what_the_project_asks_for():
    project = tomllib.loads(read(tree.ROOT / "pyproject.toml"))["project"]
    runtime, extras = project["dependencies"], project["optional-dependencies"]
    serving = runtime + extras["semantic"]
    asked = (runtime, serving, serving + extras["dev"])
    for name, wanted in zip(LOCKS, asked, strict=True):
        held = {pin.partition("==")[0] for pin in pins(name)}
        assert {distribution(entry) for entry in wanted} <= held


def distribution(requirement):
    """Return the package that a requirement names: `psycopg` for `psycopg[binary]`,
    `django` for `Django~=5.2`.
    """
    return re.split(r"[\[~]", requirement)[0].lower()


def pins(lock):
    """Return the pins of a lock file as `name==version`, without markers and hashes."""
    lines = [line for line in read(tree.ROOT / lock).splitlines() if "==" in line]
    return {line.partition(" ;")[0].removesuffix(" \\") for line in lines}


def test_what_runs_is_tested_in_the_same_versions():
    runtime, semantic, tests = map(pins, LOCKS)
    assert runtime <= semantic <= tests
