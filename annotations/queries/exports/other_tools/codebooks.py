"""Write the codebook as other tools exchange it."""

from collections.abc import Mapping
from typing import IO

from annotations.logic.export.codes import ExportedCode, ExportedTag, code_tree
from annotations.logic.export.refi_qda import write_codebook
from annotations.models import Tag
from annotations.queries.exports.filters import filtered_rows
from newsroom.errors import Invalid


def codes(filters: Mapping[str, str]) -> list[ExportedCode]:
    """Return the tree of the tags that the filters select. Raises `Invalid` if a filter is not valid."""
    entries = []
    for tag in filtered_rows(Tag, filters):
        entry = ExportedTag(
            path=tag.path,
            definition=tag.definition,
            hue=tag.hue,
        )
        entries.append(entry)
    return code_tree(entries)


def write_qdc(file: IO[bytes], filters: Mapping[str, str], base: str = "") -> None:
    """Write the tags that the filters select as a codebook of REFI-QDA. `base` is of no use for it.

    Raises `Invalid` if a filter is not valid, or if there is no such tag, because the format has no empty
    codebook.
    """
    tree = codes(filters)
    # The schema asks for one code at least.
    if not tree:
        raise Invalid("There is no tag to export yet, and a .qdc file needs one at least.")
    write_codebook(file, tree)
