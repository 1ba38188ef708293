"""Test that every acknowledged highlight is stored exactly once, even if the server is killed.

The long run is `python -m tests.load`.
"""

import os
from collections.abc import Iterator

import pytest

from tests.fresh_sites import fresh_site
from tests.load.__main__ import conclude
from tests.load.beside_import import Load, drawn_beside
from tests.load.trials import killed_under_load, under_load
from tests.serving import Site

SECONDS = 2
#: The number of reports in which people draw. They hold more passages than anybody draws in that time.
REPORTS = 6


@pytest.fixture
def site() -> Iterator[Site]:
    """Make a site on the kind of database that the other tests use."""
    database = "postgresql" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "sqlite"
    with fresh_site(database) as made:
        yield made


def test_every_highlight_that_eight_people_draw_at_once_is_stored_exactly_once(site: Site) -> None:
    assert under_load(site, SECONDS, articles=REPORTS).broken == []


def test_a_server_killed_under_load_loses_nothing_it_acknowledged(site: Site) -> None:
    assert killed_under_load(site, SECONDS, articles=REPORTS).broken == []


def test_people_draw_while_others_import_a_long_text_and_articles(site: Site) -> None:
    outcome = drawn_beside(site, Load(characters=120_000, articles=20, reports=REPORTS))
    assert outcome.broken == []
    # One transaction for the articles, and four for the long text: its ids, its sentences in two
    # parts, and the text.
    assert len(outcome.held) >= 5


def test_how_the_trials_ended_is_told_by_the_exit_status_and_the_last_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert conclude([]) == 0
    assert capsys.readouterr().out == "Nothing acknowledged was lost, and everything stored is sound.\n"
    assert conclude(["sqlite, under load"]) == 1
    assert capsys.readouterr().out == "BROKEN: sqlite, under load.\n"
