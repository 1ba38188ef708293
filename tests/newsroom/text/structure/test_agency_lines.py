"""Test which lines name the agency from which a report comes."""

import pytest

from newsroom.text.structure.agency_lines import is_agency, is_credit, names_wires, sent_by, signed_by


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Reuters", True),
        ("AP, Reuters", True),
        ("AFP/dpa", True),
        ("Reuters and AFP", True),
        ("Reuters and friends", False),
        ("The Example", False),
        ("", False),
    ],
)
def test_agencies_and_nothing_else(text: str, answer: bool) -> None:
    assert names_wires(text) is answer


def test_agencies_are_known_in_any_case() -> None:
    assert is_agency("REUTERS")
    assert not is_agency("Shutterstock")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("BERLIN, July 8 (Reuters) – The minister left.", "Reuters"),
        ("(AP) — The minister left.", "AP"),
        ("MOSCOW, July 8. /TASS/. The minister left.", "TASS"),
        ("Rio de Janeiro (AFP) - The minister left.", "AFP"),
        ("The minister of trade (Reuters) – he left.", ""),
        ("Agence France-Presse (AFP) – The agency said so.", ""),
        ("The minister left.", ""),
    ],
)
def test_a_dateline_names_who_sent_the_report(text: str, who: str) -> None:
    assert sent_by(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The minister left, he said. (dpa)", "dpa"),
        ("The minister left, he said. – AFP", "AFP"),
        ("The minister left, he said. (AP, Reuters)", "AP, Reuters"),
        ("The minister told reporters (dpa)", ""),
        ("The minister left, he said. (right)", ""),
    ],
)
def test_an_agency_signs_behind_a_whole_sentence(text: str, who: str) -> None:
    assert signed_by(text) == who


@pytest.mark.parametrize(("blanks", "who"), [(0, "AFP"), (1, "AFP"), (2, "AFP"), (3, "")])
def test_a_sign_off_stands_right_behind_the_sentence(blanks: int, who: str) -> None:
    assert signed_by(f"He left.{' ' * blanks}(AFP)") == who


@pytest.mark.parametrize(("words", "answer"), [(8, True), (9, False)])
def test_a_credit_with_an_agency_has_at_most_eight_words(words: int, answer: bool) -> None:
    assert is_credit("Mit " + "Berichten " * (words - 2) + "dpa") is answer


@pytest.mark.parametrize(
    "text", ["Mit freundlichen Worten", "Avec le ministre", "Source: https://example.org"]
)
def test_what_only_begins_like_a_credit_is_none(text: str) -> None:
    assert not is_credit(text)
