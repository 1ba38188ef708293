"""Test changes of the codebook: tags below a tag follow it, and every highlight keeps its tags."""

import pytest

from annotations.actions.passages.highlights import withdraw_highlight
from annotations.actions.tags import change_tag, make_tag, merge_tag, pin_tag
from annotations.models import Tag, TagPin
from newsroom.errors import Conflict, Forbidden, Invalid, Missing
from newsroom.models import Activity
from newsroom.roles import UserRole
from tests import make
from tests.admin_panel import last_line

pytestmark = pytest.mark.django_db


def paths():
    return sorted(Tag.objects.values_list("path", flat=True))


def borne(highlight):
    return sorted(tag.path for tag in highlight.tags.all())


def test_tags_under_a_renamed_tag_follow_it(curator):
    for path in ("claims", "claims/number", "claims/number/share", "claimsome"):
        make.tag(path)
    change_tag(Tag.objects.get(path="claims"), path="facts", by=curator)
    assert paths() == ["claimsome", "facts", "facts/number", "facts/number/share"]
    share = Tag.objects.get(path="facts/number/share")
    assert last_line(share).changes == {"path": ["claims/number/share", "facts/number/share"]}


def test_a_tag_is_not_renamed_where_one_that_follows_would_stand_too_deep(curator):
    tag = make.tag("a")
    make.tag("a/b/c/d")
    with pytest.raises(Invalid, match="at most 4 levels"):
        change_tag(tag, path="x/y", by=curator)
    assert paths() == ["a", "a/b/c/d"]


def test_a_tag_that_another_person_changed_is_not_overwritten(curator):
    tag = make.tag("claims")
    change_tag(tag, definition="Theirs", by=curator, seen={"definition": ""})
    with pytest.raises(Conflict, match="now it is “Theirs”, and you wrote “Mine”"):
        change_tag(tag, definition="Mine", by=curator, seen={"definition": ""})
    assert Tag.objects.get().definition == "Theirs"


def test_highlights_of_a_merged_tag_bear_the_other_and_each_has_its_line(curator):
    figure, number = make.tag("figure"), make.tag("claims/number")
    one, both = (make.highlight(make.article(), tags=tags) for tags in ([figure], [figure, number]))
    before = Activity.objects.count()
    merge_tag(figure, into=number, by=curator)
    assert (paths(), borne(one), borne(both)) == (["claims/number"], ["claims/number"], ["claims/number"])
    assert Activity.objects.count() == before + 3
    assert last_line(one).changes == last_line(both).changes == {"tags": [["figure"], ["claims/number"]]}
    assert last_line(figure).verb == "merged"


def test_the_history_keeps_the_whole_tag_that_was_merged(curator):
    figure = make_tag("figure", definition="A number.", hue="amber", by=curator)
    number = make_tag("number", hue="sky", by=curator)
    pk = figure.pk
    merge_tag(figure, into=number, by=curator)
    assert last_line(figure).changes == {
        "id": [pk, number.pk],
        "path": ["figure", "number"],
        "definition": ["A number.", ""],
        "hue": ["amber", "sky"],
        "digit": [None, None],
    }


def test_withdrawn_highlights_keep_what_they_bore(curator):
    figure, number = make.tag("figure"), make.tag("claims/number")
    highlight = make.highlight(make.article(), tags=[figure])
    withdraw_highlight(highlight, by=curator)
    merge_tag(figure, into=number, by=curator)
    assert borne(highlight) == ["claims/number"]


def test_tags_under_a_merged_tag_follow_and_meet_those_of_their_name(curator):
    for path in ("old", "old/number", "old/number/share", "old/place", "new", "new/number"):
        make.tag(path)
    moved = make.highlight(make.article(), tags=[Tag.objects.get(path="old/place")])
    met = make.highlight(make.article(), tags=[Tag.objects.get(path="old/number")])
    merge_tag(Tag.objects.get(path="old"), into=Tag.objects.get(path="new"), by=curator)
    assert paths() == ["new", "new/number", "new/number/share", "new/place"]
    assert (borne(moved), borne(met)) == (["new/place"], ["new/number"])


