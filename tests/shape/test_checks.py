"""Test the checks of this folder: each is tried with a sample that breaks its rule
and a sample that keeps it.
"""

import pytest

from tests.shape.forbidden_words import BESIDE, REGISTRIES, forbidden, unpinned
from tests.shape.import_graph import circle, target
from tests.shape.layers import layer_of
from tests.shape.python_source import (
    blanket_catches,
    early_returns_of_properties,
    imports,
    paints,
    past_participles,
    reaches_outside,
    strings,
    unexplained_imports,
    within,
    writes,
)
from tests.shape.template_source import forms_without_token, inline_code, padded_quotes, role_rules

DIGEST = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("import annotations.models", "annotations.models"),
        ("import os, annotations as a", "annotations"),
        ("from annotations import models", "annotations.models"),
        ("def f():\n    from annotations.models import Claim", "annotations.models.Claim"),
        ("if TYPE_CHECKING:\n    import annotations", "annotations"),
        ("from ..annotations.models import Claim", "annotations.models.Claim"),
        ("from . import views", "newsroom.views"),
    ],
)
def test_an_import_is_found_wherever_it_stands(source, name):
    assert name in imports(source, module="newsroom.signals")


def test_the_future_of_annotations_is_not_our_package():
    assert not any(within(name, "annotations") for name in imports("from __future__ import annotations"))


def test_a_name_is_within_its_package_and_not_within_its_namesake():
    assert within("newsroom.text.model", "newsroom.text")
    assert not within("newsroom.textual", "newsroom.text")


def test_a_model_named_in_a_string_is_found():
    assert "annotations.Claim" in strings("claim = ForeignKey('annotations.Claim', CASCADE)")


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("import os", "os"),
        ("from pathlib import Path", "pathlib.Path"),
        ("from urllib import request", "urllib.request"),
        ("from urllib.request import urlopen", "urllib.request.urlopen"),
        ("open('x')", "open()"),
        ("print('x')", "print()"),
        ("path.read_text()", ".read_text()"),
        ("datetime.now(UTC)", ".now()"),
    ],
)
def test_reaching_outside_is_found(source, what):
    assert reaches_outside(source) == {what}


def test_reading_an_address_or_a_text_reaches_nowhere():
    importing = "import re\nfrom urllib.parse import urlsplit\nfrom datetime import date"
    calling = "date.fromisoformat(x)\nre.match(a, b)"
    assert reaches_outside(f"{importing}\n{calling}") == set()


@pytest.mark.parametrize(
    "call", ["claim.save()", "Claim.objects.create(x=1)", "rows.delete()", "rows.update(x=1)"]
)
def test_a_write_is_found(call):
    assert len(writes(call)) == 1


def test_reading_rows_is_no_write():
    assert writes("Claim.objects.filter(x=1).order_by('y')[:3]; found.update({}); make_claim(story)") == set()


@pytest.mark.parametrize(
    "source",
    ["from django.utils.html import format_html", "from django.utils.safestring import SafeString"],
)
def test_making_html_is_found(source):
    assert len(paints(source)) == 1


def test_reading_html_is_not_making_it():
    assert (
        paints("import html\nfrom html.parser import HTMLParser\nfrom django.utils import timezone") == set()
    )


@pytest.mark.parametrize(
    "lines",
    [
        ["import slow"],
        ["x = 1", "from a import b"],
        ["# Why.", "x = 1", "from a import b"],
        ["import slow  # noqa: PLC0415"],
        ["from a import (", "    b,", ")"],
    ],
)
def test_an_import_inside_a_function_without_a_reason_is_found(lines):
    assert len(unexplained_imports(function(lines))) == 1


@pytest.mark.parametrize(
    "lines",
    [
        ["import slow  # it takes a second"],
        ["import slow  # noqa: PLC0415  (it takes a second)"],
        ["# It takes a second.", "import slow"],
        ["# Models are not loaded before.", "from a import b", "from c import d"],
        ["return 1"],
    ],
)
def test_a_reason_explains_an_import_and_those_that_follow_it(lines):
    assert unexplained_imports("import os\n" + function(lines)) == []


def function(lines):
    return "\n    ".join(["def f():", *lines])


def test_a_circle_is_found_however_long_it_is():
    assert set(circle({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}})) == {"a", "b", "c"}
    assert circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_an_imported_name_leads_to_the_module_that_holds_it():
    modules = {"newsroom.text", "newsroom.text.runs"}
    assert target("newsroom.text.runs.paint", modules) == "newsroom.text.runs"
    assert target("newsroom.text.textual", modules) == "newsroom.text"
    assert target("annotations.models", modules) == ""


