import math

import pytest

from newsroom.text.story_match.vectors import centroid, cosine, vector_of


def same_idf(term: str) -> float:
    return 2.0


def test_a_vector_has_length_one():
    vector = vector_of({"rain": 1, "hail": 3, "snow": 2}, {}, same_idf, 1.5)
    assert math.hypot(*vector.values()) == pytest.approx(1)


def test_a_term_counts_by_the_logarithm_of_its_frequency():
    vector = vector_of({"rain": 1, "hail": 3}, {}, same_idf, 1.5)
    assert vector["hail"] / vector["rain"] == pytest.approx(1 + math.log(3))


def test_a_name_counts_as_much_more_as_it_is_told_to():
    vector = vector_of({"rain": 1, "tavira": 1}, {"tavira": "Tavira"}, same_idf, 1.5)
    assert vector["tavira"] / vector["rain"] == pytest.approx(1.5)


def test_the_cosine_is_the_share_of_terms_in_common():
    first = vector_of(dict.fromkeys("abcd", 1), {}, same_idf, 1)
    second = vector_of(dict.fromkeys("abcx", 1), {}, same_idf, 1)
    assert cosine(first, second) == cosine(second, first) == pytest.approx(0.75)
    assert cosine(first, first) == pytest.approx(1)
    assert cosine(first, {}) == 0


def test_the_centroid_is_the_mean_direction():
    middle = centroid([{"rain": 1.0}, {"hail": 1.0}])
    assert middle == pytest.approx({"rain": math.sqrt(0.5), "hail": math.sqrt(0.5)})
    assert centroid([]) == {}
