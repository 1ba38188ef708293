"""Test that every module has a layer and keeps its rules, circles of imports, and names of classes."""

from collections import defaultdict

import pytest

from tests.shape import tree
from tests.shape.import_graph import circle, graph_of, imports_of, module_of
from tests.shape.layers import LAYERS, PACKAGES, layer_of, room_of
from tests.shape.python_source import (
    class_names,
    paints,
    past_participles,
    strings,
    unexplained_imports,
    within,
    writes,
)

#: A module that deletes the wrong passwords of an account, which are rows of django-axes.
WRITES_FOR_AXES = "newsroom/config/sign_in/throttle.py"


def layer(name):
    """Return the modules of a layer."""
    return [path for path in tree.modules(*PACKAGES) if layer_of(module_of(path)) == name]


def offences(paths, wrong):
    """Return `{file: what is wrong in it}` for the files in which `wrong` finds something."""
    broken = {tree.name(path): sorted(wrong(path)) for path in paths}
    return {name: offending for name, offending in broken.items() if offending}


def source(path):
    return path.read_text(encoding="utf-8")


def test_every_module_lies_in_a_layer():
    below = [path for path in tree.modules(*PACKAGES) if module_of(path) not in PACKAGES]
    assert [tree.name(path) for path in below if layer_of(module_of(path)) is None] == []


def test_every_layer_has_modules_and_no_room_has_two_layers():
    rooms = [room for layer in LAYERS.values() for room in layer.rooms]
    assert len(rooms) == len(set(rooms))
    assert [name for name in LAYERS if not layer(name)] == []


def test_the_table_of_layers_runs_from_the_bottom_up():
    names = list(LAYERS)
    for position, name in enumerate(names):
        assert set(LAYERS[name].knows) <= set(names[:position]), name


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_imports_only_what_it_may_know(name):
    allowed = {name, *LAYERS[name].knows}

    def strange(path):
        ours = {imported for imported in imports_of(path) if within(imported, *PACKAGES)}
        return {imported for imported in ours if layer_of(imported) not in {*allowed, None}}

    assert offences(layer(name), strange) == {}


def test_newsroom_knows_nothing_of_annotations():
    def named(path):
        names = imports_of(path) | strings(source(path))
        return {name for name in names if within(name, "annotations")}

    below = [path for path in tree.modules("newsroom") if room_of(module_of(path)) != "newsroom.config"]
    assert offences(below, named) == {}


@pytest.mark.parametrize("name", [name for name, layer in LAYERS.items() if not layer.writes])
def test_a_layer_that_reads_writes_no_rows(name):
    own = [path for path in layer(name) if tree.name(path) != WRITES_FOR_AXES]
    assert offences(own, lambda path: writes(source(path))) == {}


@pytest.mark.parametrize("name", [name for name, layer in LAYERS.items() if not layer.paints])
def test_html_is_made_in_the_layers_that_print(name):
    assert offences(layer(name), lambda path: paints(source(path))) == {}


def test_no_module_imports_itself_by_way_of_others():
    assert circle(graph_of(tree.modules(*PACKAGES))) == []


def test_an_import_inside_a_function_says_why_it_stands_there():
    ours = tree.modules(*PACKAGES)
    assert offences(ours, lambda path: unexplained_imports(source(path))) == {}


def test_a_class_name_stands_for_one_class():
    places = defaultdict(list)
    for path in tree.modules(*PACKAGES):
        for name in class_names(source(path)):
            places[name].append(tree.name(path))
    # Django asks for these three by name.
    twice = {name: files for name, files in places.items() if len(files) > 1}
    assert twice.keys() - {"Command", "Meta", "Migration"} == set()


def test_a_class_is_called_by_a_noun():
    # The name of an error says what is wrong: `Missing`, `Undecided`.
    ours = [path for path in tree.modules(*PACKAGES) if tree.name(path) != "newsroom/errors.py"]
    assert offences(ours, lambda path: past_participles(source(path))) == {}
