"""Test that the codebook is written as other tools exchange it, and read back."""

import io

import pytest

from annotations.logic.interchange.refi_qda import read_codebook
from annotations.queries.exports.other_tools.codebooks import write_qdc
from newsroom.errors import Invalid
from tests import make

pytestmark = pytest.mark.django_db


def written(**filters):
    file = io.BytesIO()
    write_qdc(file, filters)
    return file.getvalue()


def test_what_is_written_is_read_back_as_the_same_tags():
    by = make.user()
    for path in ("claims/number", "people", "people/officials"):
        tag = make.tag(path, by=by)
        tag.definition = f"What “{path}” means."
        tag.save()
    read = read_codebook(written()).tags
    assert [(tag.path, tag.definition) for tag in read] == [
        ("claims/number", "What “claims/number” means."),
        ("people", "What “people” means."),
        ("people/officials", "What “people/officials” means."),
    ]


def test_a_story_selects_the_tags_of_its_passages():
    by = make.user()
    tag, _ = make.tag("used", by=by), make.tag("unused", by=by)
    story = make.story("Rain", by=by)
    make.highlight(make.article(story=story, by=by), tags=[tag], by=by)
    assert [tag.path for tag in read_codebook(written(story="rain")).tags] == ["used"]


def test_without_a_tag_there_is_no_codebook():
    with pytest.raises(Invalid, match="needs one at least"):
        written()


def test_a_filter_that_does_not_exist_is_refused():
    make.tag("used")
    with pytest.raises(Invalid, match="no filter “storey”"):
        written(storey="rain")
