"""Why a passage was found, in words."""

import pytest

from annotations.logic.comparing import Told, compare
from annotations.logic.reasons import explain
from newsroom.text.commonness import weights

WEIGH = weights({}, 0)


def why(sought, found):
    one, other = Told(sought), Told(found)
    return explain(compare(one, other, WEIGH), one, other, WEIGH)


@pytest.mark.parametrize(
    ("sought", "found", "reason"),
    [
        ("He promised another $360 million.", "The sum of $360 million was named.", "same figure: $360 million"),
        ("It began on Friday.", "Until Friday nothing was heard.", "same day: Friday"),
        ("Then Borrell and Lavrov spoke.", "To Lavrov, said Borrell, it was over.", "names: Borrell, Lavrov"),
        (
            "“It was not us who abandoned all contacts,” he said.",
            "“It was not us who abandoned contact,” Lavrov told reporters.",
            "same quotation, 2 words differ",
        ),
        (
            "It was not us who abandoned contact",
            "“It was not us who abandoned contact,” Lavrov told reporters.",
            "same quotation, word for word",
        ),
        (
            "It was not us who abandoned contact, it was the United States",
            "“It was not us who abandoned all contacts,” Lavrov said. “It was the United States.”",
            "same quotation, 2 words differ",
        ),
        (
            "Moscow faced a barrage of criticism at talks.",
            "There, they faced a barrage of criticism.",
            "same words: “faced a barrage of criticism”",
        ),
        ("The harvest rotted quickly.", "Quickly the harvest was gone.", "words: Quickly, the, harvest"),
    ],
)
def test_a_reason_names_what_both_say(sought, found, reason):
    assert reason in why(sought, found).reasons


@pytest.mark.parametrize(
    ("sought", "found", "difference", "aspect"),
    [
        ("They arrested 23 pirates.", "They arrested 12 pirates.", "differs: 23 / 12", "number"),
        ("He left on Friday.", "He left on Saturday.", "differs: Friday / Saturday", "time"),
    ],
)
def test_a_figure_or_day_that_differs_is_pointed_out(sought, found, difference, aspect):
    told = why(sought, found)
    assert difference in told.reasons
    assert told.contradicts == aspect


def test_passages_that_agree_contradict_in_nothing():
    assert why("He left on Friday.", "On Friday he left.").contradicts == ""
