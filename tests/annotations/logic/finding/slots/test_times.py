"""Test which days and times of day contradict each other."""

import pytest

from tests.story_reports import slots


@pytest.mark.parametrize(
    ("one", "other", "slot", "other_slot"),
    [
        (
            "The novelist Ana Berg died on Friday at her house in Velden.",
            "Ana Berg, the novelist, died Thursday at her house in Velden.",
            "Friday",
            "Thursday",
        ),
        (
            "A ferry ran aground off Tarn island at 6:40 on Tuesday.",
            "A ferry ran aground off Tarn island at 7:10 on Tuesday, the coastguard said.",
            "6:40",
            "7:10",
        ),
        (
            "The Karo treaty was signed on 3 May by both ministers.",
            "The Karo treaty was signed on 5 May by both ministers.",
            "3 May",
            "5 May",
        ),
        (
            "Ana Berg of the Fridayist party died on Friday at her house in Velden.",
            "Ana Berg of the Fridayist party died Thursday at her house in Velden.",
            "Friday",
            "Thursday",
        ),
    ],
)
def test_one_act_at_two_times_contradicts(one, other, slot, other_slot):
    assert slots(one, other) == [("time", slot, other_slot)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A clerk was charged with the Velden office shooting on Saturday.",
            "A clerk was charged after a shooting at the Velden office on Friday.",
        ),
        (
            "The novelist Ana Berg died at her house in Velden, her son said on Friday.",
            "The novelist Ana Berg died at her house in Velden, her son said on Thursday.",
        ),
        (
            "The Karo carnival drew crowds to Velden in March.",
            "The Karo carnival drew crowds to Velden in April.",
        ),
        (
            "The ferry left Tarn island on Monday and came back on Friday.",
            "The ferry left Tarn island on Tuesday.",
        ),
        (
            "The Karo treaty was signed on Friday by both ministers in Velden.",
            "The Karo treaty was signed on 5 May by both ministers in Velden.",
        ),
        (
            "A ferry ran aground off Tarn island at 6:40 pm on Tuesday.",
            "A ferry ran aground off Tarn island at 18:40 on Tuesday.",
        ),
        (
            "Rumours about the death of the singer Ana Berg spread on Monday.",
            "Rumours about the death of the singer Mia Holm spread on Sunday.",
        ),
    ],
)
def test_what_may_both_be_so_does_not_contradict(one, other):
    assert slots(one, other) == []
