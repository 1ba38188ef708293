"""Test which segment of a page is the headline."""

from newsroom.text.readers.page.headline import same_words_as
from tests.newsroom.text.readers.sample_pages import FIRST, SECOND, page

TEXT = f"<p>{FIRST}</p><p>{SECOND}</p>"


def headline(body: str, head: str = "") -> str:
    return page(body, head).metadata.title


def test_what_the_page_states_counts_first() -> None:
    stated = "<meta property='og:title' content='Rain over Bali'><title>Weather</title>"
    assert headline(f"<h1>Snow</h1><h2>Rain over Bali!</h2>{TEXT}", stated) == "Rain over Bali!"


def test_then_the_heading_that_begins_the_title() -> None:
    title = "<title>Rain over Bali - World - Example</title>"
    assert headline(f"<h1>Example</h1><h2>Rain over Bali</h2>{TEXT}", title) == "Rain over Bali"


def test_then_the_last_first_level_heading_before_the_text() -> None:
    headings = "<h1>Weather</h1><h1>Rain over Bali</h1>"
    assert headline(f"{headings}{TEXT}<h1>Comments</h1>", "<title>x</title>") == "Rain over Bali"


def test_a_heading_that_is_one_link_is_the_way_home() -> None:
    linked = "<h1><a href='/'>Weather</a></h1>"
    assert headline(f"<h1>Rain over Bali</h1>{linked}{TEXT}") == "Rain over Bali"


def test_words_are_compared_without_case_and_signs() -> None:
    assert same_words_as("Rain, over Bali!")("RAIN over bali")
    assert not same_words_as("Rain")("Snow")
    assert not same_words_as("—")("!")
