"""What people write, as HTML that is safe to print."""

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
