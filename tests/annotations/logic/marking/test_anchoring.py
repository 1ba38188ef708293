import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotations.logic.marking.anchoring import place
from annotations.logic.marking.placement import LOST, Placement
from annotations.logic.marking.selectors import Selector, select
from annotations.logic.vocabulary import AnchorState
from newsroom.text.changes.offsets import changes
from newsroom.text.model import Span
from tests.placed_quotes import place_quote, words_of

SENTENCES = [
    "The minister left the room before the others had spoken. ",
    "Nobody wished to say who had asked for it. ",
    "“It was not us who abandoned all contacts,” he said. ",
    "Rain fell. ",
    "The talks went on until the evening.\n\n",
    "Grain ships waited in the harbour for a decision. ",
    "😀 was all that the spokesman wrote. ",
]
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8).map("".join)


@st.composite
def passages(draw: st.DrawFn, text: str) -> Selector:
    """Draw a passage of `text` that people can mark. It is never white space alone."""
    start = draw(st.integers(0, len(text) - 1))
    selector = select(text, Span(start, draw(st.integers(start + 1, len(text)))))
    assume(selector.quote.strip())
    return selector


@st.composite
def revisions(draw: st.DrawFn) -> tuple[str, str, Selector]:
    old = draw(TEXTS)
    new = draw(TEXTS | st.text(max_size=40))
    return old, new, draw(passages(old))


@st.composite
def edited_texts(draw: st.DrawFn) -> tuple[str, str, Selector]:
    """Draw a text, the text after a few edits, and a passage of the first text.

    An edit adds, deletes or replaces words, or moves a paragraph.
    """
    old = "".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=12)))
    words = old.split(" ")
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(words) - 1))
        match draw(st.sampled_from(["in", "out", "other", "move"])):
            case "in":
                words.insert(at, draw(st.sampled_from(["e\u0301lan", "👩‍🚒", "the", "“grain”", "140"])))
            case "out" if len(words) > 1:
                del words[at]
            case "move":
                words = [*words[at:], *words[:at]]
            case _:
                words[at] = draw(st.text(max_size=8))
    return old, " ".join(words), draw(passages(old))


@given(revisions() | edited_texts())
def test_what_is_found_is_the_quote_unless_the_state_says_changed(case: tuple[str, str, Selector]) -> None:
    old, new, selector = case
    found = place(selector, changes(old, new), new)
    if found.span is None:
        assert found == LOST
    elif found.state is AnchorState.CHANGED:
        assert found.span
        assert new[found.span.start : found.span.end] != selector.quote
        assert 0 < found.score < 1
    else:
        assert new[found.span.start : found.span.end] == selector.quote
        assert (found.state is AnchorState.SAME) == (found.span.start == selector.start)
        assert found.score == 1


@given(revisions())
def test_in_an_unchanged_text_every_passage_stays(case: tuple[str, str, Selector]) -> None:
    old, _, selector = case
    found = place(selector, changes(old, old), old)
    assert found == Placement(AnchorState.SAME, Span(selector.start, selector.end), 1.0)


@given(revisions())
def test_a_new_beginning_never_leaves_a_passage_in_its_old_place(case: tuple[str, str, Selector]) -> None:
    old, _, selector = case
    now = f"A new beginning of the report.\n\n{old}"
    found = place(selector, changes(old, now), now)
    assert found == Placement(AnchorState.MOVED, Span(selector.start + 32, selector.end + 32), 1.0)


def test_a_repeated_quote_is_placed_next_to_its_old_neighbours() -> None:
    was = "Rain? No rain fell in the north of the country on that day."
    now = "No rain. Later it was said: no rain fell in the north of the country on that day."
    found = place_quote("rain", was=was, now=now)
    assert found == Placement(AnchorState.MOVED, Span(31, 35), 1.0)


@pytest.mark.parametrize("edit", ["", "at last "])
@pytest.mark.parametrize("quote", ["in", "the", "a"])
def test_a_word_that_stands_in_a_text_thousands_of_times_stays_in_its_place(quote: str, edit: str) -> None:
    was = "".join(f"Told {number} times: a rain in the night, and in the plain. " for number in range(3_000))
    now = f"{was.replace(' 2718 times', f' 2718 {edit}times')}It is over."
    at = was.index(quote, was.index(" 2718 times:") + len(" 2718 times:"))
    found = place(select(was, Span(at, at + len(quote))), changes(was, now), now)
    assert found.span == Span(at + len(edit), at + len(edit) + len(quote))
    assert found.score == 1


