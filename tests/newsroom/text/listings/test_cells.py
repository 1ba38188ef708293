"""Test that no spreadsheet runs a cell of a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.listings.cells import escape, unescape

CELLS = st.text(st.sampled_from("'=+-@\t\r＝＋－＠a1 "))


@given(CELLS)
def test_a_cell_comes_back_as_it_was(cell: str) -> None:
    assert unescape(escape(cell)) == cell


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "＝1", "'=1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert escape(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "rain", "1-1", "'rain", " =1"])
def test_other_cells_stay(cell: str) -> None:
    assert escape(cell) == cell
