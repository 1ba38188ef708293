"""Read W3C Web Annotations in JSON-LD, as Recogito and other tools write them.

The format is the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/). Recogito writes a link
as an annotation with the motivation `linking` that has the two linked annotations as targets.
"""

from typing import Any

from annotations.logic.interchange.json_files import dicts_in, id_in, json_of, number_in, text_in
from annotations.logic.interchange.records import (
    ForeignAnnotation,
    ForeignAnnotations,
    ForeignComment,
    ForeignDocument,
    ForeignLink,
)

TOOL = "web-annotation"


def read_web_annotations(text: str) -> ForeignAnnotations:
    """Return the annotations and links in a list, a page, a collection or a graph. Raises `Invalid` if `text`
    is not JSON.

    Items that mark no words, and links that do not join two annotations, become sentences in `unread`.
    """
    annotations = []
    links = []
    unread = []
    for item in _items(json_of(text)):
        name = id_in(item, "id", "@id")
        if "linking" in _words(item.get("motivation")):
            link = _link(item, name)
            if link:
                links.append(link)
            else:
                unread.append(f"{name}: a link that does not join two annotations.")
            continue
        # Everything else is about a passage.
        annotation = _annotation(item, name)
        if annotation:
            annotations.append(annotation)
        else:
            unread.append(f"{name}: it has no TextQuoteSelector, so it marks no words.")
    return ForeignAnnotations(TOOL, tuple(annotations), tuple(links), unread=tuple(unread))


def _link(item: dict[str, Any], name: str) -> ForeignLink | None:
    """Return the link between two targets, or between the target and the body, which is how this desk writes
    it.

    Returns None if there are not exactly two ends.
    """
    ends = [id_in(target, "id", "source") for target in dicts_in(item.get("target"))]
    if isinstance(item.get("target"), str):
        bodies = dicts_in(item.get("body"))
        linked = [body for body in bodies if "linking" in _words(body.get("purpose"))]
        ends = [item["target"], *(_source(body) for body in linked)]
    labels = [*_values(item, "tagging"), *_values(item, "classifying")]
    match ends:
        case [source, target] if source and target:
            return ForeignLink(name, source, target, next(iter(labels), ""))
    return None


def _source(resource: dict[str, Any]) -> str:
    """Return the address of the source of a resource, which is a text, or an object with an id."""
    source = resource.get("source")
    return id_in(source, "id", "@id") if isinstance(source, dict) else text_in(resource, "source")


def _items(value: Any) -> list[dict[str, Any]]:
    """Return the annotations in a list, a page (`items`), the first page of a collection (`first`), or a
    graph.
    """
    if isinstance(value, dict):
        if "first" in value:
            return _items(value["first"])
        for name in ("items", "@graph"):
            if name in value:
                return dicts_in(value[name])
    return dicts_in(value)


def _annotation(item: dict[str, Any], name: str) -> ForeignAnnotation | None:
    targets = dicts_in(item.get("target"))
    selectors = []
    for target in targets:
        selectors += dicts_in(target.get("selector"))
    quotes = [each for each in selectors if each.get("type") == "TextQuoteSelector"]
    if not quotes or not text_in(quotes[0], "exact"):
        return None
    positions = [each for each in selectors if each.get("type") == "TextPositionSelector"]
    source = _source(targets[0])
    # Tools print the first comment as the note of the annotation, and the others as answers to it.
    comments = _comments(item)
    return ForeignAnnotation(
        foreign_id=name,
        # The source may be a copy of the text, and the scope is then the page that a reader saw.
        document=ForeignDocument(url=text_in(targets[0], "scope") or source, name=source),
        exact=text_in(quotes[0], "exact"),
        prefix=text_in(quotes[0], "prefix"),
        suffix=text_in(quotes[0], "suffix"),
        start=number_in(positions[0], "start") if positions else None,
        tags=tuple(_values(item, "tagging")),
        note=comments[0].body if comments else "",
        author=_person(item.get("creator")),
        at=text_in(item, "created"),
        comments=tuple(comments[1:]),
    )


def _comments(item: dict[str, Any]) -> list[ForeignComment]:
    comments = []
    for body in dicts_in(item.get("body")):
        if "tagging" not in _words(body.get("purpose")) and text_in(body, "value"):
            author = _person(body.get("creator"))
            comments.append(
                ForeignComment(text_in(body, "value"), author, text_in(body, "created"))
            )
    return comments


def _values(item: dict[str, Any], purpose: str) -> list[str]:
    bodies = dicts_in(item.get("body"))
    chosen = [body for body in bodies if purpose in _words(body.get("purpose"))]
    return [text_in(body, "value") for body in chosen if text_in(body, "value")]


def _words(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _person(value: Any) -> str:
    if isinstance(value, str):
        return value
    return text_in(value, "name", "nickname", "id")
