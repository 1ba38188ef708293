"""Test how much two texts have in common if words are edited throughout."""

import pytest

from annotations.logic.sources.shared_wording.resemblance import Resemblance, resemblance_of
from tests.annotations.logic.sources.test_copies import common, own, read


def edited(words: int, every: int, seed: str) -> str:
    """Return `words` words that two texts share, in which each `every`th word was edited."""
    return " ".join(
        f"{seed}{place}" if place % every == 0 else word for place, word in enumerate(common(words).split())
    )


@pytest.mark.parametrize(
    ("containment", "resemblance", "whole"),
    [(0.75, 0.0, True), (0.74, 0.54, False), (0.74, 0.55, True)],
)
def test_a_text_is_copied_as_a_whole_by_containment_or_by_resemblance(
    containment: float, resemblance: float, whole: bool
):
    assert Resemblance(containment, resemblance).is_whole is whole


def test_the_same_text_is_contained_and_resembles():
    text = read(common(20))
    assert resemblance_of(text, text) == Resemblance(1.0, 1.0)


def test_a_brief_is_contained_in_a_long_report_that_it_does_not_resemble():
    brief, report = read(common(20)), read(f"{common(20)} {own(60)}")
    assert resemblance_of(brief, report) == Resemblance(1.0, 0.4)


@pytest.mark.parametrize(("every", "containment"), [(4, 39 / 40), (3, 0.0)])
def test_every_fourth_word_can_be_edited(every: int, containment: float):
    """The first word is edited too, and no stretch of shared words extends over it."""
    left, right = (read(edited(40, every, seed)) for seed in ("left", "right"))
    assert resemblance_of(left, right).containment == pytest.approx(containment)


@pytest.mark.parametrize(("shared", "containment"), [(5, 0.5), (4, 0.0)])
def test_stretches_under_five_words_are_left_out(shared: int, containment: float):
    left, right = (read(f"{common(shared)} {own(10 - shared, seed)}") for seed in ("left", "right"))
    assert resemblance_of(left, right).containment == containment


def test_words_in_quotations_count():
    left, right = (read(f"{own(10, seed)} “{common(10)}”") for seed in ("left", "right"))
    assert resemblance_of(left, right) == Resemblance(0.5, 0.5)


def test_a_text_without_words_has_nothing_in_common():
    assert resemblance_of(read(""), read(common(10))) == Resemblance(0.0, 0.0)
