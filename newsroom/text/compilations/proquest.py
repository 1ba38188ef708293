"""Split exports of ProQuest into their articles: each begins with a line such as `Document 1 of 20`."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newsroom.text.compilations.coded import Code, CodedParagraph

_NUMBERED = re.compile(r"Document \d{1,5} of \d{1,5}", re.IGNORECASE)
_RULE = re.compile(r"[_=-]{10,}")
_LABEL = re.compile(r"(?P<label>[A-Z][\w /()-]{1,40}):(?:\s+(?P<value>.*))?", re.DOTALL)
_TEXT_LABEL = "full text"
_CODE_OF_LABEL = {
    "author": Code.BYLINE,
    "publication title": Code.OUTLET,
    "publication date": Code.DAY,
    "title": Code.NOTE,
}
#: Labels behind the text. Other words before a colon are part of the text.
_LABELS_BEHIND = frozenset(
    {
        *_CODE_OF_LABEL,
        "abstract",
        "links",
        "subject",
        "location",
        "people",
        "company / organization",
        "classification",
        "identifier / keyword",
        "publication year",
        "publication info",
        "first page",
        "section",
        "pages",
        "volume",
        "issue",
        "publisher",
        "place of publication",
        "country of publication",
        "publication subject",
        "issn",
        "source type",
        "language of publication",
        "document type",
        "dateline",
        "column",
        "proquest document id",
        "document url",
        "copyright",
        "last updated",
        "database",
    }
)


class _Label(NamedTuple):
    """The label at the beginning of a paragraph, in lower case, and the text after it. `name` is empty if
    there is no label.
    """

    name: str
    value: str


def split_proquest(paragraphs: Sequence[str]) -> list[list[CodedParagraph]]:
    """Return the articles in the paragraphs of a file, or an empty list if it is not an export of ProQuest.

    The list is also empty if an article has no text.
    """
    starts = [index for index, text in enumerate(paragraphs) if _NUMBERED.fullmatch(text)]
    articles = []
    for start, end in pairwise([*starts, len(paragraphs)]):
        articles.append(_article(paragraphs[start:end]))
    has_texts = all(any(each.code is Code.TEXT for each in article) for article in articles)
    return articles if has_texts else []


def _start_of_labels(paragraphs: Sequence[str]) -> int:
    """Return the index from which the rest of an article contains only labels and their values.

    Labels consist of everyday words, so a paragraph of the text can look like one ("People: who ...");
    therefore the search begins at the end.
    """
    start = len(paragraphs)
    for index in range(len(paragraphs) - 1, -1, -1):
        if _label_of(paragraphs[index]).name in _LABELS_BEHIND:
            start = index
        elif not _RULE.fullmatch(paragraphs[index]) and not _is_bare_label(paragraphs, index - 1):
            break
    return start


def _is_bare_label(paragraphs: Sequence[str], index: int) -> bool:
    if index < 0:
        return False
    label = _label_of(paragraphs[index])
    return label.name in _LABELS_BEHIND and not label.value


def _article(paragraphs: Sequence[str]) -> list[CodedParagraph]:
    article = []
    code = Code.NOTE
    labels_from = _start_of_labels(paragraphs)
    for index, text in enumerate(paragraphs):
        if _RULE.fullmatch(text):
            continue
        label = _label_of(text)
        # Within the text, words before a colon are no label.
        can_be_label = code is not Code.TEXT or index >= labels_from
        if index == 1:
            article.append(CodedParagraph(Code.HEADLINE, text))
        elif label.name == _TEXT_LABEL:
            code = Code.TEXT
            if label.value:
                article.append(CodedParagraph(code, label.value))
        elif can_be_label and label.name in _LABELS_BEHIND:
            code = Code.NOTE
            article.append(_labelled_paragraph(text, label))
        else:
            article.append(CodedParagraph(code, text))
    return article


def _labelled_paragraph(text: str, label: _Label) -> CodedParagraph:
    """Return the paragraph of a label after the text. A paragraph that is only a note keeps its label."""
    code = _CODE_OF_LABEL.get(label.name, Code.NOTE)
    if code is Code.NOTE:
        return CodedParagraph(code, text)
    return CodedParagraph(code, label.value)


def _label_of(text: str) -> _Label:
    match = _LABEL.fullmatch(text)
    if match is None:
        return _Label("", text)
    return _Label(match["label"].casefold(), match["value"] or "")