def test_a_paragraph_that_changed_places_takes_its_passages_along() -> None:
    first, second, third = (
        "One came first and left. ",
        "Two spoke for an hour about grain. ",
        "Three kept silent. ",
    )
    found = place_quote("an hour", was=first + second + third, now=second + third * 2 + first)
    assert found.state is AnchorState.MOVED
    assert words_of(found, second + third * 2 + first) == "an hour"


def test_a_passage_with_a_word_replaced_is_changed() -> None:
    now = "He said they began to speak only after the minister had left the hall."
    found = place_quote(
        "began to speak only after the minister had left the room",
        was="He said they began to speak only after the minister had left the room.",
        now=now,
    )
    assert found.state is AnchorState.CHANGED
    assert words_of(found, now) == "began to speak only after the minister had left the hall"
    assert found.score == pytest.approx(52 / 56)


def test_words_put_into_a_passage_change_it() -> None:
    was = "The minister left the room before the others had spoken."
    now = "The minister left the crowded room, he says, before the others had spoken."
    found = place_quote(was, was=was, now=now)
    assert (found.state, words_of(found, now)) == (AnchorState.CHANGED, now)


def test_another_style_of_quotation_marks_changes_a_passage() -> None:
    was = "Then: “We have nothing more to say about it”, and he left. "
    now = "A word before all. " * 20 + 'Then: "We have nothing more to say about it", and he left. '
    found = place_quote("“We have nothing more to say about it”", was=was, now=now)
    assert (found.state, words_of(found, now)) == (
        AnchorState.CHANGED,
        '"We have nothing more to say about it"',
    )


def test_an_edited_passage_is_found_behind_its_old_prefix_where_its_paragraph_went() -> None:
    passage = "The ships with grain from the harbour had waited for a decision since the morning"
    edited = passage.replace("since the morning", "since noon")
    other = " ".join(f"Sentence number {number} says something of its own." for number in range(40))
    was = f"{other}\n\nAs the mayor of the town said: {passage}. And so on."
    now = f"As the mayor of the town said: {edited}. Then more.\n\n{other}"
    found = place_quote(passage, was=was, now=now)
    assert found.state is AnchorState.CHANGED
    assert words_of(found, now) == edited


def test_an_edited_passage_is_found_before_its_old_suffix_where_its_paragraph_went() -> None:
    passage = "The ships with grain from the harbour had waited for a decision since the morning"
    edited = passage.replace("ships with grain", "ships")
    other = " ".join(f"Sentence number {number} says something of its own." for number in range(40))
    was = f"{other}\n\n{passage}, according to the mayor of the town."
    now = f"{edited}, according to the mayor of the town.\n\n{other}"
    assert words_of(place_quote(passage, was=was, now=now), now) == edited


def test_a_row_edited_among_rows_much_like_it_is_changed_where_it_stands() -> None:
    was = "Killed:\n\nAnna Petrova, 34, a teacher\n\nIvan Petrov, 36, a driver\n\nOlena Bondar, 29, a nurse"
    now = was.replace("Ivan Petrov, 36", "Ivan Petrenko, 66")
    found = place_quote("Ivan Petrov, 36, a driver", was=was, now=now)
    assert (found.state, words_of(found, now)) == (AnchorState.CHANGED, "Ivan Petrenko, 66, a driver")


@pytest.mark.parametrize(
    ("quote", "edited"),
    [
        ("Rain fell on Bali all day", "Rain fell on Bali all night"),
        ("120 people", "140 people"),
        ("Dmitri Kuleba", "Dmytro Kuleba"),
    ],
)
def test_a_few_words_edited_between_their_old_neighbours_are_changed(quote: str, edited: str) -> None:
    now = f"On the second day, as the talks went on, {edited} stood in every report that we have read."
    found = place_quote(quote, was=now.replace(edited, quote), now=now)
    assert (found.state, words_of(found, now)) == (AnchorState.CHANGED, edited)


def test_a_few_words_with_others_put_in_behind_are_changed_and_found_without_these() -> None:
    was = "They spoke of the weather. Rain fell on Bali all day. The delegates stayed in their hotels."
    now = (
        "They spoke of the weather. Rain fell on Bali all night, said the hosts. "
        "The delegates stayed in their hotels."
    )
    found = place_quote("Rain fell on Bali all day", was=was, now=now)
    assert (found.state, words_of(found, now)) == (AnchorState.CHANGED, "Rain fell on Bali all night")


