import pytest

from newsroom.text.metadata.bylines import names_of_people
from tests.cpu_time import cpu_seconds


@pytest.mark.parametrize(
    ("stated", "named"),
    [
        (["Ada Byron"], "Ada Byron"),
        (["By Ada Byron and Li Wei"], "Ada Byron, Li Wei"),
        (["Ada Byron, Li Wei & Ibrahim El-Sayed"], "Ada Byron, Li Wei, Ibrahim El-Sayed"),
        (["BY ADA BYRON AND LI WEI"], "ADA BYRON, LI WEI"),
        (["Written by Ada Byron; photographs aside"], "Ada Byron"),
        (["Von Ada Byron und Li Wei"], "Ada Byron, Li Wei"),
        (["Par Ada Byron et Li Wei"], "Ada Byron, Li Wei"),
        (["Por José Ortega y Marta Ruiz"], "José Ortega, Marta Ruiz"),
        (["Автор: Олена Коваленко та Іван Франко"], "Олена Коваленко, Іван Франко"),
        (["Ada Byron, Political Correspondent"], "Ada Byron"),
        (["Ada Byron (aby)", "Li Wei (lw)"], "Ada Byron, Li Wei"),
        (["Ada Byron (aby), Li Wei (lw)"], "Ada Byron, Li Wei"),
        (["ByAda Byron"], "Ada Byron"),
        (["Byron Adams"], "Byron Adams"),
        (["Ada Byron Follow"], "Ada Byron"),
        (["Ada Follows"], "Ada Follows"),
        (["Ada Byron in Kyiv"], "Ada Byron"),
        (["Ada Byron for The Harbour Post"], "Ada Byron"),
        (["Ada Byron | The Harbour Post"], "Ada Byron"),
        (["Ada Byron, Reuters"], "Ada Byron"),
        (["Ada Byron with AFP"], "Ada Byron"),
        (["Ada Byron ada@example.org"], "Ada Byron"),
        (["Ada Byron (@adab)"], "Ada Byron"),
        (["Martin Amis, Jr., Li Wei"], "Martin Amis, Jr., Li Wei"),
        (["Ada Byron", "ada byron", "The Harbour Post"], "Ada Byron"),
        (["J. P. van der Berg"], "J. P. van der Berg"),
        (["李伟"], "李伟"),
        (["Reuters"], "Reuters"),
        (["By AP and AFP"], "AP, AFP"),
    ],
)
def test_people_are_told_from_what_stands_beside_them(stated: list[str], named: str) -> None:
    assert names_of_people(stated, {"The Harbour Post"}) == named


@pytest.mark.parametrize(
    "stated",
    [
        "The Harbour Post",
        "Harbour Post",
        "harbourpost.com",
        "The Harbour Post Staff",
        "Staff Writer",
        "By Staff Reporter",
        "admin",
        "jdoe",
        "Editorial Board",
        "Newsroom",
        "Guest",
        "https://www.facebook.com/ada.byron",
        "redaktion",
        "Редакція",
        "2022",
        "What this newspaper thinks of the price of bread",
        "null",
        "",
    ],
)
def test_nobody_is_made_an_author(stated: str) -> None:
    assert names_of_people([stated], {"The Harbour Post"}) == ""


def test_a_byline_has_an_end() -> None:
    assert len(names_of_people([f"Ada Byron{'x' * number}" for number in range(100)])) == 300


@pytest.mark.parametrize(("words", "is_name"), [(6, True), (7, False)])
def test_a_name_has_at_most_six_words(words: int, is_name: bool) -> None:
    name = " ".join(["Maria"] * words)
    assert names_of_people([name]) == (name if is_name else "")


@pytest.mark.parametrize(("length", "kept"), [(300, 300), (301, 300)])
def test_a_byline_has_at_most_300_characters(length: int, kept: int) -> None:
    assert len(names_of_people(["Ada " + "x" * (length - 4)])) == kept


def test_a_line_of_a_foreign_page_takes_no_time_however_long_it_is():
    with cpu_seconds(0.5):
        names_of_people(["By A " + 43_000 * "aAa-"])
