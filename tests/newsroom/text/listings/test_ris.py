"""Test bibliographies in RIS."""

import pytest

from newsroom.errors import Invalid, Unreadable
from newsroom.text.listings.ris import records_of_ris

ENTRY = """TY  - NEWS
TI  - Bridge closed
AU  - Ruiz, Ana
AU  - Berg
T2  - Example Times
DA  - 2024/5/3/
UR  - https://example.org/a
N2  - Ferries will run.
LA  - en
ER  -"""


def read(text):
    return records_of_ris(text.encode())


def test_an_entry_names_an_article_that_is_to_be_fetched():
    (record,) = read(f"\ufeff{ENTRY}\n")
    details = record.details
    assert (record.line, record.address, record.raw) == (1, "https://example.org/a", b"")
    assert (details.title, details.byline, details.outlet) == (
        "Bridge closed",
        "Ana Ruiz, Berg",
        "Example Times",
    )
    assert (details.published, details.language, details.url) == ("2024-05-03", "en", record.address)


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\nER  - \n"])
def test_each_entry_is_one_record(between):
    first, second = read(ENTRY + between + ENTRY)
    assert first.line == 1
    assert second.line in (11, 12)


def test_entries_without_an_end_are_read():
    open_entry = ENTRY.removesuffix("\nER  -")
    assert len(read(f"{open_entry}\n{open_entry}")) == 2


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("PY  - 2024", None),
        ("Y1  - 2024/05//", None),
        ("DA  - 2024-05-03", "2024-05-03"),
        ("DA  - May", None),
    ],
)
def test_a_year_or_a_month_alone_is_no_day(line, published):
    (record,) = read(ENTRY.replace("DA  - 2024/5/3/", line))
    assert record.details.published == published


def test_an_entry_without_an_address_is_told():
    (record,) = read(ENTRY.replace("UR", "XX"))
    assert record.error == "This entry has no address: hand in the article itself."


@pytest.mark.parametrize("text", ["It rained.", "TI  - Rain\n"])
def test_another_file_is_refused(text):
    with pytest.raises(Invalid, match="no entry of a bibliography"):
        read(text)


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(Unreadable):
        records_of_ris(b"\0\1")


def test_an_entry_of_many_lines_ends_where_it_ends():
    long_entry = ENTRY.replace("N2  -", "KW  - rain\n" * 3_000 + "N2  -")
    first, second, third = read(f"{long_entry}\n{ENTRY}\n{ENTRY}")
    assert (first.line, second.line, third.line) == (1, 3_011, 3_021)
    assert third.details.title == "Bridge closed"


@pytest.mark.parametrize(("lines", "is_read"), [(1_999, True), (2_000, True), (2_001, False)])
def test_so_many_lines_of_an_entry_are_read(lines, is_read):
    (record,) = read("TY  - NEWS\n" + "KW  - x\n" * (lines - 1) + "UR  - https://example.org/a")
    assert (record.address == "https://example.org/a") == is_read


def test_a_file_of_many_lines_is_read_in_good_time():
    assert len(read("TY  - NEWS\n" + "KW  - x\n" * 100_000 + "UR  - https://example.org/a")) == 1