@pytest.mark.parametrize(
    ("quote", "edited"),
    [
        ("was found guilty", "was not found guilty"),
        ("Lavrov left the room", "Lavrov and Wang left the room"),
        ("He left the hall", "He left, it is said, the hall"),
    ],
)
def test_words_put_into_a_few_cut_none_of_their_own_off(quote: str, edited: str) -> None:
    now = f"On the second day {edited} at noon, as every report says that we have read."
    found = place_quote(quote, was=now.replace(edited, quote), now=now)
    assert words_of(found, now) == edited


@pytest.mark.parametrize(
    ("quote", "edited"),
    [
        ("He left the room early", "He soon left the room earlier"),
        ("Early he left the room", "Earlier he left the other room"),
    ],
)
def test_a_few_words_begin_or_end_with_the_one_that_stands_though_the_other_end_changed(
    quote: str, edited: str
) -> None:
    now = f"They said on the first day of the talks: {edited}, as every report says that we have read."
    assert words_of(place_quote(quote, was=now.replace(edited, quote), now=now), now) == edited


def test_a_passage_ends_with_its_last_word_though_its_full_stop_was_met_behind_what_was_added() -> None:
    passage = "The terms were in everyday use."
    was = f"It began long ago. {passage} Nobody knew why that was so in those years."
    edited = passage.replace("were", "were, people said,")
    now = was.replace(passage, f"{edited} A sentence was put in here, and it is long enough.")
    assert words_of(place_quote(passage, was=was, now=now), now) == edited


def test_a_few_words_edited_in_other_company_are_lost() -> None:
    was = "On the second day of the talks 120 people had come to the square. Later it rained."
    now = "Grain is dear again. The fire brigade counted 140 people at the harbour. Later it rained."
    assert place_quote("120 people", was=was, now=now) == LOST


def test_a_changed_sentence_keeps_its_full_stop() -> None:
    was = (
        "Before that it was quiet. The book was first published on February 18, 1885. After that it was not."
    )
    now = "Before that it was quiet. The book was first published in January 1885. After that it was not."
    found = place_quote("The book was first published on February 18, 1885.", was=was, now=now)
    assert words_of(found, now) == "The book was first published in January 1885."


def test_a_rewritten_passage_is_lost() -> None:
    was = "Before. The minister left the room in a hurry and spoke to nobody. After."
    now = "Before. Grain prices rose again this week, as they had for months. After."
    assert place_quote("The minister left the room in a hurry and spoke to nobody.", was=was, now=now) == LOST


def test_everything_is_lost_in_an_empty_text() -> None:
    assert place_quote("words", was="Some words here.", now="") == LOST


HALL = "They spoke in the hall of the old town about grain, ships and the price of bread this year. " * 2
NIGHT = "It was late at night."


def test_of_places_in_equal_company_the_one_nearest_to_where_the_quote_was_sent_is_taken() -> None:
    row = "abcdefghijkl snow mnopqrstuvwx"
    now = f"{row} {HALL}{NIGHT} So {row}"
    placement = place_quote("snow", was=f"{HALL}{row} {NIGHT}", now=now)
    assert placement.span == Span(now.rindex("snow"), now.rindex("snow") + 4)


def test_a_quote_stays_where_it_is_sent_unless_it_stands_in_much_closer_company_elsewhere() -> None:
    was = f"{HALL} zz abcdefghijkl snow mnopqrstuvwxyz. {NIGHT} {HALL}"
    sent = f"{HALL} yy abcdefghijkl snow yy."
    close = "yy abcdefghijkl snow mnopqrstuvwx yy"
    closest = f"zz abcdefghijkl snow mnopqrstuvwxyz. {NIGHT} Then yy"
    here = sent.index("snow")
    assert place_quote("snow", was=was, now=f"{sent} {HALL} {close}").span == Span(here, here + 4)
    now = f"{sent} {HALL} {closest}"
    there = now.rindex("snow")
    assert place_quote("snow", was=was, now=now).span == Span(there, there + 4)


def test_of_two_places_side_by_side_in_equal_company_neither_is_taken() -> None:
    row = "abcdefghijkl mnopqrst snow uvwxyzab cdefghijk"
    was = f"{row} {NIGHT} {HALL * 3}"
    assert place_quote("snow", was=was, now=f"{HALL * 3}So {row} and so {row}") == LOST
    assert place_quote("snow", was=was, now=f"{HALL * 3}So {row} and so rain").state is AnchorState.MOVED


def test_a_quote_of_one_letter_stays_where_all_its_neighbours_stayed() -> None:
    assert place_quote("7", was="7 came.", now="7\n\ncame.") == Placement(AnchorState.SAME, Span(0, 1), 1.0)
