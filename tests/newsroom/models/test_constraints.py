"""Test which writes of articles and imports the database refuses."""

import pytest

from newsroom.actions.imports.batches import hand_in
from newsroom.models import (
    Activity,
    ImportItem,
    Outlet,
    OutletAlias,
    Sentence,
    StoryArticle,
)
from tests import make
from tests.forbidden_writes import (
    Attacks,
    again,
    guards_lowered,
    not_in_the_database,
    overwrite,
    refused_by,
    rules_of,
    without_a_sentence,
)
from tests.newsroom.models import attacks_on_people, forbidden_foreign_rows

pytestmark = pytest.mark.django_db
attacks = Attacks(attacks_on_people.attacks, forbidden_foreign_rows.attacks)


def outlet(name: str, domain: str = "") -> Outlet:
    return Outlet.objects.create(name=name, domain=domain)


def item() -> ImportItem:
    return hand_in([("a.txt", b"Some words."), ("b.txt", b"Some more.")], by=make.user()).items.first()


def alias(word: str) -> OutletAlias:
    return OutletAlias.objects.create(outlet=outlet(f"Outlet {Outlet.objects.count()}"), word=word)


@attacks.on("outlet_alias_unique")
def two_outlets_that_go_by_one_name():
    alias("nyt.example")
    alias("NYT.example")


@attacks.on("outlet_kind_known")
def an_outlet_of_a_kind_that_nobody_knows():
    overwrite(outlet("Herald"), kind="pamphlet")


@attacks.on("outlet_not_its_own_owner")
def an_outlet_that_belongs_to_itself():
    herald = outlet("Herald")
    overwrite(herald, owner=herald)


@attacks.on("outlet_alias_present")
def an_outlet_that_goes_by_nothing():
    alias("")


@attacks.on("activity_names_its_object")
def a_line_of_history_without_a_verb():
    make.story()
    again(Activity.objects.first(), verb="")


@attacks.on("activity_names_its_object")
def a_line_of_history_about_no_kind_of_thing():
    make.story()
    again(Activity.objects.first(), object_type="")


@attacks.on("activity_redacted_whole")
def a_redacted_line_that_keeps_its_values():
    story = make.story()
    redaction = {"redacted_at": story.created_at, "redacted_by": story.created_by}
    again(Activity.objects.first(), changes={"title": ["", "Rain"]}, **redaction)


@attacks.on("activity_redacted_whole")
def a_line_that_nobody_redacted():
    story = make.story()
    again(Activity.objects.first(), redacted_at=story.created_at)


@attacks.on("activity_names_its_object")
def a_line_of_history_about_nothing():
    make.story()
    again(Activity.objects.first(), object_id="")


@attacks.on("activity_form_key_unique")
def two_acts_of_one_sent_form():
    make.story()
    line = Activity.objects.first()
    again(line, form_key="one form")
    again(line, form_key="one form")


@attacks.on("newsroom_activity.undoes_id")
def a_line_taken_back_twice():
    make.story()
    line = Activity.objects.first()
    again(line, undoes=line)
    again(line, undoes=line)


@attacks.on("article_title_present")
def an_article_without_a_title():
    overwrite(make.article(), title="")


@attacks.on("article_external_id_unique")
def two_articles_of_one_external_id():
    overwrite(make.article(), external_id=make.article().external_id)


@attacks.on("article_address_unique")
def two_articles_of_one_address():
    overwrite(make.article(), address="https://example.org/a")
    overwrite(make.article(), address="https://example.org/a")


@attacks.on("newsroom_revision.parted_from_id")
def a_revision_parted_twice():
    original, *others = (make.article("The minister left.").current for _ in range(3))
    for other in others:
        again(other, number=2, parted_from=original)


@attacks.on("newsroom_article.current_id")
def two_articles_that_show_one_revision():
    overwrite(make.article(), current=make.article().current)


@attacks.on("import_batch_state_known")
def an_import_in_a_state_of_its_own():
    overwrite(item().batch, state="lost")


