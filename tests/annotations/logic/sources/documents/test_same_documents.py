"""Test which passages rest on one document, which may, and which rest on two."""

from annotations.logic.sources.documents.issuers import UNKNOWN, Issuer
from annotations.logic.sources.documents.same_documents import (
    MOST_COMPARED,
    DocumentLink,
    QuotedDocument,
    Sameness,
    compared,
    document_links,
    quoted_documents,
)
from newsroom.text.model import Block, Document, Span

HEALTH = Issuer(frozenset({"health", "ministry"}))
INTERIOR = Issuer(frozenset({"interior", "ministry"}))
BANK = Issuer(frozenset({"bank"}))


def ruling(
    issuer: Issuer = UNKNOWN, *details: str, sentence: str = "", vague: bool = False
) -> QuotedDocument:
    return QuotedDocument("ruling", issuer, frozenset(sentence.split()), frozenset(details), vague=vague)


def names(*documents: QuotedDocument) -> list[tuple[set[str], set[str]]]:
    """Return the sure and the unsure names of the links of each document."""
    return [
        ({link.name for link in links if link.sure}, {link.name for link in links if not link.sure})
        for links in document_links(documents)
    ]


def test_issuers_names_and_figures_say_whether_documents_are_one():
    assert compared(ruling(HEALTH), ruling(INTERIOR)) is Sameness.DIFFERENT
    assert compared(ruling(HEALTH), ruling(BANK)) is Sameness.POSSIBLE
    assert compared(ruling(BANK), ruling(BANK)) is Sameness.SAME
    assert compared(ruling(BANK), ruling()) is Sameness.POSSIBLE
    assert compared(ruling(), ruling()) is Sameness.POSSIBLE
    assert compared(ruling(UNKNOWN, "sund"), ruling(UNKNOWN, "sund", "40")) is Sameness.SAME
    assert compared(ruling(BANK), ruling(sentence="the bank lost")) is Sameness.SAME
    assert compared(ruling(BANK), QuotedDocument("letter", BANK)) is Sameness.DIFFERENT


def test_a_role_is_somebody_whom_both_articles_name():
    role = QuotedDocument("post", Issuer(role="singer"), around=frozenset({"vey"}))
    assert compared(role, QuotedDocument("post", UNKNOWN, around=frozenset({"vey"}))) is Sameness.SAME
    assert compared(role, QuotedDocument("post", UNKNOWN, around=frozenset({"lie"}))) is Sameness.POSSIBLE


def test_one_document_has_one_sure_name():
    assert names(ruling(BANK), ruling(BANK)) == [({"ruling of bank"}, set())] * 2


def test_documents_that_may_be_one_share_an_unsure_name():
    (first_sure, first), (second_sure, second) = names(ruling(BANK), ruling())
    assert first_sure.isdisjoint(second_sure)
    assert first & second == {"ruling 1 or 2"}


def test_two_documents_share_nothing():
    (first_sure, first), (second_sure, second) = names(ruling(HEALTH), ruling(INTERIOR))
    assert (first_sure | first).isdisjoint(second_sure | second)


def test_a_third_report_does_not_make_two_documents_one():
    links = names(ruling(HEALTH, "sund"), ruling(INTERIOR, "lie"), ruling(UNKNOWN, "sund", "lie"))
    (health, _), (interior, perhaps_interior), (third, perhaps) = links
    assert health == third
    assert health.isdisjoint(interior)
    assert perhaps_interior & perhaps


def test_documents_that_a_third_one_joins_have_the_name_of_the_first():
    links = names(ruling(UNKNOWN, "sund"), ruling(UNKNOWN, "lie"), ruling(UNKNOWN, "sund", "lie"))
    assert [sure for sure, _ in links] == [{"ruling"}] * 3


def test_a_vague_kind_is_unsure():
    found = names(ruling(BANK, vague=True), ruling(BANK, vague=True))
    assert found == [(set(), {"ruling of bank"})] * 2


def test_documents_that_may_be_one_have_one_voice():
    ((first, *_), (second, *_), (third, *_)) = document_links([ruling(HEALTH), ruling(), ruling(INTERIOR)])
    assert first.voice == second.voice == third.voice
    ((first, *_), (second, *_)) = document_links([ruling(HEALTH), ruling(INTERIOR)])
    assert first.voice != second.voice


def test_beyond_the_most_that_are_compared_all_may_be_one():
    found = names(*[ruling(BANK)] * (MOST_COMPARED + 1))
    assert MOST_COMPARED == 40
    assert all("some ruling" in unsure for _, unsure in found)
    assert (found[0][0], found[-1][0]) == ({"ruling of bank"}, set())
    links = document_links([ruling(BANK)] * (MOST_COMPARED + 1))
    assert {link.voice for document in links for link in document} == {"ruling 0"}


def test_each_kind_that_a_sentence_names_is_a_document():
    text = "Eva Sund took 40 crowns, the indictment by the bank says."
    document = Document(text, (Block(0, len(text)),))
    (quoted,) = quoted_documents(document, [Span(0, len(text))], "")
    assert (quoted.kind, quoted.issuer.words, quoted.vague) == ("indictment", {"bank"}, False)
    assert quoted.details == {"sund", "40"}
    assert quoted_documents(Document("It fell.", (Block(0, 8),)), [Span(0, 8)], "") == []


def test_a_link_says_whether_it_is_sure():
    assert document_links([ruling(BANK)]) == [[DocumentLink("ruling of bank", True, "ruling 0")]]
