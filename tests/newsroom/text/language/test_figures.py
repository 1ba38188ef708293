from time import process_time

import pytest

from newsroom.text.language.figures import Figure, figures


def beside(text: str) -> list[frozenset[str]]:
    return [figure.beside for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "shown"),
    [
        ("another $360 million in support", 360_000_000, "$", "$360 million"),
        ("a deal of 200 million dollars", 200_000_000, "$", "200 million dollars"),
        ("grew by 5.4 per cent", 5.4, "%", "5.4 per cent"),
        ("grew by 5.4%", 5.4, "%", "5.4%"),
        ("arrested 23 pirates", 23, "pirat", "23"),
        ("an eight-year contract", 8, "year", "eight"),
        ("€1,500 in cash", 1500, "€", "€1,500"),
        ("3bn people", 3_000_000_000, "peopl", "3bn"),
        ("A$50 million", 50_000_000, "A$", "A$50 million"),
        ("50 million Canadian dollars", 50_000_000, "C$", "50 million Canadian dollars"),
        ("US$50 million", 50_000_000, "$", "US$50 million"),
        ("Rs 5 crore", 50_000_000, "₹", "Rs 5 crore"),
        ("10 percentage points", 10, "points", "10 percentage points"),
        ("a 10-percentage-point lead", 10, "points", "10-percentage-point"),
        ("a wave 10 m high", 10, "m", "10 m"),
        ("10m people", 10_000_000, "peopl", "10m"),
        ("$10 m", 10_000_000, "$", "$10 m"),
        ("minus 5C", -5, "c", "minus 5"),
        ("-5C", -5, "c", "-5"),
        ("two dozen people", 24, "peopl", "two dozen"),
        ("three and a half years", 3.5, "year", "three and a half"),
        ("a 34-year-old teacher", 34, "years of age", "34-year-old"),
        ("a teacher aged 34", 34, "years of age", "aged 34"),
        ("12,5 Prozent", 12.5, "%", "12,5 Prozent"),
    ],
)
def test_a_figure_is_read_with_what_it_counts(text, value, unit, shown):
    (figure,) = figures(text)
    assert (figure.value, figure.unit, figure.text) == (value, unit, shown)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between $2 and $3 billion", (2e9, "$", "$2 billion"), (3e9, "$", "$3 billion")),
        ("$1.2-$1.5 billion", (1.2e9, "$", "$1.2 billion"), (1.5e9, "$", "$1.5 billion")),
        ("from $2 to $3 billion", (2e9, "$", "$2 billion"), (3e9, "$", "$3 billion")),
        ("€5–7bn", (5e9, "€", "€5bn"), (7e9, "€", "€7bn")),
        ("5 to 7 per cent", (5, "%", "5 per cent"), (7, "%", "7 per cent")),
        ("between two and three million people", (2e6, "", "two million"), (3e6, "peopl", "three million")),
        ("5m-6m people", (5e6, "", "5m"), (6e6, "peopl", "6m")),
        ("2 - 3 million", (2e6, "", "2 million"), (3e6, "", "3 million")),
        ("fell 3% to 80 million", (3, "%", "3%"), (8e7, "", "80 million")),
        ("5 ships and 2 million tons", (5, "ship", "5"), (2e6, "tonne", "2 million tons")),
        ("$5 to 7 people", (5, "$", "$5"), (7, "peopl", "7")),
        ("from 500 to 2 million", (500, "", "500"), (2e6, "", "2 million")),
    ],
)
def test_the_low_end_of_a_range_has_the_scale_and_measure_of_the_high_one(text, low, high):
    assert [(figure.value, figure.unit, figure.text) for figure in figures(text)] == [low, high]


@pytest.mark.parametrize("text", ["Covid-19", "F-16 jets", "the F-16s", "a Su-35", "G20"])
def test_a_name_holds_no_figure(text):
    assert list(figures(text)) == []


