"""Test which paragraphs are a gallery of numbered pictures."""

import pytest

from newsroom.text.structure.galleries import galleries


def texts(*numbers, total=9, below=("A caption", "GETTY IMAGES")):
    lines = ["It rained."]
    for number in numbers:
        lines += [f"{number}/{total} The bridge", *below]
    return [*lines, "Nobody was hurt."]


@pytest.mark.parametrize(
    ("numbers", "found"), [((1, 2), []), ((1, 2, 3), [range(1, 10)]), ((4, 5, 6), [range(1, 10)])]
)
def test_three_pictures_in_a_row_are_a_gallery(numbers, found):
    assert galleries(texts(*numbers)) == found


@pytest.mark.parametrize("numbers", [(1, 3, 5), (3, 2, 1), (1, 1, 1)])
def test_other_numbers_are_none(numbers):
    assert galleries(texts(*numbers)) == []


def test_the_number_of_all_pictures_stays_the_same():
    assert galleries(["1/2 a", "2/3 b", "3/4 c"]) == []


@pytest.mark.parametrize(("lines", "is_one"), [(5, True), (6, False)])
def test_a_picture_has_at_most_six_paragraphs(lines, is_one):
    assert bool(galleries(texts(1, 2, 3, below=("x",) * lines))) == is_one


def test_pictures_may_be_counted_in_words():
    assert galleries(["Bild 1", "1 von 3 a", "2 von 3 b", "3 von 3 c"]) == [range(1, 4)]


def test_shares_and_scores_are_no_pictures():
    assert galleries(["1/3.5 of it", "2 of 3 died", "The rest"]) == []
    assert galleries([]) == []
