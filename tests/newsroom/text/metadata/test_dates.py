from datetime import UTC, date, datetime

import pytest

from newsroom.text.metadata.dates import first_date, is_date_line, is_of_an_update


@pytest.mark.parametrize(
    "line",
    [
        "July 09, 2022",
        "9 July 2022",
        "Jul. 9, 2022",
        "2022-07-09",
        "Saturday, July 9th, 2022",
        "Published: July 9, 2022",
        "09.07.2022",
        "9. Juli 2022",
        "9 juillet 2022",
        "9 de julio de 2022",
        "9 июля 2022 г.",
        "2022年7月9日",
        "Sat 9 Jul 2022 10.30 BST",
        "Published on July 9, 2022 at 3:15 p.m. EDT",
    ],
)
def test_a_day_is_read(line: str) -> None:
    assert first_date(line) == (datetime(2022, 7, 9, tzinfo=UTC), True)
    assert is_date_line(line)


@pytest.mark.parametrize(
    ("line", "hour", "minute"),
    [
        ("2022-07-09T10:30:00Z", 10, 30),
        ("2022-07-09T10:30:00+02:00", 8, 30),
        ("July 9, 2022 3:15 PM GMT", 15, 15),
        ("10:30 GMT, 9 July 2022", 10, 30),
        ("July 9, 2022 12:05 a.m. UTC", 0, 5),
        ("9 July 2022 10:30 GMT+3", 7, 30),
        ("9 July 2022 10:30 UTC-0430", 15, 0),
    ],
)
def test_a_time_counts_with_its_zone(line: str, hour: int, minute: int) -> None:
    assert first_date(line) == (datetime(2022, 7, 9, hour, minute, tzinfo=UTC), False)
    assert is_date_line(line)


@pytest.mark.parametrize(
    "text",
    ["07/09/2022", "July 2022", "31 February 2022", "2022-13-01", "in the year 2022", "", "99.99.2022"],
)
def test_what_is_not_certain_is_no_date(text: str) -> None:
    assert first_date(text) is None
    assert not is_date_line(text)


def test_a_time_that_no_clock_shows_leaves_the_day() -> None:
    assert first_date("9 July 2022 29:30 UTC") == (datetime(2022, 7, 9, tzinfo=UTC), True)


@pytest.mark.parametrize("line", ["July 9, 2022 6:42pm", "9 July 2022 • 6:00pm", "9 July 2022, 6 p.m."])
def test_the_half_of_the_day_may_stand_right_behind_the_hour(line: str) -> None:
    assert is_date_line(line)


def test_a_sentence_with_a_date_is_no_date_line() -> None:
    assert not is_date_line("He left on July 9, 2022.")


@pytest.mark.parametrize(("blanks", "answer"), [(148, True), (149, False)])
def test_a_date_line_has_at_most_160_characters(blanks: int, answer: bool) -> None:
    line = "July 9, 2022" + " " * blanks
    assert len(line) in (160, 161)
    assert is_date_line(line) is answer


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2019年02月22日 14時30分 公開", date(2019, 2, 22)),
        ("06.01.2026, Lesezeit 5 Min.", date(2026, 1, 6)),
        ("05.04.2025 - Güncelleme : 07.04.2025", date(2025, 4, 5)),
        ("2019/04/27 08:00", date(2019, 4, 27)),
        ("2024. 5. 3.", date(2024, 5, 3)),
        ("Viernes, 3 de mayo de 2024 - 10:15", date(2024, 5, 3)),
        ("٣ مايو ٢٠٢٤", date(2024, 5, 3)),
        ("3 Mayıs 2024 Cuma 10:15", date(2024, 5, 3)),
        ("Publisert 3. mai 2024, kl. 10:15", date(2024, 5, 3)),
        ("3. května 2024 10:15", date(2024, 5, 3)),
        ("2024. május 3. 10:15", date(2024, 5, 3)),
        ("Jumat, 03 Mei 2024 10:15 WIB", date(2024, 5, 3)),
        ("Δευτέρα 3 Μαΐου 2024", date(2024, 5, 3)),
        ("Veröffentlicht am 3. Mai 2024, 10:15 Uhr | Aktualisiert am 5. Mai 2024", date(2024, 5, 3)),
    ],
)
def test_date_lines_of_many_languages_are_read_as_such(line: str, day: date) -> None:
    found = first_date(line)
    assert found is not None
    assert (found.moment.date(), is_date_line(line)) == (day, True)


@pytest.mark.parametrize(
    "line", ["05/03/2024", "2024/05.03", "12024/05/03", "3 listopad 2024", "3 of May", "2024"]
)
def test_what_may_be_another_day_is_none(line: str) -> None:
    assert first_date(line) is None


@pytest.mark.parametrize(
    ("line", "month"),
    [
        ("15. listopada 2024.", 10),
        ("Objavljeno 15. listopada 2024. u 10:15", 10),
        ("15 listopada 2024", 11),
        ("15. studenoga 2024.", 11),
        ("15 października 2024", 10),
    ],
)
def test_one_name_of_a_month_is_another_month_in_croatian(line: str, month: int) -> None:
    found = first_date(line)
    assert found is not None
    assert found.moment.month == month


@pytest.mark.parametrize(("length", "found"), [(160, True), (161, False)])
def test_a_foreign_month_is_read_in_lines_of_at_most_160_characters(length: int, found: bool) -> None:
    line = "3 Mayıs 2024 ".ljust(length, "x")
    assert (first_date(line) is not None) is found


@pytest.mark.parametrize(
    "line",
    [
        "Last updated May 5, 2024",
        "Mise à jour le 5 mai 2024",
        "Güncelleme: 05.04.2025",
        "更新日時 2024/05/03",
    ],
)
def test_a_line_that_begins_with_an_update_is_of_one(line: str) -> None:
    assert is_of_an_update(line)


@pytest.mark.parametrize(
    "line",
    ["Published May 5, 2022 | Updated May 6, 2022 10:00 GMT", "5 May 2022, 22:00 EST (03:00 GMT)"],
)
def test_a_time_behind_another_day_or_time_is_not_that_of_the_first_day(line: str) -> None:
    found = first_date(line)
    assert found is not None
    assert (found.moment.date(), found.on_day) == (date(2022, 5, 5), True)
