"""Write the data dictionary: what each exported file holds, and what each of its columns means."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotations.logic.export.records import RecordKind


def dictionary(
    kinds: Mapping[str, RecordKind[Any]], parameters: Mapping[str, Iterable[str]]
) -> Iterator[str]:
    """Yield the lines of the dictionary in Markdown: for each kind a heading, its filters and its columns.

    `parameters` are the names of the filters of each kind.
    """
    for name, kind in kinds.items():
        filters = ", ".join(f"`{parameter}`" for parameter in parameters[name])
        yield f"### {name}.csv"
        yield ""
        yield f"One row is {kind.meaning}."
        yield ""
        yield f"Filters: {filters}."
        yield ""
        yield "| column | meaning |"
        yield "|---|---|"
        for column in kind.columns:
            yield f"| `{column.name}` | {column.meaning} |"
        yield ""
