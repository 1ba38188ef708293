"""Test what a copy of a revision takes over."""

import pytest

from newsroom.actions.revision_copies import copy_of, masthead_columns
from newsroom.text.model import Metadata
from tests import make

pytestmark = pytest.mark.django_db


def test_a_copy_has_the_text_and_the_bytes_but_not_what_says_which_revision_it_is():
    revision = make.revision(make.article("Rain fell."), "Rain fell all day.").current
    by = make.user()
    copy = copy_of(revision, article=revision.article, number=3, created_by=by)
    assert (copy.text, copy.sha256, copy.original_id) == (
        revision.text,
        revision.sha256,
        revision.original_id,
    )
    assert (copy.pk, copy.number, copy.created_by, copy.corrects) == (None, 3, by, None)


def test_values_replace_what_is_copied():
    revision = make.article("Rain fell.").current
    copy = copy_of(
        revision,
        article=revision.article,
        number=2,
        created_by=make.user(),
        **masthead_columns(Metadata(title="Rain", byline="Ana Ruiz")),
    )
    assert (copy.headline, copy.byline, copy.text) == ("Rain", "Ana Ruiz", "Rain fell.")
