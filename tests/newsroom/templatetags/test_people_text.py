"""Test that what people wrote is printed as Markdown, without their HTML."""

from newsroom.templatetags.people_text import markdown


def test_markdown_becomes_html():
    assert markdown("**Checked** twice") == "<p><strong>Checked</strong> twice</p>\n"


def test_html_that_a_person_wrote_stays_text():
    assert "<script" not in markdown("<script>alert(1)</script>")
