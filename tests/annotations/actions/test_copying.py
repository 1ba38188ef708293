"""Test that an import indexes and compares the text, and proposes one origin for copies."""

from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from annotations.actions.copying import index_all
from annotations.actions.origins import decide_origin, form_origin
from annotations.logic.sources.own_words import read_own_words, sampled
from annotations.models import Origin, Shingle
from annotations.queries.wording import copies
from annotations.queries.wording.copies import connected_groups
from newsroom.actions.imports.import_requests import ImportRequest
from newsroom.actions.imports.importing import import_article
from newsroom.actions.imports.importing_many import import_all
from newsroom.models import Activity, Article, User
from newsroom.text.pipeline import SourceDetails, prepare
from tests import make
from tests.annotations.logic.sources.test_copies import OWN, QUOTE, WIRE

pytestmark = pytest.mark.django_db

SEEDS = Path(__file__).parents[3] / "seeds"
OTHER_WIRE = (
    (
        "A fire that broke out in a warehouse near the railway station of Dorna burned for eleven hours "
        "before it was out."
    ),
    (
        "Firemen from four districts were called in and had to lay hoses across the tracks, which stopped "
        "all trains."
    ),
    (
        "The building had stored textiles, and its owner said that the alarm had been tested in the week "
        "before the fire."
    ),
    "Two men who had slept in the loading bay were taken to hospital with burns that doctors called light.",
)


@pytest.fixture
def editor() -> User:
    return make.user()


def article_of(*paragraphs: str, by: User, outlet: str | None = None) -> Article:
    return make.article("\n\n".join(paragraphs), by=by, outlet=outlet)


def origins() -> dict[str, set[int]]:
    """Return the ids of the articles of each origin, by “name (state)”."""
    return {
        f"{origin.name} ({origin.state})": set(origin.articles.values_list("pk", flat=True))
        for origin in Origin.objects.all()
    }


def test_a_copy_is_proposed_as_one_origin_with_the_shares_as_its_reason(editor: User) -> None:
    first, second = (
        article_of(*WIRE, by=editor, outlet="Gazette"),
        article_of(*reversed(WIRE), by=editor, outlet="Mirror"),
    )
    origin = Origin.objects.get()
    assert set(origin.articles.all()) == {first, second}
    assert (origin.state, origin.decided_by) == ("proposed", None)
    assert "100% of" in origin.reason
    assert Activity.objects.get(verb="proposed").actor == editor


def test_independent_reports_and_those_that_share_a_quotation_are_their_own(editor: User) -> None:
    quote = QUOTE.format("the captain")
    article_of(*WIRE, quote, quote, by=editor)
    article_of(*OWN, quote, quote, by=editor)
    assert origins() == {}


def test_a_rewrite_with_the_quotations_of_another_report_says_that_these_are_the_reason(editor: User) -> None:
    quotes = [
        "“We asked for a pilot at four in the morning, but nobody came until the tide was out,” he said.",
        "“The fog was so thick that I could not see the bow of my own ship from the bridge,” he said.",
        "“Nobody on board was ever in danger, and the pumps are still running as they should,” he said.",
    ]
    article_of(*WIRE, *quotes, by=editor)
    article_of(*OWN, *quotes, by=editor)
    assert Origin.objects.get().reason.startswith(
        "Nearly all quotations of one text are in the other too (53 words)"
    )


def test_a_third_copy_joins_the_origin_of_the_others(editor: User) -> None:
    articles = {article_of(*WIRE[n:], *WIRE[:n], by=editor, outlet=f"Paper {n}").pk for n in range(3)}
    assert list(origins().values()) == [articles]


def test_a_report_that_draws_on_two_wires_is_in_both_origins_and_does_not_merge_them(editor: User) -> None:
    one = {article_of(*WIRE, by=editor).pk, article_of(*reversed(WIRE), by=editor).pk}
    other = {article_of(*OTHER_WIRE, by=editor).pk, article_of(*reversed(OTHER_WIRE), by=editor).pk}
    both = article_of(*WIRE[:2], *OTHER_WIRE[1:], by=editor).pk
    assert sorted(map(sorted, origins().values())) == sorted(map(sorted, [one | {both}, other | {both}]))


