"""Test the sentences that say why a passage was found."""

import pytest

from annotations.logic.finding.comparison import PassageAnalysis, compare_passages
from annotations.logic.finding.reasons import explain
from newsroom.text.language.word_weights import idf_weights

WEIGH = idf_weights({}, 0)


def why(sought, found):
    one, other = PassageAnalysis(sought), PassageAnalysis(found)
    return explain(compare_passages(one, other, WEIGH), one, other, WEIGH)


@pytest.mark.parametrize(
    ("sought", "found", "reason"),
    [
        (
            "He promised another $360 million.",
            "The sum of $360 million was named.",
            "same figure: $360 million",
        ),
        ("It began at 6pm.", "At 18:00 it had begun.", "same time: 6pm"),
        ("It began on Friday.", "Until Friday nothing was heard.", "same day: Friday"),
        ("Then Borrell and Lavrov spoke.", "To Lavrov, said Borrell, it was over.", "names: Borrell, Lavrov"),
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
    ("sought", "found"),
    [
        ("The G7 pledged €9bn in aid to Kyiv in May.", "The G7 pledged $9bn in aid to Kyiv in May."),
        ("The G7 pledged A$9bn in aid to Kyiv in May.", "The G7 pledged $9bn in aid to Kyiv in May."),
        ("The G7 pledged 9 in aid to Kyiv in May.", "The G7 pledged 9% in aid to Kyiv in May."),
    ],
)
def test_the_same_words_end_where_a_sign_differs(sought, found):
    assert "same words: “in aid to Kyiv in May”" in why(sought, found).reasons


GIVE_UP = "“We will give up our land for peace,” he said."
FAILED = "“The peace talks have failed.”"
LEAVE = "The troops will leave the city by Sunday"


@pytest.mark.parametrize(
    ("sought", "found", "reason"),
    [
        (GIVE_UP, "She said: “We will give up our land for peace.”", "same quotation, word for word"),
        (GIVE_UP, "“We will never give up our land for peace,” he said.", "same quotation, 1 word differs"),
        (
            GIVE_UP,
            "“We will never ever give up our land for peace,” he said.",
            "same quotation, 2 words differ",
        ),
        ("“We will never ever give up our land for peace.”", GIVE_UP, "same quotation, 2 words differ"),
        (GIVE_UP, "“We shall give up that land for peace,” he said.", "same quotation, 2 words differ"),
        (
            "“It was not us who abandoned all contacts,” he said.",
            "“It was not us who abandoned contact,” Lavrov told reporters.",
            "same quotation, 2 words differ",
        ),
        (
            "“It was not us who abandoned contact, it was the United States.”",
            "“It was not us who abandoned all contacts,” Lavrov said. “It was the United States.”",
            "same quotation, 2 words differ",
        ),
    ],
)
def test_of_the_same_quotation_each_word_that_differs_is_counted(sought, found, reason):
    assert reason in why(sought, found).reasons


NEVER_SAY = "“I would never say that the peace talks have failed.”"
PART_BUT_ONE = "part of a longer quotation there, 1 word differs"


@pytest.mark.parametrize(
    ("sought", "found", "reason"),
    [
        (FAILED, NEVER_SAY, "part of a longer quotation there, word for word"),
        (NEVER_SAY, FAILED, "part of the quotation, word for word"),
        (FAILED, "“I would never say that the peace talks have now failed.”", PART_BUT_ONE),
    ],
)
def test_what_is_part_of_a_longer_quotation_is_not_called_the_same(sought, found, reason):
    assert reason in why(sought, found).reasons


@pytest.mark.parametrize(
    ("sought", "found", "reason"),
    [
        (LEAVE, f"The mayor said: “{LEAVE}.”", "quoted there, word for word"),
        (
            LEAVE,
            "The mayor said: “The troops will leave the town by Sunday.”",
            "quoted there, 1 word differs",
        ),
        (
            LEAVE,
            f"“I hope that one day {LEAVE},” she said.",
            "part of a longer quotation there, word for word",
        ),
        (
            f"{LEAVE}, the mayor of Kherson said",
            f"“{LEAVE},” she said.",
            "partly quoted there, word for word",
        ),
    ],
)
def test_where_only_the_passage_quotes_it_is_said_that_it_is_quoted_there(sought, found, reason):
    assert reason in why(sought, found).reasons


@pytest.mark.parametrize(
    ("sought", "found", "difference", "aspect"),
    [
        ("They arrested 23 pirates.", "They arrested 12 pirates.", "differs: 23 / 12", "number"),
        ("He left on Friday.", "He left on Saturday.", "differs: Friday / Saturday", "time"),
        ("He left at 6pm.", "He left at 8pm.", "differs: 6pm / 8pm", "time"),
    ],
)
def test_a_figure_or_day_that_differs_is_pointed_out(sought, found, difference, aspect):
    told = why(sought, found)
    assert difference in told.reasons
    assert told.contradicts == aspect


def test_passages_that_agree_contradict_in_nothing():
    assert why("He left on Friday.", "On Friday he left.").contradicts == ""


@pytest.mark.parametrize(
    ("sought", "found", "reason"),
    [
        # Five words in a row, and four.
        ("They saw aa bb cc dd ee.", "There aa bb cc dd ee stood.", "same words: “aa bb cc dd ee”"),
        ("They saw aa bb cc dd.", "There aa bb cc dd stood.", "words: aa, bb, cc"),
    ],
)
def test_five_words_in_a_row_are_the_same_wording(sought, found, reason):
    assert why(sought, found).reasons == (reason,)


def quotation(number: int, differing: int = 0) -> str:
    words = [f"w{place}" for place in range(number - differing)] + ["zz"] * differing
    return f"“{' '.join(words)}”"


@pytest.mark.parametrize(
    ("sought", "found", "is_same"),
    [
        # Quotations of four words are compared, of three they are not.
        (quotation(4), quotation(4), True),
        (quotation(3), quotation(3), False),
        # Of fifty words at most seventeen differ: 34 %.
        (quotation(50), quotation(50, differing=17), True),
        (quotation(50), quotation(50, differing=18), False),
    ],
)
def test_quotations_are_the_same_if_a_third_of_their_words_differ_at_most(sought, found, is_same):
    reasons = why(sought, found).reasons
    assert any(reason.startswith("same quotation") for reason in reasons) == is_same


@pytest.mark.parametrize(
    ("longer", "reason"),
    [(14, "same quotation, 4 words differ"), (15, "part of a longer quotation there, word for word")],
)
def test_a_quotation_more_than_two_fifths_longer_goes_on_there(longer, reason):
    assert reason in why(quotation(10), quotation(longer)).reasons


@pytest.mark.parametrize(
    ("nearness", "reasons"), [(0.4, ("near in meaning, in other words",)), (0.39, ("words: rain",))]
)
def test_nearness_in_meaning_is_a_reason_from_a_cosine_of_four_tenths_on(nearness, reasons):
    one, other = PassageAnalysis("There was rain"), PassageAnalysis("heavy rain fell")
    explained = explain(compare_passages(one, other, WEIGH), one, other, WEIGH, nearness)
    assert explained.reasons == reasons


def test_two_figures_four_names_and_three_words_are_named_at_most():
    figures = why("They saw 31 men, 32 dogs and 33 cats.", "Of 31 men, 32 dogs and 33 cats").reasons
    assert [reason for reason in figures if "figure" in reason] == ["same figure: 31", "same figure: 32"]
    names = "then Ada, Bea, Cleo, Dora and Edda left"
    assert "names: Ada, Bea, Cleo, Dora" in why(names, f"and {names}").reasons
    assert why("rain hail snow fog", "fog and snow, hail, rain").reasons == ("words: fog, snow, hail",)


@pytest.mark.parametrize(
    ("number", "is_part"),
    [(100, True), (101, False)],
)
def test_a_quotation_of_a_hundred_words_is_looked_for_in_a_longer_one(number: int, is_part: bool):
    reasons = why(quotation(number), quotation(2 * number)).reasons
    assert ("part of a longer quotation there, word for word" in reasons) == is_part


@pytest.mark.parametrize(("quotations_before", "is_same"), [(9, True), (10, False)])
def test_ten_quotations_are_compared_one_by_one(quotations_before: int, is_same: bool):
    sought = "“We will give up our land,” he said."
    others = "“It rained all day.” " * quotations_before
    reasons = why(sought, f"{others}“We will give up our land.”").reasons
    assert ("same quotation, word for word" in reasons) == is_same


def test_the_longest_of_several_shared_runs_is_named():
    sought = "They saw aa bb cc dd ee. Then mm nn oo pp qq rr came."
    found = "There mm nn oo pp qq rr stood. It was aa bb cc dd ee."
    assert why(sought, found).reasons == ("same words: “mm nn oo pp qq rr”",)
