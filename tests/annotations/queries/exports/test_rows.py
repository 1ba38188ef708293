"""Test the columns of the exports, on which other programs rely."""

import pytest

from annotations.logic.export.dictionary import dictionary
from annotations.queries.exports.rows import EXPORTS, KINDS, as_dict, header, parameters, rows
from newsroom.errors import Invalid
from tests import make
from tests.shape import tree

PROMISED = {
    "annotations": (
        "annotation_id, story, article_id, article_title, outlet, origin, url, published_at, revision, "
        "start, end, exact, prefix, suffix, anchor_state, tags, note, attribution, claim_ids, created_by, "
        "created_at, updated_at, permalink, teller, teller_guessed, attribution_guessed"
    ),
    "links": (
        "link_id, relation, aspect, from_annotation_id, from_article_id, from_outlet, from_exact, "
        "to_annotation_id, to_article_id, to_outlet, to_exact, same_origin, note, created_by, created_at, "
        "from_stories, to_stories"
    ),
    "claims": (
        "claim_id, story, statement, status, verdict, articles, outlets, independent_origins, corroborating, "
        "contradicting, created_by, created_at, settled_at, changed_since_verdict, "
        "sources_at_least, sources_at_most, in_doubt, hangs_on, stated_independent, falls_if, "
        "corroborating_passages, contradicting_sources_at_least, contradicting_sources_at_most, rationale, "
        "settled_by, updated_at"
    ),
}


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


@pytest.mark.django_db
def test_one_row_per_tag_has_each_tag_alone_and_untagged_passages_once(editor):
    tags = [make.tag(path, by=editor) for path in ("claims/number", "people")]
    tagged = make.highlight(make.article(by=editor), tags=tags, by=editor)
    untagged = make.highlight(make.article(by=editor), by=editor)
    cells = rows("annotations", {"per": "tag"})
    records = [as_dict("annotations", each) for each in cells]
    assert [(record["annotation_id"], record["tags"]) for record in records] == [
        (str(tagged.pk), ["claims/number"]),
        (str(tagged.pk), ["people"]),
        (str(untagged.pk), []),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "value"), [("annotations", "claim"), ("links", "tag")])
def test_one_row_per_anything_else_is_refused(kind, value):
    with pytest.raises(Invalid):
        rows(kind, {"per": value})


def test_the_documentation_has_the_dictionary_of_the_present_columns():
    kinds = {name: export.kind for name, export in EXPORTS.items()}
    lines = list(dictionary(kinds, {name: parameters(name) for name in kinds}))
    documented = (tree.ROOT / "docs/csv.md").read_text(encoding="utf-8")
    assert documented.partition("## The files\n\n")[2].splitlines() == lines[:-1]
