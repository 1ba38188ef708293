import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.changes.alignment import align
from newsroom.text.changes.essence import essence
from newsroom.text.changes.rows import ComparisonRow, Fate, compare, edits, word_by_word
from newsroom.text.changes.segments import Change
from newsroom.text.model import Document
from newsroom.text.pipeline import prepare

FIRST = "The minister left the hall before the speech began. Nobody followed him."
SECOND = "Grain ships waited in the harbour for a decision, as they had for weeks."
THIRD = "The talks went on until the evening. Then the hosts spoke to reporters."
FOURTH = "A spokesman declined to comment on the number of the wounded."


def document(*paragraphs: str) -> Document:
    return prepare("\n\n".join(paragraphs).encode(), name="article.txt").document


def fates(old: Document, new: Document) -> list[tuple[Fate, int | None, int | None]]:
    return [(row.fate, row.old, row.new) for row in compare(old, new)]


def changes_in(row: ComparisonRow) -> list[tuple[str, str]]:
    return [(words.kind.value, words.text) for words in row.words]


def test_an_article_compared_with_itself_is_kept_whole() -> None:
    text = document(FIRST, SECOND)
    assert fates(text, text) == [(Fate.KEPT, 0, 0), (Fate.KEPT, 1, 1)]
    assert edits(text, text) == ()


def test_an_edited_paragraph_says_which_words_went_and_which_came() -> None:
    (row,) = compare(document(FIRST), document(FIRST.replace("before", "during")))
    assert row.fate is Fate.CHANGED
    assert changes_in(row)[1:3] == [("deleted", "before"), ("inserted", "during")]
    assert "".join(words.text for words in row.before) == FIRST
    assert "".join(words.text for words in row.after) == FIRST.replace("before", "during")


def test_added_and_removed_paragraphs_stand_where_they_do_and_did() -> None:
    old, new = document(FIRST, SECOND, THIRD), document(FOURTH, FIRST, THIRD)
    assert fates(old, new) == [
        (Fate.ADDED, None, 0),
        (Fate.KEPT, 0, 1),
        (Fate.REMOVED, 1, None),
        (Fate.KEPT, 2, 2),
    ]


def test_a_moved_paragraph_is_named_in_both_places_with_the_way_it_went() -> None:
    rows = compare(document(FIRST, SECOND, THIRD, FOURTH), document(SECOND, THIRD, FOURTH, FIRST))
    assert [(row.fate, row.old, row.new, row.up) for row in rows] == [
        (Fate.LEFT, 0, 3, False),
        (Fate.KEPT, 1, 0, False),
        (Fate.KEPT, 2, 1, False),
        (Fate.KEPT, 3, 2, False),
        (Fate.MOVED, 0, 3, False),
    ]
    back = compare(document(SECOND, THIRD, FOURTH, FIRST), document(FIRST, SECOND, THIRD, FOURTH))
    assert [(row.fate, row.up) for row in back if row.fate in (Fate.MOVED, Fate.LEFT)] == [
        (Fate.MOVED, True),
        (Fate.LEFT, True),
    ]


def test_a_paragraph_moved_and_edited_is_a_move_with_its_words() -> None:
    rows = compare(
        document(FIRST, SECOND, THIRD, FOURTH), document(SECOND, THIRD, FOURTH, FIRST.replace("hall", "room"))
    )
    (moved,) = [row for row in rows if row.fate is Fate.MOVED]
    assert changes_in(moved)[1:3] == [("deleted", "hall"), ("inserted", "room")]


@pytest.mark.parametrize(
    "printed",
    [
        FIRST.replace(".", "!"),
        FIRST.replace(" left", "  left"),
        FIRST.replace("The minister", "“The minister”"),
        FIRST.replace("speech began", "speech—began"),
    ],
)
def test_white_space_and_punctuation_alone_are_minor(printed: str) -> None:
    old, new = document(FIRST, SECOND), document(printed, SECOND)
    assert fates(old, new) == [(Fate.MINOR, 0, 0), (Fate.KEPT, 1, 1)]
    assert edits(old, new) == ()


