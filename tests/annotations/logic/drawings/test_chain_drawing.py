"""Test the drawing of chains of telling: each thing has one box, and each pair of boxes at most one line."""

from dataclasses import replace

from annotations.logic.drawings.chain_drawing import (
    ChainColumn,
    ChainDrawing,
    ChainEdge,
    DrawnLink,
    DrawnPassage,
    draw_chains,
)

KYODO = DrawnLink("kyodo", "Kyodo", sure=True)


def passage(key: str, report: str, *links: DrawnLink, speaker: str = "") -> DrawnPassage:
    return DrawnPassage(key, f"Quote {key}", report.casefold(), report, links, speaker)


def labels(drawing: ChainDrawing) -> list[list[str]]:
    """Return the labels of the boxes, a list for each column, from the top."""
    return [[node.label for node in drawing.nodes if node.column is column] for column in ChainColumn]


def test_nothing_is_drawn_of_no_passages():
    drawing = draw_chains([])
    assert (drawing.nodes, drawing.edges, drawing.passages) == ((), (), ())
    assert drawing.height == 30.0


def test_each_report_teller_and_speaker_has_one_box():
    drawing = draw_chains(
        [
            passage("1", "Post", KYODO, speaker="Lavrov"),
            passage("2", "Post"),
            passage("3", "Times", KYODO, speaker="lavrov"),
        ]
    )
    assert labels(drawing) == [["Quote 1", "Quote 2", "Quote 3"], ["Post", "Times"], ["Kyodo"], ["Lavrov"]]


def test_lines_lead_from_passage_to_report_to_teller_to_speaker():
    drawing = draw_chains([passage("1", "Post", KYODO, speaker="Lavrov")])
    middle = 30.0 + 16.0
    assert drawing.edges == (
        ChainEdge(160.0, middle, 194.0, middle, sure=True),
        ChainEdge(354.0, middle, 388.0, middle, sure=True),
        ChainEdge(548.0, middle, 582.0, middle, sure=True),
    )


def test_a_speaker_whom_the_report_heard_itself_is_joined_with_the_report():
    drawing = draw_chains([passage("1", "Post", speaker="Lavrov")])
    assert [(edge.x1, edge.x2) for edge in drawing.edges] == [(160.0, 194.0), (354.0, 582.0)]


def test_a_line_is_as_sure_as_the_surest_passage():
    guess = DrawnLink("kyodo", "Kyodo", sure=False)
    drawing = draw_chains(
        [passage("1", "Post", guess), passage("2", "Times", guess), passage("3", "Times", KYODO)]
    )
    between_reports_and_tellers = [edge.sure for edge in drawing.edges if edge.x1 == 354.0]
    assert between_reports_and_tellers == [False, True]


def test_the_common_link_is_marked_and_named():
    drawing = draw_chains([passage("1", "Post", KYODO), passage("2", "Times", KYODO)], {"kyodo"})
    assert [node.label for node in drawing.nodes if node.common] == drawing.common_names == ["Kyodo"]


def test_boxes_stand_forty_four_units_apart_in_four_columns():
    drawing = draw_chains([passage("1", "Post"), passage("2", "Times")])
    assert [node.y for node in drawing.nodes if node.column is ChainColumn.PASSAGE] == [30.0, 74.0]
    assert [column.x for column in drawing.columns] == [0.0, 194.0, 388.0, 582.0]
    assert (drawing.width, drawing.height) == (742.0, 118.0)


def test_a_speaker_named_like_the_common_link_is_not_marked():
    """Kyodo is the teller of both passages, and the text of one also quotes Kyodo as a speaker."""
    quoted = passage("1", "Post", KYODO, speaker="Kyodo")
    drawing = draw_chains([quoted, passage("2", "Times", KYODO)], {"kyodo"})
    assert [node.column for node in drawing.nodes if node.common] == [ChainColumn.TELLER]
    assert drawing.common_names == ["Kyodo"]


def test_a_passage_with_the_key_of_the_common_link_is_not_marked():
    drawing = draw_chains([passage("kyodo", "Post", KYODO)], {"kyodo"})
    assert [node.column for node in drawing.nodes if node.common] == [ChainColumn.TELLER]


def test_a_common_link_that_prints_and_is_cited_has_two_boxes_and_one_name():
    drawing = draw_chains([passage("1", "Kyodo"), passage("2", "Times", KYODO)], {"kyodo"})
    assert [node.column for node in drawing.nodes if node.common] == [
        ChainColumn.REPORT,
        ChainColumn.TELLER,
    ]
    assert drawing.common_names == ["Kyodo"]


def test_only_the_box_of_a_passage_in_doubt_is_in_doubt():
    firm = passage("1", "Post", KYODO, speaker="Lavrov")
    drawing = draw_chains([firm, replace(passage("2", "Times", KYODO), in_doubt=True)])
    assert [node.label for node in drawing.nodes if node.in_doubt] == ["Quote 2"]


def test_each_column_has_its_heading():
    assert [column.heading for column in ChainColumn] == ["Passage", "Report of", "Told by", "Said by"]
