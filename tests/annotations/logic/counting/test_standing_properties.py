"""Test rules of the count that hold for any evidence, with many examples by Hypothesis."""

from hypothesis import assume, example, given
from hypothesis import strategies as st

from annotations.logic.counting.chains import Chain
from annotations.logic.counting.source_groups import GroupState
from annotations.logic.counting.standing import CitedPassage, count
from annotations.logic.vocabulary import Relation
from tests.cited import chain, numbers, passage
from tests.disjoint_sets import most_apart

YES, NO = Relation.CORROBORATES, Relation.CONTRADICTS
UNCOUNTED = [Relation.REPEATS, Relation.UPDATES, Relation.CONTEXT]

CHAINS = {
    n: chain(own, sure, unsure)
    for n, (own, sure, unsure) in enumerate(
        [
            ("post", "", ""),
            ("times", "afp", ""),
            ("times", "afp", ""),
            ("", "reuters", ""),
            ("herald", "afp reuters", ""),
            ("post", "kyodo", ""),
            ("", "", ""),
            ("globe", "", "afp kyodo"),
        ]
    )
}
OUTLETS = ["Post", "Times", "Times", "", "Herald", "Post", "", "Globe"]
PASSAGES = st.builds(
    lambda relation, article, in_doubt: CitedPassage(
        relation, article, CHAINS[article], OUTLETS[article], in_doubt=in_doubt
    ),
    st.sampled_from(Relation),
    st.sampled_from(range(len(CHAINS))),
    st.booleans(),
)
EVIDENCE = st.lists(PASSAGES, max_size=12)


@given(EVIDENCE, st.randoms())
def test_the_order_of_evidence_does_not_matter(evidence, chance):
    shuffled = list(evidence)
    chance.shuffle(shuffled)
    assert count(shuffled) == count(evidence)


@given(EVIDENCE)
def test_the_same_evidence_twice_raises_no_count_of_sources(evidence):
    named = [each for each in evidence if each.chain.certain]
    once, twice = count(named), count(named * 2)
    assert (twice.sources, twice.opposing) == (once.sources, once.opposing)


@given(EVIDENCE, st.sampled_from(UNCOUNTED))
def test_uncounted_relations_change_no_count(evidence, relation):
    more = [*evidence, passage(99, "Echo", relation=relation)]
    assert numbers(count(more)) == numbers(count(evidence))


@given(EVIDENCE)
def test_a_source_of_its_own_raises_the_count_by_one_beside_firm_sources(evidence):
    firm = [each for each in evidence if not each.in_doubt and not each.chain.open]
    corroborating, contradicting = numbers(count(firm))
    assert numbers(count([*firm, passage(99, "Echo")])) == (corroborating + 1, contradicting)
    against = passage(99, "Echo", relation=NO)
    assert numbers(count([*firm, against])) == (corroborating, contradicting + 1)


@given(EVIDENCE)
def test_learning_of_a_common_teller_never_raises_the_count(evidence):
    learned = [
        CitedPassage(
            each.relation,
            each.article,
            Chain(each.chain.own, each.chain.sure | {"learned"}, each.chain.unsure),
            in_doubt=each.in_doubt,
        )
        for each in evidence
    ]
    assert max(numbers(count(learned))) <= 1
    assert count(learned).sources.at_most <= count(evidence).sources.at_most


@given(EVIDENCE, PASSAGES)
def test_another_passage_never_lowers_a_count_unless_it_tells_whom_others_have_it_from(evidence, another):
    printed_by = another.chain.own
    assume(all(printed_by not in each.chain.sure | each.chain.unsure for each in evidence))
    before, after = count(evidence), count([*evidence, another])
    assert all(now >= was for was, now in zip(numbers(before), numbers(after), strict=True))


@given(EVIDENCE)
def test_every_article_is_in_a_group_and_as_many_groups_count_as_there_are_sources(evidence):
    standing = count(evidence)
    for relation, groups, bounds in (
        (YES, standing.corroborating, standing.sources),
        (NO, standing.contradicting, standing.opposing),
    ):
        articles = {article for group in groups for article in group.articles}
        assert articles == {each.article for each in evidence if each.relation is relation}
        counted = [group for group in groups if group.state is GroupState.COUNTED]
        assert len(counted) == bounds.at_least


MIXTURES = st.lists(st.frozensets(st.sampled_from("abcdef"), min_size=1, max_size=3), max_size=7)


@given(MIXTURES)
@example([frozenset("ab"), frozenset("ac"), frozenset("bd")])
@example([frozenset("ab"), frozenset("bc"), frozenset("cd"), frozenset("de"), frozenset("ef")])
def test_the_count_is_that_of_the_most_articles_of_which_no_two_share_an_origin(mixtures):
    evidence = [passage(n, "", " ".join(mixed)) for n, mixed in enumerate(mixtures)]
    assert numbers(count(evidence))[0] == most_apart(mixtures)
