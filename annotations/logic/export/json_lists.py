"""Write a list of JSON piece by piece, so that the memory does not grow with it."""

import json
from collections.abc import Iterable, Iterator
from typing import Any


def json_list(items: Iterable[Any]) -> Iterator[str]:
    """Yield the text of a JSON list in parts, with one item per line."""
    before = "["
    for item in items:
        yield f"{before}\n{json.dumps(item, ensure_ascii=False)}"
        before = ","
    # An empty list has not begun yet.
    if before == "[":
        yield before
    yield "\n]"
