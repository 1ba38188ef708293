"""Test that reports which share only standard sentences, or a notice at the end, are no copies."""

import pytest

from annotations.logic.sources.copies import CopyVerdict, compare_wording
from tests.annotations.logic.sources.test_copies import OWN, WIRE, read

POLICE = (
    "Police in {} are looking for a man after a {} was robbed in {} at about {}. He is described as "
    "{} metres tall and was last seen wearing a dark jacket, and he left on foot in the direction of "
    "{}, said an officer of the district of {}. Anyone with information is asked to call the police "
    "tip line day and night."
)
WEATHER = (
    "Weather for {}: the day begins with fog in the valleys around {}, with sunny spells from noon on"
    " and a light wind from the west. The high will be {} degrees in {}, the low {} degrees, and the "
    "sun sets at {} after {} hours of light."
)
RESULT = (
    "{} beat {} {} in front of a crowd of {} on Saturday. The visitors were the better side until the"
    " break and hit the bar twice, but {} put the hosts ahead in the {} minute and never looked like "
    "losing the lead again. They travel to {} next week."
)
MARKET = (
    "Shares in Nordline closed {} percent higher at {} kroner on the exchange in Ost, on a volume of "
    "{} shares. The stock has risen {} percent since the start of the year and has a market value of "
    "{} million kroner, according to Ost Market Data."
)
POLL = (
    "If an election were held today, {} percent of voters in {} would choose the party of {}, a poll "
    "for {} shows. The second party stands at {} percent, and {} percent of those asked said that "
    "they had not made up their minds or would rather not say."
)
COURT = (
    "A court in {} sentenced a man of {} to {} months in prison for driving without a licence in {}. "
    "He had been stopped by a patrol on the road to {} and was found to have drunk more than is "
    "allowed. The defence, led by {}, said that it would look at the written reasons before it "
    "decides whether to appeal."
)
PAIRS = [
    (
        POLICE.format("Ost", "bakery", "Mill Lane", "21:40", "1.85", "Lund", "Nord"),
        POLICE.format("Vest", "kiosk", "Quay Road", "6:15", "1.70", "Berg", "Syd"),
    ),
    (
        WEATHER.format("Ost", "Lund", "21", "Nord", "12", "21:12", "16"),
        WEATHER.format("Vest", "Berg", "24", "Syd", "15", "21:15", "17"),
    ),
    # Weather reports about one town on two days.
    (
        WEATHER.format("Ost", "Lund", "21", "Nord", "12", "21:12", "16"),
        WEATHER.format("Ost", "Lund", "17", "Nord", "9", "21:10", "15"),
    ),
    (
        RESULT.format("Ost United", "Vest", "3-1", "4,200", "Dorn", "67th", "Lund"),
        RESULT.format("Nord Rovers", "Syd", "2-0", "980", "Kerr", "12th", "Berg"),
    ),
    # Reports about one share on two days.
    (
        MARKET.format("1.2", "120", "4,000", "14", "12,000"),
        MARKET.format("0.4", "121", "9,100", "15", "12,100"),
    ),
    (
        POLL.format("31", "Ostland", "the mayor of Ost", "the Ost Gazette", "22", "18"),
        POLL.format("28", "Nordland", "the mayor of Nord", "the Nord Courier", "25", "11"),
    ),
    (
        COURT.format("Ost", "34", "8", "Mill Lane", "Lund", "Marta Ilves"),
        COURT.format("Vest", "51", "5", "Quay Road", "Berg", "Jonas Kerr"),
    ),
]
NOTICES = [
    (
        "The suspect is presumed innocent until proven guilty in a court of law. Anyone with "
        "information is asked to call the tip line, and callers may remain anonymous."
    ),
    (
        "The Gazette is committed to accuracy. If you believe that we have made an error, please "
        "write to us. All rights reserved, and this material may not be published or rewritten."
    ),
    (
        "This article was generated automatically from data that the exchange publishes after the "
        "close of trading on each day."
    ),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_reports_cast_in_one_mould_are_no_copies(one: str, other: str):
    assert compare_wording(read(one), read(other)).verdict is None


@pytest.mark.parametrize("report", [report for report, _ in PAIRS])
def test_a_report_cast_in_a_mould_is_a_copy_of_itself_lightly_edited(report: str):
    edited = report.replace(" and ", " while ", 1)
    assert compare_wording(read(report), read(edited)).verdict is CopyVerdict.COPY


@pytest.mark.parametrize("notice", NOTICES)
def test_reports_that_share_a_notice_are_no_copies(notice: str):
    assert compare_wording(read(*WIRE, notice), read(*OWN, notice)).verdict is None
