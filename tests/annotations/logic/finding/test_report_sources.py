"""Test which reports are one source."""

from annotations.logic.finding.report_sources import sources_of_articles


def one_source(names_of, *articles):
    sources = sources_of_articles(names_of)
    return len({sources[article] for article in articles}) == 1


def test_an_article_that_shares_nothing_is_a_source_of_its_own():
    assert not one_source({1: {"Post"}, 2: {"Times"}, 3: set()}, 1, 2)
    assert not one_source({1: set(), 2: set()}, 1, 2)


def test_articles_that_share_a_name_are_one_source():
    assert one_source({1: {"Post", "AFP"}, 2: {"Times", "AFP"}}, 1, 2)


def test_sharing_is_passed_on():
    chain = {1: {"a"}, 2: {"b", "c"}, 3: {"a", "b"}, 4: {"d"}}
    assert one_source(chain, 1, 2, 3)
    assert not one_source(chain, 1, 4)


def test_no_articles_have_no_sources():
    assert sources_of_articles({}) == {}