def test_a_long_row_of_digits_is_read_in_linear_time():
    began = process_time()
    list(figures("1,1" * 50_000))
    assert process_time() - began < 10


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("1,234,567.8", 1_234_567.8),
        ("12,34,567", 1_234_567),
        ("1 234 567,8", 1_234_567.8),
        ("1.234.567,8", 1_234_567.8),
        ("1.234.567", 1_234_567),
        ("1,234", 1_234),
        ("12,34", 12.34),
        ("1.234", 1.234),
        ("1234.5", 1_234.5),
    ],
)
def test_points_and_commas_part_groups_or_decimals(number: str, value: float):
    (figure,) = figures(f"some {number} ships")
    assert figure.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("twenty-one ships", 21), ("thirty", 30), ("half a million ships", 500_000), ("one person", 1)],
)
def test_number_words_are_read_in_full(text: str, value: float):
    (figure,) = figures(text)
    assert figure.value == value


@pytest.mark.parametrize(
    "text",
    [
        "well-known",
        "one of them said so",
        "no one was killed",
        "two-thirds of voters",
        "several hundred ships",
        "several hundred and fifty ships",
        "one in five ships",
        "12/7",
        "version 1.2.3",
        "twenty twenty-two",
        "5 quadrillion ships",
        "2 crore 50 lakh",
        "the twenty-first ship",
    ],
)
def test_what_is_read_by_half_is_no_figure(text: str):
    assert list(figures(text)) == []


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("between 30 and 40 people", (30, 40)),
        ("30 to 40 people", (30, 40)),
        ("30-40 people", (30, 40)),
        ("between about 30 and about 40 people", (30, 40)),
        ("from 30 to 40 people", None),
        ("30 and 40 people", None),
        ("40 to 30 people", None),
        ("30 to 30 people", None),
        ("3% to 80 million", None),
        ("3% to $80", None),
    ],
)
def test_a_figure_of_a_range_lies_between_its_ends(text: str, ends: tuple[float, float] | None):
    assert [figure.between for figure in figures(text)] == [ends, ends]


def test_the_word_that_opens_a_range_stands_right_before_it():
    assert [figure.between for figure in figures("between the two ports 30 and 40 people")][1:] == [
        None,
        None,
    ]


def test_a_chain_of_figures_is_read_in_pairs():
    assert [(figure.value, figure.between) for figure in figures("2 to 3 to 4 million")] == [
        (2, (2, 3)),
        (3e6, (3e6, 4e6)),
        (4e6, (3e6, 4e6)),
    ]


@pytest.mark.parametrize(
    ("first", "second", "may_be_one"),
    [
        (Figure(35, "", "35"), Figure(30, "", "30", (30, 40)), True),
        (Figure(40, "", "40"), Figure(30, "", "30", (30, 40)), True),
        (Figure(41, "", "41"), Figure(30, "", "30", (30, 40)), False),
        (Figure(30, "", "30"), Figure(30, "", "30"), True),
        (Figure(30, "", "30"), Figure(31, "", "31"), False),
    ],
)
def test_figures_may_be_one_if_their_ranges_meet(first: Figure, second: Figure, may_be_one: bool):
    assert first.overlaps(second) is may_be_one
    assert second.overlaps(first) is may_be_one


def test_four_terms_on_either_side_tell_what_a_figure_is_about():
    (terms,) = beside("alpha bravo charlie delta echo 12 foxtrot golf hotel india juliet")
    assert {"bravo", "charli", "delta", "echo"} <= terms
    assert "alpha" not in terms
    # The noun after a figure is its unit and part of the figure.
    assert {"golf", "hotel", "india", "juliet"} <= terms


def test_a_fifth_term_after_a_figure_is_too_far():
    (terms,) = beside("12 alpha bravo charlie delta echo foxtrot")
    assert terms == {"bravo", "charli", "delta", "echo"}


def test_what_is_beside_a_figure_ends_with_the_clause():
    (terms,) = beside("Rain fell; ships lost 12 crates, and wind rose")
    assert terms == {"ship", "lost"}


def test_units_and_other_figures_are_not_beside():
    assert beside("paid 12 dollars for 3 crates") == [{"paid", "for", "crate"}, {"paid", "for"}]
