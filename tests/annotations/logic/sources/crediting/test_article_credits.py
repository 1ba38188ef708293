"""Test the agencies that an article credits in its dateline, its sign-off and its notes.

Credits of pictures and notes such as “additional reporting by” do not say where the text comes from.
"""

from time import process_time

import pytest

from annotations.logic.sources.crediting.article_credits import (
    article_credits,
    credited_origins,
    credited_words,
    credits_of_passage,
)
from annotations.logic.sources.crediting.credit_phrases import ArticleCredit
from annotations.logic.sources.outlet_names import OutletNames
from newsroom.text.model import Block, Document, Role, Span


def credited(text: str, *outlets: str, own: str = "") -> list[tuple[str, bool]]:
    """Return the name of each credited outlet, with whether the credit covers the whole text."""
    document = Document(text, (Block(0, len(text)),))
    found = article_credits(document, OutletNames(outlets), own=own)
    return [(credit.name, credit.sure) for credit in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TARVIK (AFP) - It fell.", "AFP"),
        ("It fell. (dpa)", "dpa"),
        ("It fell.\n\nSource: Reuters", "Reuters"),
        ("It fell.\n\nThis first appeared in the Harbour Daily.", "Harbour Daily"),
    ],
)
def test_a_dateline_a_sign_off_and_a_note_are_about_every_word(text, name):
    assert credited(text, "Harbour Daily") == [(name, True)]


@pytest.mark.parametrize(
    "text",
    ["It fell.\n\nWith reporting by Reuters.", "It fell.\n\nPhoto: Reuters", "It fell. © Reuters"],
)
def test_help_and_pictures_leave_open_which_words_they_are_about(text):
    assert credited(text) == [("Reuters", False)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell, Kyodo reported on Monday.\n\nNobody was hurt.", [("Kyodo", False)]),
        ("Es fiel, wie Reuters meldet.\n\nNiemand wurde verletzt.", [("Reuters", False)]),
        ("It fell.\n\nNobody was hurt, Kyodo reported.", []),
        ("Shares of Reuters rose.\n\nNobody was hurt.", []),
        ("It fell, media reports say.\n\nNobody was hurt.", []),
    ],
)
def test_who_is_cited_in_the_first_paragraph_may_have_told_all_of_it(text, found):
    lead, rest = (Block(text.index(part), text.index(part) + len(part)) for part in text.split("\n\n"))
    credits_found = article_credits(Document(text, (lead, rest)), OutletNames())
    assert [(credit.name, credit.sure) for credit in credits_found] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell. That is according to Kyodo, which saw it.", [("Kyodo", False)]),
        ("It fell. This was reported by Kyodo. Rain fell.", [("Kyodo", False)]),
        ("It fell. Rain fell, according to Kyodo.", []),
        ("It fell. The copyright of Reuters ended.", []),
    ],
)
def test_the_second_sentence_can_say_who_told_the_first(text, found):
    assert credited(text) == found


def test_a_long_list_of_agencies_is_read_in_little_time():
    text = f"{'Reuters, AP, AFP, dpa, ' * 400}met.\n\nRain fell."
    start = process_time()
    credited_origins(Document(text, (Block(0, len(text) - 12),)), OutletNames())
    assert process_time() - start < 5


def test_a_text_of_one_paragraph_says_for_each_sentence_who_told_it():
    assert credited("Rain fell, Kyodo reported. The bridge fell, said a driver.") == []


def test_the_articles_own_outlet_is_no_credit():
    assert credited("It fell.\n\nSource: Reuters", own="Reuters") == []


def test_an_unsure_credit_is_about_no_passage_of_which_the_source_is_known():
    sure, unsure = ArticleCredit("AFP", True, "(AFP)"), ArticleCredit("AP", False, "Photo: AP")
    anywhere = Span(0, 5)

    def about(*, by_itself: bool = False, told: bool = False) -> list[ArticleCredit]:
        return credits_of_passage([sure, unsure], anywhere, by_itself=by_itself, told=told)

    assert about() == [sure, unsure]
    assert about(by_itself=True) == [sure]
    assert about(told=True) == [sure]


def test_a_credit_of_an_item_is_about_the_passages_in_it():
    item, whole = ArticleCredit("AFP", True, "(AFP)", Span(0, 9)), ArticleCredit("AP", False, "with AP")
    found = {
        start: credits_of_passage([item, whole], Span(start, start + 5), by_itself=False, told=False)
        for start in (4, 9)
    }
    assert found == {4: [item], 9: [whole]}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("TARVIK (AFP) - It fell.", ["AFP"]),
        ("It fell.\n\nWith reporting by Reuters.", ["Reuters"]),
        ("It fell.\n\nPhoto: Reuters", []),
        ("It fell. © Reuters", []),
    ],
)
def test_pictures_are_no_origin_of_an_article(text, names):
    document = Document(text, (Block(0, len(text)),))
    assert [credit.name for credit in credited_origins(document, OutletNames())] == names


def test_an_article_is_no_origin_of_itself():
    document = Document("TARVIK (AFP) - It fell.", (Block(0, 23),))
    assert credited_origins(document, OutletNames(), own="AFP") == []


def test_the_words_of_a_credit_are_whole_words_and_bylines_come_first():
    text = "AFP is here.\nAFP\nIt fell,\nKyodo reported."
    document = Document(
        text,
        (Block(0, 12), Block(13, 16, Role.BYLINE), Block(17, len(text))),
    )

    def lit(because: str) -> str | None:
        place = credited_words(document, ArticleCredit("Agency", True, because))
        return place and f"{place.start}: {text[place.start : place.end]}"

    assert lit("AFP") == "13: AFP"
    assert lit("t fell, Kyodo repor") == "17: It fell,\nKyodo reported"
    assert lit("dpa") is None
    assert lit("") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell, Kyodo reported. Nobody was hurt.", [("Kyodo", False)]),
        ("It fell. Nobody was hurt, Kyodo reported.", []),
        ("It fell, Kyodo reported.", []),
    ],
)
def test_the_first_sentence_of_the_only_paragraph_can_be_about_the_others(text, found):
    assert credited(text) == found
