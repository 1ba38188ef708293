"""Test that every document of another tool is written from a desk that has something of each kind."""

import io

import pytest

from annotations.queries.exports.other_tools.documents import DOCUMENTS
from newsroom.errors import Invalid

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_written_and_a_misspelt_filter_is_refused(exported_desk, name):
    file = io.BytesIO()
    DOCUMENTS[name].write(file, {"story": "rain"}, "https://desk.example.org")
    assert len(file.getvalue()) > 40
    with pytest.raises(Invalid, match="no filter “storey”"):
        DOCUMENTS[name].write(io.BytesIO(), {"story": "rain", "storey": "rain"}, "")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_its_filters_are_named(name):
    assert {"story", "references", "tag", "q"} & set(DOCUMENTS[name].parameters)
    assert DOCUMENTS[name].parameters == sorted(DOCUMENTS[name].parameters)
