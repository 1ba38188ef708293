"""Test that CSV of this desk, of Taguette and made by hand is read."""

import pytest

from annotations.logic.interchange.tables import read_table
from newsroom.errors import Invalid


def test_the_desk_s_own_export_is_read_with_its_apostrophes_taken_off() -> None:
    text = (
        "annotation_id,article_id,article_title,url,start,end,exact,prefix,suffix,tags,note,created_by\r\n"
        "7f,12,Rain,https://a.example/,3,7,'=Rain,a,b,x/y|z,'-5,ann\r\n"
    )
    read = read_table(text)
    (one,) = read.annotations
    assert (read.tool, one.foreign_id, one.exact, one.tags) == ("newsroom", "7f", "=Rain", ("x/y", "z"))
    assert (one.document.article, one.document.title, one.start) == ("12", "Rain", 3)
    assert (one.note, one.author) == ("-5", "ann")


def test_the_rows_of_taguette_are_one_annotation_with_all_its_tags() -> None:
    read = read_table("id,document,tag,content\n1,rain.txt,weather,Rain fell\n1,rain.txt,Bali,Rain fell\n")
    (one,) = read.annotations
    assert (read.tool, one.document.name, one.tags) == ("taguette", "rain.txt", ("weather", "Bali"))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_by_hand_is_read_whatever_separates_its_cells(separator: str) -> None:
    rows = [["URL", "Quote", "Codes", "Date"], ["https://a.example/", "Rain fell", "x|y", "2022-07-09"]]
    text = "\ufeff" + "\n".join(separator.join(row) for row in rows)
    (one,) = read_table(text).annotations
    assert (one.document.url, one.exact, one.tags, one.at) == (
        "https://a.example/",
        "Rain fell",
        ("x", "y"),
        "2022-07-09",
    )


def test_rows_with_one_id_and_other_words_stay_apart() -> None:
    text = "id,title,quote,note\n1,Rain,fell,a\n1,Rain,Bali,b\n1,Snow,fell,c\n1,Rain,fell,d\n"
    read = [(one.document.title, one.exact, one.note) for one in read_table(text).annotations]
    assert read == [("Rain", "fell", "a\n\nd"), ("Rain", "Bali", "b"), ("Snow", "fell", "c")]


def test_rows_without_an_id_are_an_annotation_each() -> None:
    assert len(read_table("title,exact\nRain,fell\nRain,fell\n").annotations) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title,words_\na,b\n", "lacks a column with the marked words"),
        ("exact,tags\na,b\n", "lacks a column that says in which article"),
        ("title,exact\na\n", "Line 2: 1 cells instead of 2"),
        ('title,exact\na,"b\n', "Check the quotation marks there"),
        ("", "lacks a column"),
    ],
)
def test_a_broken_table_is_refused(text: str, said: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_table(text)
    assert said in refused.value.sentence


def test_a_row_without_words_is_told() -> None:
    assert read_table("title,exact\nRain, \n").unread == ("Line 2: no words are marked.",)


@pytest.mark.parametrize(
    "table",
    [
        "tag,definition,colour\r\nclaims/number,A figure.,amber\r\n'=sum,'-5,teal\r\n,Nothing.,teal\r\n",
        "Tag;Parent;Description\nclaims/number;claims;A figure.\n=sum;;-5\n",
    ],
)
def test_a_table_of_tags_and_definitions_is_a_codebook(table: str) -> None:
    read = read_table(table)
    assert [(tag.path, tag.definition) for tag in read.tags] == [
        ("claims/number", "A figure."),
        ("=sum", "-5"),
    ]
    assert read.annotations == ()


def test_a_table_with_marked_words_is_no_codebook() -> None:
    assert read_table("tag,definition,quote,url\na,b,rain,https://example.org/a\n").tags == ()
