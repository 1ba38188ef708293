import pytest

from newsroom.text.story_match.coefficients import FITTED
from newsroom.text.story_match.profiles import ReportProfile, StoryFacts, report_profile
from newsroom.text.story_match.reasons import main_place, reasons_for, telling_terms


def reasons(report: ReportProfile, story: StoryFacts, apart: int | None = None) -> list[str]:
    return list(reasons_for(report, story, apart, FITTED))


def names(number: int) -> ReportProfile:
    spelled = {f"name{index}": f"Name{index}" for index in range(number)}
    return ReportProfile(dict.fromkeys(spelled, 1), spelled)


def test_a_word_that_is_common_in_news_is_no_hint():
    assert telling_terms("The minister said that Tavira shook, Tavira", FITTED) == ["tavira", "shook"]


@pytest.mark.parametrize(("number", "shown"), [(4, 4), (5, 4)])
def test_at_most_four_names_are_shown(number: int, shown: int):
    (reason,) = reasons(names(number), StoryFacts("Rain", reports=(names(number),)))
    assert reason.count("Name") == shown


def test_names_of_most_reports_come_first():
    held = [report_profile(["it met Brandt"]), report_profile(["it met Brandt in Tavira"])]
    article = report_profile(["it met in Tavira with Brandt"])
    assert reasons(article, StoryFacts("Rain", reports=tuple(held))) == ["same names: Brandt, Tavira"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("rescuers dug in ruins", "2 telling words in common"),
        ("rescuers went home", "1 telling word in common"),
    ],
)
def test_without_names_the_telling_words_are_counted(text: str, reason: str):
    held = report_profile(["rescuers searched the ruins"])
    assert reasons(report_profile([text]), StoryFacts("", reports=(held,))) == [reason]


@pytest.mark.parametrize(
    ("apart", "reason"),
    [
        (-4, "published 4 days before"),
        (-3, "same days"),
        (3, "same days"),
        (4, "published 4 days after"),
    ],
)
def test_days_are_the_same_up_to_three_days_apart(apart: int, reason: str):
    assert reasons(report_profile([""]), StoryFacts("Rain"), apart) == [reason]


def test_the_main_place_stands_before_the_comma():
    assert main_place("Elazig, Turkey", FITTED) == "Elazig"
    assert main_place("Elazig", FITTED) == "Elazig"
    assert main_place("North, Turkey", FITTED) == "North, Turkey"


def test_of_the_place_the_words_that_the_article_says_are_shown():
    article = report_profile(["they went to Elazig"])
    story = StoryFacts("Rain", place="Elazig, Turkey")
    assert reasons(article, story) == ["same place: Elazig"]
    assert reasons(report_profile(["they went to Turkey"]), story) == []
