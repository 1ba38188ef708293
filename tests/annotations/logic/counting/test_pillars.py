"""Test which sources and voices a claim hangs on, and the sentence that names them."""

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotations.logic.counting.chains import Chain
from annotations.logic.counting.pillars import Backing, Pillar, PillarKind, Pillars, pillars
from annotations.logic.counting.standing import CitedPassage, count
from annotations.logic.vocabulary import Relation
from tests.cited import chain, passage
from tests.cpu_time import cpu_seconds

OFFICIAL = "an unnamed Western official"


def sentence(*backings: Backing) -> str:
    return pillars(backings).sentence(str.title)


@pytest.mark.parametrize(
    ("backings", "words"),
    [
        ([], ""),
        ([Backing(chain("post"))], "If Post is wrong, nothing corroborates it."),
        (
            [Backing(chain("post")), Backing(chain("times"))],
            "If Post and Times are wrong, nothing corroborates it.",
        ),
        # Three outlets, two of which have it from one agency.
        (
            [Backing(chain("post", "afp")), Backing(chain("times", "afp")), Backing(chain("globe"))],
            "If Afp and Globe are wrong, nothing corroborates it.",
        ),
        # Two outlets quote one minister, so her word carries both.
        (
            [
                Backing(chain("post"), "Ana Berg"),
                Backing(chain("times"), "Ana Berg"),
                Backing(chain("globe")),
            ],
            "If Globe and Ana Berg are wrong, nothing corroborates it.",
        ),
        (
            [Backing(chain("post"), OFFICIAL), Backing(chain("times"), OFFICIAL)],
            f"If {OFFICIAL} is wrong, nothing corroborates it.",
        ),
        # Each two of three passages share a source, so no single one carries all of them.
        (
            [Backing(chain("a", "k")), Backing(chain("b", "k m")), Backing(chain("c", "m"))],
            "If K and M are wrong, nothing corroborates it.",
        ),
        # The link to the agency is not confirmed.
        (
            [Backing(chain("post", unsure="afp")), Backing(chain("times", unsure="afp"))],
            "If Afp is wrong, perhaps nothing corroborates it.",
        ),
        # An unsure link that saves nothing leaves the answer sure.
        (
            [Backing(chain("post", unsure="afp")), Backing(chain("times"))],
            "If Post and Times are wrong, nothing corroborates it.",
        ),
        # A passage from an unknown outlet may be anybody's.
        (
            [Backing(chain("post")), Backing(chain())],
            "If Post is wrong, perhaps nothing corroborates it.",
        ),
        ([Backing(chain())], "If a source that nobody names is wrong, nothing corroborates it."),
        (
            [Backing(chain()), Backing(chain())],
            "If a source that nobody names is wrong, perhaps nothing corroborates it.",
        ),
        ([Backing(chain(), "Ana Berg")], "If Ana Berg is wrong, nothing corroborates it."),
        # A body is a source and a voice, and is named once.
        (
            [Backing(chain("nato")), Backing(chain("", "afp"), "Nato"), Backing(chain("", "ap"), "Nato")],
            "If Nato is wrong, nothing corroborates it.",
        ),
    ],
)
def test_the_fewest_sources_and_voices_are_named(backings, words):
    assert sentence(*backings) == words


def test_five_names_are_listed_and_more_are_counted():
    five = [Backing(chain(name)) for name in "abcde"]
    assert sentence(*five) == "If A, B, C, D and E are wrong, nothing corroborates it."
    assert sentence(*five, Backing(chain("f")), Backing(chain("g"))) == (
        "If A, B, C, D, E and 2 more are wrong, nothing corroborates it."
    )


def test_a_choice_that_may_be_too_large_says_so():
    found = Pillars((Pillar(PillarKind.SOURCE, "afp"),), is_smallest=False)
    assert found.sentence(str.upper) == "If AFP is wrong, nothing corroborates it. Perhaps fewer are enough."


NAMES = ["a", "b", "c", "k", "m"]
BACKINGS = st.builds(
    lambda own, sure, unsure, voice: Backing(Chain(own, frozenset(sure), frozenset(unsure)), voice),
    st.sampled_from(["", *NAMES]),
    st.sets(st.sampled_from(NAMES), max_size=2),
    st.sets(st.sampled_from(NAMES), max_size=1),
    st.sampled_from(["", "", "Ana Berg", "Jon Sund"]),
)


def falls(backing: Backing, wrong: tuple[str, ...], *, with_unsure: bool) -> bool:
    names = backing.chain.possible if with_unsure else backing.chain.certain
    return not names.isdisjoint(wrong) or backing.voice in wrong


def fewest_by_brute_force(backings: list[Backing], *, with_unsure: bool) -> int:
    names = [*NAMES, "Ana Berg", "Jon Sund"]
    for size in range(len(names) + 1):
        for wrong in combinations(names, size):
            if all(falls(backing, wrong, with_unsure=with_unsure) for backing in backings):
                return size
    raise AssertionError("Everything falls if everybody is wrong.")


@given(st.lists(BACKINGS, max_size=8))
@example([Backing(chain("a", "b")), Backing(chain("b", "c")), Backing(chain("c", "a"))])
def test_no_smaller_choice_leaves_nothing(backings):
    closed = [backing for backing in backings if not backing.chain.open]
    found = pillars(closed)
    wrong = tuple(pillar.name for pillar in found.members)
    assert all(falls(backing, wrong, with_unsure=not found.is_sure) for backing in closed)
    assert len(wrong) == fewest_by_brute_force(closed, with_unsure=True)
    assert found.is_sure == (len(wrong) == fewest_by_brute_force(closed, with_unsure=False))


@given(st.lists(BACKINGS, max_size=8))
def test_a_claim_hangs_on_at_least_as_many_sources_as_it_has_unless_it_hangs_on_voices(backings):
    evidence = [
        CitedPassage(Relation.CORROBORATES, number, backing.chain) for number, backing in enumerate(backings)
    ]
    standing = count(evidence)
    assert len(pillars(standing.backings).members) >= standing.sources.at_least


def test_what_is_in_doubt_or_contradicts_carries_nothing():
    doubtful = CitedPassage(Relation.CORROBORATES, 2, chain("times"), in_doubt=True)
    against = passage(3, "Globe", relation=Relation.CONTRADICTS)
    standing = count([passage(1, "Post"), doubtful, against])
    assert standing.backings == (Backing(chain("post")),)


def test_spellings_of_one_voice_are_one_pillar():
    standing = count([passage(1, "Post", speaker="Lavrov"), passage(2, "Times", speaker="Sergey Lavrov")])
    assert pillars(standing.backings).members == (Pillar(PillarKind.VOICE, "Sergey Lavrov"),)


def test_the_pillars_of_a_thousand_passages_take_no_time():
    evidence = [
        passage(number, f"outlet {number % 200}", f"agency-{number % 7} agency-{number % 11}")
        for number in range(1_000)
    ]
    with cpu_seconds(0.5):
        found = pillars(count(evidence).backings)
    assert found.is_smallest
    assert len(found.members) == 7
