"""Test that what belongs to rows is looked up for many rows at once."""

import pytest

from annotations.actions.judgements.evidence import add_evidence
from annotations.actions.judgements.links import LinkJudgement, link_passages
from annotations.queries.exports import rows as exports
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", exports.KINDS)
def test_an_export_takes_the_same_queries_however_many_rows(
    exported_desk, editor, kind, django_assert_max_num_queries
):
    story = exported_desk["claim"].story
    with django_assert_max_num_queries(9) as few:
        list(exports.rows(kind, {}))
    for number in range(3):
        passage = make.highlight(
            make.article(f"It rained {number}.", story=story, outlet=f"O{number}"), by=editor
        )
        add_evidence(make.claim(story, f"Claim {number}.", by=editor), passage, "corroborates", by=editor)
        link_passages(passage, exported_desk["highlights"][0], LinkJudgement("repeats"), by=editor)
    with django_assert_max_num_queries(len(few.captured_queries)):
        list(exports.rows(kind, {}))
