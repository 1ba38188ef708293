"""Test that the limits of bodies are those of the columns and forms behind them."""

import pytest
from pydantic import ValidationError

from annotations.api.bodies import NewStoryBody, NewTagBody, TagChangeBody
from annotations.forms.desk import CommentForm
from annotations.models import Tag
from newsroom.models import Story


@pytest.mark.parametrize("field", ["title", "place", "summary"])
def test_a_story_has_the_limits_of_its_columns(field):
    longest = Story._meta.get_field(field).max_length
    values = {"title": "Rain", field: "r" * longest}
    NewStoryBody(**values)
    with pytest.raises(ValidationError):
        NewStoryBody(**{**values, field: "r" * (longest + 1)})


def test_a_tag_has_the_limits_of_its_columns():
    longest = {name: Tag._meta.get_field(name).max_length for name in ("path", "definition")}
    NewTagBody(tag="t" * longest["path"], definition="d" * longest["definition"])
    with pytest.raises(ValidationError):
        NewTagBody(tag="t" * (longest["path"] + 1))
    with pytest.raises(ValidationError):
        TagChangeBody(definition="d" * (longest["definition"] + 1))


def test_a_field_that_is_not_known_is_refused():
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        NewTagBody(tag="claims", color="teal")
    assert CommentForm.base_fields["body"].max_length == 10_000
