"""Test the count of a claim: copies, reports of one outlet and reports from one teller are one source."""

import pytest

from annotations.logic.counting.chains import Bounds
from annotations.logic.counting.source_groups import GroupLink, GroupState, SourceGroup
from annotations.logic.counting.standing import CitedPassage, Voice, count
from annotations.logic.vocabulary import Relation
from tests.cited import chain, numbers, passage
from tests.cpu_time import cpu_seconds

YES, NO = Relation.CORROBORATES, Relation.CONTRADICTS
UNCOUNTED = [Relation.REPEATS, Relation.UPDATES, Relation.CONTEXT]


def changed(article: int, outlet: str) -> CitedPassage:
    """Return a passage whose words a newer revision changed."""
    return CitedPassage(YES, article, chain(outlet.casefold()), outlet, in_doubt=True)


def test_no_evidence_is_no_corroboration():
    assert count([]).sentence == "No corroboration yet"


def test_two_reports_of_one_outlet_are_one_source():
    standing = count([passage(1, "Post"), passage(2, "Post")])
    assert standing.sentence == "2 passages, 1 outlet, 1 independent source"
    assert standing.corroborating == (SourceGroup((1, 2), ("post",), (GroupLink("post", printed=(1, 2)),)),)


def test_whoever_cites_an_outlet_is_no_further_source():
    reports = [passage(1, "Post"), passage(2, "Post")]
    citing = [passage(3, "Herald", "post"), passage(4, "Mirror", "post")]
    assert count([*reports, *citing]).sources == Bounds(1, 1)
    assert count([*reports, *citing, passage(5, "Globe")]).sources == Bounds(2, 2)


def test_articles_of_one_origin_count_once():
    standing = count([passage(1, "Post"), passage(2, "Times", "afp"), passage(3, "Herald", "afp")])
    assert standing.sentence == "3 passages, 3 outlets, 2 independent sources"
    assert standing.corroborating == (
        SourceGroup((1,), ("post",)),
        SourceGroup((2, 3), ("afp", "herald", "times"), (GroupLink("afp", sure=(2, 3)),)),
    )


def test_an_origin_that_is_only_proposed_makes_a_range():
    standing = count([passage(2, "Times", unsure="afp"), passage(3, "Herald", unsure="afp")])
    assert standing.sentence == "2 passages, 2 outlets, 1 to 2 independent sources"


def test_articles_of_two_origins_count_twice_though_their_outlets_are_unknown():
    assert numbers(count([passage(1, "", "afp"), passage(2, "", "reuters")])) == (2, 0)


def test_an_unknown_outlet_adds_nothing_to_the_lower_bound():
    assert count([passage(1, "Post"), passage(2)]).sources == Bounds(1, 2)
    assert count([passage(1), passage(2)]).sources == Bounds(1, 2)


def test_an_article_that_draws_on_both_is_counted_with_one_of_them_whatever_the_order():
    evidence = [passage(1, "", "afp"), passage(2, "", "reuters"), passage(3, "", "afp reuters")]
    counted = [group.articles for group in count(evidence).corroborating]
    assert counted == [group.articles for group in count(reversed(evidence)).corroborating]
    assert counted == [(1, 3), (2,)]


@pytest.mark.parametrize("other", ["afp", "reuters", "afp reuters"])
def test_beside_an_article_that_draws_on_both_a_report_of_either_adds_nothing(other):
    assert numbers(count([passage(1, "", "afp reuters"), passage(2, "", other)])) == (1, 0)


def test_three_that_share_an_origin_in_pairs_are_one_source():
    mixtures = ["a b", "b c", "a c"]
    (group,) = count(passage(n, "", mixed) for n, mixed in enumerate(mixtures)).corroborating
    assert group.articles == (0, 1, 2)
    assert [link.name for link in group.links] == ["a", "b", "c"]


def test_contradicting_sources_are_counted_in_the_same_way():
    against = [
        passage(2, "Times", "afp", relation=NO),
        passage(3, "Herald", "afp", relation=NO),
    ]
    standing = count([passage(1, "Post"), *against])
    assert standing.sentence == "1 passage, 1 outlet, 1 independent source; 1 source contradicts"