@pytest.mark.parametrize(
    ("module", "layer"),
    [
        ("newsroom.text.changes.offsets.compare", "text"),
        ("annotations.queries", "queries"),
        ("newsroom.textual", None),
        ("newsroom", None),
    ],
)
def test_a_module_has_the_layer_of_its_room(module, layer):
    assert layer_of(module) == layer


@pytest.mark.parametrize(
    "source",
    [
        "try:\n    f()\nexcept Exception:\n    pass",
        "try:\n    f()\nexcept:\n    pass",
        "try:\n    f()\nexcept (ValueError, BaseException) as error:\n    pass",
        "with suppress(Exception):\n    f()",
        "with contextlib.suppress(ValueError, Exception):\n    f()",
    ],
)
def test_a_blanket_catch_is_found(source):
    assert len(blanket_catches(source)) == 1


def test_a_named_catch_is_none():
    assert (
        blanket_catches("try:\n    f()\nexcept (KeyError, ValueError):\n    raise Exception from None") == []
    )


@pytest.mark.parametrize(
    "template",
    [
        "<script>go()</script>",
        "<style>p { color: red }</style>",
        '<p style="color: red">',
        '<p {% if a > b %}class="x"{% endif %} style="color: {{ colour }}">',
        '<button onclick="go()">',
        "<button hx-on:click='go()'>",
        '<a href="javascript:go()">',
        "<form hx-vals='js:{a: 1}'>",
        '<input hx-trigger="keyup[target.value]">',
    ],
)
def test_inline_code_is_found(template):
    assert len(inline_code(template)) == 1


def test_files_and_attributes_that_only_sound_alike_are_no_inline_code():
    template = """{# <script> #}<script type="module" src="{% static 'js/app.js' %}"></script>
        <p data-style="x" hx-trigger="click" class="{% if a > b %}one{% endif %}">on style</p>"""
    assert inline_code(template) == []


def test_a_form_that_posts_without_a_token_is_counted():
    bare = '<form class="x" method="post"><button>Go</button></form>'
    kept = '<form method="post">{% csrf_token %}</form><form method="get"></form>'
    assert forms_without_token(bare + kept) == 1


@pytest.mark.parametrize(
    "text",
    [f"see https://{REGISTRIES[0]}/simple", f"open('{BESIDE}/x')", "x = '/" + "tmp/y'", "(/" + "root/z)"],
)
def test_a_forbidden_word_is_found(text):
    assert len(forbidden(text)) == 1


def test_an_address_on_the_web_is_no_path_of_a_machine():
    assert forbidden("https://example.org/" + "home/news and templates/" + "work/x") == set()


def test_a_lock_is_refused_for_a_loose_pin_a_missing_hash_or_an_option():
    assert unpinned(f"django==5.2 \\\n    --hash=sha256:{DIGEST}") == []
    assert unpinned(f"colorama==0.4 ; sys_platform == 'win32' \\\n    --hash=sha256:{DIGEST}") == []
    assert unpinned(f"django>=5 \\\n    --hash=sha256:{DIGEST}") == ["django>=5"]
    assert unpinned("django==5.2") == ["django==5.2"]
    assert unpinned(f"--pre\ndjango==5.2 \\\n    --hash=sha256:{DIGEST}") == ["--pre"]


def test_a_quotation_that_begins_on_a_line_of_its_own_is_found():
    assert padded_quotes(
        '<blockquote class="quote" {% if a > b %}lang="x"{% endif %}>\n  {{ words }}</blockquote>'
    )


def test_a_quotation_that_its_element_holds_tightly_is_fine():
    assert padded_quotes('<blockquote\n  class="quote"\n>{{ words }}</blockquote>') == []


@pytest.mark.parametrize(
    "condition",
    [
        "user.is_editor",
        "comment.created_by == user",
        'may.edit or may.report and claim.status != "settled"',
        'claim.status != "settled" and may.edit',
    ],
)
def test_a_rule_of_who_may_do_what_is_found_in_a_template(condition):
    assert role_rules("{% if " + condition + " %}") == [condition]


@pytest.mark.parametrize(
    "condition", ["may.report", "may_claim.change", "user.is_authenticated", 'state == "open"']
)
def test_facts_that_a_template_is_told_are_no_rules(condition):
    assert role_rules("{% if " + condition + " %}") == []


def test_a_class_called_by_a_participle_is_found():
    source = "class Told: pass\nclass PreparedText: pass\nclass TextPrepared: pass\nclass Feed: pass"
    assert past_participles(source) == ["Told", "TextPrepared"]


def test_a_property_that_returns_early_is_found():
    early = "@given(st.text())\ndef test_a(text):\n    if not text:\n        return\n    assert text"
    inner = "@given(st.text())\ndef test_b(text):\n    def f():\n        return 1\n    assert f()"
    plain = "def test_c():\n    return"
    assert early_returns_of_properties("\n".join([early, inner, plain])) == ["test_a"]
