"""Test which sources a text is found to credit before it is imported."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.queries.wording.credit_studies import credit_studies, credit_study_of
from newsroom.models import Outlet
from newsroom.signals import ExpectedRevision
from newsroom.text.model import Block, Document
from tests import make

pytestmark = pytest.mark.django_db


def expected(text: str, byline: str = "") -> ExpectedRevision:
    return ExpectedRevision(Document(text, (Block(0, len(text)),)), byline=byline)


def test_outlets_of_the_desk_are_known_by_name():
    text = "It fell.\nSource: Ostbote"
    (before,) = credit_studies([expected(text)])
    Outlet.objects.create(name="Ostbote")
    (after,) = credit_studies([expected(text)])
    assert (before.sources, [source.name for source in after.sources]) == ((), ["Ostbote"])


def test_many_texts_need_one_query():
    with CaptureQueriesContext(connection) as queries:
        assert len(credit_studies([expected("It fell. (dpa)"), expected("It fell.", "AFP")])) == 2
    assert len(queries) == 1


def test_a_study_belongs_to_its_text_and_lines():
    revision = make.article("It fell.\n\nNobody was hurt. (dpa)").current
    study = credit_study_of(revision)
    assert study.is_of(revision)
    assert [source.name for source in study.sources] == ["dpa"]
    revision.byline = "AFP"
    assert not study.is_of(revision)