@pytest.mark.parametrize(
    ("unsure", "sentence"),
    [
        ("", "No corroboration yet; 2 sources contradict"),
        ("afp", "No corroboration yet; 1 to 2 sources contradict"),
    ],
)
def test_several_contradicting_sources_are_said_in_the_plural(unsure, sentence):
    against = [passage(n, outlet, unsure=unsure, relation=NO) for n, outlet in enumerate(["Post", "Times"])]
    assert count(against).sentence == sentence


def test_an_article_that_says_both_stands_on_both_sides():
    assert numbers(count([passage(1, "Post"), passage(1, "Post", relation=NO)])) == (1, 1)


@pytest.mark.parametrize("relation", UNCOUNTED)
def test_what_repeats_updates_or_gives_context_never_counts(relation):
    evidence = [passage(1, "Post", relation=relation), passage(2, "Times", relation=relation)]
    assert numbers(count(evidence)) == (0, 0)


def test_mere_repetition_is_said_to_be_none():
    repeated = count([passage(1, relation=Relation.REPEATS)])
    assert repeated.sentence == "Only repeated (1 passage): no independent corroboration"


def test_a_changed_passage_counts_in_the_upper_bound_only():
    firm = [passage(1, "Post"), passage(2, "Times")]
    standing = count([*firm, changed(3, "Herald")])
    assert standing.sources == Bounds(2, 3, in_doubt=1)
    assert standing.sentence == "3 passages, 3 outlets, 3 sources, 1 in doubt"
    assert standing.corroborating[-1] == SourceGroup((3,), ("herald",), state=GroupState.IN_DOUBT)


def test_a_changed_passage_beside_a_firm_one_of_its_source_leaves_no_doubt():
    standing = count([passage(1, "Post"), changed(2, "Post")])
    assert standing.sources == Bounds(1, 1)


def test_a_claim_that_rests_on_changed_words_alone_has_no_sure_source():
    assert count([changed(1, "Post")]).sources == Bounds(0, 1, in_doubt=1)


def test_two_outlets_that_quote_one_unnamed_official_have_one_voice():
    standing = count(
        [
            passage(1, "Post", speaker="an unnamed Western official"),
            passage(2, "Times", speaker="a Western official present"),
        ]
    )
    assert standing.voices == (Voice((1, 2), "an unnamed Western official"),)
    assert standing.sentence == "2 passages, 2 outlets, 2 independent sources, 1 voice"


def test_namesakes_are_two_voices():
    standing = count([passage(1, "Post", speaker="Joe Biden"), passage(2, "Times", speaker="Jill Biden")])
    assert len(standing.voices) == 2


def test_a_report_that_quotes_two_people_has_two_voices_and_is_one_source():
    standing = count([passage(1, "Post", speaker="Lavrov"), passage(1, "Post", speaker="Blinken")])
    assert standing.sentence == "2 passages, 1 outlet, 1 independent source, 2 voices"


def test_a_source_of_which_nobody_is_quoted_speaks_for_itself():
    evidence = [
        passage(1, "", "afp"),
        passage(2, "", "afp"),
        passage(3, "Post", speaker="Borrell"),
    ]
    assert count(evidence).voices == (Voice((1, 2)), Voice((3,), "Borrell"))


def test_a_source_of_which_somebody_is_quoted_has_no_voice_beside():
    evidence = [passage(1, "Post", speaker="Borrell"), passage(2, "Post")]
    assert count(evidence).voices == (Voice((1,), "Borrell"),)


def test_voices_are_said_as_soon_as_one_passage_of_several_is_quoted():
    evidence = [passage(1, "Post", speaker="Borrell"), passage(2, "Times")]
    assert count(evidence).sentence == "2 passages, 2 outlets, 2 independent sources, 2 voices"


def test_voices_are_not_told_where_nobody_is_quoted():
    assert "voice" not in count([passage(1, "Post"), passage(2, "Times")]).sentence


def test_unknown_outlets_count_as_one_together():
    assert count([passage(1), passage(2)]).outlets == 1


def test_the_common_link_is_that_of_all_corroborating_passages():
    evidence = [passage(1, "Post", "kyodo"), passage(2, "Times", "kyodo"), passage(3, relation=NO)]
    assert count(evidence).common == {"kyodo"}


def test_a_thousand_passages_of_one_claim_are_counted_at_once():
    evidence = [
        passage(number, f"Paper {number % 300}", f"paper{number % 7} agency{number % 90}")
        for number in range(1_000)
    ]
    with cpu_seconds(2.0):
        assert count(evidence).passages == 1_000
