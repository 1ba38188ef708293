"""Attack the database rules of independence statements, with writes that the database must refuse."""

from django.utils import timezone

from annotations.actions.judgements.independences import state_independence
from annotations.models import Independence
from tests import make
from tests.forbidden_writes import Attacks, again, overwrite

attacks = Attacks()


def independence() -> Independence:
    claim = make.claim(make.story())
    articles = [make.article(), make.article()]
    for article in articles:
        make.evidence(claim, make.highlight(article), "context")
    return state_independence(claim, *articles, reason="Each had a reporter there.", by=make.user())


@attacks.on("independence_two_articles_in_order")
def an_article_independent_of_itself():
    row = independence()
    overwrite(row, second=row.first)


@attacks.on("independence_two_articles_in_order")
def a_pair_in_the_other_order():
    row = independence()
    overwrite(row, first=row.second, second=row.first)


@attacks.on("independence_reason_present")
def two_independent_for_no_reason():
    overwrite(independence(), reason="")


@attacks.on("independence_once_per_claim")
def a_pair_stated_twice():
    again(independence())


@attacks.on("independence_withdrawn_by_someone")
def withdrawn_by_nobody():
    overwrite(independence(), withdrawn_at=timezone.now())


@attacks.on("independence_withdrawn_by_someone")
def withdrawn_at_no_time():
    overwrite(independence(), withdrawn_by=make.user())
