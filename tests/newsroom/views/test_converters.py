"""Test which numbers may stand in an address."""

import pytest
from django.urls import Resolver404, resolve, reverse


@pytest.mark.parametrize("number", ["0", "12", "9" * 18])
def test_a_number_that_a_column_holds_is_an_address(number: str) -> None:
    assert resolve(f"/articles/{number}/").kwargs == {"pk": int(number)}


@pytest.mark.parametrize("number", ["9" * 19, "-1", "1.0", "²", "٣", "x", ""])
def test_anything_else_is_no_address(number: str) -> None:
    with pytest.raises(Resolver404):
        resolve(f"/claims/{number}/")


def test_an_id_is_written_into_an_address_as_it_is() -> None:
    assert reverse("article_by_id", args=[12]) == "/articles/12/"
