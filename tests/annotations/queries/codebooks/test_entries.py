"""Test what the page of the codebook knows about each tag."""

import pytest

from annotations.actions.passages.highlights import withdraw_highlight
from annotations.actions.tags import pin_tag
from annotations.queries.codebooks.entries import codebook_lines
from tests import make

pytestmark = pytest.mark.django_db


def test_a_tag_has_its_use_its_newest_examples_and_its_digit():
    by = make.user()
    tag = make.tag("claims/number", by=by)
    article = make.article("One. Two. Three. Four.", by=by)
    passages = [make.highlight(article, word, tags=[tag], by=by) for word in ("One", "Two", "Three", "Four")]
    withdraw_highlight(passages[3], by=by)
    pin_tag(tag, 4, by=by)
    (line,) = codebook_lines(by)
    assert (line.highlights, line.level) == (3, 2)
    assert [example.anchor.quote for example in line.examples] == ["Three", "Two"]
    assert (line.entry.digit, line.entry.is_pinned) == (4, True)
    (line,) = codebook_lines(make.user())
    assert (line.entry.digit, line.entry.is_pinned) == (None, False)


def test_a_tag_comes_before_those_below_it_and_next_to_nearly_equal_ones():
    by = make.user()
    for path in ("fact check", "fact/b", "fact", "fact-check", "fact/a"):
        make.tag(path, by=by)
    lines = codebook_lines(by)
    assert [line.entry.tag.path for line in lines] == ["fact", "fact/a", "fact/b", "fact check", "fact-check"]
    assert [line.alike for line in lines] == [[], [], [], ["fact-check"], ["fact check"]]


def test_a_tag_is_used_if_one_below_it_is():
    by = make.user()
    make.tag("Claims", by=by)
    make.tag("claim", by=by)
    used = make.tag("claims/number/share", by=by)
    make.highlight(make.article(by=by), tags=[used], by=by)
    lines = {line.entry.tag.path: (line.highlights, line.is_used) for line in codebook_lines(by)}
    assert lines == {"claim": (0, False), "Claims": (0, True), "claims/number/share": (1, True)}


def test_a_tag_is_used_or_not_by_its_own_letters():
    by = make.user()
    make.tag("strasse", by=by)
    used = make.tag("Straße", by=by)
    make.highlight(make.article(by=by), tags=[used], by=by)
    assert {line.entry.tag.path: line.is_used for line in codebook_lines(by)} == {
        "strasse": False,
        "Straße": True,
    }


def test_the_number_of_queries_does_not_grow_with_the_tags(django_assert_num_queries):
    by = make.user()
    for count in (1, 3):
        tag = make.tag(f"tag {count}x", by=by)
        make.highlight(make.article(by=by), tags=[tag], by=by)
        with django_assert_num_queries(5):
            codebook_lines(by)
