"""Test which differing words give two quotations of one speech another meaning."""

import pytest

from tests.story_reports import slots


@pytest.mark.parametrize(
    ("quoted", "other"),
    [
        ("we will pay for the damage in Orsa", "we will not pay for the damage in Orsa"),
        ("we knew about the leak in May", "we never knew about the leak in May"),
        ("the council lost 12 million in the Karo deal", "the council lost 20 million in the Karo deal"),
    ],
)
def test_a_denial_or_another_number_turns_a_quotation(quoted, other):
    found = slots(f"“{quoted},” Mayor Berg told the Orsa council.", f"Berg told the council: “{other}.”")
    assert [aspect for aspect, _, _ in found] == ["quote"]
    assert (found[0][1].rstrip(","), found[0][2].rstrip(".")) == (quoted, other)


@pytest.mark.parametrize(
    ("quoted", "other"),
    [
        ("we will pay for the damage in Orsa", "we shall pay for the damage in Orsa"),
        ("it was not us who abandoned all contacts", "it was not us who abandoned contact"),
        ("we will pay", "we will not pay"),
        (
            "the mayor asked us to wait at the old harbour of Tarn until the ferry came",
            "the mayor asked us to wait at the old harbour of Tarn until the ferry came but nobody saw it",
        ),
        ("we will pay for the damage in Orsa", "nobody will ever repair the old harbour of Tarn"),
    ],
)
def test_other_words_alone_do_not(quoted, other):
    assert slots(f"“{quoted},” Mayor Berg told the Orsa council.", f"Berg told the council: “{other}.”") == []
