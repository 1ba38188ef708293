"""Test that an import proposes the sources that an article credits, and what a decision on them changes."""

import pytest

from annotations.actions.origins import decide_origin
from annotations.actions.passages.tellers import name_teller
from annotations.models import Origin
from annotations.queries.standing import standings
from newsroom.actions.imports.import_requests import ImportRequest
from newsroom.actions.imports.importing import import_article
from newsroom.actions.imports.importing_many import import_all
from newsroom.models import Activity, Article, Outlet, OutletAlias, User
from newsroom.text.pipeline import SourceDetails, prepare
from tests import make

pytestmark = pytest.mark.django_db

LEAD = "Ministers would not be photographed with the envoy, Kyodo reported on Friday."
REST = "The envoy left the hall at noon."


def proposed(article: Article) -> list[tuple[str, str, str]]:
    """Return name, kind and state of the origins of an article, by name."""
    return sorted(article.origins.values_list("name", "kind", "state"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{LEAD}\n\n{REST}", ["Kyodo"]),
        (f"TOKYO (Kyodo) - {REST}\n\nNobody was hurt.", ["Kyodo"]),
        (f"{REST}\n\nNobody was hurt. (Kyodo)", ["Kyodo"]),
        (f"{REST}\n\nWith reporting from Kyodo and AP.", ["AP", "Kyodo"]),
        (f"{REST}\n\nSource: Kyodo", ["Kyodo"]),
        (f"Der Gesandte ging, wie Kyodo meldet.\n\n{REST}", ["Kyodo"]),
        (f"{REST}\n\nNobody was hurt, Kyodo reported.\n\nRain fell.", []),
        (f"{REST}\n\nPhoto: Kyodo", []),
        (f"{REST}\n\nA spokesman for Kyodo declined to comment.", []),
    ],
)
def test_who_is_credited_for_the_text_is_proposed(editor: User, text: str, names: list[str]) -> None:
    article = make.article(text, by=editor, outlet="Gazette")
    assert proposed(article) == [(name, "credit", "proposed") for name in names]


def test_the_reason_has_the_words_that_credit_the_source(editor: User) -> None:
    make.article(f"{LEAD}\n\n{REST}", by=editor, outlet="Gazette")
    origin = Origin.objects.get()
    assert origin.label == "credits Kyodo"
    assert origin.reason.startswith("It credits Kyodo: “")
    assert "Kyodo reported on Friday" in origin.reason
    assert Activity.objects.get(verb="proposed").actor == editor


def test_an_outlet_and_its_owner_are_not_credited_by_the_outlet_itself(editor: User) -> None:
    article = make.article(f"{LEAD}\n\n{REST}", by=editor, outlet="Kyodo")
    assert proposed(article) == []
    Outlet.objects.create(name="Tokyo Wire", owner=Outlet.objects.get(name="Kyodo"))
    assert proposed(make.article(f"{LEAD}\n\n{REST}\n\nMore.", by=editor, outlet="Tokyo Wire")) == []


def test_an_outlet_is_not_credited_under_another_name_of_its_own(editor: User) -> None:
    owner = Outlet.objects.create(name="Weir Media")
    outlet = Outlet.objects.create(name="Tokyo Wire", owner=owner)
    OutletAlias.objects.create(outlet=outlet, word="Kyodo News")
    OutletAlias.objects.create(outlet=owner, word="AFP")
    text = f"{LEAD}\n\n{REST}\n\nWith reporting from AFP and Reuters."
    article = make.article(text, by=editor, outlet="Tokyo Wire")
    assert proposed(article) == [("Reuters", "credit", "proposed")]


def test_a_source_is_not_proposed_again_whatever_was_decided(editor: User) -> None:
    article = make.article(f"{LEAD}\n\n{REST}", by=editor, outlet="Gazette")
    decide_origin(Origin.objects.get(), "rejected", reason="Its own man was there.", by=editor)
    make.revision(article, f"{LEAD}\n\n{REST}\n\nMore.", by=editor)
    assert proposed(article) == [("Kyodo", "credit", "rejected")]


def test_a_source_that_a_newer_revision_credits_is_proposed_then(editor: User) -> None:
    article = make.article(REST, by=editor, outlet="Gazette")
    assert proposed(article) == []
    make.revision(article, f"{REST}\n\nWith reporting from Kyodo.", by=editor)
    assert proposed(article) == [("Kyodo", "credit", "proposed")]


