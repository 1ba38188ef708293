"""Read the JSON export of Label Studio: tasks with annotations, whose results are labels and relations.

The format is described at https://labelstud.io/guide/task_format. Offsets count UTF-16 units of the task's
text.
"""

from typing import Any

from annotations.logic.interchange.json_files import (
    dicts_in,
    id_in,
    json_of,
    number_in,
    text_in,
    texts_in,
)
from annotations.logic.interchange.offsets import Quote, quote_at_utf16
from annotations.logic.interchange.records import (
    ForeignAnnotation,
    ForeignAnnotations,
    ForeignDocument,
    ForeignLink,
)

TOOL = "label-studio"


def read_label_studio(text: str) -> ForeignAnnotations:
    """Return the labelled passages and the relations of all tasks. Raises `Invalid` if `text` is not JSON.

    Results that mark no words of a text become sentences in `unread`.
    """
    annotations: list[ForeignAnnotation] = []
    links: list[ForeignLink] = []
    unread: list[str] = []
    for task in dicts_in(json_of(text)):
        document = _document(task)
        for annotation in dicts_in(task.get("annotations")):
            for result in dicts_in(annotation.get("result")):
                name = f"{id_in(task, 'id')}/{id_in(annotation, 'id')}/{id_in(result, 'id')}"
                if result.get("type") == "relation":
                    links.append(_link(task, annotation, result))
                    continue
                passage = _passage(name, document, annotation, result)
                if passage:
                    annotations.append(passage)
                else:
                    unread.append(f"{name}: it marks no words of a text.")
    return ForeignAnnotations(TOOL, tuple(annotations), tuple(links), unread=tuple(unread))


def _document(task: dict[str, Any]) -> ForeignDocument:
    data = task.get("data")
    return ForeignDocument(
        url=text_in(data, "url", "source_url", "link"),
        title=text_in(data, "title", "headline"),
        name=id_in(data, "external_id") or text_in(task, "file_upload"),
        text=text_in(data, "text", "body", "article"),
    )


def _passage(
    name: str,
    document: ForeignDocument,
    annotation: dict[str, Any],
    result: dict[str, Any],
) -> ForeignAnnotation | None:
    value = result.get("value")
    start, end = number_in(value, "start"), number_in(value, "end")
    cut = None
    if start is not None and end is not None:
        cut = quote_at_utf16(document.text, start, end)
    # Older exports state no words (#6027), and others none of the text.
    stated = text_in(value, "text")
    if cut is None or (stated and stated.strip() != cut.exact.strip()):
        cut = Quote(stated, "", "", start or 0) if stated else None
    if cut is None:
        return None
    labels: list[str] = []
    # The name of the list is that of the control with which people label.
    for kind in ("labels", "hypertextlabels", "choices"):
        labels += texts_in(value.get(kind)) if isinstance(value, dict) else []
    return ForeignAnnotation(
        foreign_id=name,
        document=document,
        exact=cut.exact,
        prefix=cut.prefix,
        suffix=cut.suffix,
        start=cut.start,
        tags=tuple(labels),
        author=_person(annotation.get("completed_by")),
        at=text_in(annotation, "created_at"),
    )


def _link(
    task: dict[str, Any],
    annotation: dict[str, Any],
    result: dict[str, Any],
) -> ForeignLink:
    room = f"{id_in(task, 'id')}/{id_in(annotation, 'id')}"
    source, target = id_in(result, "from_id"), id_in(result, "to_id")
    label = next(iter(texts_in(result.get("labels"))), "")
    return ForeignLink(f"{room}/{source}-{target}", f"{room}/{source}", f"{room}/{target}", label)


def _person(value: Any) -> str:
    """Return the name of the annotator, or “annotator” with their id. The e-mail address is not read."""
    if type(value) is int:
        return f"annotator {value}"
    return text_in(value, "username", "first_name") or (
        f"annotator {id_in(value, 'id')}" if value else ""
    )
