"""Test the words of judgements: they do not change, because they are stored and
exported, and no two look alike.
"""

import pytest

from annotations.logic.vocabulary import (
    AnchorState,
    Aspect,
    ClaimStatus,
    Hue,
    OriginState,
    Relation,
    Verdict,
)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (Relation, "corroborates contradicts repeats updates context"),
        (Aspect, "number time place person quote attribution"),
        (AnchorState, "drawn confirmed same moved changed lost"),
        (ClaimStatus, "open checking settled"),
        (Verdict, "true mostly-true mixed misleading false unproven"),
        (OriginState, "proposed confirmed rejected"),
    ],
)
def test_the_stored_words_stay_as_they_are(words, values):
    assert [word.value for word in words] == values.split()


@pytest.mark.parametrize("words", [Relation, Aspect, AnchorState, ClaimStatus, Verdict, OriginState, Hue])
def test_every_word_has_a_label_of_its_own(words):
    labels = [word.label for word in words]
    assert all(label[0].isupper() for label in labels)
    assert len(set(labels)) == len(labels)


def test_the_keys_are_those_the_desk_promises():
    assert {relation.key: relation.value for relation in Relation} == {
        "s": "corroborates",
        "x": "contradicts",
        "w": "repeats",
        "u": "updates",
        "k": "context",
    }


def test_relations_differ_by_sign_and_by_button_and_not_by_colour_alone():
    assert len({relation.sign for relation in Relation}) == len(Relation)
    assert [relation.button for relation in Relation] == [
        "Link as corroboration",
        "Link as contradiction",
        "Link as repetition",
        "Link as update",
        "Link as context",
    ]


def test_a_stored_value_names_its_word():
    assert Relation("repeats") is Relation.REPEATS
    assert Verdict("mostly-true").label == "Mostly true"


def test_a_word_is_its_value_in_text():
    assert f"{Relation.CONTRADICTS}/{Hue.AMBER}" == "contradicts/amber"


def test_an_unknown_value_names_no_word():
    with pytest.raises(ValueError, match="disproves"):
        Relation("disproves")


def test_nine_hues_serve_the_nine_number_keys():
    assert len(Hue) == 9
