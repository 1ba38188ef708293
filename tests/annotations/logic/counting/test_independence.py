"""Copies of one wire story are one source, and no amount of repetition makes two of them."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from annotations.logic.counting.independence import (
    CitedPassage,
    SourceGroup,
    Standing,
    Voice,
    count,
    grouped,
    source,
)
from annotations.logic.vocabulary import Relation
from tests.disjoint_sets import most_apart

YES, NO = Relation.CORROBORATES, Relation.CONTRADICTS
UNCOUNTED = [Relation.REPEATS, Relation.UPDATES, Relation.CONTEXT]
AFP, REUTERS = frozenset({"afp"}), frozenset({"reuters"})

ORIGINS = {n: frozenset(o) for n, o in enumerate(["", "a", "a", "b", "ab", "c", "", "bc"])}
OUTLETS = ["Post", "Times", "Times", "", "Herald", "Post", "Globe", ""]
VOUCHERS = st.builds(
    lambda relation, article: CitedPassage(relation, article, OUTLETS[article], ORIGINS[article]),
    st.sampled_from(Relation),
    st.sampled_from(range(len(ORIGINS))),
)
EVIDENCE = st.lists(VOUCHERS, max_size=12)


def origins(standing: Standing) -> tuple[int, int]:
    return standing.independent_origins, standing.contradicting_origins


def test_no_evidence_is_no_corroboration():
    assert count([]).sentence == "No corroboration yet"


def test_an_article_without_an_origin_is_its_own():
    assert origins(count([CitedPassage(YES, 1), CitedPassage(YES, 2)])) == (2, 0)


def test_articles_of_one_origin_count_once():
    standing = count(
        [
            CitedPassage(YES, 1, "Post"),
            CitedPassage(YES, 2, "Times", AFP),
            CitedPassage(YES, 3, "Herald", AFP),
        ]
    )
    assert standing.corroborating == (SourceGroup((1,)), SourceGroup((2, 3), ("afp",)))
    assert standing.sentence == "3 passages, 3 outlets, 2 independent origins"


def test_articles_of_two_origins_count_twice():
    assert origins(count([CitedPassage(YES, 1, "", AFP), CitedPassage(YES, 2, "", REUTERS)])) == (2, 0)


def test_an_article_that_draws_on_both_is_counted_with_one_of_them_whatever_the_order():
    evidence = [
        CitedPassage(YES, 1, "", AFP),
        CitedPassage(YES, 2, "", REUTERS),
        CitedPassage(YES, 3, "", AFP | REUTERS),
    ]
    counted = (SourceGroup((1, 3), ("afp",)), SourceGroup((2,), ("reuters",)))
    assert count(evidence).corroborating == count(reversed(evidence)).corroborating == counted


@pytest.mark.parametrize("other", [AFP, REUTERS, AFP | REUTERS])
def test_beside_an_article_that_draws_on_both_a_report_of_either_adds_nothing(other):
    assert origins(count([CitedPassage(YES, 1, "", AFP | REUTERS), CitedPassage(YES, 2, "", other)])) == (
        1,
        0,
    )


def test_three_that_share_an_origin_in_pairs_are_one_source():
    mixtures = [frozenset("ab"), frozenset("bc"), frozenset("ac")]
    assert count(CitedPassage(YES, n, "", mixed) for n, mixed in enumerate(mixtures)).corroborating == (
        SourceGroup((0, 1, 2), ("a", "b", "c")),
    )


def test_two_passages_of_one_article_are_two_passages_and_one_origin():
    standing = count([CitedPassage(YES, 1, "Post"), CitedPassage(YES, 1, "Post")])
    assert standing.sentence == "2 passages, 1 outlet, 1 independent origin"


def test_contradicting_origins_are_counted_in_the_same_way():
    standing = count(
        [CitedPassage(YES, 1, "Post"), CitedPassage(NO, 2, "Times", AFP), CitedPassage(NO, 3, "Herald", AFP)]
    )
    assert standing.sentence == "1 passage, 1 outlet, 1 independent origin; 1 origin contradicts"


def test_several_contradicting_origins_are_said_in_the_plural():
    assert (
        count([CitedPassage(NO, 1), CitedPassage(NO, 2)]).sentence
        == "No corroboration yet; 2 origins contradict"
    )


def test_an_article_that_says_both_stands_on_both_sides():
    assert origins(count([CitedPassage(YES, 1), CitedPassage(NO, 1)])) == (1, 1)


@pytest.mark.parametrize("relation", UNCOUNTED)
def test_what_repeats_updates_or_gives_context_never_counts(relation):
    assert origins(count([CitedPassage(relation, 1), CitedPassage(relation, 2)])) == (0, 0)


def test_mere_repetition_is_said_to_be_none():
    assert (
        count([CitedPassage(Relation.REPEATS, 1)]).sentence
        == "Only repeated (1 passage): no independent corroboration"
    )


def test_two_outlets_that_quote_one_unnamed_official_have_one_voice():
    standing = count([CitedPassage(YES, 1, "Post", speaker="an unnamed Western official"),
                      CitedPassage(YES, 2, "Times", speaker="a Western official present")])  # fmt: skip
    assert standing.voices == (Voice((1, 2), "an unnamed Western official"),)
    assert standing.sentence == "2 passages, 2 outlets, 2 independent origins, 1 voice"


def test_a_report_that_quotes_two_people_has_two_voices_and_is_one_origin():
    standing = count(
        [CitedPassage(YES, 1, "Post", speaker="Lavrov"), CitedPassage(YES, 1, "Post", speaker="Blinken")]
    )
    assert standing.sentence == "2 passages, 1 outlet, 1 independent origin, 2 voices"


def test_what_nobody_is_reported_to_have_said_speaks_for_its_own_source():
    evidence = [
        CitedPassage(YES, 1, "", AFP),
        CitedPassage(YES, 2, "", AFP),
        CitedPassage(YES, 3, speaker="Borrell"),
    ]
    assert count(evidence).voices == (Voice((1, 2)), Voice((3,), "Borrell"))


def test_voices_are_said_as_soon_as_one_passage_of_several_is_quoted():
    evidence = [CitedPassage(YES, 1, "Post", speaker="Borrell"), CitedPassage(YES, 2, "Times")]
    assert count(evidence).sentence == "2 passages, 2 outlets, 2 independent origins, 2 voices"


def test_voices_are_not_told_where_nobody_is_quoted():
    assert "voice" not in count([CitedPassage(YES, 1), CitedPassage(YES, 2)]).sentence


def test_unknown_outlets_count_as_one_together():
    assert count([CitedPassage(YES, 1), CitedPassage(YES, 2)]).outlets == 1


@given(EVIDENCE, st.randoms())
def test_the_order_of_evidence_does_not_matter(evidence, chance):
    shuffled = list(evidence)
    chance.shuffle(shuffled)
    assert count(shuffled) == count(evidence)


@given(EVIDENCE)
def test_the_same_evidence_twice_raises_no_origin(evidence):
    assert origins(count(evidence * 2)) == origins(count(evidence))


@given(EVIDENCE, st.sampled_from(["Post", "Herald", ""]), st.data())
def test_a_copy_of_what_is_counted_never_raises_the_count(evidence, outlet, data):
    counted = [voucher for voucher in evidence if voucher.relation in (YES, NO) and voucher.origins]
    assume(counted)
    original = data.draw(st.sampled_from(counted))
    copy = CitedPassage(original.relation, 99, outlet, original.origins)
    before, after = origins(count(evidence)), origins(count([*evidence, copy]))
    assert after == before


@given(EVIDENCE, st.sampled_from(UNCOUNTED))
def test_uncounted_relations_change_no_count(evidence, relation):
    assert origins(count([*evidence, CitedPassage(relation, 99)])) == origins(count(evidence))


@given(EVIDENCE)
def test_a_source_of_its_own_raises_the_count_by_one(evidence):
    corroborating, contradicting = origins(count(evidence))
    assert origins(count([*evidence, CitedPassage(YES, 99)])) == (corroborating + 1, contradicting)
    assert origins(count([*evidence, CitedPassage(NO, 99)])) == (corroborating, contradicting + 1)


@given(EVIDENCE)
def test_learning_of_a_common_origin_never_raises_the_count(evidence):
    learned = [CitedPassage(v.relation, v.article, v.outlet, v.origins | {"learned"}) for v in evidence]
    assert origins(count(learned)) <= origins(count(evidence))
    assert max(origins(count(learned))) <= 1


@given(EVIDENCE)
def test_there_are_never_more_origins_than_articles_nor_articles_than_passages(evidence):
    standing = count(evidence)
    assert standing.independent_origins <= standing.articles <= standing.passages
    assert standing.outlets <= standing.articles


@given(EVIDENCE, VOUCHERS)
def test_more_evidence_never_lowers_a_count(evidence, another):
    before, after = origins(count(evidence)), origins(count([*evidence, another]))
    assert all(now >= was for was, now in zip(before, after, strict=True))


@given(EVIDENCE)
def test_every_article_is_in_one_group(evidence):
    for relation, groups in ((YES, count(evidence).corroborating), (NO, count(evidence).contradicting)):
        articles = [article for group in groups for article in group.articles]
        assert sorted(articles) == sorted(
            {voucher.article for voucher in evidence if voucher.relation is relation}
        )


MIXTURES = st.lists(st.frozensets(st.sampled_from("abcdef"), max_size=3), max_size=7)


@given(MIXTURES)
@example([frozenset("ab"), frozenset("ac"), frozenset("bd")])
@example([frozenset("ab"), frozenset("bc"), frozenset("cd"), frozenset("de"), frozenset("ef"), frozenset()])
def test_the_count_is_that_of_the_most_articles_of_which_no_two_share_an_origin(mixtures):
    assert len(grouped(enumerate(mixtures))) == most_apart(mixtures)


def test_two_of_three_mixtures_are_counted_where_the_first_shares_an_origin_with_each():
    mixtures = [frozenset("ab"), frozenset("ac"), frozenset("bd")]
    assert origins(count(CitedPassage(YES, n, "", mixed) for n, mixed in enumerate(mixtures))) == (2, 0)


@given(MIXTURES)
def test_articles_counted_together_are_joined_by_origins_they_share(mixtures):
    for group in grouped(enumerate(mixtures)):
        drawn = [mixtures[article] for article in group.articles]
        assert all(
            sum(origin in origins for origins in drawn) > 1 or len(drawn) == 1 for origin in group.origins
        )
        assert all(origins & set(group.origins) for origins in drawn if len(drawn) > 1)


def test_origins_of_one_name_are_one_source():
    assert source(" AFP ") == source("afp") != source("AFP (2)")
