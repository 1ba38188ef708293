"""Test the columns of the exports, on which other programs rely."""

import pytest

from annotations.queries.exports.rows import KINDS, as_dict, header

PROMISED = {
    "annotations": (
        "annotation_id, story, article_id, article_title, outlet, origin, url, published_at, revision, "
        "start, end, exact, prefix, suffix, anchor_state, tags, note, attribution, claim_ids, created_by, "
        "created_at, updated_at, permalink, teller, teller_guessed"
    ),
    "links": (
        "link_id, relation, aspect, from_annotation_id, from_article_id, from_outlet, from_exact, "
        "to_annotation_id, to_article_id, to_outlet, to_exact, same_origin, note, created_by, created_at"
    ),
    "claims": (
        "claim_id, story, statement, status, verdict, articles, outlets, independent_origins, corroborating, "
        "contradicting, created_by, created_at, settled_at, changed_since_verdict, "
        "sources_at_least, sources_at_most, in_doubt, hangs_on, stated_independent, falls_if"
    ),
}


def test_seven_kinds_are_exported():
    assert set(KINDS) == {"annotations", "links", "claims", "evidence", "articles", "tags", "activity"}


@pytest.mark.parametrize("kind", PROMISED)
def test_the_promised_columns_come_first_and_in_their_order(kind):
    promised = tuple(PROMISED[kind].split(", "))
    assert header(kind)[: len(promised)] == promised


@pytest.mark.parametrize("kind", KINDS)
def test_columns_are_snake_case_and_named_once(kind):
    assert all(column.isidentifier() and column == column.lower() for column in header(kind))
    assert len(set(header(kind))) == len(header(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_has_the_keys_of_its_header_in_their_order(kind):
    record = as_dict(kind, range(len(header(kind))))
    assert tuple(record) == header(kind)
    assert list(record.values()) == list(range(len(record)))


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_with_a_cell_too_few_is_no_record(kind):
    with pytest.raises(ValueError, match="shorter"):
        as_dict(kind, range(len(header(kind)) - 1))


def test_an_unknown_kind_has_no_header():
    with pytest.raises(KeyError):
        header("passwords")
