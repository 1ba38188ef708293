"""Test the count of sources that is read from the texts alone, before anybody has decided anything."""

from itertools import permutations

import pytest

from annotations.logic.counting.standing import Voice
from annotations.logic.counting.untold_story import (
    NEARLY_ALL,
    StoryPassage,
    StoryText,
    standing_of,
)
from annotations.logic.vocabulary import Relation
from newsroom.text.model import Block, Document, Span
from newsroom.text.pipeline import SourceDetails, prepare
from tests.told_stories import told_stories


def standing(*reports: tuple[str, str], owners: dict[str, str] | None = None, relation: str = "corroborates"):
    """Return the standing of a claim on which each report (outlet, text) bears with
    its words in brackets [ ].
    """
    texts, passages = [], []
    for number, (outlet, marked) in enumerate(reports):
        text = marked.replace("[", "").replace("]", "")
        quote = marked[marked.index("[") + 1 : marked.index("]")]
        document = prepare(text.encode(), details=SourceDetails(outlet=outlet, format="plain")).document
        start = document.text.index(quote)
        name = str(number)
        texts.append(StoryText(name, outlet, (owners or {}).get(outlet, ""), document))
        passages.append(StoryPassage(name, Span(start, start + len(quote)), Relation(relation)))
    return standing_of(texts, passages)


def bounds(*reports: tuple[str, str], **options) -> tuple[int, int]:
    sources = standing(*reports, **options).sources
    return sources.at_least, sources.at_most


OWN = ("Kestrel Post", "[The bridge fell at nine.] Our reporter stood on the bank.")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (("Kestrel Post", "[At nine the bridge was gone.] Traffic is diverted."), (1, 1)),
        (("Upland Echo", "[The bridge fell at nine, the Kestrel Post reported.]"), (1, 1)),
        (("Upland Echo", "[According to the Kestrel Post, the bridge fell at nine.]"), (1, 1)),
        (("Upland Echo", "[The bridge is down (Kestrel Post).]"), (1, 1)),
        (("Upland Echo", "[The bridge fell at nine, as the Post told us.]"), (1, 1)),
        (
            ("Upland Echo", "I read it in the Kestrel Post. [The bridge fell at nine, the paper says.]"),
            (1, 1),
        ),
        (("Upland Echo", "[The bridge fell at nine, local media said.]"), (1, 2)),
        (("Upland Echo", "[The bridge fell at nine, according to media reports.]"), (1, 2)),
        (("", "[The bridge fell at nine.]"), (1, 2)),
        (("Upland Echo", "[I saw the bridge fall at nine.]"), (2, 2)),
        (("Upland Echo", "[“It fell at nine,” a driver told the Upland Echo.]"), (2, 2)),
        (
            (
                "Upland Echo",
                "Rain fell, the Kestrel Post reported. [The bridge fell at nine, said a driver.]",
            ),
            (2, 2),
        ),
    ],
)
def test_a_second_report_is_a_second_source_only_if_it_tells_by_itself(other, expected):
    assert bounds(OWN, other) == expected


AGENCY = ("Reuters", "DORN, May 3 (Reuters) - [The bridge fell at nine], a Reuters witness said.")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (("Upland Echo", "DORN (Reuters) - [The bridge at Dorn fell in the morning.]"), (1, 1)),
        (
            ("Upland Echo", "[The bridge at Dorn fell in the morning.] Nobody was hurt. (Source: Reuters)"),
            (1, 1),
        ),
        (
            (
                "Upland Echo",
                "[The bridge at Dorn fell in the morning.]\n\nReuters contributed to this report.",
            ),
            (1, 2),
        ),
        (
            ("Upland Echo", "The bank at noon. Photo: Reuters\n\n[The bridge at Dorn fell in the morning.]"),
            (1, 2),
        ),
        (
            (
                "Upland Echo",
                "The bank at noon. Photo: Reuters\n\n[I saw the bridge at Dorn fall in the morning.]",
            ),
            (2, 2),
        ),
        (
            ("Upland Echo", "[The bridge fell, a driver told us.] Steel is dearer, according to Reuters."),
            (2, 2),
        ),
    ],
)
def test_an_agency_is_behind_what_credits_it(other, expected):
    assert bounds(AGENCY, other) == expected


def test_outlets_of_one_owner_are_one_source():
    reports = (
        ("East Gazette", "[The pool closes.] Seven were for it."),
        ("West Gazette", "[The pool will be shut.]"),
    )
    assert bounds(*reports) == (2, 2)
    assert bounds(*reports, owners={"East Gazette": "Tallow", "West Gazette": "Tallow"}) == (1, 1)