def test_a_later_copy_joins_only_what_it_shares_with(editor: User) -> None:
    one = {article_of(*WIRE, by=editor).pk, article_of(*reversed(WIRE), by=editor).pk}
    article_of(*OTHER_WIRE, by=editor)
    both = article_of(*WIRE[:2], *OTHER_WIRE[1:], by=editor).pk
    later = article_of(*WIRE[2:], *WIRE[:2], by=editor).pk
    assert one | {both, later} in origins().values()
    assert sum(later in members for members in origins().values()) == 1


def test_the_origin_bears_the_name_of_the_agency_that_a_byline_credits(editor: User) -> None:
    text = "\n\n".join(WIRE).encode()
    import_article(text, details=SourceDetails(external_id="a"), by=editor)
    import_article(
        text + b"\n\nMore.", details=SourceDetails(external_id="b", byline="Agence France-Presse"), by=editor
    )
    origin = Origin.objects.get()
    assert origin.name == "AFP"
    assert "names AFP (byline)" in origin.reason


def test_a_credit_line_alone_makes_no_copies(editor: User) -> None:
    for number, text in enumerate((WIRE, OWN)):
        details = SourceDetails(external_id=str(number), credit="With reporting by AP")
        import_article("\n\n".join(text).encode(), details=details, by=editor)
    assert not Origin.objects.filter(kind="text").exists()


def credited(*paragraphs: str, number: int, by: User) -> Article:
    details = SourceDetails(external_id=str(number), byline="AFP")
    return import_article("\n\n".join(paragraphs).encode(), details=details, by=by).revision.article


def test_an_agency_that_the_first_print_credits_becomes_the_text_that_its_copy_shares(editor: User) -> None:
    first = credited(*WIRE, number=1, by=editor)
    assert list(Origin.objects.values_list("name", "kind")) == [("AFP", "credit")]
    second = credited(*reversed(WIRE), number=2, by=editor)
    origin = Origin.objects.get()
    assert (origin.name, origin.kind, origin.state) == ("AFP", "text", "proposed")
    assert set(origin.articles.all()) == {first, second}
    assert origin.reason.startswith("The wording is the same")


@pytest.mark.parametrize("state", ["confirmed", "rejected"])
def test_a_copy_does_not_join_a_credited_source_that_an_editor_decided(editor: User, state: str) -> None:
    article = credited(*WIRE, number=1, by=editor)
    origin = Origin.objects.get()
    decide_origin(origin, state, reason="So it says.", by=editor)
    copy = credited(*reversed(WIRE), number=2, by=editor)
    text = Origin.objects.get(kind="text")
    assert (text.name, text.state) == ("AFP", "proposed")
    assert set(text.articles.all()) == {article, copy}
    assert set(origin.articles.all()) == {article}


def test_what_a_person_rejected_is_not_proposed_again(editor: User) -> None:
    article_of(*WIRE, by=editor)
    copy = article_of(*reversed(WIRE), by=editor)
    decide_origin(Origin.objects.get(), "rejected", reason="Both were written by our own man.", by=editor)
    details = SourceDetails(external_id=copy.external_id, title=copy.title)
    import_article("\n\n".join([*reversed(WIRE), "An update."]).encode(), details=details, by=editor)
    assert list(Origin.objects.values_list("state", flat=True)) == ["rejected"]


def test_the_index_follows_the_text_of_the_newest_revision(editor: User) -> None:
    article = article_of(*WIRE, by=editor)
    make.revision(article, "\n\n".join(OWN), by=editor)
    assert set(Shingle.objects.values_list("number", flat=True)) == sampled(
        read_own_words(article.current.document)
    )
    article_of(*reversed(OWN), by=editor)
    assert len(origins()) == 1


def test_the_index_can_be_made_again(editor: User) -> None:
    article_of(*WIRE, by=editor)
    article_of(*OWN, by=editor)
    before = set(Shingle.objects.values_list("number", "article"))
    Shingle.objects.filter(number__lt=2**30).delete()
    assert index_all() == 2
    assert set(Shingle.objects.values_list("number", "article")) == before


