"""Test which outlets are looked for in an article."""

import pytest

from annotations.actions.origins import decide_origin
from annotations.actions.passages.tellers import name_teller
from annotations.models import Origin
from annotations.queries.counting.nearby_outlets import outlets_near
from newsroom.models import Outlet, Story, User
from tests import make

pytestmark = pytest.mark.django_db


def test_outlets_of_the_articles_stories_and_agencies_are_known(editor: User) -> None:
    story = make.story(by=editor)
    article = make.article(story=story, outlet="Upland Echo", by=editor)
    make.article(story=story, outlet="Kestrel Post", by=editor)
    make.article(story=make.story(by=editor), outlet="Lake Crier", by=editor)
    names = outlets_near(article).names
    text = "The Kestrel Post, the Upland Echo, Reuters and the Lake Crier"
    found = [mention.name for mention in names.mentions(text)]
    assert found == ["Kestrel Post", "Upland Echo", "Reuters"]


def test_owners_of_these_outlets_are_known(story: Story, editor: User) -> None:
    article = make.article(story=story, outlet="Upland Echo", by=editor)
    owner = Outlet.objects.create(name="Weir Media")
    Outlet.objects.filter(name="Upland Echo").update(owner=owner)
    names = outlets_near(article).names
    assert [mention.name for mention in names.mentions("according to Weir Media")] == ["Weir Media"]


def test_tellers_of_passages_in_the_story_are_known_by_name_and_dismissed_sources_by_key(
    story: Story, editor: User
) -> None:
    named = make.article(
        "A wolf came, the newspaper Ostbote reported.", story=story, outlet="Echo", by=editor
    )
    make.highlight(named, "A wolf came", by=editor)
    article = make.article("It was grey, Ostbote says. (dpa)", story=story, outlet="Post", by=editor)
    assert [mention.name for mention in outlets_near(article).names.mentions("Ostbote says")] == ["Ostbote"]
    assert make.highlight(article, "It was grey", by=editor).teller == "Ostbote; dpa"
    assert outlets_near(article).dismissed == frozenset()
    origin = Origin.objects.get(articles=article)
    decide_origin(origin, "rejected", reason="A note of ours.", by=editor)
    assert outlets_near(article).dismissed == {"dpa"}


def test_a_guessed_teller_is_a_guess_until_a_person_names_it(story: Story, editor: User) -> None:
    called = make.article(
        "A wolf came, the newspaper Ostbote reported.", story=story, outlet="Echo", by=editor
    )
    wolf = make.highlight(called, "A wolf came", by=editor)
    article = make.article(
        "The Ostbote bin fell over. It was grey, Ostbote says.", story=story, outlet="Post", by=editor
    )
    assert outlets_near(article).names.is_guess("Ostbote")
    # The bin is no evidence that the Ostbote tells anything.
    assert make.highlight(article, "bin fell over", by=editor).teller == ""
    assert make.highlight(article, "It was grey", by=editor).teller == "Ostbote"
    name_teller(wolf, "Ostbote", version=wolf.version, by=editor)
    assert not outlets_near(article).names.is_guess("Ostbote")
