"""Test linking by program."""

import pytest

from tests import make

pytestmark = pytest.mark.django_db


def test_a_contradiction_says_in_what_and_nothing_else_does(program):
    source, target = (str(make.highlight(make.article()).pk) for _ in range(2))
    ends = {"source": source, "target": target}
    assert program.post("/links", {**ends, "relation": "contradicts"}).status_code == 422
    link = program.post("/links", {**ends, "relation": "repeats", "aspect": "time"}).json()
    assert (link["relation"], link["aspect"]) == ("repeats", "")
    address = f"/links/{link['id']}/change"
    changed = program.post(address, {"relation": "contradicts", "aspect": "time"}, If_Match="*")
    assert changed.json()["aspect"] == "time"


def test_what_is_not_sent_of_a_link_or_evidence_stays(program):
    story = make.story()
    source, target = (make.highlight(make.article(story=story)) for _ in range(2))
    body = {"relation": "contradicts", "aspect": "time", "note": "When?"}
    link = program.post("/links", {"source": str(source.pk), "target": str(target.pk), **body}).json()
    address = f"/links/{link['id']}/change"
    assert program.post(address, {"relation": "contradicts"}, If_Match="*").json() == link
    claim = make.claim(story)
    evidence = {"claim": str(claim.pk), "annotation": str(source.pk), "relation": "context", "note": "So."}
    made = program.post("/evidence", evidence).json()
    changed = program.post(f"/evidence/{made['id']}/change", {"relation": "updates"}, If_Match="*").json()
    assert (changed["relation"], changed["note"]) == ("updates", "So.")


def test_a_link_that_another_changed_is_not_overwritten(program):
    link = make.link(*(make.highlight(make.article()) for _ in range(2)))
    seen = program.get(f"/links/{link.pk}")["ETag"]
    program.post(f"/links/{link.pk}/change", {"relation": "context"}, If_Match=seen)
    assert program.post(f"/links/{link.pk}/change", {"relation": "repeats"}, If_Match=seen).status_code == 412


def test_passages_of_one_article_are_not_linked(program):
    article = make.article()
    source, target = (str(make.highlight(article, words).pk) for words in ("The minister", "the speech"))
    answer = program.post("/links", {"source": source, "target": target, "relation": "repeats"})
    assert answer.status_code == 422
