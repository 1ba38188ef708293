"""Test that the JSON Lines of doccano are read, whose offsets count code points."""

import json

import pytest

from annotations.logic.interchange.doccano import read_doccano
from newsroom.errors import Invalid

TEXT = "😀 Rain fell on Bali."


def test_spans_are_read_in_either_shape() -> None:
    labels = {"id": 1, "text": TEXT, "label": [[2, 6, "Weather"]]}
    entities = {
        "id": 2,
        "text": TEXT,
        "entities": [{"id": 7, "label": "Place", "start_offset": 15, "end_offset": 19}],
        "relations": [{"id": 9, "from_id": 7, "to_id": 8, "type": "repeats"}],
        "Comments": ["Look again."],
    }
    read = read_doccano(f"{json.dumps(labels)}\n{json.dumps(entities)}\n")
    assert [(each.exact, each.tags) for each in read.annotations] == [
        ("Rain", ("Weather",)),
        ("Bali", ("Place",)),
    ]
    assert [each.foreign_id for each in read.annotations] == ["1/2-6 Weather", "2/7"]
    assert [(link.source, link.target, link.label) for link in read.links] == [("2/7", "2/8", "repeats")]
    assert read.unread == ("Line 2: a comment on the whole document: Look again.",)


def test_the_number_of_a_document_is_not_its_name() -> None:
    for values, name in (({"id": 1}, ""), ({"id": 1, "external_id": "rain"}, "rain")):
        line = json.dumps({"text": TEXT, "label": [[2, 6, "Weather"]], **values})
        assert read_doccano(line).annotations[0].document.name == name


def test_a_span_outside_the_text_and_a_line_of_another_kind_are_told() -> None:
    read = read_doccano(f"{json.dumps({'id': 1, 'text': TEXT, 'label': [[2, 99, 'X'], [1], 'x']})}\n5\n")
    assert read.annotations == ()
    assert read.unread == ("Line 1: 2..99 is no passage of its text.", "Line 2: no document.")


def test_a_broken_line_is_refused_with_its_number() -> None:
    with pytest.raises(Invalid, match="Line 2"):
        read_doccano('{"id": 1}\n{"id"\n')
