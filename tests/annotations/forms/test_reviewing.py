"""Test the form of the review page: the answer, and the place that the person looked at."""

from uuid import uuid4

from annotations.forms.reviewing import ReviewForm


def test_line_breaks_of_a_browser_are_those_of_the_text():
    form = ReviewForm({"act": "place", "anchor": str(uuid4()), "quote": "Rain\r\nfell. "})
    assert form.is_valid()
    assert form.cleaned_data["quote"] == "Rain\nfell. "


def test_an_answer_names_the_place_that_was_looked_at():
    assert not ReviewForm({"act": "accept"}).is_valid()


def test_another_answer_is_refused():
    assert not ReviewForm({"act": "delete", "anchor": str(uuid4())}).is_valid()
