"""Test that the JSON of Label Studio is read, whose offsets count UTF-16 units."""

import json
from typing import Any

from annotations.logic.interchange.label_studio import read_label_studio

TEXT = "😀 Rain fell on Bali."


def result(name: str, start: Any, end: Any, **value: Any) -> dict[str, Any]:
    labels = {"start": start, "end": end, "labels": ["Weather"], **value}
    return {"id": name, "type": "labels", "from_name": "label", "to_name": "text", "value": labels}


def task(*results: dict[str, Any], **data: Any) -> str:
    annotation = {"id": 5, "completed_by": 3, "created_at": "2022-07-09T10:00:00Z", "result": list(results)}
    return json.dumps([{"id": 1, "data": {"text": TEXT, **data}, "annotations": [annotation]}])


def test_words_are_cut_out_of_the_task_s_text() -> None:
    (read,) = read_label_studio(task(result("a", 3, 7), title="Rain")).annotations
    assert (read.foreign_id, read.exact, read.suffix) == ("1/5/a", "Rain", " fell on Bali.")
    assert (read.tags, read.author, read.document.title) == (("Weather",), "annotator 3", "Rain")


def test_stated_words_win_over_an_offset_that_does_not_fit() -> None:
    (read,) = read_label_studio(task(result("a", 0, 4, text="Bali"))).annotations
    assert read.exact == "Bali"


def test_a_relation_is_a_link() -> None:
    relation = {"type": "relation", "from_id": "a", "to_id": "b", "direction": "right", "labels": ["repeats"]}
    (link,) = read_label_studio(task(result("a", 3, 7), result("b", 16, 20), relation)).links
    assert (link.source, link.target, link.label) == ("1/5/a", "1/5/b", "repeats")


def test_what_marks_no_words_is_told() -> None:
    read = read_label_studio(task(result("a", 90, 99), result("b", "3", None)))
    assert (read.annotations, len(read.unread)) == ((), 2)


def test_e_mail_addresses_stay_in_the_file() -> None:
    tasks = json.loads(task(result("a", 3, 7)))
    tasks[0]["annotations"][0]["completed_by"] = {"id": 4, "email": "ann@example.org", "first_name": ""}
    (read,) = read_label_studio(json.dumps(tasks)).annotations
    assert read.author == "annotator 4"
