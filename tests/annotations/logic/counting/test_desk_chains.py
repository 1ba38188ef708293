"""Test the chain of a passage, made of what people and guesses say about its sources."""

import pytest

from annotations.logic.counting.chains import Chain
from annotations.logic.counting.desk_chains import PassageProvenance, desk_chain
from annotations.logic.sources.families import OutletFamilies

AFP = frozenset({"AFP"})


def names(*keys: str) -> frozenset[str]:
    return frozenset(keys)


@pytest.mark.parametrize(
    ("provenance", "chain"),
    [
        (PassageProvenance(), Chain()),
        (PassageProvenance("The Post"), Chain("post")),
        (PassageProvenance("Post", confirmed=AFP), Chain("post", names("afp"))),
        (PassageProvenance("Post", proposed=AFP), Chain("post", unsure=names("afp"))),
        (PassageProvenance("Post", AFP, AFP), Chain("post", names("afp"))),
        (PassageProvenance("AFP", confirmed=AFP), Chain("afp")),
        (PassageProvenance("Post", teller="Kyodo News"), Chain("post", names("kyodo"))),
        (
            PassageProvenance("Post", teller="AP; Reuters", teller_guessed=True),
            Chain("post", unsure=names("ap", "reuters")),
        ),
        (PassageProvenance("Post", teller="the Post"), Chain("post")),
        (PassageProvenance("Post", teller="press release"), Chain("post", unsure=names("press release"))),
        (PassageProvenance("Post", teller="study"), Chain("post", unsure=names("study"))),
        (
            PassageProvenance("Post", teller="statement of orlo"),
            Chain("post", unsure=names("statement of orlo")),
        ),
        (PassageProvenance("Post", teller="Budget of May"), Chain("post", names("budget of may"))),
        (PassageProvenance("Post", teller="?"), Chain("post", unknown=True)),
    ],
)
def test_what_nobody_confirmed_is_unsure(provenance, chain):
    assert desk_chain(provenance, OutletFamilies()) == chain


def test_a_teller_of_the_same_family_is_the_outlet_itself():
    families = OutletFamilies(owners=[("Post", "Nord"), ("Mirror", "Nord")])
    assert desk_chain(PassageProvenance("Post", teller="Mirror"), families) == Chain("nord")
