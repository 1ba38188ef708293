"""Test the tables of the sample desk: quotations stand in their articles, keys exist,
and the story is complete.
"""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from annotations.logic.codebook import normalise_path
from annotations.logic.counting import claims as rules
from annotations.logic.counting.chains import Bounds
from annotations.logic.counting.desk_chains import PassageProvenance, desk_chain
from annotations.logic.counting.standing import CitedPassage, EvidenceCount, count
from annotations.logic.export.rows import read_rows
from annotations.logic.marking.selectors import check
from annotations.logic.sources.families import OutletFamilies
from annotations.logic.vocabulary import Aspect, ClaimStatus, Hue, OriginState, Relation
from newsroom.text.pipeline import parse_published, prepare

SEEDS = Path(__file__).parents[2] / "seeds"
ACCOUNTS = {"reporter", "editor", "curator"}


@cache
def table(name: str) -> list[dict[str, str]]:
    return list(read_rows((SEEDS / f"{name}.csv").read_bytes().decode()))


@cache
def text_of(file: str) -> str:
    return prepare((SEEDS / "articles" / file).read_bytes(), name=file).document.text


def files() -> set[str]:
    return {path.name for path in (SEEDS / "articles").iterdir()}


def highlights() -> dict[str, dict[str, str]]:
    return {row["key"]: row for row in table("annotations")}


def standing(claim: str) -> EvidenceCount:
    """Return what the claim rests on, counted as on the desk before any teller is guessed."""
    origins = {file: row["name"] for row in table("origins") for file in row["files"].split("|")}
    outlets = {row["file"]: row["outlet"] for row in table("sources")}
    numbers = {file: number for number, file in enumerate(sorted(files()))}
    families = OutletFamilies()
    passages = []
    for row in table("evidence"):
        if row["claim"] != claim:
            continue
        file = highlights()[row["highlight"]]["file"]
        confirmed = frozenset({origins[file]} if file in origins else ())
        chain = desk_chain(PassageProvenance(outlets[file], confirmed), families)
        passages.append(CitedPassage(Relation(row["relation"]), numbers[file], chain))
    return count(passages)


@pytest.mark.parametrize("row", table("annotations"), ids=lambda row: row["key"])
def test_every_quotation_is_in_its_article_and_is_not_ambiguous(row):
    text, quote = text_of(row["file"]), row["quote"]
    places = [at for at in range(len(text)) if text.startswith(quote, at)]
    start = places[int(row["occurrence"]) - 1]
    assert check(text, start, start + len(quote), quote).quote == quote
    assert len(places) == 1 or int(row["occurrence"]) > 1


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("annotations", "key"),
        ("claims", "key"),
        ("tags", "path"),
        ("sources", "file"),
        ("sources", "external_id"),
    ],
)
def test_keys_name_one_row_each(name, key):
    assert [value for value, number in Counter(row[key] for row in table(name)).items() if number > 1] == []


@pytest.mark.parametrize("name", ["annotations", "claims", "evidence", "links", "origins"])
def test_whoever_did_it_has_an_account_that_may(name):
    assert {row["by"] for row in table(name)} <= ACCOUNTS


def test_all_five_articles_are_in_the_story_and_bear_highlights():
    assert (
        {row["file"] for row in table("sources")} == files() == {row["file"] for row in table("annotations")}
    )
    assert {row["story"] for row in table("sources")} == {row["slug"] for row in table("stories")}


def test_dates_are_dates():
    for row in table("sources"):
        moment, _ = parse_published(row["published_at"])
        assert moment is None or 2022 <= moment.year <= 2025


def test_tags_are_in_the_codebook_with_definition_and_colour_and_all_are_used():
    used = {path for row in table("annotations") for path in row["tags"].split("|") if path}
    for row in table("tags"):
        assert normalise_path(row["path"]) == row["path"]
        assert row["definition"].endswith(".")
        assert row["hue"] in list(Hue)
        assert any(path == row["path"] or path.startswith(f"{row['path']}/") for path in used)
    assert used <= {row["path"] for row in table("tags")}


def test_evidence_joins_what_exists_and_each_pair_once():
    pairs = [(row["claim"], row["highlight"]) for row in table("evidence")]
    assert len(set(pairs)) == len(pairs)
    assert {claim for claim, _ in pairs} == {row["key"] for row in table("claims")}
    assert {highlight for _, highlight in pairs} <= set(highlights())


def test_links_join_two_articles_and_each_pair_once():
    ends = [frozenset({row["from"], row["to"]}) for row in table("links")]
    assert len(set(ends)) == len(ends)
    assert all(len({highlights()[key]["file"] for key in pair}) == 2 for pair in ends)


def test_links_show_every_relation_and_say_in_what_they_contradict():
    assert {row["relation"] for row in table("links")} == set(Relation)
    for row in table("links"):
        assert (row["aspect"] in list(Aspect)) == (row["relation"] == Relation.CONTRADICTS)


def test_passages_of_one_origin_repeat_each_other_and_do_not_corroborate():
    (origin,) = table("origins")
    assert origin["state"] in list(OriginState)
    one_source = set(origin["files"].split("|"))
    for row in table("links"):
        if {highlights()[row["from"]]["file"], highlights()[row["to"]]["file"]} == one_source:
            assert row["relation"] == Relation.REPEATS


def test_settled_claims_have_a_verdict_with_its_reasons_and_others_none():
    for row in table("claims"):
        if row["status"] == ClaimStatus.SETTLED:
            rules.settle(row["verdict"], row["rationale"])
        else:
            assert row["status"] in list(ClaimStatus)
            assert row["verdict"] == row["rationale"] == ""


def test_the_sample_is_large_enough_to_learn_from():
    sizes = {name: len(table(name)) for name in ("annotations", "tags", "claims", "links")}
    assert sizes["annotations"] >= 25
    assert sizes["tags"] >= 12
    assert sizes["claims"] >= 6
    assert sizes["links"] >= 8


def test_the_grain_quotation_stands_on_two_independent_sources():
    assert standing("grain").sources == Bounds(2, 2)


def test_the_timing_of_the_speech_is_contradicted():
    assert (standing("kuleba").sources, standing("kuleba").opposing) == (Bounds(1, 1), Bounds(1, 1))


def test_the_aid_is_only_repeated_within_one_origin():
    assert (standing("aid").sources, standing("aid").repeating) == (Bounds(1, 1), 1)


def test_reports_of_later_meetings_are_context_and_nothing_more():
    later = {row["file"] for row in table("sources") if row["file"][:3] in ("003", "004")}
    bearing = [
        row["relation"] for row in table("evidence") if highlights()[row["highlight"]]["file"] in later
    ]
    assert bearing
    assert set(bearing) == {Relation.CONTEXT}
