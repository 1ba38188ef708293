"""Read files of other tools that are more than one text: a pair of files, or a database."""

import sqlite3
from contextlib import closing
from pathlib import Path

from annotations.logic.interchange.brat import read_brat
from annotations.logic.interchange.json_files import storable_text
from annotations.logic.interchange.records import ForeignAnnotations
from annotations.logic.interchange.taguette import TAGUETTE_QUERIES, taguette_annotations
from newsroom.errors import Invalid, Unreadable

#: The formats that this module reads.
BESIDE_TEXTS = ("brat", "taguette")


def read_beside(path: Path, wanted: str) -> ForeignAnnotations | None:
    """Return the annotations of a pair of files or of a database, or None for any other file.

    `wanted` is a format of `BESIDE_TEXTS`, or empty to recognise the format by the ending of the file's name.
    Raises `OSError` if a file cannot be read, `Invalid` if it is not UTF-8, and `Unreadable` for a database
    of another program.
    """
    if wanted == "brat" or (not wanted and path.suffix == ".ann"):
        return read_brat(_text(path), _text(path.with_suffix(".txt")), path.stem)
    if wanted == "taguette" or (not wanted and path.suffix in (".sqlite3", ".sqlite")):
        return _taguette(path)
    return None


def _taguette(path: Path) -> ForeignAnnotations:
    """Return the annotations in a database of Taguette, which is opened for reading only.

    Raises `Unreadable` if it is not such a database or is damaged.
    """
    tables = []
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            for query in TAGUETTE_QUERIES:
                tables.append(database.execute(query).fetchall())
    # A text that is not UTF-8 is an error of the same kind.
    except sqlite3.Error as error:
        raise Unreadable(f"{path.name} is no project of Taguette, or it is damaged.") from error
    return taguette_annotations(*tables)


def _text(path: Path) -> str:
    try:
        return storable_text(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Invalid(f"{path.name}: this is not UTF-8.") from error