def test_an_import_asks_as_many_questions_with_two_copies_as_with_sixty(editor: User) -> None:
    asked = []
    for number in range(61):
        with CaptureQueriesContext(connection) as queries:
            article_of(*WIRE, f"It was number {number}.", by=editor, outlet="Gazette")
        asked.append(len(queries))
    assert asked[2] == asked[60]
    assert [len(members) for members in origins().values()] == [61]


def test_a_footer_on_every_page_does_not_hide_a_copy(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "MOST_ROWS", 40)
    footer = (
        "This page is brought to you by people who pay for it and would be glad if you did so as well today."
    )
    for number in range(12):
        article_of(" ".join(f"word{number}{n} is" for n in range(60)), footer, by=editor)
    first, second = article_of(*WIRE, footer, by=editor), article_of(*reversed(WIRE), footer, by=editor)
    assert {first.pk, second.pk} in origins().values()


def test_groups_hang_together_through_any_number_of_pairs() -> None:
    assert connected_groups([(1, 2), (5, 6), (3, 4), (2, 3), (1, 4)]) == [[1, 2, 3, 4], [5, 6]]


def test_on_the_seeds_the_two_prints_are_one_origin_and_no_other_text(editor: User) -> None:
    for path in sorted((SEEDS / "articles").iterdir()):
        import_article(
            path.read_bytes(), name=path.name, details=SourceDetails(external_id=path.name[:3]), by=editor
        )
    (origin,) = Origin.objects.filter(kind="text")
    assert (origin.name, origin.state) == ("AFP", "proposed")
    assert set(origin.articles.values_list("external_id", flat=True)) == {"001", "002"}


def test_copies_handed_in_together_are_proposed_as_if_each_had_come_alone(editor: User) -> None:
    def sources() -> list[ImportRequest]:
        texts = [
            WIRE,
            OWN,
            list(reversed(WIRE)),
            OTHER_WIRE,
            [*WIRE, "An update."],
            list(reversed(OTHER_WIRE)),
        ]
        raws = ["\n\n".join(text).encode() for text in texts]
        return [
            ImportRequest(raw, prepare(raw), details=SourceDetails(external_id=str(n)))
            for n, raw in enumerate(raws)
        ]

    def proposed() -> list[tuple[str, list[str]]]:
        return [
            (origin.reason, sorted(origin.articles.values_list("external_id", flat=True)))
            for origin in Origin.objects.order_by("created_at")
        ]

    rehearsal = transaction.savepoint()
    for each in sources():
        import_article(each.raw, details=each.details, by=editor)
    alone = proposed()
    transaction.savepoint_rollback(rehearsal)
    import_all(sources(), by=editor)
    assert proposed() == alone
    assert [members for _, members in alone] == [["0", "2", "4"], ["3", "5"]]


def test_texts_that_are_all_in_one_later_text_have_one_origin(editor: User) -> None:
    first = article_of(*WIRE, by=editor).pk
    second = article_of(*OTHER_WIRE, by=editor).pk
    cut = article_of(*OTHER_WIRE[1:], by=editor).pk
    original = article_of(*WIRE, *OTHER_WIRE, by=editor).pk
    assert list(origins().values()) == [{first, second, cut, original}]


def test_a_text_that_holds_two_others_does_not_join_what_an_editor_parted(editor: User) -> None:
    first = article_of(*WIRE, by=editor).pk
    second = article_of(*OTHER_WIRE, by=editor).pk
    apart = form_origin("Both", Article.objects.filter(pk__in=[first, second]), by=editor)
    decide_origin(apart, "rejected", reason="Two fires.", by=editor)
    both = article_of(*WIRE, *OTHER_WIRE, by=editor).pk
    proposed = [members for name, members in origins().items() if "proposed" in name]
    assert sorted(map(sorted, proposed)) == [[first, both], [second, both]]


def test_a_round_up_of_two_agencies_does_not_make_one_the_source_of_the_other(editor: User) -> None:
    first = article_of(*WIRE, "(AP)", by=editor, outlet="Echo").pk
    second = article_of(*OTHER_WIRE, "(Reuters)", by=editor, outlet="Post").pk
    both = article_of(*WIRE, *OTHER_WIRE, "(AP, Reuters)", by=editor, outlet="Mirror").pk
    assert origins() == {"AP (proposed)": {first, both}, "Reuters (proposed)": {second, both}}
