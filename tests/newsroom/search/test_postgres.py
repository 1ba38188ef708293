"""Test how terms are written for PostgreSQL, which reads at most 1 MB for one text."""

from newsroom.search.postgres import _vector


def test_a_term_is_written_once_with_all_its_positions() -> None:
    assert _vector(["rain", "fell", "rain"]) == "'rain':1,3 'fell':2"


def test_positions_end_at_the_last_one_that_postgresql_knows() -> None:
    assert _vector(["rain"] * 16_382 + ["snow"]).endswith(" 'snow':16383")
    assert _vector(["rain"] * 16_383 + ["snow"]).endswith(",16383 'snow':16383")


def test_a_term_that_a_long_text_repeats_takes_no_more_than_postgresql_reads() -> None:
    terms = ["rain", "fell", "snow"] * 100_000
    assert len(_vector(terms)) < 1_000_000
