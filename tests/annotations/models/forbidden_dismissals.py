"""Attack the database rules of dismissals, with writes that the database must refuse."""

from django.db.models import F
from django.utils import timezone

from annotations.models import Dismissal
from tests import make
from tests.annotations.models.forbidden_passages import highlight
from tests.forbidden_writes import Attacks, again, overwrite

attacks = Attacks()


def dismissal() -> Dismissal:
    return make.dismissal(highlight(), highlight())


@attacks.on("dismissal_two_articles")
def a_passage_set_aside_within_its_own_article():
    overwrite(dismissal(), other=F("article"))


@attacks.on("dismissal_quotes_present")
def a_dismissal_of_nothing():
    overwrite(dismissal(), other_quote="")


@attacks.on("dismissal_quotes_present")
def a_dismissal_for_nothing():
    overwrite(dismissal(), quote="")


@attacks.on("dismissal_once_per_pair")
def a_pair_set_aside_twice():
    again(dismissal())


@attacks.on("dismissal_withdrawn_by_someone")
def a_dismissal_taken_back_by_nobody():
    overwrite(dismissal(), withdrawn_at=timezone.now())


@attacks.on("dismissal_withdrawn_by_someone")
def a_dismissal_taken_back_at_no_time():
    overwrite(dismissal(), withdrawn_by=make.user())
