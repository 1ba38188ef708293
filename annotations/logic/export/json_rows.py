"""Write rows as JSON Lines: one object per row, whose keys are the columns of the CSV."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from annotations.logic.export.rows import text_of


def json_lines(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Yield one line for each row. Numbers, booleans and lists stay JSON numbers, booleans and lists.

    Raises `ValueError` if a row has more or fewer cells than the header.
    """
    for cells in rows:
        values = [json_value(cell) for cell in cells]
        record = dict(zip(header, values, strict=True))
        yield json.dumps(record, ensure_ascii=False) + "\n"


def json_value(cell: Any) -> Any:
    """Return a cell as JSON has it: numbers, booleans and lists keep their kind, other values are texts."""
    if cell is None or isinstance(cell, bool | int | str):
        return cell
    if isinstance(cell, list):
        return [json_value(part) for part in cell]
    return text_of(cell)
