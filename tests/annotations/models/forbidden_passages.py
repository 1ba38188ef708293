"""Attack the database rules of highlights, anchors and tags, with writes that the database must refuse."""

from annotations.actions.tags import make_tag
from annotations.models import Anchor, Highlight, HighlightTag, Tag, TagPin
from tests import make
from tests.forbidden_writes import Attacks, again, overwrite

attacks = Attacks()


def anchor() -> Anchor:
    return highlight().anchor


def highlight() -> Highlight:
    return make.highlight(make.article())


def tag(path: str) -> Tag:
    return Tag.objects.create(path=path, created_by=make.user())


@attacks.on("anchor_lost_has_no_span")
def a_lost_passage_with_a_place():
    again(anchor(), state="lost")


@attacks.on("anchor_lost_has_no_span")
def a_passage_in_the_text_without_a_place():
    again(anchor(), start=None, end=None)


# If a quote is not empty and fits its span, the span is in order. So the first rule is never broken alone.
@attacks.on("anchor_span_in_order", "anchor_quote_present")
def a_passage_of_nothing():
    row = anchor()
    again(row, quote="", end=row.start)


@attacks.on("anchor_span_in_order", "anchor_quote_fills_span")
def a_passage_that_ends_before_it_starts():
    again(anchor(), start=9, end=5)


@attacks.on("anchor_quote_fills_span")
def a_quote_longer_than_its_passage():
    row = anchor()
    again(row, end=row.end - 1)


@attacks.on("anchor_quote_fills_span")
def a_passage_counted_in_other_units_than_code_points():
    row = anchor()
    again(row, quote="🌾" + row.quote[1:], end=row.end + 1)  # as JavaScript would count


@attacks.on("anchor_quote_present")
def a_lost_passage_whose_words_nobody_kept():
    again(anchor(), state="lost", start=None, end=None, quote="")


@attacks.on("anchor_state_known")
def a_passage_in_a_state_of_its_own():
    again(anchor(), state="perhaps")


@attacks.on("annotations_highlight.anchor_id")
def two_highlights_at_one_anchor():
    overwrite(anchor().highlight, anchor=anchor())


@attacks.on("highlight_bears_tag_once")
def a_tag_twice_on_a_highlight():
    make.highlight(make.article(), tags=[make_tag("claims", by=make.user())])
    again(HighlightTag.objects.get())


@attacks.on("tag_path_unique")
def two_tags_of_one_path_in_other_letters():
    tag("claims/number")
    tag("Claims/NUMBER")


@attacks.on("tag_hue_known")
def a_tag_in_a_colour_of_its_own():
    overwrite(tag("claims"), hue="#ff0000")


@attacks.on("tag_digit_unique")
def two_tags_with_one_digit():
    overwrite(tag("claims"), digit=3)
    overwrite(tag("quote"), digit=3)


@attacks.on("tag_digit_is_a_key")
def a_tag_with_a_digit_that_is_no_key():
    overwrite(tag("claims"), digit=10)


@attacks.on("tag_digit_is_a_key")
def a_tag_with_zero_for_a_digit():
    overwrite(tag("claims"), digit=0)


@attacks.on("tag_pin_one_tag_per_digit")
def two_tags_pinned_to_one_digit():
    person = make.user()
    for path in ("claims", "quote"):
        TagPin.objects.create(person=person, tag=tag(path), digit=3)


@attacks.on("tag_pin_one_digit_per_tag")
def a_tag_pinned_to_two_digits():
    person, pinned = make.user(), tag("claims")
    for digit in (3, 4):
        TagPin.objects.create(person=person, tag=pinned, digit=digit)


@attacks.on("tag_pin_digit_is_a_key")
def a_tag_pinned_to_what_is_no_key():
    TagPin.objects.create(person=make.user(), tag=tag("claims"), digit=10)


@attacks.on("tag_path_well_formed")
def a_tag_without_a_path():
    tag("")


@attacks.on("tag_path_well_formed")
def a_tag_under_nothing():
    tag("/number")


@attacks.on("tag_path_well_formed")
def a_tag_over_nothing():
    tag("claims/")


@attacks.on("tag_path_well_formed")
def a_tag_that_would_be_two_in_a_table():
    tag("claims|number")
