"""Test the names under which other programs write the fields of an article."""

import pytest

from newsroom.text.metadata.field_names import FIELDS, field_of, is_own_name


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_is_known_by_its_own_name(name):
    assert field_of(name) == field_of(f" {name.upper()} ") == name
    assert is_own_name(f" {name.upper()} ")


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("pub_date", "published_at"),
        ("publishedAt", "published_at"),
        ("Veröffentlicht", "published_at"),
        ("Date of publication", "published_at"),
        ("data publikacji", "published_at"),
        ("дата", "published_at"),
        ("日付", "published_at"),
        ("dc:creator", "byline"),
        ("Författare", "byline"),
        ("Źródło", "outlet"),
        ("Başlık", "title"),
        ("Tytuł", "title"),
        ("عنوان", "title"),
        ("제목", "title"),
        ("Full Text", "text"),
        ("언어", "language"),
    ],
)
def test_case_accents_and_signs_do_not_matter(name, field):
    assert field_of(name) == field
    assert not is_own_name(name)


@pytest.mark.parametrize(
    "name", ["", "id", "guid", "updated", "collect_date", "date added", "summary", "hostname", "x" * 10**6]
)
def test_a_name_that_means_something_else_fills_no_field(name):
    assert field_of(name) == ""


@pytest.mark.parametrize(("spaces", "field"), [(55, "title"), (56, "")])
def test_a_name_has_at_most_60_characters(spaces, field):
    assert field_of("title" + " " * spaces) == field