def test_a_tag_does_not_go_into_one_that_would_follow_it(curator):
    parent, child = make.tag("claims"), make.tag("claims/number")
    with pytest.raises(Invalid, match="claims/number stands under claims"):
        merge_tag(parent, into=child, by=curator)


def test_a_child_goes_into_its_parent(curator):
    parent, child = make.tag("claims"), make.tag("claims/number")
    make.tag("claims/number/share")
    merge_tag(child, into=parent, by=curator)
    assert paths() == ["claims", "claims/share"]


def test_nothing_is_merged_where_a_tag_that_follows_would_stand_too_deep(curator):
    source, target = make.tag("a"), make.tag("x/y")
    make.tag("a/b/c/d")
    highlight = make.highlight(make.article(), tags=[source])
    with pytest.raises(Invalid, match="at most 4 levels"):
        merge_tag(source, into=target, by=curator)
    assert (paths(), borne(highlight)) == (["a", "a/b/c/d", "x/y"], ["a"])


def test_a_tag_is_merged_neither_into_itself_nor_twice(curator):
    tag, other = make.tag(), make.tag()
    stale = Tag.objects.get(pk=tag.pk)
    with pytest.raises(Invalid, match="it stays"):
        merge_tag(tag, into=tag, by=curator)
    merge_tag(tag, into=other, by=curator)
    with pytest.raises(Missing):
        merge_tag(stale, into=other, by=curator)


def test_merging_takes_a_curator():
    with pytest.raises(Forbidden):
        merge_tag(make.tag(), into=make.tag(), by=make.user(UserRole.EDITOR))


def pins(person):
    return {pin.digit: pin.tag.path for pin in TagPin.objects.filter(person=person)}


def test_a_pin_takes_the_place_of_the_tags_and_of_the_digits_former_pin(curator):
    claims, quote = make.tag("claims"), make.tag("quote")
    pin_tag(claims, 3, by=curator)
    pin_tag(quote, 4, by=curator)
    pin_tag(quote, 3, by=curator)
    assert pins(curator) == {3: "quote"}
    pin_tag(quote, None, by=curator)
    assert pins(curator) == {}


def test_pins_are_each_persons_own_and_no_matter_of_the_history(curator):
    tag, other = make.tag("claims"), make.user(UserRole.REPORTER, "other")
    lines = Activity.objects.count()
    pin_tag(tag, 3, by=curator)
    pin_tag(tag, 5, by=other)
    assert (pins(curator), pins(other)) == ({3: "claims"}, {5: "claims"})
    assert Activity.objects.count() == lines


@pytest.mark.parametrize("digit", [0, 10])
def test_what_is_no_key_is_no_pin(curator, digit):
    with pytest.raises(Invalid, match="one of 1 to 9"):
        pin_tag(make.tag("claims"), digit, by=curator)
    assert pins(curator) == {}


def test_a_digit_that_another_tag_has_is_refused_with_a_sentence(curator):
    make_tag("claims", digit=3, by=curator)
    with pytest.raises(Invalid, match="Another tag has this digit already"):
        make_tag("quote", digit=3, by=curator)
    assert paths() == ["claims"]


def test_the_digits_of_a_merged_tag_mean_the_tag_it_went_into(curator):
    old, new = make_tag("old", digit=3, by=curator), make_tag("new", by=curator)
    pin_tag(old, 5, by=curator)
    merge_tag(old, into=new, by=curator)
    assert Tag.objects.get().digit == 3
    assert pins(curator) == {5: "new"}
    assert last_line(new).changes == {"digit": [None, 3]}


def test_a_tag_with_digits_keeps_them_when_another_is_merged_into_it(curator):
    old, new = make_tag("old", digit=3, by=curator), make_tag("new", digit=4, by=curator)
    pin_tag(old, 5, by=curator)
    pin_tag(new, 6, by=curator)
    merge_tag(old, into=new, by=curator)
    assert Tag.objects.get().digit == 4
    assert pins(curator) == {6: "new"}
