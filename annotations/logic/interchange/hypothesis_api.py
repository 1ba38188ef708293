"""Read what the API of Hypothesis returns: `{"rows": [...]}`, or the rows alone.

The format is that of `hypothesis/h`, docs/_extra/api-reference/schemas/annotation.yaml. Positions count
UTF-16 units of the page as the browser shows it, which is another text than the article, so they are only
hints.
"""

from collections import defaultdict
from typing import Any

from annotations.logic.interchange.json_files import (
    dicts_in,
    id_in,
    json_of,
    number_in,
    text_in,
    texts_in,
)
from annotations.logic.interchange.records import (
    ForeignAnnotation,
    ForeignAnnotations,
    ForeignComment,
    ForeignDocument,
)

TOOL = "hypothesis"


def read_hypothesis(text: str) -> ForeignAnnotations:
    """Return the annotations that mark words, each with the replies to it as comments. Raises `Invalid` if
    `text` is not JSON.

    Notes on a whole page, and replies to an annotation that is not in the file, become sentences in `unread`.
    """
    rows = _rows(json_of(text))
    replies = _replies(rows)
    annotations = []
    unread = []
    for row in rows:
        # Replies were read with the annotation that they answer.
        if texts_in(row.get("references")):
            continue
        annotation = _annotation(row, tuple(replies.pop(id_in(row, "id"), [])))
        if annotation:
            annotations.append(annotation)
        else:
            unread.append(f"{id_in(row, 'id')}: a note on a whole page, which marks no words.")
    for comments in replies.values():
        unread.extend(
            f"{each.foreign_id}: a reply to what is not in the file." for each in comments
        )
    return ForeignAnnotations(TOOL, tuple(annotations), unread=tuple(unread))


def _rows(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict) and "rows" in value:
        return dicts_in(value["rows"])
    return dicts_in(value)


def _replies(rows: list[dict[str, Any]]) -> defaultdict[str, list[ForeignComment]]:
    """Return the replies of each thread by the id of the annotation that began it, oldest first."""
    replies: defaultdict[str, list[ForeignComment]] = defaultdict(list)
    for row in sorted(rows, key=lambda each: text_in(each, "created")):
        references = texts_in(row.get("references"))
        if references:
            # The first reference is the root of the thread, the last one the reply before.
            replies[references[0]].append(_comment(row))
    return replies


def _annotation(
    row: dict[str, Any], comments: tuple[ForeignComment, ...]
) -> ForeignAnnotation | None:
    selectors = []
    for target in dicts_in(row.get("target")):
        selectors += dicts_in(target.get("selector"))
    quotes = [each for each in selectors if each.get("type") == "TextQuoteSelector"]
    if not quotes or not text_in(quotes[0], "exact"):
        return None
    positions = [each for each in selectors if each.get("type") == "TextPositionSelector"]
    titles = (
        texts_in((row.get("document") or {}).get("title"))
        if isinstance(row.get("document"), dict)
        else []
    )
    return ForeignAnnotation(
        foreign_id=id_in(row, "id"),
        document=ForeignDocument(url=text_in(row, "uri"), title=titles[0] if titles else ""),
        exact=text_in(quotes[0], "exact"),
        prefix=text_in(quotes[0], "prefix"),
        suffix=text_in(quotes[0], "suffix"),
        start=number_in(positions[0], "start") if positions else None,
        tags=tuple(texts_in(row.get("tags"))),
        note=text_in(row, "text"),
        author=_person(row),
        at=text_in(row, "created"),
        comments=comments,
    )


def _comment(row: dict[str, Any]) -> ForeignComment:
    return ForeignComment(
        text_in(row, "text"), _person(row), text_in(row, "created"), id_in(row, "id")
    )


def _person(row: dict[str, Any]) -> str:
    """Return the name of the author, which is the part `name` of `acct:name@hypothes.is`. Empty if there is
    none.
    """
    return text_in(row, "user").removeprefix("acct:").partition("@")[0]
