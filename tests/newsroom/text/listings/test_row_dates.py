"""Test dates as other programs write them into tables."""

import pytest

from newsroom.errors import Invalid
from newsroom.text.listings.row_dates import note_on_unread_date, published_in


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03 10:00:00 UTC", "2024-05-03 10:00:00+00:00"),
        ("3 May 2024", "2024-05-03"),
        ("Fri, 03 May 2024 10:00:00 +0200", "2024-05-03T10:00:00+02:00"),
        ("05/03/2024", None),
        ("soon", None),
    ],
)
def test_a_date_is_read_only_if_it_is_certain(written, published):
    assert published_in("date", written) == published


def test_under_the_projects_own_name_a_wrong_date_is_an_error():
    with pytest.raises(Invalid, match="is no date"):
        published_in("published_at", "05/03/2024")


def test_a_date_that_was_not_read_is_shown():
    assert note_on_unread_date("soon" + "n" * 90).startswith(f"The date “soon{'n' * 36}” can be read")
