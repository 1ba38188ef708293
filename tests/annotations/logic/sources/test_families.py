"""Test that outlets of one owner are one family."""

from annotations.logic.sources.families import OutletFamilies


def test_an_outlet_of_which_nothing_is_known_is_its_own_family():
    families = OutletFamilies()
    assert families.key("The  Post") == families.key("post") == "post"
    assert families.label("post") == "The Post"
    assert families.key("") == ""


def test_a_family_goes_by_the_owner_who_belongs_to_nobody():
    families = OutletFamilies(owners=[("Vest Post", "Vest Media"), ("Vest Media", "Nord")])
    assert [families.key(name) for name in ("Vest Post", "Vest Media", "Nord")] == ["nord"] * 3
    assert families.label("nord") == "Nord"


def test_owners_in_a_circle_are_one_family():
    families = OutletFamilies(owners=[("A", "B"), ("B", "C"), ("C", "B")])
    assert {families.key(name) for name in "ABC"} == {"b"}


def test_another_name_of_an_outlet_is_that_outlet():
    families = OutletFamilies(owners=[("Post", "Nord")], aliases=[("Post Online", "Post")])
    assert families.key("the Post Online") == "nord"


def test_agencies_that_go_by_several_names_are_one():
    families = OutletFamilies()
    assert families.key("Associated Press") == families.key("AP")
