"""CSV from the pages, with the filters of the list."""

import csv
import io

import pytest
from django.utils import timezone

from annotations.actions.claims import settle_claim
from annotations.actions.judgements.evidence import add_evidence, withdraw_evidence
from annotations.actions.judgements.links import LinkJudgement, link_passages
from annotations.actions.origins import propose_origin
from annotations.actions.passages.highlights import withdraw_highlight
from annotations.actions.tags import make_tag
from annotations.queries.exports import rows as exports
from tests import make
from tests.forbidden_writes import overwrite

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(editor):
    """Two articles of one story in two outlets: passages, a link, a claim with evidence; one article
    elsewhere.
    """
    story = make.story("Rain", by=editor)
    tags = [make_tag(path, by=editor) for path in ("claims/number", "claims/time", "people")]
    first = make.article(
        "It rained, officials said.", story=story, outlet="Courier", title="=First", by=editor
    )
    second = make.article(
        "It hailed, witnesses said.", story=story, outlet="Herald", title="Second", by=editor
    )
    make.article("Elsewhere.", title="Third")
    one = make.highlight(first, "It rained", tags=tags[:1], by=editor)
    two = make.highlight(second, "witnesses", tags=tags[2:], by=make.user(username="ann"))
    claim = make.claim(story, "It rained.", by=editor)
    add_evidence(claim, one, "corroborates", by=editor)
    link_passages(one, two, LinkJudgement("contradicts", aspect="person"), by=editor)
    propose_origin("AFP", [first], by=editor)
    return {"articles": (first, second), "highlights": (one, two), "claim": claim}


@pytest.fixture
def rows(signed_in):
    def rows(kind, query="", **headers):
        answer = signed_in.get(f"/export/{kind}.csv?{query}", headers=headers)
        assert answer.status_code == 200
        return list(csv.DictReader(io.StringIO(answer.getvalue().decode(), newline=""), strict=True))

    return rows


@pytest.mark.parametrize("kind", exports.KINDS)
def test_every_kind_streams_under_its_name_with_its_header(desk, signed_in, kind):
    answer = signed_in.get(f"/export/{kind}.csv?story=rain")
    assert answer.streaming
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert (
        answer["Content-Disposition"] == f'attachment; filename="rain-{kind}-{timezone.now():%Y-%m-%d}.csv"'
    )
    assert answer.getvalue().decode().split("\r\n")[0] == ",".join(exports.header(kind))


@pytest.mark.parametrize(
    ("kind", "query", "count"),
    [
        ("annotations", "", 2),
        ("annotations", "tag=claims", 1),
        ("annotations", "tag=claims/number", 1),
        ("annotations", "tag=claim", 0),
        ("annotations", "outlet=herald", 1),
        ("annotations", "origin=afp", 1),
        ("annotations", "by=ann", 1),
        ("annotations", "state=drawn", 2),
        ("annotations", "q=RAINED", 1),
        ("annotations", "story=rain&since=2000-01-01", 2),
        ("annotations", "until=2000-01-01", 0),
        ("links", "relation=contradicts", 1),
        ("links", "relation=repeats", 0),
        ("links", "outlet=courier", 1),
        ("links", "outlet=courier&tag=people", 1),
        ("links", "story=rain", 1),
        ("links", "story=other", 0),
        ("claims", "story=rain&status=open", 1),
        ("claims", "verdict=false", 0),
        ("claims", "q=rained", 1),
        ("evidence", "relation=corroborates", 1),
        ("evidence", "outlet=herald", 0),
        ("articles", "", 3),
        ("articles", "story=rain", 2),
        ("articles", "q=hailed", 1),
        ("articles", "origin=AFP", 1),
        ("tags", "tag=claims", 2),
        ("tags", "q=peo", 1),
        ("activity", "verb=linked", 1),
        ("activity", "type=claim", 1),
        ("activity", "by=ann", 1),
        ("articles", "page=2&sort=title&unknown=x", 3),
    ],
)
def test_the_filters_of_the_list_choose_the_rows(desk, rows, kind, query, count):
    assert len(rows(kind, query)) == count


