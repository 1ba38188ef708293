"""Test that verbs of opinion and participles make their subject the speaker of a
quotation, and of nothing else.
"""

import pytest

from annotations.logic.speech.quoting import quoting_speeches
from newsroom.text.model import Span


def speakers(text: str) -> list[str]:
    return [speech.speaker for speech in quoting_speeches(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "Marta Ilves accused the council of being “deaf to reason”.",
        "Marta Ilves once again described the plan as “a road to nowhere”.",
        "The road, which Marta Ilves calls “a scar”, is open.",
        "Marta Ilves declined to comment, calling the papers “stolen goods”.",
        "Calling the papers “stolen goods”, Marta Ilves left the hall.",
        "Marta Ilves issued a statement saying that the hall was “not for sale”.",
        "“We were happy,” Marta Ilves mused.",
        "A town of “rain and tears,” Marta Ilves called it.",
        "On Monday, Marta Ilves, a former nurse, praised “those who stayed”.",
    ],
)
def test_the_subject_of_the_verb_is_the_speaker(text):
    assert set(speakers(text)) == {"Marta Ilves"}


@pytest.mark.parametrize(
    "text", ["Marta Ilves criticised the council.", "Calling the council, Marta Ilves left."]
)
def test_a_verb_of_opinion_without_a_quotation_reports_nothing(text):
    assert speakers(text) == []


@pytest.mark.parametrize(("number", "speaker"), [(240, ["Ilves"]), (241, [])])
def test_a_quotation_begins_within_240_code_points(number, speaker):
    between = " " + "a" * (number - 2) + " "
    assert speakers(f"Ilves criticised{between}“us”.") == speaker
