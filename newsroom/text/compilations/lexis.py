"""Split exports of Nexis and LexisNexis into their articles.

There are two layouts. The older one begins each article with a line such as `1 of 100 DOCUMENTS` and writes
its labels in capitals; the newer one ends each article with `End of Document` and writes a line `Body` before
the text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsroom.text.compilations.coded import Code, CodedParagraph, date_in
from newsroom.text.metadata.dates import first_date

_NUMBERED = re.compile(
    r"\d{1,5} (?:of|von|de|sur|di) \d{1,5} (?:DOCUMENT|DOKUMENT|DOCUMENTO)\w{0,2}"
)
_ENDS = frozenset(
    {
        "end of document",
        "ende des dokuments",
        "fin du document",
        "fin del documento",
        "fine del documento",
    }
)
_BODY = "body"
#: The line of the newer layout after which subjects and companies are listed.
_CLASSIFICATION = frozenset({"classification", "klassifizierung"})
_LABEL = re.compile(r"(?P<label>[A-ZÄÖÜÉÈÑ][\wÄÖÜäöüßéèñ/ -]{1,30}):\s*(?P<value>.*)", re.DOTALL)
_CAPITALS = re.compile(r"[A-ZÄÖÜÉÈÑ/ -]+")
_BYLINES = frozenset({"byline", "autor", "autoren", "auteur", "auteurs", "autore"})
_COPYRIGHT = re.compile(
    r"copyright\b|©|\(c\)\s|all rights reserved|alle rechte vorbehalten", re.IGNORECASE
)
#: How many paragraphs at the beginning of an article may hold the outlet, the day and the headline.
_HEAD = 12
#: The longest line that may be a day, in characters.
_LONGEST_DAY = 90


def split_lexis(paragraphs: Sequence[str]) -> list[list[CodedParagraph]]:
    """Return the articles in the paragraphs of a file, or an empty list if it is not an export of Nexis.

    An article of an unexpected shape is returned with all its paragraphs as text.
    """
    starts = [index for index, text in enumerate(paragraphs) if _NUMBERED.fullmatch(text)]
    if starts:
        stretches = pairwise([*starts, len(paragraphs)])
        return [_older(paragraphs[start:end]) for start, end in stretches]

    bodies = any(text.casefold() == _BODY for text in paragraphs)
    ends = [index for index, text in enumerate(paragraphs) if text.casefold() in _ENDS]
    if not bodies or not ends:
        return []
    starts = [0, *(end + 1 for end in ends[:-1])]
    articles = []
    for start, end in zip(starts, ends, strict=True):
        articles.append(_newer(paragraphs[start : end + 1], is_first=start == 0))
    # The file may break off within an article.
    rest = paragraphs[ends[-1] + 1 :]
    return [*articles, _unknown(rest)] if rest else articles


def _older(paragraphs: Sequence[str]) -> list[CodedParagraph]:
    """Return an article of the older layout: outlet, day, edition, headline, labels, text, labels."""
    day = _day_in(paragraphs)
    labels = [index for index, text in enumerate(paragraphs[:_HEAD]) if _is_capital_label(text)]
    if day is None or not labels or labels[0] < day:
        return _unknown(paragraphs)

    codes = dict.fromkeys(range(len(paragraphs)), Code.TEXT)
    for index in range(labels[0]):
        codes[index] = Code.NOTE
    if day > 1:
        codes[day - 1] = Code.OUTLET
    codes[day] = Code.DAY
    if labels[0] - 1 > day:
        codes[labels[0] - 1] = Code.HEADLINE

    body = labels[0]
    while body < len(paragraphs) and _is_capital_label(paragraphs[body]):
        codes[body] = Code.NOTE
        body += 1
    for index in range(_end_of_text(paragraphs, body, len(paragraphs)), len(paragraphs)):
        codes[index] = Code.NOTE
    return list(_coded(paragraphs, codes))


def _newer(paragraphs: Sequence[str], *, is_first: bool) -> list[CodedParagraph]:
    """Return an article of the newer layout: headline, outlet, day, labels, `Body`, text, labels.

    A list of all documents of the file may come before the first article. It is left out.
    """
    body = next((at for at, text in enumerate(paragraphs) if text.casefold() == _BODY), None)
    day = None if body is None else _day_before(paragraphs, body)
    if body is None or day is None or day < 2:  # noqa: PLR2004 - the headline and the outlet come before the day
        return _unknown(paragraphs)

    codes = dict.fromkeys(range(len(paragraphs)), Code.TEXT)
    for index in range(body + 1):
        codes[index] = Code.NOTE
    headline = day - 2 if is_first else 0
    codes[headline], codes[headline + 1], codes[day] = Code.HEADLINE, Code.OUTLET, Code.DAY

    lists = (
        at
        for at in range(body + 1, len(paragraphs))
        if paragraphs[at].casefold() in _CLASSIFICATION
    )
    end = next(lists, len(paragraphs))
    for index in range(_end_of_text(paragraphs, body + 1, end), len(paragraphs)):
        codes[index] = Code.NOTE
    return list(_coded(paragraphs, codes))[headline:]


def _coded(paragraphs: Sequence[str], codes: dict[int, Code]) -> Iterator[CodedParagraph]:
    for index, text in enumerate(paragraphs):
        label = _LABEL.fullmatch(text)
        if codes[index] is Code.NOTE and label and label["label"].casefold().strip() in _BYLINES:
            yield CodedParagraph(Code.BYLINE, label["value"])
        else:
            yield CodedParagraph(codes[index], text)


def _unknown(paragraphs: Sequence[str]) -> list[CodedParagraph]:
    return [CodedParagraph(Code.TEXT, text) for text in paragraphs]


def _day_in(paragraphs: Sequence[str]) -> int | None:
    for index, text in enumerate(paragraphs[:_HEAD]):
        if _is_day(text):
            return index
    return None


def _day_before(paragraphs: Sequence[str], body: int) -> int | None:
    """Return the index of the first day in the paragraphs before the line `Body`, or None."""
    days = (at for at in range(max(0, body - _HEAD), body) if _is_day(paragraphs[at]))
    return next(days, None)


def _end_of_text(paragraphs: Sequence[str], body: int, end: int) -> int:
    """Return the index after the last paragraph of the text, which begins at `body`.

    Labels, copyright lines and lines such as “End of document” directly before `end` are not part of the
    text.
    """
    while end > body and _is_tail(paragraphs[end - 1]):
        end -= 1
    return end


def _is_day(text: str) -> bool:
    if len(text) > _LONGEST_DAY or _COPYRIGHT.search(text) or _LABEL.fullmatch(text):
        return False
    return first_date(date_in(text)) is not None


def _is_capital_label(text: str) -> bool:
    label = _LABEL.fullmatch(text)
    return label is not None and _CAPITALS.fullmatch(label["label"]) is not None


def _is_tail(text: str) -> bool:
    if text.casefold() in _ENDS or _COPYRIGHT.match(text):
        return True
    label = _LABEL.fullmatch(text)
    if label is None:
        return False
    return (
        _CAPITALS.fullmatch(label["label"]) is not None or label["label"].casefold() in _TAIL_LABELS
    )


#: Labels of the newer layout, which writes them in small letters as articles do.
_TAIL_LABELS = frozenset(
    {
        "load-date",
        "language",
        "publication-type",
        "graphic",
        "notes",
        "subject",
        "organization",
        "geographic",
        "industry",
        "person",
        "company",
        "ticker",
        "journal code",
        "section",
        "length",
    }
)
