"""Read files of other tools that need more than their own text: another file beside them."""

from pathlib import Path

from annotations.logic.interchange.brat import read_brat
from annotations.logic.interchange.json_files import storable_text
from annotations.logic.interchange.records import ForeignAnnotations
from newsroom.errors import Invalid

#: The formats that this module reads.
BESIDE_TEXTS = ("brat",)


def read_beside(path: Path, wanted: str) -> ForeignAnnotations | None:
    """Return the annotations of a file with its neighbours, or None if its format needs none.

    Raises `OSError` if a file cannot be read, and `Invalid` if it is not UTF-8.
    """
    if wanted == "brat" or (not wanted and path.suffix == ".ann"):
        return read_brat(_text(path), _text(path.with_suffix(".txt")), path.stem)
    return None


def _text(path: Path) -> str:
    try:
        return storable_text(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Invalid(f"{path.name}: this is not UTF-8.") from error
