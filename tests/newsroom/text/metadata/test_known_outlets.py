"""Test which outlets are known by the host of an address."""

import pytest

from newsroom.text.metadata.outlets import outlet_of


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.themoscowtimes.com/2022/x", "The Moscow Times"),
        ("https://edition.cnn.com/x", "CNN"),
        ("https://amp.theguardian.com/x", "The Guardian"),
        ("https://unknown.example/x", ""),
        ("https://com/x", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_an_outlet_is_known_by_its_host(url: str, outlet: str) -> None:
    assert outlet_of(url) == outlet
