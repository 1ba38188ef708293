"""Test that articles become references of CSL-JSON and RIS."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from annotations.logic.export.references import Reference, csl_item, ris_entry
from newsroom.text.listings.ris import records_of_ris

REFERENCE = Reference(
    identifier="afp-12",
    title="Rain falls on Bali",
    outlet="The Courier",
    is_newspaper=True,
    byline="Ana Ruiz, Jo Li",
    credit="With wires",
    published=date(2022, 7, 9),
    url="https://example.org/rain?a=1&b=2",
    language="en",
    accessed=datetime(2022, 8, 1, 23, 30, tzinfo=UTC),
)
BARE = replace(REFERENCE, outlet="", byline="", credit="", published=None, url="", language="")


def test_an_item_has_all_that_is_known() -> None:
    assert csl_item(REFERENCE) == {
        "id": "afp-12",
        "type": "article-newspaper",
        "title": "Rain falls on Bali",
        "container-title": "The Courier",
        "author": [{"literal": "Ana Ruiz"}, {"literal": "Jo Li"}],
        "issued": {"date-parts": [[2022, 7, 9]]},
        "accessed": {"date-parts": [[2022, 8, 1]]},
        "URL": "https://example.org/rain?a=1&b=2",
        "language": "en",
        "note": "With wires",
    }


def test_what_is_unknown_is_left_out() -> None:
    assert set(csl_item(BARE)) == {"id", "type", "title", "accessed"}
    assert [line[:2] for line in ris_entry(BARE)] == ["TY", "ID", "TI", "Y2", "ER"]


def test_a_time_counts_as_its_day_in_utc() -> None:
    late = datetime(2022, 7, 9, 1, 0, tzinfo=timezone(timedelta(hours=3)))
    assert csl_item(replace(REFERENCE, published=late))["issued"] == {"date-parts": [[2022, 7, 8]]}


def test_a_page_of_another_outlet_is_no_newspaper_article() -> None:
    other = replace(REFERENCE, is_newspaper=False)
    assert csl_item(other)["type"] == "webpage"
    assert next(ris_entry(other)) == "TY  - ELEC\r\n"


def test_an_entry_is_read_back() -> None:
    text = "".join(ris_entry(REFERENCE))
    assert text.startswith("TY  - NEWS\r\nID  - afp-12\r\n")
    assert text.endswith("N1  - With wires\r\nER  - \r\n")
    (record,) = records_of_ris(text.encode())
    details = record.details
    assert (details.title, details.outlet, details.byline) == (
        "Rain falls on Bali",
        "The Courier",
        "Ana Ruiz, Jo Li",
    )
    assert (details.published, details.url, details.language) == ("2022-07-09", REFERENCE.url, "en")


def test_no_value_can_begin_a_line_of_its_own() -> None:
    title = "Rain\r\nER  - \u2028TY  - NEWS\x1b[2J"
    lines = list(ris_entry(replace(REFERENCE, title=title)))
    assert lines[2] == "TI  - Rain ER  -  TY  - NEWS [2J\r\n"
    assert sum(line.startswith("TY") for line in "".join(lines).splitlines()) == 1
