"""Test quoted evidence: passages in their paragraphs, and tables that compare their wordings."""

import pytest

from annotations.actions.judgements.evidence import add_evidence
from annotations.models import Evidence
from annotations.queries.claims.quoted_evidence import QuotedEvidence, quote_evidence, witness_tables
from newsroom.models import Story, User
from tests import make

pytestmark = pytest.mark.django_db

TEXT = "He came early.\n\n“We will not go,” Ilves said.\n\nNobody else spoke."


def evidence(story: Story, quotes: dict[str, str], by: User) -> list[Evidence]:
    """Return evidence for one claim: for each {quote: text} a passage in a new article."""
    claim = make.claim(story, by=by)
    items = []
    for quote, text in quotes.items():
        highlight = make.highlight(make.article(text, story=story, by=by), quote, by=by)
        items.append(add_evidence(claim, highlight, "corroborates", by=by))
    return items


def quoted(items: list[Evidence]) -> list[QuotedEvidence]:
    return [quote_evidence(item, item.highlight.anchor) for item in items]


def test_a_passage_is_quoted_with_the_rest_of_its_paragraph(story: Story, editor: User) -> None:
    (passage,) = quoted(evidence(story, {"We will not go": TEXT}, editor))
    assert (passage.before, passage.after, passage.verb) == ("“", ",” Ilves said.", "said")


def test_passages_with_few_words_in_common_are_in_no_table(story: Story, editor: User) -> None:
    other = "Rain fell on the harbour all day."
    items = evidence(story, {"We will not go": TEXT, "Rain fell on the harbour": other}, editor)
    assert witness_tables(quoted(items)) == []


def test_a_table_marks_the_words_that_differ(story: Story, editor: User) -> None:
    other = "In the evening she said: we will never go."
    items = evidence(story, {"We will not go": TEXT, "we will never go": other}, editor)
    ((first, second),) = witness_tables(quoted(items))
    assert [words.strip() for words, agreed in first.cells if not agreed] == ["not"]
    assert [words.strip() for words, agreed in second.cells if not agreed] == ["never"]