def test_articles_that_are_imported_together_get_the_same_proposals(editor: User) -> None:
    requests = []
    for number, text in enumerate((f"{LEAD}\n\n{REST}", REST)):
        details = SourceDetails(external_id=f"many-{number}", outlet="Gazette")
        requests.append(ImportRequest(text.encode(), prepare(text.encode()), details=details))
    import_all(requests, by=editor)
    found = {article.external_id: proposed(article) for article in Article.objects.all()}
    assert found == {"many-0": [("Kyodo", "credit", "proposed")], "many-1": []}


def counted(story_name: str, article: Article, other: Article, editor: User) -> tuple[int, int]:
    claim = make.claim(make.story(story_name, by=editor), by=editor)
    for each in (article, other):
        make.evidence(claim, make.highlight(each, REST, by=editor), by=editor)
    sources = standings([claim])[claim.pk].sources
    return sources.at_least, sources.at_most


def test_the_count_is_a_range_until_somebody_decides(editor: User) -> None:
    rewrite = make.article(f"{LEAD}\n\n{REST}", by=editor, outlet="Gazette")
    kyodo = make.article(f"{REST} It rained.", by=editor, outlet="Kyodo")
    origin = Origin.objects.get(kind="credit")
    assert counted("Proposed", rewrite, kyodo, editor) == (1, 2)
    decide_origin(origin, "confirmed", reason="So it says.", by=editor)
    assert counted("Accepted", rewrite, kyodo, editor) == (1, 1)
    decide_origin(origin, "rejected", reason="Its own man was there.", by=editor)
    assert counted("Dismissed", rewrite, kyodo, editor) == (2, 2)


def test_a_decision_guesses_tellers_again_that_nobody_saved(editor: User) -> None:
    article = make.article(f"{LEAD}\n\n{REST} It rained in Tokyo.", by=editor, outlet="Gazette")
    cited, guessed, saved = (
        make.highlight(article, words, by=editor)
        for words in ("would not be photographed", REST, "It rained in Tokyo.")
    )
    name_teller(saved, "Kyodo", version=saved.version, by=editor)
    origin = Origin.objects.get()

    def tellers() -> list[str]:
        for highlight in (cited, guessed, saved):
            highlight.refresh_from_db()
        return [cited.teller, guessed.teller, saved.teller]

    assert tellers() == ["Kyodo", "Kyodo", "Kyodo"]
    decide_origin(origin, "rejected", reason="Only the first sentence is theirs.", by=editor)
    # The sentence of the first passage names Kyodo itself.
    assert tellers() == ["Kyodo", "", "Kyodo"]
    assert make.highlight(article, "at noon", by=editor).teller == ""
    decide_origin(origin, "confirmed", reason="All of it is theirs.", by=editor)
    assert tellers() == ["Kyodo", "Kyodo", "Kyodo"]


def test_an_import_proposes_within_its_own_transaction(editor: User) -> None:
    details = SourceDetails(external_id="a", byline="Kyodo")
    article = import_article(REST.encode(), details=details, by=editor).revision.article
    assert proposed(article) == [("Kyodo", "credit", "proposed")]


BODY = (
    "A pilot boat found the freighter at dawn between two sandbanks that no chart of the harbour shows.",
    "Its crew had burned mattresses in a barrel all night, because the wireless had gone down with the mast.",
    "Fishermen carried bread and blankets across the mud before the tide could take the path away again.",
)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_what_one_print_credits_is_proposed_for_the_other_print(editor: User, order: tuple[int, int]) -> None:
    texts = ["\n\n".join((LEAD, *BODY)), "\n\n".join((REST, *BODY))]
    prints = {
        number: make.article(texts[number], by=editor, outlet=f"Paper {number}", title=f"Print {number}")
        for number in order
    }
    assert ("Kyodo", "credit", "proposed") in proposed(prints[0])
    assert ("Kyodo", "credit", "proposed") in proposed(prints[1])
    (origin,) = prints[1].origins.filter(kind="credit")
    assert origin.reason == "It shares wording with “Print 0”, which credits Kyodo."


def test_what_a_print_credits_is_not_proposed_for_the_source_itself(editor: User) -> None:
    make.article("\n\n".join((LEAD, *BODY)), by=editor, outlet="Gazette")
    source = make.article("\n\n".join((REST, *BODY)), by=editor, outlet="Kyodo")
    assert [kind for _, kind, _ in proposed(source)] == ["text"]
