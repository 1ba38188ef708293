"""Test what happens to requests that nobody can mean: each gets a sentence, and nothing is saved."""

import json

import pytest

from annotations.api.service import DEEPEST
from annotations.models import Claim
from newsroom.models import Story
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b'"text"',
        b"{",
        b"\xff\xfe{}",
        b'{"title": NaN}',
        b'{"title": "Rain", "summary": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"title": "Rain\\u0000"}',
        b'{"title": "Rain\\ud800"}',
        b'{"\\ud800": "Rain"}',
        b'{"title": 1}',
        b'{"title": ["Rain"]}',
        b'{"title": ""}',
        b'{"title": "Rain", "colour": "grey"}',
        b'{"title": "Rain", "starts_on": "yesterday"}',
        b'{"title": "Rain", "starts_on": "2022-07-09", "ends_on": "2022-07-08"}',
        json.dumps({"title": "r" * 201}).encode(),
    ],
)
def test_a_body_that_breaks_a_rule_is_refused_with_a_sentence(program, body):
    answer = program.post("/stories", body)
    assert answer.status_code in {400, 422}
    problem = answer.json()
    assert answer["Content-Type"] == "application/problem+json"
    assert (problem["status"], problem["type"]) == (answer.status_code, "about:blank")
    assert problem["detail"]
    assert Story.objects.count() == 0


def test_a_wrong_value_is_named(program):
    answer = program.post("/annotations", {"article": "12", "exact": "Rain"}).json()
    assert [mistake["field"] for mistake in answer["errors"]] == ["article"]
    assert answer["detail"].startswith("article: ")


@pytest.mark.parametrize(("depth", "sentence"), [(DEEPEST - 2, "Input should"), (DEEPEST + 2, "too deep")])
def test_a_body_may_be_so_deep_and_no_deeper(program, depth, sentence):
    nested: object = "Rain"
    for _ in range(depth):
        nested = [nested]
    assert sentence in program.post("/stories", {"title": nested}).json()["detail"]


def test_a_body_that_is_too_large_is_refused(program, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    answer = program.post("/stories", {"title": "Rain", "summary": "r" * 100})
    assert answer.status_code == 413
    assert "too large" in answer.json()["detail"]


def test_an_act_that_fails_half_way_saves_nothing(program):
    article = make.article("Rain fell on Java.")
    body = {"article": article.pk, "exact": "Rain", "tags": ["claims/time", "no|tag"]}
    assert program.post("/annotations", body).status_code == 422
    assert article.highlights.count() == 0


def test_a_wrong_method_and_a_wrong_address_are_told_apart(program):
    assert program.post(f"/stories/{make.story().pk}", {}).status_code == 405
    assert program.get("/nothing/here").status_code == 404
    assert Claim.objects.count() == 0
