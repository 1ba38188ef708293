"""Test that what people write becomes HTML that is safe to print."""

import re

import pytest
from django.template import Context, Template
from django.utils.safestring import SafeString

from newsroom.presentation.markdown import LONGEST, rendered


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Plain & <simple>", "<p>Plain &amp; &lt;simple&gt;</p>\n"),
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>\n"),
        ("[a](https://example.org 'b')", '<p><a href="https://example.org" title="b">a</a></p>\n'),
        ("# One\n\n## Two", "<h3>One</h3>\n<h4>Two</h4>\n"),
    ],
)
def test_markdown_becomes_html(text, html):
    assert rendered(text) == html


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("12. Mai 2022 war ein Donnerstag.", "12. Mai 2022 war ein Donnerstag."),
        ("08. Mai 1945", "08. Mai 1945"),
        ("1986. It was the year of the fire.", "1986. It was the year of the fire."),
        ("3. Source: police\n4. Source: harbour", "3. Source: police 4. Source: harbour"),
        ("3. Source: police\n7. Source: harbour", "3. Source: police 7. Source: harbour"),
        ("4) Row four\n\n   Still row four", "4) Row four Still row four"),
        ("1986.", "1986."),
        ("5. # Dead\n6. > Hurt", "5. Dead 6. Hurt"),
        ("7. 8. May", "7. 8. May"),
        ("- seen\n  3. on the pier", "seen 3. on the pier"),
        ("2*3*4 is 24", "2*3*4 is 24"),
        ("2**10 and 3**4", "2**10 and 3**4"),
        ("[1]: https://example.org\n\nSee [1].", "[1]: https://example.org See [1]."),
    ],
)
def test_numbers_and_signs_are_shown_as_they_were_written(text, shown):
    html = rendered(text)
    assert " ".join(re.sub("<[^>]+>", " ", html).split()) == shown


def test_a_numbered_list_is_still_a_list():
    assert rendered("1. a\n2. b") == "<ol>\n<li>1. a</li>\n<li>2. b</li>\n</ol>\n"


@pytest.mark.parametrize("text", ["*2*", "**2** ships", "so*far*away", "2 *ships* 3"])
def test_stars_around_words_are_still_emphasis(text):
    assert "*" not in rendered(text)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](data:text/html,<script>alert(1)</script>)",
        "[a](vbscript:x)",
        '<https://example.org/"onmouseover="alert(1)>',
        "![x](https://example.org/pixel.png)",
        "[a]: javascript:alert(1)\n\n[a]",
        '<a href="https://example.org" onclick="x">a</a>',
        "<style>p{}</style>",
    ],
)
def test_nothing_that_runs_or_loads_comes_through(text):
    html = rendered(text)
    for live in (
        "<script",
        "<img",
        "<style",
        'href="javascript',
        'href="data',
        'href="vbscript',
        '<a href="https://example.org" onclick',
    ):
        assert live not in html.lower()


def test_beyond_the_longest_nothing_is_rendered():
    assert rendered("a" * (LONGEST + 5)) == f"<p>{'a' * LONGEST}</p>\n"


def test_the_filter_gives_html_that_needs_no_escaping():
    assert (
        Template("{% load people_text %}{{ note|markdown }}").render(Context({"note": "*a*"}))
        == "<p><em>a</em></p>\n"
    )
    assert isinstance(rendered("a"), SafeString)
