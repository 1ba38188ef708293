"""Make the HTTP responses that hold exported rows as a file."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation.trans_real import parse_accept_lang_header

from annotations.logic.export.separators import SEPARATORS, excel_separator
from annotations.logic.export.workbooks import write_workbook
from annotations.queries.exports.conditions import one_of
from annotations.queries.exports.files import STREAMED, WORKBOOK, CsvStyle, Header, Rows
from annotations.queries.exports.other_tools.documents import DocumentExport

#: Longest part of a story's slug in the name of a file, in code points.
_SLUG_IN_NAME = 60
#: The parameters that say how a file is written.
STYLE = ("bom", "excel", "separator")


@dataclass(frozen=True, slots=True)
class ExportTable:
    """The rows to export, with their header. `name` names the file and the sheet."""

    name: str
    header: Header
    rows: Rows


def file_response(
    request: HttpRequest,
    table: ExportTable,
    ending: str,
    name: str,
) -> StreamingHttpResponse | FileResponse:
    """Return the table as a download in the format `ending` (one of `FORMATS`), called `name`.

    `?excel=1` writes CSV as Excel reads it: with a byte order mark, and with the separator of the language
    that the browser prefers. `?bom=1` adds the mark alone, and `?separator=` (comma, semicolon or tab)
    chooses the separator. Raises `Invalid` for another separator.
    """
    style = _style(request)
    if ending == WORKBOOK:
        return _workbook(table, name)
    streamed = STREAMED[ending]
    # The rows are streamed, so that a large export does not fill the memory.
    response = StreamingHttpResponse(
        streamed.parts(table.header, table.rows, style), content_type=streamed.media_type
    )
    response["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return response


def document_response(
    document: DocumentExport,
    filters: Mapping[str, str],
    base: str,
    name: str,
) -> FileResponse:
    """Return the document as a download called `name`. `base` is the start of permalinks.

    Raises `Invalid` if a filter is not valid.
    """
    # An error while it is written becomes a sentence, because nothing was sent yet. The response closes the
    # file, and the system then deletes it.
    file = tempfile.TemporaryFile()  # noqa: SIM115
    document.write(file, filters, base)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=name, content_type=document.media_type)


def _workbook(table: ExportTable, name: str) -> FileResponse:
    # The response closes the file, and the system then deletes it.
    file = tempfile.TemporaryFile()  # noqa: SIM115
    write_workbook(file, table.name, table.header, table.rows)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{name}.{WORKBOOK}")


def _style(request: HttpRequest) -> CsvStyle:
    excel = request.GET.get("excel") == "1"
    wanted = request.GET.get("separator", "")
    if wanted:
        separator = SEPARATORS[one_of(SEPARATORS)(wanted)]
    elif excel:
        languages = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
        separator = excel_separator(language for language, _ in languages)
    else:
        separator = ","
    return CsvStyle(bom=excel or request.GET.get("bom") == "1", separator=separator)


def dated_name(kind: str, story: str) -> str:
    """Return the name of a file without its ending: the story's slug, the kind and the current date.

    It has only ASCII letters, digits and hyphens, so that it is valid on every system.
    """
    parts = [story[:_SLUG_IN_NAME], kind, f"{timezone.now():%Y-%m-%d}"]
    name = "-".join(part for part in parts if part)
    # Some systems do not accept other characters in the name of a file.
    plain = "".join(character for character in name if character.isalnum() or character == "-")
    return plain.encode("ascii", "ignore").decode()
