"""Test that the sample desk is made once, and completely or not at all; a wrong
table is named with its line.
"""

import csv
import shutil
from pathlib import Path

import pytest

from annotations.management.sample_desk import make_sample_desk
from annotations.models import Anchor, Claim, Highlight, Link, Origin
from annotations.queries.standing import counted_claims, standings
from newsroom.errors import Invalid
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db

SEEDS = Path(__file__).parents[3] / "seeds"
PRACTICE = SEEDS / "practice"


@pytest.fixture
def people() -> dict[str, User]:
    return {str(role): make.user(role, str(role)) for role in UserRole}


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """Return a folder with a copy of the tables, in which a test can put mistakes."""
    return Path(shutil.copytree(SEEDS, tmp_path / "seeds"))


def test_the_table_confirms_the_origin_that_the_import_proposed(people: dict[str, User]) -> None:
    make_sample_desk(SEEDS, people)
    (origin,) = Origin.objects.filter(kind="text")
    assert (origin.name, origin.state, origin.articles.count()) == ("AFP", "confirmed", 2)


def test_what_two_other_articles_credit_is_proposed_and_nothing_else(people: dict[str, User]) -> None:
    make_sample_desk(SEEDS, people)
    credited = Origin.objects.filter(kind="credit").order_by("name")
    assert list(credited.values_list("name", "state", "articles__external_id")) == [
        ("AP", "proposed", "rferl-new-delhi"),
        ("Reuters", "proposed", "rferl-new-delhi"),
        ("The Moscow Times", "proposed", "rbc-lavrov-sidelined"),
    ]


def test_what_kyodo_reported_ends_at_kyodo(people: dict[str, User]) -> None:
    make_sample_desk(SEEDS, people)
    passage = Highlight.objects.get(anchor__quote__contains="Kyodo reported")
    assert (passage.teller, passage.teller_guessed, passage.attribution) == ("Kyodo", False, "")
    claim = Claim.objects.get(statement__startswith="The ministers refused")
    (source,) = standings([claim])[claim.pk].corroborating
    assert [link.name for link in source.links] == ["kyodo"]


def test_the_table_says_which_settled_claims_rest_on_one_source_or_voice(people: dict[str, User]) -> None:
    make_sample_desk(SEEDS, people)
    weak = {
        counted.claim.statement
        for counted in counted_claims(Claim.objects.filter(status="settled"))
        if counted.weaknesses
    }
    with (SEEDS / "claims.csv").open(encoding="utf-8", newline="") as table:
        seen = {row["statement"] for row in csv.DictReader(table) if row["weakness_seen"] == "yes"}
    assert weak == seen != set()


def test_a_story_that_exists_is_left_as_it_is(people: dict[str, User]) -> None:
    made = make_sample_desk(SEEDS, people)
    assert made == Story.objects.get()
    claims = Claim.objects.count()
    assert make_sample_desk(SEEDS, people) is None
    assert (Story.objects.count(), Claim.objects.count()) == (1, claims)


def test_the_practice_story_has_a_newer_text_that_puts_two_passages_in_doubt(
    people: dict[str, User],
) -> None:
    make_sample_desk(SEEDS, people)
    make_sample_desk(PRACTICE, people)
    newer = Anchor.objects.filter(revision__article__external_id="practice-daily", revision__number=2)
    assert sorted(newer.values_list("quote", "state")) == [
        ("A ferry ran aground off the north island at 7:10 on Tuesday morning", "changed"),
        ("Five people were killed", "changed"),
        ("The ship had 120 people on board", "moved"),
    ]


def test_the_practice_story_has_a_toll_that_rises_from_one_day_to_the_next(
    people: dict[str, User],
) -> None:
    make_sample_desk(SEEDS, people)
    make_sample_desk(PRACTICE, people)
    link = Link.objects.get(source__article__external_id="practice-radio")
    assert (link.relation, link.source.anchor.quote, link.target.article.outlet.name) == (
        "updates",
        "Seven people are now known to have been killed",
        "Example Daily",
    )


@pytest.mark.parametrize(
    ("file", "row", "sentence"),
    [
        ("evidence.csv", "no-such-claim,grain-post,corroborates,,reporter", "is not known there"),
        ("tags.csv", "claims/number", "not as many cells as the header has"),
        ("tags.csv", "a/b/c/d/e/f,blue,Too deep.", "tags.csv, line"),
    ],
)
def test_a_wrong_table_is_named_with_its_line_and_nothing_is_made(
    people: dict[str, User], seeds: Path, file: str, row: str, sentence: str
) -> None:
    table = seeds / file
    with table.open("a", encoding="utf-8", newline="") as appended:
        appended.write(row + "\r\n")
    lines = len(table.read_text(encoding="utf-8").splitlines())
    with pytest.raises(Invalid, match=sentence) as refused:
        make_sample_desk(seeds, people)
    assert f"{file}, line {lines}:" in str(refused.value)
    assert not Story.objects.exists()
    assert not Article.objects.exists()
    assert not Highlight.objects.exists()
