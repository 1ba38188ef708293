"""Test that SQLite and PostgreSQL propose the same candidates for the same queries on the same articles.

The test needs both databases, so it belongs to the run on PostgreSQL (`tests.run`).
"""

import json
import os
import random
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest

from tests.fresh_sites import fresh_site
from tests.run import postgres_answers
from tests.serving import DATABASES, Site

pytestmark = pytest.mark.skipif(
    not os.environ.get("CI") and not postgres_answers(), reason="no PostgreSQL answers; set TEST_POSTGRES_URL"
)
LIMIT = 20
_COMMON = "the of to and in said that minister talks ships grain port week people city"
_RARE = (
    "Odesa Borrell Kuleba naïve façade Müller Ångström İstanbul straße Россия Ελλάδα हिन्दी החיטה كتاب "
    "北京市長 東京都 서울역 ไทย "
    "o'clock snake_case don’t 10.30 3,000 1.000,5 23rd eight 2022 ½ ⑴ ⑿ ﷺ ㈠ ﬁne Ｂａｌｉ "
    "e\u0301te\u0301"
)
#: Words that were once indexed in two ways: an Arabic stroke that alone is no word, and signs that
#: normalisation expands.
ODD = "The stroke ـــ and the sign ﱞ stand alone; point ⑴ of the list, ﷺ, was read in Bali."
PASSAGES = {
    "grain": "Ukraine is not your country. Its grain is not your grain.",
    "contacts": "It was not us who abandoned all contacts",
    "running": "We are not running after anybody suggesting meetings",
    "during": "Lavrov left the room again during his speech",
    "before": "He then left an afternoon session before Dmytro Kuleba addressed the ministers",
    "odd": ODD,
    "point": "(1) of the list",
    "blessing": "ﷺ",
    "capital": "北京市長 said",
    "common": "the minister said that people in the city",
    "syntax": '"NEAR(grain port)" AND -ships OR * & | ! <-> :* \\ \' %s',
}


def made_up() -> list[dict[str, str]]:
    """Return fifty-one made-up articles, of sentences with common and rare words.

    Some sentences stand, except for their last word, in several articles. The last article is `ODD` alone.
    """
    chance = random.Random(5)  # noqa: S311  (no secret: the same articles every time)
    common, rare = _COMMON.split(), _RARE.split()
    told: list[str] = [ODD]
    articles = []
    for number in range(50):
        sentences = []
        for _ in range(chance.randint(3, 9)):
            words = chance.choices(common, k=chance.randint(4, 14)) + chance.choices(
                rare, k=chance.randint(0, 3)
            )
            chance.shuffle(words)
            again = chance.choice(told).split()
            said = again[:-1] if chance.random() < 0.15 else words
            told.append(" ".join(said).removesuffix(".").capitalize() + ".")
            sentences.append(told[-1])
        day = f"2022-07-{1 + number % 28:02}"
        articles.append({"external_id": f"made-{number}", "text": " ".join(sentences), "published_at": day})
    return [*articles, {"external_id": "odd", "text": ODD}]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, dict[str, list[dict[str, Any]]]]]:
    """Return the candidates as `{database: {query: candidates}}`."""
    folder: Path = tmp_path_factory.mktemp("both")
    articles = made_up()
    asked = [{"id": name, "text": text} for name, text in PASSAGES.items()]
    for article in articles[::2]:
        first = article["text"].split(". ")[0]
        asked.append({"id": article["external_id"], "text": first, "exclude": [article["external_id"]]})
    for name, rows in (("articles", articles), ("queries", asked)):
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
    with ExitStack() as sites:
        yield {name: _candidates(sites.enter_context(fresh_site(name)), folder) for name in DATABASES}


def _candidates(site: Site, folder: Path) -> dict[str, list[dict[str, Any]]]:
    site.command("import_articles", str(folder / "articles.jsonl"))
    told: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in site.command(
        "suggest", "--queries", str(folder / "queries.jsonl"), "--limit", str(LIMIT)
    ).splitlines():
        candidate = json.loads(line)
        del candidate["revision"]  # ids are each database's own
        told[candidate.pop("query")].append(candidate)
    return told


def ranked(candidates: list[dict[str, Any]]) -> list[tuple[float, list[str]]]:
    """Return the candidates by score, with a list of JSON texts, in alphabetical order, for each score.

    If the limit was reached, the candidates with the lowest score are left out, because it may
    have cut off any of them.
    """
    ties = [(score, list(held)) for score, held in groupby(candidates, key=itemgetter("score"))]
    if len(candidates) == LIMIT:
        ties.pop()
    return [
        (score, sorted(json.dumps({**one, "rank": None}, ensure_ascii=False) for one in held))
        for score, held in ties
    ]


def test_both_find_the_same_passages_with_the_same_scores_and_reasons(found):  # type: ignore[no-untyped-def]
    sqlite, postgresql = (found[name] for name in DATABASES)
    assert sqlite.keys() == postgresql.keys()
    for query in sqlite:
        assert ranked(sqlite[query]) == ranked(postgresql[query]), query


@pytest.mark.parametrize("database", DATABASES)
def test_what_is_compared_is_not_empty(found, database):  # type: ignore[no-untyped-def]
    assert PASSAGES.keys() - found[database].keys() == set()
    assert sum(map(len, found[database].values())) > 300
    assert found[database]["odd"][0]["external_id"] == "odd"