@pytest.mark.parametrize(
    ("was", "now"),
    [("10.5 tons", "105 tons"), ("-5 degrees", "5 degrees"), ("5% of them", "5 of them"), ("6:30", "630")],
)
def test_the_signs_that_figures_are_made_of_are_not_minor(was: str, now: str) -> None:
    assert essence(was) != essence(now)


@pytest.mark.parametrize(("was", "now"), [("hall", "room"), ("room", "hall")])
def test_another_word_is_never_minor_whichever_of_the_two_comes_first_in_the_alphabet(
    was: str, now: str
) -> None:
    old, new = (document(f"He said no to it in the {place}.") for place in (was, now))
    (row,) = compare(old, new)
    assert row.fate is Fate.CHANGED
    assert [(words.text, words.minor) for words in row.words if words.kind is not Change.EQUAL] == [
        (was, False),
        (now, False),
    ]


def test_kept_words_are_no_minor_change() -> None:
    (row,) = compare(document("He said no."), document("He said no!"))
    assert [(words.kind, words.minor) for words in row.words] == [
        (Change.EQUAL, False),
        (Change.DELETED, True),
        (Change.INSERTED, True),
    ]


def test_words_that_differ_in_punctuation_alone_are_minor_within_an_edited_paragraph() -> None:
    (row,) = compare(document('He said "no" to it in the hall.'), document("He said “no” to it in the room."))
    assert [(words.text, words.minor) for words in row.words if words.kind is not Change.EQUAL] == [
        ('"', True),
        ("“", True),
        ('"', True),
        ("”", True),
        ("hall", False),
        ("room", False),
    ]


def test_the_sentences_that_changed_are_told_alone() -> None:
    old = document(FIRST, SECOND, THIRD)
    new = document(FIRST.replace("before", "during"), THIRD, SECOND, FOURTH)
    assert [(edit.before, edit.after) for edit in edits(old, new)] == [
        (
            "The minister left the hall before the speech began.",
            "The minister left the hall during the speech began.",
        ),
        ("", FOURTH),
    ]


def test_a_paragraph_split_in_two_changes_no_sentence() -> None:
    assert edits(document(f"{FIRST} {SECOND}"), document(FIRST, SECOND)) == ()


def test_a_rewritten_article_is_compared_without_looking_at_every_pair() -> None:
    old = document(*(f"Old report number {number} on the harbour." for number in range(400)))
    new = document(
        *(f"Quite another account, the {number}th of its kind, of a wedding." for number in range(400))
    )
    rows = compare(old, new)
    assert {row.fate for row in rows} == {Fate.REMOVED, Fate.ADDED}
    assert len(rows) == 800


PARAGRAPHS = st.lists(st.sampled_from([FIRST, SECOND, THIRD, FOURTH, FIRST.replace("hall", "room"), "Rain."]))


@given(PARAGRAPHS, PARAGRAPHS)
def test_nothing_is_left_out_and_nothing_told_twice(old: list[str], new: list[str]) -> None:
    pairs = align(old, new)
    assert [i for i, _ in pairs if i is not None] == list(range(len(old)))
    assert [j for _, j in pairs if j is not None] == list(range(len(new)))
    if old and new:
        rows = compare(document(*old), document(*new))
        assert sorted(row.old for row in rows if row.old is not None and row.fate is not Fate.MOVED) == list(
            range(len(old))
        )
        assert [row.new for row in rows if row.new is not None and row.fate is not Fate.LEFT] == list(
            range(len(new))
        )


@given(st.text(max_size=60), st.text(max_size=60))
def test_words_put_together_are_both_texts(old: str, new: str) -> None:
    words = word_by_word(old, new)
    assert "".join(part.text for part in words if part.kind is not Change.INSERTED) == old
    assert "".join(part.text for part in words if part.kind is not Change.DELETED) == new