def test_a_claim_is_written_with_what_changed_since_its_verdict(desk, rows):
    claim, editor = desk["claim"], make.user()
    (row,) = rows("claims")
    assert row["changed_since_verdict"] == ""
    settle_claim(claim, "true", "Seen on film.", version=claim.version, by=editor)
    (row,) = rows("claims")
    assert row["changed_since_verdict"] == ""
    withdraw_evidence(claim.evidence.get(), by=editor)
    (row,) = rows("claims")
    assert row["changed_since_verdict"] == (
        "1 passage taken off; 1 independent source then, 0 independent sources now"
    )


def test_a_verdict_of_which_nothing_was_recorded_says_so(desk, rows):
    decided = {"settled_at": timezone.now(), "settled_by": make.user()}
    overwrite(desk["claim"], status="settled", verdict="true", rationale="Seen on film.", **decided)
    (row,) = rows("claims")
    assert row["changed_since_verdict"] == "not recorded"


def test_a_passage_is_written_with_all_that_hangs_on_it(desk, rows):
    one, (first, _) = desk["highlights"][0], desk["articles"]
    (row,) = rows("annotations", "tag=claims")
    chosen = (
        "annotation_id",
        "story",
        "article_id",
        "outlet",
        "origin",
        "revision",
        "start",
        "end",
        "exact",
        "suffix",
    )
    assert {name: row[name] for name in chosen} == {
        "annotation_id": str(one.pk),
        "story": "rain",
        "article_id": str(first.pk),
        "outlet": "Courier",
        "origin": "AFP",
        "revision": "1",
        "start": "0",
        "end": "9",
        "exact": "It rained",
        "suffix": ", officials said.",
    }
    assert (row["tags"], row["claim_ids"]) == ("claims/number", str(desk["claim"].pk))
    assert row["permalink"] == f"http://testserver/h/{one.pk}/"


def test_a_cell_that_a_spreadsheet_would_run_is_guarded(desk, rows):
    assert rows("annotations", "tag=claims")[0]["article_title"] == "'=First"


def test_what_was_withdrawn_is_not_exported(desk, rows, editor):
    extra = make.highlight(desk["articles"][1], "It hailed", by=editor)
    assert len(rows("annotations")) == 3
    withdraw_highlight(extra, by=editor)
    assert len(rows("annotations")) == 2


def test_excel_is_told_that_it_is_utf8(desk, signed_in):
    assert signed_in.get("/export/tags.csv?bom=1").getvalue().startswith(b"\xef\xbb\xbftag,")
    assert signed_in.get("/export/tags.csv").getvalue().startswith(b"tag,")


@pytest.mark.parametrize(
    ("query", "said"),
    [("state=broken", "is none of"), ("article=x", "is no number"), ("since=yesterday", "is no date")],
)
def test_a_filter_that_cannot_be_understood_is_told(desk, signed_in, query, said):
    answer = signed_in.get(f"/export/annotations.csv?{query}")
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_kind_that_does_not_exist_is_told_with_those_that_do(signed_in):
    answer = signed_in.get("/export/secrets.csv")
    assert answer.status_code == 404
    assert "There are: annotations, links" in answer.content.decode()


@pytest.mark.parametrize("kind", exports.KINDS)
def test_an_export_takes_the_same_queries_however_many_rows(
    desk, editor, kind, django_assert_max_num_queries
):
    story = desk["claim"].story
    with django_assert_max_num_queries(9) as few:
        list(exports.rows(kind, {}))
    for number in range(3):
        passage = make.highlight(
            make.article(f"It rained {number}.", story=story, outlet=f"O{number}"), by=editor
        )
        add_evidence(make.claim(story, f"Claim {number}.", by=editor), passage, "corroborates", by=editor)
        link_passages(passage, desk["highlights"][0], LinkJudgement("repeats"), by=editor)
    with django_assert_max_num_queries(len(few.captured_queries)):
        list(exports.rows(kind, {}))