@attacks.on("import_item_position_unique")
def two_sources_at_one_place_of_an_import():
    again(item())


@attacks.on("import_item_revision_when_imported")
def an_imported_source_without_its_revision():
    overwrite(item(), status="created")


@attacks.on("import_item_revision_when_imported")
def a_waiting_source_with_a_revision():
    overwrite(item(), revision=make.article().current)


@attacks.on("import_item_revision_when_imported")
def a_source_in_a_state_of_its_own():
    overwrite(item(), status="lost")


@attacks.on("import_item_question_when_asking")
def a_source_that_asks_nothing_although_it_waits_for_an_answer():
    overwrite(item(), status="question")


@attacks.on("import_item_question_when_asking")
def a_waiting_source_that_asks_something():
    overwrite(item(), question="several")


@attacks.on("outlet_name_unique")
def two_outlets_of_one_name_in_other_letters():
    outlet("The Moscow Times")
    outlet("THE MOSCOW TIMES")


@attacks.on("outlet_domain_unique")
def two_outlets_of_one_domain():
    outlet("The Moscow Times", "example.org")
    outlet("Another", "example.org")


@attacks.on("outlet_name_present")
def an_outlet_without_a_name():
    outlet("")


@attacks.on("outlet_alias_unique")
def two_outlets_that_went_by_one_name():
    OutletAlias.objects.create(outlet=outlet("One"), word="The Times")
    OutletAlias.objects.create(outlet=outlet("Two"), word="the times")


@attacks.on("outlet_alias_present")
def an_outlet_that_went_by_nothing():
    OutletAlias.objects.create(outlet=outlet("One"), word="")


@attacks.on("user_role_known")
def a_person_with_a_role_of_their_own():
    overwrite(make.user(), role="owner")


@attacks.on("original_not_empty")
def an_original_without_bytes():
    again(make.article().current.original, sha256="0" * 64, size=0)


@attacks.on("newsroom_original.sha256")
def one_original_kept_twice():
    again(make.article().current.original)


@attacks.on("revision_number_unique")
def two_revisions_of_one_number():
    again(make.article().current)


@attacks.on("revision_number_from_one")
def a_revision_numbered_nought():
    again(make.article().current, number=0)


@attacks.on("revision_text_present")
def a_revision_without_text():
    again(make.article().current, number=2, text="")


@attacks.on("newsroom_activity.undoes_id")
def an_act_undone_twice():
    make.story()
    done = Activity.objects.first()
    again(again(done, undoes=done))


@attacks.on("capture_address_present")
def something_fetched_from_nowhere():
    again(make.capture(make.article()), revision=make.article().current, asked="")


@attacks.on("newsroom_capture.revision_id")
def a_revision_fetched_twice():
    again(make.capture(make.article()))


@attacks.on("sentence_span_in_order")
def a_sentence_that_ends_before_it_starts():
    make.article()
    overwrite(Sentence.objects.first(), start=3, end=3)


@attacks.on("story_title_present")
def a_story_without_a_title():
    overwrite(make.story(), title="")


@attacks.on("newsroom_story.slug")
def two_stories_at_one_address():
    overwrite(make.story(), slug=make.story().slug)


@attacks.on("story_days_in_order")
def a_story_that_ends_before_it_starts():
    overwrite(make.story(), starts_on="2022-07-09", ends_on="2022-07-08")


@attacks.on("story_days_in_order")
def a_story_that_ends_without_having_started():
    overwrite(make.story(), ends_on="2022-07-08")


@attacks.on("story_holds_article_once")
def an_article_twice_in_a_story():
    make.article(story=make.story())
    again(StoryArticle.objects.get())


@pytest.mark.parametrize(("rules", "write"), attacks.cases())
def test_the_database_refuses(rules, write):
    with guards_lowered():
        assert refused_by(write) in rules


def test_every_rule_is_attacked():
    assert rules_of("newsroom") == attacks.rules


def test_every_rule_stands_in_the_database_and_speaks_in_a_sentence():
    assert not_in_the_database("newsroom") == []
    assert without_a_sentence("newsroom") == []
