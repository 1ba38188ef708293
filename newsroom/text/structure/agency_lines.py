"""Recognise lines that name the agency of a report: datelines, sign-offs and credit lines."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re

from newsroom.text.language.calendar import MONTHS
from newsroom.text.metadata.agencies import AGENCY, WIRES

_CREDIT = re.compile(
    r"""(?:
      with\s+(?:additional\s+|files?\s+|contributions?\s+)*(?:reporting\s+|material\s+|reports\s+|information\s+
      |inputs?\s+|files\s+)?
        (?:by|from|of)\s+\S.*
    | with\s+(?:\w+\s+){0,2}(?:wires?|agencies|wire\s+(?:services|reports)|post\s+wires)
    | (?:additional\s+|contributing\s+|original\s+)?(?:reporting|writing|editing|compiled|edited|translated
    |fact-check(?:ing|ed))\s+
        (?:by|from)\s+\S.*
    | (?:this\s+(?:story|article|report|piece)\s+)?(?:is\s+|was\s+)?(?:based\s+on\s+reporting\s+by
    |based\s+on\s+reports?\s+(?:by|from))\s+\S.*
    | this\s+(?:story|article|report|piece)\s+(?:was\s+)?(?:originally\s+|first\s+)(?:published|appeared)\b.*
    | .{2,120}\scontributed\s+(?:to\s+this\s+(?:report|story|article)|reporting|from\s+\S.*)\.?
    | (?:sources?|quellen?|fuente|источник|джерело)\s*:\s*(?!https?:)\S.{0,120}
    | (?:mit\s+(?:material|informationen)\s+(?:von|der)|avec|con\s+informaci[oó]n\s+de
      |mit)\s+(?P<wire>\S.{0,80})
    | agencies | wire\s+(?:reports|services) | \(?with\s+agencies\)?
    )""",
    re.IGNORECASE | re.VERBOSE,
)

#: The most words of a credit that names only the agency that helped ("mit dpa").
_MOST_WORDS_WITH = 8

# In “BERLIN, July 8 (Reuters) – …” and “MOSCOW, July 8. /TASS/. …” the report follows the place, the day, the
# agency and a sign.
_DATELINE = re.compile(
    r"""[^\w(\[/]{0,3}(?P<place>[^()\[\]“”"!?;:\n]{0,70}?)\s{0,2}[(\[/](?P<who>[^()\[\]\n]{2,40})[)\]/]"""
    r"\s{0,2}(?:\.?\s?[–—―-]|[.:](?!\S)|\Z)"
)
#: Words of places and days that begin with a small letter.
_IN_PLACES = frozenset(MONTHS) | frozenset(
    "de del la do da di du am an der sur et y und and".split()
)
# “… he said. (dpa)” and “… he said. – AFP” are sign-offs. Without a whole sentence before it, the name is
# part of a sentence.
_SIGN_OFF = re.compile(
    r"""[.!?…]['"”’»]{0,2}\s{0,2}(?:[(\[](?P<bracketed>[^()\[\]\n]{2,60})[)\]]"""
    r"|[–—-]{1,2}\s?(?P<dashed>[^.!?…()\n]{2,60}))\W{0,2}\Z"
)
#: How many characters at the end of a text are searched for a sign-off.
_LONGEST_SIGN_OFF = 80
_BETWEEN_AGENCIES = re.compile(r"/|,| and | & |\+")
_WORD = re.compile(r"\w+")


def is_credit(text: str) -> bool:
    """Return whether `text` is a line that says where the reporting comes from: “Reporting by A. Name”."""
    credit = _CREDIT.fullmatch(text)
    if credit is None:
        return names_wires(text)
    if not credit["wire"]:
        return True
    # Many sentences begin with "mit" or "avec", so an agency must follow in a credit.
    return AGENCY.search(credit["wire"]) is not None and len(text.split()) <= _MOST_WORDS_WITH


def sent_by(text: str) -> str:
    """Return the name in brackets of the dateline at the beginning of `text`, or an empty string if there is
    none.

    The name is `Reuters` for `BERLIN, July 8 (Reuters) – …`, and `AP` for `(AP) — …`.
    """
    dateline = _DATELINE.match(text)
    # The text before the brackets may also be the long name of an agency, with its short name in brackets.
    if dateline is None or is_agency(dateline["place"]):
        return ""
    words = _WORD.findall(dateline["place"])
    is_place = all(not word[0].islower() or word.casefold() in _IN_PLACES for word in words)
    if not is_place:
        return ""
    return dateline["who"]


def signed_by(text: str) -> str:
    """Return the names of the agencies after the last sentence of `text`: `dpa` for `… he said. (dpa)`.

    Returns an empty string if no agency is named there.
    """
    sign_off = _SIGN_OFF.search(text, max(0, len(text) - _LONGEST_SIGN_OFF))
    if sign_off is None:
        return ""
    names: str = (sign_off["bracketed"] or sign_off["dashed"]).strip()
    if not names or not names_wires(names):
        return ""
    return names


def names_wires(text: str) -> bool:
    """Return whether `text` consists only of names of agencies that supply reports, as in “AP/Reuters”."""
    return all(is_agency(name.strip()) for name in _BETWEEN_AGENCIES.split(text))


def is_agency(name: str) -> bool:
    """Return whether `name` is the name of an agency that supplies reports."""
    return name.casefold() in WIRES
