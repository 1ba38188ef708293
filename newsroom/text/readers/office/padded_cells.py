"""Find the cells of a workbook whose number format shows leading zeros, such as `00123` for 123.

calamine reads the numbers of a workbook and not their formats, and the zeros belong to an id.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from typing import Any

from lxml import etree

#: {(row, column), both from 0: how many digits the cell shows at least}
PaddedCells = Mapping[tuple[int, int], int]

_FOLDER = "xl"
_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_STYLES = "xl/styles.xml"
#: A format of zeros alone, at most 255 of them as in Excel. Sections for other values may follow it.
_ZEROS = re.compile(r"(0{2,255})(?:;.*)?", re.DOTALL)
#: The address of a cell, such as `AB12`.
_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_DOCTYPE = "A part of the workbook has a document type declaration."


def padded_cells(raw: bytes, sheet_name: str) -> PaddedCells:
    """Return the cells with a value whose format is of zeros alone, with the number of these zeros.

    `raw` is a workbook that `refuse_traps` has let through. Raises `KeyError` if a part of it is missing or
    the part of the sheet is not called `.xml`, `ValueError` if a part has a document type declaration or a
    row has no valid number, and `lxml.etree.XMLSyntaxError` if a part is no XML. The parts are those of
    ECMA-376, part 1, 18.
    """
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        if _STYLES not in package.namelist():
            return {}
        widths = _widths(_parsed(package.read(_STYLES)))
        if not widths:
            return {}
        sheet = package.read(_part_of_sheet(package, sheet_name))
    cells: PaddedCells = etree.fromstring(sheet, _parser(_PaddedCellFinder(widths)))
    return cells


def _widths(styles: Any) -> dict[str, int]:
    """Return {index of a cell style: number of zeros} for the formats of zeros alone."""
    zeros: dict[str, int] = {}
    for number_format in styles.iterfind("{*}numFmts/{*}numFmt"):
        match = _ZEROS.fullmatch(number_format.get("formatCode", ""))
        if match:
            zeros[number_format.get("numFmtId", "")] = len(match[1])

    widths: dict[str, int] = {}
    for index, style in enumerate(styles.iterfind("{*}cellXfs/{*}xf")):
        width = zeros.get(style.get("numFmtId", ""))
        if width:
            widths[str(index)] = width
    return widths


def _part_of_sheet(package: zipfile.ZipFile, sheet_name: str) -> str:
    """Return the name of the part with the sheet. Raises `KeyError` if there is none called `.xml`."""
    targets: dict[str, str] = {}
    for relation in _parsed(package.read(_RELATIONS)):
        targets[relation.get("Id", "")] = relation.get("Target", "")

    for sheet in _parsed(package.read(_WORKBOOK)).iterfind("{*}sheets/{*}sheet"):
        if sheet.get("name") != sheet_name:
            continue
        for name, value in sheet.attrib.items():
            # The namespace of this attribute is another one in “Strict Open XML”.
            if name.endswith("}id"):
                return _xml_part(posixpath.join(_FOLDER, targets[value]).lstrip("/"))
    raise KeyError(sheet_name)


def _xml_part(name: str) -> str:
    # `refuse_traps` looks into parts with this ending only.
    if not name.endswith(".xml"):
        raise KeyError(name)
    return name


class _PaddedCellFinder:
    """Receive the elements of a sheet from the parser, and keep the padded cells, without building a tree."""

    def __init__(self, widths: Mapping[str, int]) -> None:
        self._widths = widths
        self._padded: dict[tuple[int, int], int] = {}
        self._row = -1
        self._column = -1
        # The number of zeros of the cell that is being read, or 0.
        self._width = 0

    def doctype(self, name: str, public_id: str | None, system: str | None) -> None:
        """Refuse a document type declaration, which no workbook needs. Raises `ValueError`."""
        raise ValueError(_DOCTYPE)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note where a row or a cell stands, and keep a padded cell once it has a value.

        A row or a cell without an address follows the one before.
        """
        name = tag.rpartition("}")[2]
        if name == "row":
            self._row = int(attributes.get("r", self._row + 2)) - 1
            self._column = -1
        elif name == "c":
            self._column = self._column_of(attributes.get("r", ""))
            self._width = self._widths.get(attributes.get("s", ""), 0)
        elif name == "v" and self._width:
            # A sheet can have millions of cells with a format and without a value.
            self._padded[self._row, self._column] = self._width

    def close(self) -> PaddedCells:
        """Return the padded cells that were found."""
        return self._padded

    def _column_of(self, address: str) -> int:
        match = _ADDRESS.fullmatch(address)
        if not match:
            return self._column + 1
        column = 0
        for letter in match[1]:
            column = column * 26 + ord(letter) - ord("A") + 1
        return column - 1


def _parsed(part: bytes) -> Any:
    root = etree.fromstring(part, _parser())
    if root.getroottree().docinfo.doctype:
        raise ValueError(_DOCTYPE)
    return root


def _parser(target: Any = None) -> etree.XMLParser:
    return etree.XMLParser(target=target, resolve_entities=False, no_network=True)
