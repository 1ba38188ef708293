"""Test that the standoff format of brat is read, whose offsets count code points."""

from annotations.logic.interchange.brat import read_brat

TEXT = "😀 Rain fell on Bali."
ANNOTATED = """T1\tWeather 2 6\tRain
T2\tPlace 15 19\tBali
R1\trepeats Arg1:T1 Arg2:T2
#1\tAnnotatorNotes T1\tOnly in the morning.
"""


def test_passages_relations_and_notes_are_read() -> None:
    read = read_brat(ANNOTATED, TEXT, "rain")
    assert [(each.foreign_id, each.exact, each.tags, each.note) for each in read.annotations] == [
        ("rain/T1", "Rain", ("Weather",), "Only in the morning."),
        ("rain/T2", "Bali", ("Place",), ""),
    ]
    assert [(link.source, link.target, link.label) for link in read.links] == [
        ("rain/T1", "rain/T2", "repeats")
    ]
    assert read.unread == ()


def test_what_has_no_place_here_is_told_with_its_line() -> None:
    odd = "T1\tWeather 2 6;7 11\tRain fell\nE1\tEvent:T1\nT2\tPlace 15 99\tBali\n#1\tAnnotatorNotes R9\tHm.\n"
    read = read_brat(odd, TEXT, "rain")
    assert read.annotations == ()
    assert [line.partition(":")[0] for line in read.unread] == [
        "rain.ann, line 1",
        "rain.ann, line 2",
        "rain.ann, line 3",
        "rain.ann",
    ]