def test_who_rewrites_a_rewrite_has_it_from_the_first():
    reports = (
        ("ANSA", "[A fresco was found behind plaster], ANSA learned from the restorer."),
        ("Old Walls Weekly", "[A saint had been hidden under plaster, ANSA reports.]"),
        (
            "Stone Blog",
            "I read in Old Walls Weekly of a wonder. [An old image turned up, the magazine says.]",
        ),
    )
    assert bounds(*reports) == (1, 1)


@pytest.mark.parametrize(
    ("accused", "other", "at_most", "voices"),
    [
        ("Eva Sund", "Eva Sund", 1, 1),
        ("the mayor", "Eva Sund", 2, 1),
        ("the mayor", "the treasurer", 2, 1),
    ],
)
def test_an_indictment_is_known_by_whom_it_names(accused, other, at_most, voices):
    reports = (
        ("Kestrel Post", f"[In court {accused} took cash, the indictment says.]"),
        ("Upland Echo", f"[In the charge sheet that we have read, {other} is said to have taken money.]"),
    )
    found = standing(*reports)
    assert (found.sources.at_least, found.sources.at_most, len(found.voices)) == (1, at_most, voices)


def test_documents_of_two_bodies_of_one_kind_are_two_sources():
    report = ("Kestrel Post", "[The pier is shut, the interior ministry said in a press release.]")
    other = ("Upland Echo", "[A press release by the health ministry says that the pier is shut.]")
    assert bounds(report, other) == (2, 2)


@pytest.mark.parametrize("body", ["Weir ministry", "harbour authority"])
def test_a_name_or_another_description_can_mean_the_same_body(body):
    report = ("Kestrel Post", "[The pier is shut, the interior ministry said in a press release.]")
    other = ("Upland Echo", f"[A press release by the {body} says that the pier is shut.]")
    assert bounds(report, other) == (1, 2)


def test_two_reporters_who_heard_one_person_are_two_sources_and_one_voice():
    reports = (
        ("Kestrel Post", "[“Nobody was hurt,” fire chief Ana Holm told reporters in the yard.]"),
        ("Upland Echo", "[Ms Holm said that nobody had been hurt.] She looked tired."),
    )
    found = standing(*reports)
    assert (found.sources.at_least, found.sources.at_most, len(found.voices)) == (2, 2, 1)


def test_what_repeats_counts_for_nothing():
    assert bounds(OWN, relation="repeats") == (0, 0)


def test_what_all_hang_on_is_named():
    reports = (
        ("Kestrel Post", "[The firm is broke, Kyodo reported.]"),
        ("Upland Echo", "[The firm is broke, says Kyodo.]"),
    )
    assert standing(*reports).common == {"kyodo"}


def test_a_spokesman_for_an_agency_is_a_speaker():
    """Reuters itself is no speaker. Whether it is the teller is not sure."""
    reports = (
        ("Kestrel Post", "[“Nobody loses a job,” a spokesman for Reuters told our reporter.]"),
        ("Upland Echo", "[All jobs are safe, said a spokesman for Reuters.] The union doubts it."),
    )
    found = standing(*reports)
    assert found.voices == (Voice((0, 1), "a spokesman for Reuters"),)
    assert (found.sources.at_least, found.sources.at_most) == (1, 2)


CHAIN_OF_COPIES = next(story for story in told_stories() if story.kind.startswith("a chain of copies")).row


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_copies_of_copies_are_one_source_in_whichever_order_they_come(order):
    """The Echo is cut from the Courier and the Tribune from the Star, and Courier and Star share the rest."""
    reports = []
    for number in order:
        article, quote = CHAIN_OF_COPIES["articles"][number], CHAIN_OF_COPIES["passages"][number]["quote"]
        reports.append((article["outlet"], article["text"].replace(quote, f"[{quote}]")))
    assert bounds(*reports) == (1, 1)


def shared_with_other(words: int, passage: str) -> tuple[StoryText, StoryPassage]:
    """Return a text of 100 words of which a copy has the first `words`, and a passage in the other words."""
    outlet, wire = f"{passage} Post", " ".join(f"wire{number}" for number in range(words))
    rest = " ".join(f"{passage}{number}" for number in range(100 - words))
    text = f"{wire}\n\n{rest}"
    document = Document(text, (Block(0, len(wire)), Block(len(wire) + 2, len(text))))
    span = Span(len(wire) + 2, len(text))
    return StoryText(outlet, outlet, "", document), StoryPassage(outlet, span, Relation.CORROBORATES)


@pytest.mark.parametrize(("words", "at_least"), [(80, 1), (79, 2)])
def test_from_four_fifths_on_the_other_words_may_be_rewritten_from_the_copy(words, at_least):
    texts, passages = zip(*(shared_with_other(words, name) for name in ("kestrel", "upland")), strict=True)
    sources = standing_of(texts, passages).sources
    assert NEARLY_ALL == 0.8
    assert (sources.at_least, sources.at_most) == (at_least, 2)
