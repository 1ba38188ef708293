"""Test what is said about the annotations of a file."""

from annotations.logic.interchange.reports import AnnotationLine, AnnotationReport, AnnotationState


def test_the_annotations_of_each_state_are_counted_and_those_left_out_named() -> None:
    states = [AnnotationState.NEW, AnnotationState.NEW, AnnotationState.SAME, AnnotationState.AMBIGUOUS]
    lines = [AnnotationLine(state, str(number), "rain") for number, state in enumerate(states)]
    report = AnnotationReport(tuple(lines))
    assert report.summary == "2 new, 1 same, 0 moved, 1 ambiguous, 0 not found, 0 refused"
    assert [line.foreign_id for line in report.left_out] == ["3"]


def test_the_tags_of_a_codebook_are_counted_too() -> None:
    line = AnnotationLine(AnnotationState.NEW, "1", "rain")
    assert AnnotationReport((), new_tags=1, known_tags=2).summary == "1 new tag, 2 known"
    assert AnnotationReport((line,), known_tags=2).summary.endswith("0 refused; 0 new tags, 2 known")
