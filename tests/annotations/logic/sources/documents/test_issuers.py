"""Test that the issuer of a document is read from the words around it, and when two issuers differ."""

import pytest

from annotations.logic.sources.documents.issuers import (
    UNKNOWN,
    Issuer,
    agree,
    are_different,
    is_document,
    issuer_of,
    one_role,
)


@pytest.mark.parametrize(
    ("sentence", "kind", "speaker", "words"),
    [
        ("It fell, a press release by the harbour authority says.", "press release", "", "harbour authority"),
        ("It fell, the Tarvik police report said.", "report", "", "tarvik police"),
        ("Interior ministry data show it.", "figures", "", "interior ministry"),
        ("It fell, the Tarvik district court found in its ruling.", "ruling", "", "tarvik district court"),
        ("It fell, coach Pia Roth wrote on X.", "post", "coach Pia Roth", "coach pia roth"),
        ("Das teilte die Stadt Tarvik in einer Pressemitteilung mit.", "press release", "", "stadt tarvik"),
        ("It fell, said Ida Holm, who had a report in her hand.", "report", "Ida Holm", ""),
        ("It fell, the ruling says.", "ruling", "the ruling", ""),
        ("Nobody was hurt.", "letter", "", ""),
        ("It fell, a letter seen by the Harbour Daily says.", "letter", "", ""),
        ("It fell, a letter signed by the harbour authority says.", "letter", "", "harbour authority"),
        ("It fell, the ruling of May 3 says.", "ruling", "", ""),
        ("It fell, the ruling in Washington says.", "ruling", "", ""),
        ("It fell, the ruling at Tarvik court says.", "ruling", "", "tarvik court"),
    ],
)
def test_the_issuer_stands_behind_the_document_before_it_or_speaks(sentence, kind, speaker, words):
    assert issuer_of(sentence, kind, speaker).words == frozenset(words.split())


@pytest.mark.parametrize(
    ("sentence", "kind", "role"),
    [
        ("It fell, a press release of the firm says.", "press release", "company"),
        ("It fell, the singer wrote on Instagram.", "post", "singer"),
        ("It fell, the court wrote in its ruling.", "ruling", "court"),
    ],
)
def test_a_role_is_no_name(sentence, kind, role):
    assert issuer_of(sentence, kind, "") == Issuer(role=role)


@pytest.mark.parametrize("words", ["of May 3", "of Dec. 3", "of Friday"])
def test_a_date_is_no_issuer(words):
    assert issuer_of(f"It fell, the ruling {words} says.", "ruling", "") == UNKNOWN


def stated(words: str) -> Issuer:
    return issuer_of(f"It fell, a press release by the {words} says.", "press release", "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("health ministry", "interior ministry"),
        ("Tarvik police", "Brenn police"),
        ("Ana Berg", "Ida Holm"),
    ],
)
def test_two_issuers_differ(one, other):
    assert are_different(stated(one), stated(other))
    assert not agree(stated(one), stated(other))


@pytest.mark.parametrize(
    ("one", "other", "agreeing"),
    [
        ("health ministry", "Tarvik health ministry", True),
        ("UN", "United Nations", True),
        ("singer", "singer", True),
        ("Voltra", "electric carmaker", False),
        ("mayor", "Eva Sund", False),
        ("electric carmaker", "car firm", False),
        ("singer", "star", False),
        ("IAEA", "UN nuclear watchdog", False),
        ("Pentagon", "Department of Defense", False),
        ("White House", "Ida Holm", False),
        ("bank", "union", False),
        ("banking regulator", "financial supervisory authority", False),
    ],
)
def test_one_issuer_can_have_two_names(one, other, agreeing):
    assert not are_different(stated(one), stated(other))
    assert agree(stated(one), stated(other)) is agreeing


def test_nobody_agrees_with_an_unknown_issuer():
    assert not agree(UNKNOWN, UNKNOWN)
    assert not are_different(UNKNOWN, stated("bank"))


def test_a_document_can_be_the_speaker():
    assert is_document("the police report")
    assert not is_document("the police")


def test_roles_of_one_meaning_are_one():
    assert one_role("firma") == one_role("firm") == "company"
    assert one_role("band") == "band"
