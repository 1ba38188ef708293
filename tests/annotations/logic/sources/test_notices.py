"""Test that notices of helplines are distinguished from reports about helplines and figures."""

import pytest

from annotations.logic.sources.notices import is_notice, without_notices
from newsroom.text.model import Span
from tests.cpu_time import cpu_seconds


@pytest.mark.parametrize(
    "notice",
    [
        (
            "In the UK and Ireland, Samaritans can be contacted on freephone 116 123, or email "
            "jo@samaritans.org."
        ),
        "If you are in distress, call the 988 lifeline.",
        "You can call or text the National Suicide Prevention Lifeline on 988, or chat on 988lifeline.org.",
        "The National Domestic Abuse Helpline: 0808 2000 247.",
        "Anyone with information should call police on 101 or Crimestoppers on 0800 555 111.",
        "The hotline for relatives can be reached at +1 (202) 555-0143 day and night.",
    ],
)
def test_a_helpline_with_its_number_is_a_notice(notice: str) -> None:
    assert is_notice(notice)


@pytest.mark.parametrize(
    "told",
    [
        "The hotline received 300 calls on Tuesday, 120 more than on the day before.",
        "The corridor is a lifeline to 300 000 people, officials said on 12 March.",
        "A neighbour called 911 at 3.30am and said that the house was on fire.",
        "Russia plans to call up 300 000 men, according to two officials.",
        "Samaritans said in 2021 that its staff needed help themselves.",
    ],
)
def test_a_report_of_helplines_or_of_figures_is_no_notice(told: str) -> None:
    assert not is_notice(told)


@pytest.mark.parametrize("endless", ["call ", "call or ", "on 1 ", ": 1", "call the 1", "crisis ", "1 ", " "])
def test_telling_notices_takes_time_in_line_with_length(endless: str) -> None:
    with cpu_seconds(at_most=5):
        is_notice(f"{endless * (400_000 // len(endless))} helpline")


def stretches_outside(paragraph: str) -> list[str]:
    stretches = without_notices(paragraph, Span(0, len(paragraph)))
    return [paragraph[stretch.start : stretch.end] for stretch in stretches]


@pytest.mark.parametrize(
    ("paragraph", "stretches"),
    [
        ("Two men were held. They said nothing.", ["Two men were held. They said nothing."]),
        (
            "Two men were held. They are presumed innocent. A judge will hear them.",
            ["Two men were held.", "A judge will hear them."],
        ),
        ("All rights reserved.", []),
        ("If you are in distress, call the 988 lifeline.", []),
    ],
)
def test_a_paragraph_is_read_without_its_notices(paragraph: str, stretches: list[str]) -> None:
    assert stretches_outside(paragraph) == stretches
