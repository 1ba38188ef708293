"""What can be checked in a sentence."""

from time import process_time

import pytest

from newsroom.text.language.facts import facts


@pytest.mark.parametrize(
    ("text", "value", "unit", "shown"),
    [
        ("another $360 million in support", 360_000_000, "$", "$360 million"),
        ("a deal of 200 million dollars", 200_000_000, "$", "200 million dollars"),
        ("grew by 5.4 per cent", 5.4, "%", "5.4 per cent"),
        ("grew by 5.4%", 5.4, "%", "5.4%"),
        ("arrested 23 pirates", 23, "pirat", "23"),
        ("an eight-year contract", 8, "year", "eight"),
        ("€1,500 in cash", 1500, "€", "€1,500"),
        ("3bn people", 3_000_000_000, "peopl", "3bn"),
        ("A$50 million", 50_000_000, "A$", "A$50 million"),
        ("50 million Canadian dollars", 50_000_000, "C$", "50 million Canadian dollars"),
        ("US$50 million", 50_000_000, "$", "US$50 million"),
        ("Rs 5 crore", 50_000_000, "₹", "Rs 5 crore"),
        ("10 percentage points", 10, "points", "10 percentage points"),
        ("a 10-percentage-point lead", 10, "points", "10-percentage-point"),
        ("a wave 10 m high", 10, "m", "10"),
        ("10m people", 10_000_000, "peopl", "10m"),
        ("$10 m", 10_000_000, "$", "$10 m"),
        ("minus 5C", -5, "c", "minus 5"),
        ("-5C", -5, "c", "-5"),
        ("two dozen people", 24, "peopl", "two dozen"),
        ("three and a half years", 3.5, "year", "three and a half"),
        ("a 34-year-old teacher", 34, "years of age", "34-year-old"),
        ("a teacher aged 34", 34, "years of age", "aged 34"),
        ("12,5 Prozent", 12.5, "prozent", "12,5"),
    ],
)
def test_a_figure_is_read_with_what_it_counts(text, value, unit, shown):
    (figure,) = facts(text).figures
    assert (figure.value, figure.unit, figure.text) == (value, unit, shown)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between $2 and $3 billion", (2e9, "$", "$2 billion"), (3e9, "$", "$3 billion")),
        ("$1.2-$1.5 billion", (1.2e9, "$", "$1.2 billion"), (1.5e9, "$", "$1.5 billion")),
        ("from $2 to $3 billion", (2e9, "$", "$2 billion"), (3e9, "$", "$3 billion")),
        ("€5–7bn", (5e9, "€", "€5bn"), (7e9, "€", "€7bn")),
        ("5 to 7 per cent", (5, "%", "5 per cent"), (7, "%", "7 per cent")),
        ("between two and three million people", (2e6, "", "two million"), (3e6, "peopl", "three million")),
        ("5m-6m people", (5e6, "", "5m"), (6e6, "peopl", "6m")),
        ("2 - 3 million", (2e6, "", "2 million"), (3e6, "", "3 million")),
        ("fell 3% to 80 million", (3, "%", "3%"), (8e7, "", "80 million")),
        ("5 ships and 2 million tons", (5, "ship", "5"), (2e6, "ton", "2 million")),
        ("$5 to 7 people", (5, "$", "$5"), (7, "peopl", "7")),
        ("from 500 to 2 million", (500, "", "500"), (2e6, "", "2 million")),
    ],
)
def test_the_low_end_of_a_range_has_the_scale_and_measure_of_the_high_one(text, low, high):
    assert [(figure.value, figure.unit, figure.text) for figure in facts(text).figures] == [low, high]


@pytest.mark.parametrize("text", ["Covid-19", "F-16 jets", "the F-16s", "a Su-35", "G20"])
def test_a_name_holds_no_figure(text):
    assert facts(text).figures == ()


def test_dates_are_no_figures():
    found = facts("On Friday, July 8, 2022, and on 24 February it rained.")
    assert found.figures == ()
    assert [(day.weekday, day.month, day.day, day.year) for day in found.days] == [
        (4, None, None, None),
        (None, 7, 8, 2022),
        (None, 2, 24, None),
    ]


@pytest.mark.parametrize(
    ("text", "month", "first", "last", "shown"),
    [
        ("on July 8-9", 7, 8, 9, "July 8-9"),
        ("8–9 July", 7, 8, 9, "8–9 July"),
        ("8 and 9 July", 7, 8, 9, "8 and 9 July"),
        ("July 7th to 9th, 2022", 7, 7, 9, "July 7th to 9th, 2022"),
        ("Between May 3 and 5 the court sat.", 5, 3, 5, "May 3 and 5"),
        ("July 8 and 9 people", 7, 8, None, "July 8"),
        ("July 30-2", 7, None, None, "July 30-2"),
    ],
)
def test_of_days_in_a_row_both_ends_are_kept(text, month, first, last, shown):
    (day,) = facts(text).days
    assert (day.month, day.day, day.until, day.text) == (month, first, last, shown)


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


@pytest.mark.parametrize("text", ["won 10:12", "25pm", "from 6-8pm", "1:23:45"])
def test_a_score_is_no_time_and_of_several_hours_none_is_told(text):
    assert facts(text).times == ()


def test_a_long_row_of_digits_is_read_in_linear_time():
    began = process_time()
    facts("1,1" * 50_000)
    assert process_time() - began < 10


@pytest.mark.parametrize("text", ["They may march on.", "The Dec machines.", "room 2022b"])
def test_what_only_looks_like_a_date_is_none(text):
    assert facts(text).days == ()


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
