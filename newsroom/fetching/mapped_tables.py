"""Read tables of records whose columns a person has assigned to fields."""

import io
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from newsroom.errors import NewsroomError
from newsroom.fetching.files import sources_inside
from newsroom.fetching.import_sources import ImportSource, sources_of_records
from newsroom.fetching.kinds import CSV, WORKBOOKS, refuse_large
from newsroom.reading.reader_process import call_in_reader
from newsroom.text.listings.columns import TableColumn, table_columns, with_columns
from newsroom.text.listings.workbooks import columns_of_workbook, records_of_workbook
from newsroom.text.normalise import repair_surrogates

_CSV, _JSON_LINES = ".csv", ".jsonl"


def columns_of_table(name: str, raw: bytes) -> list[TableColumn]:
    """Return the columns of a table called `name`, read in the reader process. Raises the errors of
    `table_columns` and of `records_of_workbook`.
    """
    if _is_workbook(name):
        return call_in_reader(columns_of_workbook, raw)
    return call_in_reader(table_columns, raw, is_csv=_is_csv(name))


def sources_in_table(
    name: str,
    raw: bytes,
    columns: Mapping[str, str],
    *,
    where: str = "",
) -> list[ImportSource]:
    """Return the sources in a table called `name`, read with `columns`, which is {column: field}.

    `where` is its path for people, if it differs from `name`. Raises the errors of `with_columns`.
    """
    if _is_workbook(name):
        records = call_in_reader(records_of_workbook, raw, columns)
        return list(sources_of_records(where or name, records))
    is_csv = _is_csv(name)
    renamed = call_in_reader(with_columns, raw, columns, is_csv=is_csv)
    suffix = _CSV if is_csv else _JSON_LINES
    stem = PurePosixPath(name).stem
    file = io.BytesIO(renamed)
    return list(sources_inside(f"{stem}{suffix}", file, size=len(renamed), where=where or name))


def sources_of_table(path: Path, columns: Mapping[str, str]) -> Iterator[ImportSource]:
    """Yield the sources in the table at `path`, read with `columns`; one with an `error` if that fails."""
    where = repair_surrogates(str(path))
    try:
        refuse_large(path.stat().st_size, where)
        yield from sources_in_table(path.name, path.read_bytes(), columns, where=where)
    except NewsroomError as error:
        yield ImportSource(where, error=error.sentence)
    except OSError as error:
        yield ImportSource(where, error=f"Cannot be read: {error.strerror or error}.")


def _is_workbook(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in WORKBOOKS


def _is_csv(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in CSV
