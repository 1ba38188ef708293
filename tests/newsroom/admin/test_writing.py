"""What is saved in the panel goes through the acts: the rules hold, and one line of history tells old and
new.
"""

import pytest

from newsroom.models import Activity, Article, Outlet, Story, User
from newsroom.roles import UserRole
from tests import make
from tests.admin_panel import Panel, last_line

pytestmark = pytest.mark.django_db
PHRASE = "correct horse battery staple"


def test_an_outlet_is_entered(panel: Panel):
    panel.add(Outlet, name="Agence", domain="agence.example", kind="agency")
    outlet = Outlet.objects.get()
    assert (outlet.name, outlet.domain, last_line(outlet).verb) == ("Agence", "agence.example", "entered")


def test_an_outlet_changes_and_the_history_tells_both_values(panel: Panel):
    outlet = make.article(outlet="Agence").outlet
    before = Activity.objects.count()
    panel.send(outlet, name="Agence Nouvelle", domain="agence.example")
    line = last_line(outlet)
    assert Activity.objects.count() == before + 1
    assert (line.actor, line.verb) == (panel.curator, "amended")
    assert line.changes == {"name": ["Agence", "Agence Nouvelle"], "domain": ["", "agence.example"]}


def test_a_rule_that_is_broken_is_told_beside_the_form_and_nothing_is_saved(panel: Panel):
    make.article(outlet="Agence")
    outlet = make.article(outlet="Bureau").outlet
    before = Activity.objects.count()
    response = panel.send(outlet, name="agence")
    assert "There is an outlet of this name already." in response.content.decode()
    outlet.refresh_from_db()
    assert (outlet.name, Activity.objects.count()) == ("Bureau", before)


def test_a_story_is_entered_by_the_curator(panel: Panel):
    panel.add(
        Story, title="Floods", slug="floods", place="Bonn", starts_on="2021-07-14", ends_on="", summary=""
    )
    story = Story.objects.get()
    assert (story.title, story.place, story.created_by) == ("Floods", "Bonn", panel.curator)


def test_the_last_day_of_a_story_cannot_be_before_the_first(panel: Panel):
    story = make.story()
    response = panel.send(story, starts_on="2021-07-14", ends_on="2021-07-13")
    assert "The last day cannot be before the first." in response.content.decode()


def test_an_article_gets_another_outlet_and_the_history_names_both(panel: Panel):
    article = make.article(outlet="Agence")
    other = make.article(outlet="Bureau").outlet
    panel.send(article, outlet=other.pk)
    assert last_line(article).changes == {"outlet": ["Agence", "Bureau"]}


def test_an_article_of_another_system_keeps_its_name_unique(panel: Panel):
    one, two = make.article(), make.article()
    response = panel.send(two, external_id=one.external_id)
    assert "Another article has this external id." in response.content.decode()
    assert Article.objects.get(pk=two.pk).external_id == two.external_id


def test_an_account_is_made_with_its_password(panel: Panel):
    panel.add(
        User, username="ada", name="Ada", email="", role="reporter", is_active="on", new_password=PHRASE
    )
    ada = User.objects.get(username="ada")
    assert (ada.role, ada.check_password(PHRASE)) == ("reporter", True)


def test_an_account_without_a_password_is_not_made(panel: Panel):
    response = panel.add(
        User, username="ada", name="", email="", role="reporter", is_active="on", new_password=""
    )
    assert "A new account needs a password." in response.content.decode()
    assert not User.objects.filter(username="ada").exists()


def test_a_password_that_is_easily_guessed_is_refused(panel: Panel):
    ada = make.user(username="ada-lovelace")
    response = panel.send(ada, new_password="password")
    assert "too common" in response.content.decode()
    ada.refresh_from_db()
    assert ada.check_password(make.PASSWORD)


def test_a_new_password_is_set_and_never_written_down(panel: Panel):
    ada = make.user()
    panel.send(ada, new_password=PHRASE)
    ada.refresh_from_db()
    assert ada.check_password(PHRASE)
    assert last_line(ada).changes == {}
    assert PHRASE not in panel.open(ada).content.decode()
    assert ada.password not in panel.open(ada).content.decode()


def test_an_account_is_switched_off_and_the_history_tells_it(panel: Panel):
    ada = make.user(UserRole.REPORTER)
    panel.send(ada, is_active=False, role="reader")
    assert last_line(ada).changes == {"role": ["reporter", "reader"], "is_active": [True, False]}
