"""Write articles as references: CSL-JSON and RIS, which programs for citations read.

CSL-JSON: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables; RIS: tags as
EndNote and Zotero read them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from newsroom.text.metadata.bylines import BETWEEN_NAMES

#: What would end a line or act on a program that prints it.
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")

#: The types of references, by whether the outlet is a newspaper or an agency.
_CSL_TYPES = {True: "article-newspaper", False: "webpage"}
_RIS_TYPES = {True: "NEWS", False: "ELEC"}


@dataclass(frozen=True, slots=True)
class Reference:
    """An article as others cite it. What is unknown is empty.

    `is_newspaper` says whether its outlet is a newspaper or an agency. `byline` has `BETWEEN_NAMES` between
    names. `published` is a day, or a time with its zone.
    """

    identifier: str
    title: str
    outlet: str
    is_newspaper: bool
    byline: str
    credit: str
    published: date | None
    url: str
    language: str
    accessed: datetime

    @property
    def authors(self) -> list[str]:
        return [name for name in self.byline.split(BETWEEN_NAMES) if name]

    @property
    def day(self) -> date | None:
        """The day on which it was published, in UTC if the time is known."""
        return _day(self.published)


def csl_item(reference: Reference) -> dict[str, Any]:
    """Return an item of CSL-JSON. Names are whole, because nobody stated which part is the family name."""
    item: dict[str, Any] = {
        "id": reference.identifier,
        "type": _CSL_TYPES[reference.is_newspaper],
        "title": reference.title,
        "container-title": reference.outlet,
        "author": [{"literal": name} for name in reference.authors],
        "issued": _csl_date(reference.day),
        "accessed": _csl_date(_day(reference.accessed)),
        "URL": reference.url,
        "language": reference.language,
        "note": reference.credit,
    }
    # An empty value would say that there is none, and not that it is unknown.
    return {name: value for name, value in item.items() if value}


def ris_entry(reference: Reference) -> Iterator[str]:
    """Yield the lines of an entry of RIS, each with CRLF. A line break within a value becomes a space."""
    yield _ris_line("TY", _RIS_TYPES[reference.is_newspaper])
    yield _ris_line("ID", reference.identifier)
    lines = [("TI", reference.title), ("T2", reference.outlet)]
    lines += [("AU", name) for name in reference.authors]
    day = reference.day
    if day:
        lines.append(("PY", f"{day:%Y}"))
        lines.append(("DA", f"{day:%Y/%m/%d}"))
    lines += [
        ("UR", reference.url),
        ("LA", reference.language),
        ("Y2", f"{_day(reference.accessed):%Y/%m/%d}"),
        ("N1", reference.credit),
    ]
    for tag, value in lines:
        if value:
            yield _ris_line(tag, value)
    yield _ris_line("ER", "")


def _ris_line(tag: str, value: str) -> str:
    text = _BREAKS.sub(" ", value).strip()
    return f"{tag}  - {text}\r\n"


def _csl_date(day: date | None) -> dict[str, Any]:
    if day is None:
        return {}
    return {"date-parts": [[day.year, day.month, day.day]]}


def _day(moment: date | None) -> date | None:
    # A time is a day too, as Python has it.
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).date()
    return moment
