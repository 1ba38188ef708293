"""Test which names accounts may have, and which names look alike."""

import pytest

from newsroom.errors import Invalid
from newsroom.text.account_names import LONGEST_NAME, check_account_name, name_skeleton


@pytest.mark.parametrize(
    "name",
    [
        "ana",
        "Ana.Ejemplo-2",
        "josé",
        "иван",
        "محمد",
        "अनिल",
        "田中さん",
        "tanaka田中",
        "a@desk",
        "7up",
        "김철수",
    ],
)
def test_names_of_every_script_are_allowed(name):
    check_account_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "-ana",
        "ana banana",
        "<b>x</b>",
        "admin\u202egnp",
        "a\u200bna",
        "a\u00adna",
        "a\ufe0fna",
        "a\u034fna",
        "\u3164",
        "a\u115fna",
        "a\ud800na",
        "a\0na",
    ],
)
def test_what_nobody_can_see_or_type_is_no_name(name):
    with pytest.raises(Invalid):
        check_account_name(name)


def test_a_name_in_ornamental_letters_is_no_name():
    with pytest.raises(Invalid, match="plain letters"):
        check_account_name("𝐚𝐧𝐚")


def test_a_name_of_mixed_scripts_is_no_name():
    with pytest.raises(Invalid, match="several scripts"):
        check_account_name("аna")  # the first letter is Cyrillic


def test_a_name_may_be_as_long_as_the_column_and_no_longer():
    check_account_name("a" * LONGEST_NAME)
    with pytest.raises(Invalid, match="shorten"):
        check_account_name("a" * (LONGEST_NAME + 1))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ana", "ANA"),
        ("ana", "аnа"),
        ("coco", "сосо"),
        ("admin", "adrnin"),
        ("Ian", "lan"),
        ("bob1", "bobl"),
        ("bob0", "bobo"),
        ("straße", "STRASSE"),
        ("a٣", "a3"),
        ("vvera", "wera"),
    ],
)
def test_names_that_look_alike_have_one_skeleton(one, other):
    assert name_skeleton(one) == name_skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("ana", "anna"), ("jose", "josé"), ("ana-1", "ana-2"), ("иван", "ivan")]
)
def test_names_that_look_different_have_two_skeletons(one, other):
    assert name_skeleton(one) != name_skeleton(other)
