"""Test which lines name authors."""

import pytest

from newsroom.text.structure.byline_lines import author_credit, credited_to


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("By AFP", "AFP"),
        ("By Jane Doe and John Roe", "Jane Doe and John Roe"),
        ("BY JANE DOE, Reuters", "JANE DOE, Reuters"),
        ("Von Jana van der Muster", "Jana van der Muster"),
        ("Author: jane", "jane"),
        ("Reuters", "Reuters"),
        ("By Friday all had left", ""),
        ("By the numbers", ""),
        ("By and large", ""),
        ("Bystanders Saw Him", ""),
        ("By Leaving Early The Minister Angered Many Of Them.", ""),
        ("A headline", ""),
    ],
)
def test_a_byline_names_people_or_agencies(line: str, who: str) -> None:
    assert credited_to(line) == who


@pytest.mark.parametrize(("words", "named"), [(16, True), (17, False)])
def test_a_byline_has_at_most_sixteen_words(words: int, named: bool) -> None:
    names = " ".join(f"N{index}" for index in range(words))
    assert credited_to(f"By {names}") == (names if named else "")


@pytest.mark.parametrize(("words", "named"), [(6, True), (7, False)])
def test_a_byline_that_ends_in_a_stop_has_at_most_six_words(words: int, named: bool) -> None:
    names = " ".join(f"Name{index}" for index in range(words))
    assert credited_to(f"By {names}.") == (names if named else "")


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("By Jane Doe on 9 July 2022", "Jane Doe"),
        ("By Jane Doe | July 9, 2022", "Jane Doe"),
        ("By Jane Doe on Monday in Bali", ""),
        ("By Jane Doe and wire reports", "Jane Doe"),
        ("By Jane Doe with agencies", "Jane Doe"),
    ],
)
def test_a_day_and_wires_behind_a_name_do_not_belong_to_it(line: str, who: str) -> None:
    assert credited_to(line) == who


def test_where_an_author_is_known_to_stand_no_by_is_needed() -> None:
    assert author_credit("Jane Doe") == "Jane Doe"
    assert author_credit("By Jane Doe") == "Jane Doe"
    assert author_credit("Two hours ago") == ""
