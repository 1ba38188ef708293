"""Test which separator Excel expects for the language of a browser."""

import pytest

from annotations.logic.export.separators import excel_separator


@pytest.mark.parametrize(
    ("languages", "separator"),
    [
        (["de"], ";"),
        (["de-CH", "en"], ","),
        (["fr-FR"], ";"),
        (["en-GB", "de"], ","),
        (["uk"], ";"),
        (["ja"], ","),
        (["xx", "es-ES"], ";"),
        (["*", "nonsense-language-tag", "pl"], ";"),
        (["xx"], ","),
        ([], ","),
    ],
)
def test_a_semicolon_stands_where_a_comma_separates_decimals(languages: list[str], separator: str) -> None:
    assert excel_separator(languages) == separator
