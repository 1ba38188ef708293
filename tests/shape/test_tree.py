"""The tree, the size of its modules, its templates and its words."""

import tomllib

from tests.shape import tree
from tests.shape.forbidden_words import INDEX_OPTIONS, forbidden, unpinned
from tests.shape.template_source import forms_without_token, inline_code, padded_quotes, role_rules

OWNERS = {"annotations", "manage.py", "newsroom", "pyproject.toml", "seeds", "static", "templates", "tests"}
#: What a person or a tool expects at the top of a project.
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
LONGEST_ELEMENT = 150
LONGEST_TEMPLATE_LINE = 160


def read(path):
    return path.read_text(encoding="utf-8")


def lines(path):
    return len(read(path).splitlines())


def test_the_top_of_the_tree_holds_what_the_owner_fixed_and_only_what_people_expect_beside_it():
    assert set(tree.top()) == OWNERS | BESIDE


def test_a_module_is_read_at_one_sitting():
    ours = (*tree.modules("newsroom", "annotations", "tests"), *tree.files(".js", ".css", under="static"))
    assert {tree.name(path): lines(path) for path in ours if lines(path) > LONGEST_MODULE} == {}


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
    assert {tree.name(path): inline_code(read(path)) for path in templates if inline_code(read(path))} == {}


def test_a_line_of_a_template_is_read_without_scrolling():
    templates = tree.files(".html", under="templates")
    long = [
        f"{tree.name(path)}:{number}"
        for path in templates
        for number, line in enumerate(read(path).splitlines(), 1)
        if len(line) > LONGEST_TEMPLATE_LINE
    ]
    assert long == []


def test_a_quotation_shows_no_white_space_of_its_template():
    templates = tree.files(".html", under="templates")
    assert {
        tree.name(path): padded_quotes(read(path)) for path in templates if padded_quotes(read(path))
    } == {}


def test_a_template_repeats_no_rule_of_an_act():
    templates = tree.files(".html", under="templates")
    assert {tree.name(path): role_rules(read(path)) for path in templates if role_rules(read(path))} == {}


def test_every_form_that_posts_carries_its_token():
    templates = tree.files(".html", under="templates")
    assert [tree.name(path) for path in templates if forms_without_token(read(path))] == []


def test_the_repository_names_no_registry_and_no_machine():
    ours = [path for path in tree.files() if "seeds" not in path.parts]  # other people's texts, as they are
    texts = {
        tree.name(path): path.read_bytes().decode("utf-8", errors="replace")
        for path in ours
        if path.suffix != ".png"
    }
    assert {name: forbidden(text) for name, text in texts.items() if forbidden(text)} == {}


def test_the_locks_pin_every_package_by_hash_and_name_no_index():
    texts = {name: read(tree.ROOT / name) for name in LOCKS}
    assert [(name, line) for name, text in texts.items() for line in unpinned(text)] == []
    assert [
        (name, option) for name, text in texts.items() for option in INDEX_OPTIONS if option in text
    ] == []


def test_the_locks_hold_what_the_project_asks_for():
    project = tomllib.loads(read(tree.ROOT / "pyproject.toml"))["project"]
    semantic, dev = (project["optional-dependencies"][extra] for extra in ("semantic", "dev"))
    asked = (
        project["dependencies"],
        project["dependencies"] + semantic,
        project["dependencies"] + semantic + dev,
    )
    for name, wanted in zip(LOCKS, asked, strict=True):
        held = {line.split("==")[0] for line in read(tree.ROOT / name).splitlines() if "==" in line}
        assert {entry.split("[")[0].split("~")[0].lower() for entry in wanted} <= held


def test_what_runs_is_tested_in_the_same_versions():
    pins = [
        {line.split(" ;")[0] for line in read(tree.ROOT / name).splitlines() if "==" in line}
        for name in LOCKS
    ]
    runtime, semantic, tests = ({pin.removesuffix(" \\") for pin in found} for found in pins)
    assert runtime <= semantic <= tests
