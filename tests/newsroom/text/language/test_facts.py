"""Test which facts are read from a sentence so that they can be checked."""

import pytest

from newsroom.text.language.facts import facts


def test_dates_are_no_figures():
    found = facts("On Friday, July 8, 2022, and on 24 February it rained.")
    assert found.figures == ()
    assert [(day.weekday, day.month, day.day, day.year) for day in found.days] == [
        (4, None, None, None),
        (None, 7, 8, 2022),
        (None, 2, 24, None),
    ]


@pytest.mark.parametrize(
    ("text", "minutes", "shown"),
    [
        ("It came at 6pm.", 18 * 60, "6pm"),
        ("at 6.08 p.m. GMT", 18 * 60 + 8, "6.08 p.m. GMT"),
        ("12 am", 0, "12 am"),
        ("12:30pm", 12 * 60 + 30, "12:30pm"),
        ("at 18:08", 18 * 60 + 8, "18:08"),
        ("8:30 GMT", 8 * 60 + 30, "8:30 GMT"),
    ],
)
def test_a_time_of_day_is_no_figure(text, minutes, shown):
    found = facts(text)
    assert [(time.minutes, time.text) for time in found.times] == [(minutes, shown)]
    assert found.figures == ()


def test_names_are_capitals_where_grammar_asks_for_none():
    found = dict(facts("Yesterday the minister met Wang Yi and Josep Borrell in Bali.").names)
    assert list(found.values()) == ["Wang", "Yi", "Josep", "Borrell", "Bali"]


def test_what_opens_a_sentence_is_a_name_only_if_another_capital_follows():
    assert [name for _, name in facts("Sergei Lavrov left. Nobody stayed.").names] == ["Sergei", "Lavrov"]


def test_a_headline_in_capitals_tells_no_names():
    assert facts("REPORT: RED SOX MAKE HUGE OFFER").names == ()


def test_quotations_of_three_words_and_more_are_kept():
    text = '“It was not us,” he said, calling it «une crise très grave» and "no" and „so geht es nicht“.'
    assert facts(text).quotations == ("It was not us,", "une crise très grave", "so geht es nicht")


def test_a_quotation_may_open_as_it_closes_as_in_finnish():
    assert facts("Hän sanoi: ”Emme me lopettaneet.” Sitten hän lähti.").quotations == (
        "Emme me lopettaneet.",
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It Hit Bali", ["Hit", "Bali"]),
        ("It Hit Bali Java", []),
        ("They met Ann Bob Cyd Dan Eve Flo in no", ["Ann", "Bob", "Cyd", "Dan", "Eve", "Flo"]),
        ("They met Ann Bob Cyd Dan Eve Flo in", []),
    ],
)
def test_four_words_are_a_headline_if_more_than_seven_tenths_begin_with_a_capital(text, names):
    assert [name for _, name in facts(text).names] == names


@pytest.mark.parametrize("text", ["They saw President and Mr and Monday and July.", "They saw A and B."])
def test_titles_days_and_single_letters_are_no_names(text):
    assert facts(text).names == ()


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("He said “no one left” again.", ("no one left",)),
        ("He said “nobody left” again.", ()),
        ("He said ‘we left all of it so’ again.", ("we left all of it so",)),
        ("He said ‘we left all of them’ again.", ()),
    ],
)
def test_quotations_have_three_words_and_in_single_marks_twenty_characters(text, quotations):
    assert facts(text).quotations == quotations


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Envoy Meets Wang in Rainy Bali on Very Long Talk", []),
        (
            "Envoy meets Wang in Rainy Bali on Very Long Talk",
            ["Wang", "Rainy", "Bali", "Very", "Long", "Talk"],
        ),
    ],
    ids=["eight capitals of ten words", "seven of ten"],
)
def test_a_text_is_a_headline_if_more_than_seven_tenths_of_its_words_are_capitalised(text, names):
    assert list(dict(facts(text).names).values()) == names
