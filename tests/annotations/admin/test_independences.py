"""Test what the panel shows of statements of independence, and that it withdraws them through the
action of the page of the claim.
"""

import pytest
from lxml.html import document_fromstring

from annotations.actions.judgements.evidence import withdraw_evidence
from annotations.models import Independence
from tests import make
from tests.admin_panel import Panel

pytestmark = pytest.mark.django_db


def test_a_statement_of_independence_is_withdrawn(panel: Panel, story, highlight, bound):
    statement = make.independence(make.claim(story), highlight, bound)
    assert panel.do("withdraw", statement) == ["Withdraw statements of independence: 1 independence."]
    statement.refresh_from_db()
    assert statement.withdrawn_by == panel.curator


def test_a_statement_is_found_by_its_reason_and_by_either_report(panel: Panel, story, highlight, bound):
    statement = make.independence(make.claim(story), highlight, bound)
    assert panel.rows(Independence, q="had a reporter") == [statement]
    for article in (highlight.article, bound.article):
        assert panel.rows(Independence, article=article.pk) == [statement]
    assert panel.rows(Independence, article=make.article(story=story).pk) == []


def test_the_page_says_how_many_passages_the_statement_still_is_about(panel: Panel, story, highlight, bound):
    claim = make.claim(story)
    statement = make.independence(claim, highlight, bound)
    label = "Passages of both that bear on the claim:"
    assert _shown(panel.open(statement), label) == "2"
    withdraw_evidence(claim.evidence.get(highlight=bound), by=panel.curator)
    assert _shown(panel.open(statement), label) == "1"


def _shown(page, label):
    """Return the read-only value beside `label` on a page of the panel."""
    (field,) = document_fromstring(page.content).xpath(f"//label[normalize-space()='{label}']/..")
    return field.xpath(".//div[contains(@class, 'readonly')]")[0].text_content().strip()
