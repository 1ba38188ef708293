"""Test that the address of the matrix says which rows and columns are shown."""

from uuid import UUID

from django.http import QueryDict

from annotations.forms.matrix import MatrixFilter
from annotations.queries.matrix import MatrixChoice

ORIGIN = UUID("6b1f6f5e-58c9-4d53-8ef4-6d2ab1f0b1a7")


def choice(query: str) -> MatrixChoice:
    form = MatrixFilter(QueryDict(query))
    assert form.is_valid()
    return form.choice


def test_an_empty_address_shows_everything():
    assert choice("") == MatrixChoice()


def test_rows_and_columns_are_chosen_together():
    expected = MatrixChoice("open", "against", "Post", ORIGIN, frozenset({12, 15}))
    assert choice(f"show=open&sort=against&outlet=Post&origin={ORIGIN}&read=12,15") == expected


def test_articles_are_named_in_one_word_or_in_many():
    assert choice("read=12&read=15").articles == choice("read=12,15").articles == {12, 15}


def test_what_is_no_article_names_none():
    assert choice("read=12,nothing").articles == {12}


def test_an_unknown_order_is_refused():
    assert not MatrixFilter(QueryDict("sort=nothing")).is_valid()
