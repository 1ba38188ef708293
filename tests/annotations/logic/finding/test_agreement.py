"""Test whether figures, days and times agree or differ."""

import pytest

from annotations.logic.finding.agreement import Agreement, compare_days, compare_figures, compare_times
from newsroom.text.language.facts import facts
from newsroom.text.language.word_weights import idf_weights

WEIGH = idf_weights({}, 0)


@pytest.mark.parametrize(
    ("one", "other", "same", "differing"),
    [
        ("$360 million", "360 million dollars", ["$360 million"], []),
        ("$360 million", "$200 million", [], [("$360 million", "$200 million")]),
        ("23 pirates", "12 pirates", [], [("23", "12")]),
        ("23 pirates", "12 ships", [], []),
        ("two sessions", "2 sessions", ["two"], []),
        ("$5 and $6", "$6", ["$6"], []),
        ("rose from 5% to 7%", "rose to 7%", ["7%"], []),
        ("killed 12 in Kharkiv and 5 in Sumy", "killed 12 in Kharkiv", ["12"], []),
        ("thirty-two people", "32 people", ["thirty-two"], []),
        ("1 200 people", "1,200 people", ["1 200"], []),
        ("1\u202f200 people", "1,200 people", ["1\u202f200"], []),
        ("1.000,5 euros", "1,000.5 euros", ["1.000,5 euros"], []),
        ("1,50,000 people", "150,000 people", ["1,50,000"], []),
        ("2000 people", "2,000 people", ["2000"], []),
        ("at 8:30", "at 8.30", [], []),
        ("$50 million", "€50 million", [], []),
        ("300 soldiers", "300 troops", ["300"], []),
        ("grew -2.1%", "grew 2.1%", [], [("-2.1%", "2.1%")]),
        ("5-7%", "7%", ["7%"], []),
        ("A$50 million", "$50 million", [], []),
        ("C$50 million", "US$40 million", [], []),
        ("US$50 million", "$50 million", ["US$50 million"], []),
        ("up 10 percentage points", "up 10 percent", [], []),
        ("growth of 5", "growth of 5%", [], []),
        ("a bill of 360", "a bill of $360", [], []),
        ("between $2 and $3 billion", "$2 billion", ["$2 billion"], []),
        ("$1.2-$1.5 billion", "$1.3 billion", [], []),
        ("$1.2-$1.5 billion", "$1.6 billion", [], [("$1.2 billion", "$1.6 billion")]),
        ("between 30 and 40 people", "35 people", [], []),
        ("rose from 5% to 7%", "rose from 5% to 6%", ["5%"], [("7%", "6%")]),
        ("minus 5C", "-5C", ["minus 5"], []),
        ("two dozen people", "24 people", ["two dozen"], []),
        ("10 m high", "10m people", [], []),
        ("the 34-year-old was jailed", "jailed for three years", [], []),
        ("a 19-year-old", "aged 19", ["19-year-old"], []),
        ("a 19-year-old", "a 20-year-old", [], [("19-year-old", "20-year-old")]),
        ("20 years", "20 people", [], []),
        ("12 soldiers", "12 troops", [], []),
        ("13 soldiers", "13 troops", ["13"], []),
        ("12 soldiers", "a group of 12", ["12"], []),
    ],
)
def test_figures_agree_or_differ_where_they_count_the_same(one, other, same, differing):
    found = compare_figures(facts(one).figures, facts(other).figures, WEIGH, alike=True)
    assert [figure.text for figure in found.same] == same
    assert [(mine.text, theirs.text) for mine, theirs in found.differing] == differing


PROFIT = "a profit of $8.5 billion as oil rose above $110"


@pytest.mark.parametrize(
    ("one", "other", "alike", "differing"),
    [
        (PROFIT, "as oil rose above $110 a barrel; it will pay $2 billion to shareholders", True, []),
        (PROFIT, "a profit of $8 billion as oil rose above $110", True, [("$8.5 billion", "$8 billion")]),
        ("a profit of $8.5 billion", "pay of $2 billion", True, [("$8.5 billion", "$2 billion")]),
        ("a profit of $8.5 billion", "pay of $2 billion", False, []),
        ("oil fell to $80 a barrel", "it paid $5 and oil rose to $83 a barrel", False, [("$80", "$83")]),
        ("killed 12 people", "killed 15 people", False, [("12", "15")]),
    ],
)
def test_sums_differ_where_they_are_of_one_thing(one, other, alike, differing):
    found = compare_figures(facts(one).figures, facts(other).figures, WEIGH, alike=alike)
    assert [(mine.text, theirs.text) for mine, theirs in found.differing] == differing


