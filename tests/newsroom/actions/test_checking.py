"""Test one check of an address: a new text is imported, a failure is counted, and two
runs do not check it at once.
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsroom.actions.checking import CheckResult, check_article
from newsroom.models import Activity
from newsroom.queries.watching import watched_addresses
from tests import make

pytestmark = pytest.mark.django_db

PAGE = (
    "<html><head><title>Rain</title></head><body><article><h1>Rain on Bali</h1><p>The minister left the hall "
    "{when}, said those who had waited for him at the gate.</p><p>Rain fell on Bali all day, said the hosts "
    "of the meeting.</p></article></body></html>"
)


@pytest.fixture
def article(web, editor):
    return make.page(PAGE.format(when="early"), url=web.put("/rain", PAGE.format(when="early")), by=editor)


def look(article, by, *, later=timedelta(hours=1)):
    (address,) = [each for each in watched_addresses() if each.pk == article.pk]
    return check_article(address, at=timezone.now() + later, by=by)


def test_a_page_that_says_the_same_leaves_no_line_of_history(article, editor):
    before = Activity.objects.count()
    url = article.current.url
    assert look(article, editor) == CheckResult(article.pk, url, "unchanged", 1)
    assert Activity.objects.count() == before


def test_a_page_that_changed_is_the_next_revision(article, editor, web):
    web.put("/rain", PAGE.format(when="late"))
    assert look(article, editor) == CheckResult(article.pk, article.current.url, "revised", 2)


def test_failures_in_a_row_are_counted_until_a_look_succeeds(article, editor, web):
    web.put("/rain", b"", status=503)
    for hours in (1, 2):
        assert look(article, editor, later=timedelta(hours=hours)).status == "failed"
    article.refresh_from_db()
    assert article.failures == 2
    web.put("/rain", PAGE.format(when="early"))
    look(article, editor, later=timedelta(hours=3))
    article.refresh_from_db()
    assert article.failures == 0


def test_two_runs_at_once_look_at_an_article_once(article, editor):
    (address,) = watched_addresses()
    now = timezone.now() + timedelta(hours=1)
    assert check_article(address, at=now, by=editor) is not None
    assert check_article(address, at=now, by=editor) is None
