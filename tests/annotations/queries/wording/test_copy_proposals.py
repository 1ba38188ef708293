"""Test the name of the origin that is proposed for copies, and the reason for it."""

import pytest

from annotations.logic.sources.copies import compare_wording
from annotations.logic.sources.own_words import read_own_words
from annotations.queries.wording.copies import CopyMatch
from annotations.queries.wording.copy_proposals import KnownCredits, name_of_copies, reason_for_copies
from annotations.queries.wording.text_studies import study_of
from newsroom.models import Article
from tests import make
from tests.annotations.logic.sources.test_copies import WIRE

pytestmark = pytest.mark.django_db


def article_of(*paragraphs: str, outlet: str) -> Article:
    return make.article("\n\n".join(paragraphs), outlet=outlet, title=f"Print of {outlet}")


def known(article: Article) -> KnownCredits:
    return KnownCredits(article.current, study_of(article.current.document))


def test_an_agency_that_signs_names_the_origin_and_a_citation_does_not():
    signed = article_of(*WIRE[:-1], f"{WIRE[-1]} (dpa)", outlet="Gazette")
    citing = article_of("It fell, Kyodo reported.", *WIRE, outlet="Mirror")
    assert name_of_copies([signed, citing], known(signed)) == "dpa"
    assert name_of_copies([citing], known(citing)) == "Text of Mirror"


def test_the_reason_says_how_much_is_shared_and_what_each_names():
    signed = article_of(*WIRE[:-1], f"{WIRE[-1]} (dpa)", outlet="Gazette")
    other = article_of(*WIRE, outlet="Mirror")
    words = [read_own_words(article.current.document) for article in (other, signed)]
    match = CopyMatch(signed, compare_wording(*words))
    reason = reason_for_copies(other.current, match, known(other))
    assert reason.startswith("The wording is the same outside quotations: 100% of “Print of Mirror”")
    assert reason.endswith("“Print of Gazette” names dpa (sign-off).")