@pytest.mark.parametrize(
    ("one", "other", "same", "differing"),
    [
        ("at 6pm", "at 18:00", ["6pm"], []),
        ("at 6pm", "at 8pm", [], [("6pm", "8pm")]),
        ("at 6:08pm", "at 7:08pm", [], [("6:08pm", "7:08pm")]),
        ("at 6.08 p.m.", "at 6:08pm", ["6.08 p.m."], []),
        ("at 6pm", "at 6:00", [], []),
        ("at 6am", "at 6pm", [], [("6am", "6pm")]),
        ("at 6pm GMT", "at 8pm local time", [], []),
        ("at 6pm GMT", "at 6pm EST", [], []),
        ("at 6pm and at 7pm", "at 8pm", [], []),
    ],
)
def test_times_agree_or_differ_by_the_clock_of_one_zone(one, other, same, differing):
    found = compare_times(facts(one).times, facts(other).times, alike=True)
    assert [time.text for time in found.same] == same
    assert [(mine.text, theirs.text) for mine, theirs in found.differing] == differing


def test_passages_that_are_not_alike_tell_times_of_different_things():
    assert compare_times(facts("at 6pm").times, facts("at 8pm").times, alike=False) == Agreement()


@pytest.mark.parametrize(
    ("one", "other", "same", "differing"),
    [
        ("on Friday", "on Friday", ["Friday"], []),
        ("on Friday", "on Saturday", [], [("Friday", "Saturday")]),
        ("July 8, 2022", "8 July", ["July 8, 2022"], []),
        ("July 2022", "in 2025", [], [("July 2022", "2025")]),
        ("on Friday", "in 2025", [], []),
        ("July 7-8", "July 8", [], []),
        ("between July 7 and 8", "July 8", [], []),
        ("7-8 July", "9 August", [], [("7-8 July", "9 August")]),
        ("July 8 followed one on July 4", "July 8", ["July 8"], []),
        ("9 July 2022", "2022-07-12", [], [("9 July 2022", "2022-07-12")]),
        ("9 July 2022", "2022-07-09", ["9 July 2022"], []),
        ("9 July 2022", "in 2022", [], []),
        ("in 2022", "in 2022", [], []),
        ("in June", "in June", [], []),
        ("July 2022", "July 2022", [], []),
        ("in 2022", "in 2021", [], [("2022", "2021")]),
        ("1950 people", "2050 people", [], []),
        ("July 8-9", "July 8–9", ["July 8-9"], []),
        ("July 8-9", "July 20-21", [], [("July 8-9", "July 20-21")]),
        ("July 8-12", "July 10-14", [], []),
        ("July 7-8", "July 9", [], [("July 7-8", "July 9")]),
    ],
)
def test_days_agree_as_far_as_both_tell(one, other, same, differing):
    found = compare_days(facts(one).days, facts(other).days)
    assert [day.text for day in found.same] == same
    assert [(mine.text, theirs.text) for mine, theirs in found.differing] == differing


@pytest.mark.parametrize(
    ("one", "other", "apart", "same"),
    [
        ("on Friday", "on Friday", 6, ["Friday"]),
        ("on Friday", "on Friday", 7, []),
        ("on 8 July", "on July 8", 180, ["8 July"]),
        ("on 8 July", "on July 8, 2022", 181, []),
        ("on 8 July 2022", "on July 8, 2022", 400, ["8 July 2022"]),
    ],
)
def test_a_weekday_returns_each_week_and_a_day_each_year(one, other, apart, same):
    found = compare_days(facts(one).days, facts(other).days, apart)
    assert ([day.text for day in found.same], found.differing) == (same, ())


@pytest.mark.parametrize(("weight", "differ"), [(5.0, True), (4.9, False)])
def test_sums_beside_a_rare_word_that_both_have_are_of_one_thing(weight, differ):
    one, other = facts("a profit of $8 billion").figures, facts("a profit of $9 billion").figures
    agreement = compare_figures(one, other, lambda _: weight, alike=False)
    assert bool(agreement.differing) == differ
