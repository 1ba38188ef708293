"""Split exports of Factiva into their articles.

There are two layouts. One writes the code of each field (HD, BY, WC, PD, SN, LP, TD) before it; the other one
writes only the values, and ends each article with its number, such as `Document IINM000020171113edbd0000d`.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsroom.text.compilations.coded import Code, CodedParagraph, date_in
from newsroom.text.metadata.dates import first_date

#: Before the headline and the author, `paragraphs_of` writes these marks if a page shows which they are.
HEADLINE_MARK, AUTHOR_MARK = "HD", "BY"
_CODE_OF_FIELD = {
    "HD": Code.HEADLINE,
    "BY": Code.BYLINE,
    "PD": Code.DAY,
    "SN": Code.OUTLET,
    "LP": Code.TEXT,
    "TD": Code.TEXT,
}
_NOTES = "SE CR WC ET SC ED PG VOL LA CY CO IN NS RE IPC IPD PUB AN RF ART CLM CT DLN".split()
_FIELDS = frozenset([*_CODE_OF_FIELD, *_NOTES])
_FIELD_LINE = re.compile(
    rf"(?P<field>{'|'.join(sorted(_FIELDS))})(?:\s+(?P<value>\S.*))?", re.DOTALL
)
_TEXTS = frozenset({"LP", "TD"})
_BEFORE_HEADLINE = ("SE", "CLM")
#: The number of an article: the code of its outlet, zeros, a day, and nine letters or digits.
_NUMBER = re.compile(r"\S{2,12}\s(?=\w{25}\Z)[A-Z]{1,8}0{1,12}(?:19|20)\d{6}[a-z0-9]{9}")
#: The values of fields behind the text: subjects and the like are a code and its meaning (`gcat : News`).
_CODED_VALUES = re.compile(r"[a-zA-Z0-9]{1,10} ?[:|]")
_SHAPE_BEHIND_TEXT = {
    "AN": re.compile(r"Document\b|Dokument\b|[A-Z]{1,8}0\w"),
    **dict.fromkeys(("RF PUB ART CR CT IPC IPD DLN SE CLM").split(), re.compile(r"\S")),
}
_WORD_COUNT = re.compile(r"\d[\d.,]{0,9}\s?\S{1,10}")
_COPYRIGHT = re.compile(r"copyright\b|©|\(c\)\s", re.IGNORECASE)
#: How many paragraphs at the beginning of an article may be its head.
_HEAD = 16


class _LineOfField(NamedTuple):
    """A paragraph of a file that writes codes, without its code.

    `field` is the code, empty before the first code of the file. `is_first` is true if the code stands in
    this paragraph, and false if the paragraph continues the field.
    """

    field: str
    value: str
    is_first: bool


def split_factiva(paragraphs: Sequence[str]) -> list[list[CodedParagraph]]:
    """Return the articles in the paragraphs of a file, or an empty list if it is not an export of Factiva.

    If one article of the layout without codes has another shape, the list is empty too, so that nothing is
    lost.
    """
    coded = _coded_articles(paragraphs)
    if coded:
        return coded
    ends = [index for index, text in enumerate(paragraphs) if _NUMBER.fullmatch(text)]
    articles = []
    start = 0
    for end in ends:
        article = _uncoded(paragraphs[start : end + 1])
        if article:
            articles.append(article)
        start = end + 1
    if articles:
        # Behind the last article, a page describes the search.
        articles[-1] += [CodedParagraph(Code.NOTE, text) for text in paragraphs[start:]]
    # If one of them has another shape, the file is left whole, because nothing may be dropped.
    return articles if len(articles) == len(ends) else []


def _coded_articles(paragraphs: Sequence[str]) -> list[list[CodedParagraph]]:
    """Return the articles of a file that writes codes. Each begins with HD and has PD, SN, and LP or TD.

    The list is empty if an article lacks one of them.
    """
    articles: list[list[CodedParagraph]] = []
    fields: list[set[str]] = []
    for line in _lines_of_fields(paragraphs):
        if line.is_first and _begins_article(line.field, fields):
            articles.append([])
            fields.append(set())
        if not articles:
            # The page's own head comes before the first article.
            continue
        fields[-1].add(line.field)
        if line.value:
            code = _CODE_OF_FIELD.get(line.field, Code.NOTE)
            articles[-1].append(CodedParagraph(code, line.value))

    complete = all("PD" in each and "SN" in each and each & _TEXTS for each in fields)
    return articles if complete else []


def _lines_of_fields(paragraphs: Sequence[str]) -> Iterator[_LineOfField]:
    field = ""
    for text in paragraphs:
        line = _FIELD_LINE.fullmatch(text)
        if line is None or (field in _TEXTS and not _ends_text(line)):
            yield _LineOfField(field, text, is_first=False)
            continue
        field = line["field"]
        yield _LineOfField(field, line["value"] or "", is_first=True)


def _ends_text(line: re.Match[str]) -> bool:
    """Return whether the line of a field ends the text before it.

    A sentence may begin with a word in capitals that is also a code ("AN Israeli strike"). Therefore, after
    the text, the code must stand alone, or its value must have the shape that it has for this field.
    """
    field, value = line["field"], line["value"]
    if not value or (field in _CODE_OF_FIELD and field != "BY"):
        return True
    shape = _SHAPE_BEHIND_TEXT.get(field, _CODED_VALUES)
    return shape.match(value) is not None


def _begins_article(field: str, fields: Sequence[set[str]]) -> bool:
    """Return whether `field` begins an article. `fields` holds the fields of each article so far.

    An article begins with its headline, or with the section and column that come before the headline.
    """
    before = fields[-1] if fields else _TEXTS
    if field == "HD":
        return not fields or "HD" in before
    return field in _BEFORE_HEADLINE and not _TEXTS.isdisjoint(before)


def _uncoded(paragraphs: Sequence[str]) -> list[CodedParagraph]:
    """Return an article of the layout that writes only values, or an empty list if it has another shape.

    The values are: section, headline, author, number of words, day, outlet, its code, pages, language,
    copyright, text, number of the article.
    """
    marked = _without_marks(paragraphs)
    texts = [text for text, _ in marked]
    count = _place_of_word_count(texts)
    if count is None:
        return []
    codes = [mark for _, mark in marked]
    for index in range(count):
        codes[index] = codes[index] or Code.NOTE
    if Code.HEADLINE not in codes:
        codes[count - 1] = Code.HEADLINE
    day = count + 1
    # A page may print the time in a paragraph of its own.
    outlet = day + 1
    codes[count], codes[day], codes[outlet] = Code.NOTE, Code.DAY, Code.OUTLET

    for index in range(outlet + 1, _start_of_text(texts, outlet + 1)):
        codes[index] = Code.NOTE
    codes[-1] = Code.NOTE
    paired = zip(texts, codes, strict=True)
    return [CodedParagraph(code or Code.TEXT, text) for text, code in paired]


def _place_of_word_count(texts: Sequence[str]) -> int | None:
    """Return the index of the line with the number of words, which stands before the day, or None."""
    for index in range(1, min(_HEAD, len(texts) - 2)):
        if _WORD_COUNT.fullmatch(texts[index]) and first_date(date_in(texts[index + 1])):
            return index
    return None


def _start_of_text(texts: Sequence[str], start: int) -> int:
    """Return the index behind the copyright line near `start`, or `start` if there is no such line."""
    for index in range(start, min(start + _HEAD, len(texts))):
        if _COPYRIGHT.match(texts[index]):
            return index + 1
    return start


def _without_marks(paragraphs: Sequence[str]) -> list[tuple[str, Code | None]]:
    """Return the paragraphs without the marks `HD` and `BY` of `page_paragraphs`, each with the code of the
    mark before it or None.
    """
    marked: list[tuple[str, Code | None]] = []
    mark: Code | None = None
    for text in paragraphs:
        if text in (HEADLINE_MARK, AUTHOR_MARK):
            mark = _CODE_OF_FIELD[text]
        else:
            marked.append((text, mark))
            mark = None
    return marked
