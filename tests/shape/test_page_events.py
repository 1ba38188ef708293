"""Test that each event of the server has a listener on the page, that each listener has an event,
and that all are listed.
"""

import re

from tests.shape import tree

EVENTS = "annotations/views/events.py"
CONTRACT = "docs/page-contract.md"

#: Prefixes of events of htmx and of the page's own elements, which no answer of the server sends.
OF_THE_PAGE = ("htmx:", "news:", "django:")


def enum_members(source):
    """Return the members of the enum in `source`, as {name: value}."""
    return dict(re.findall(r'^    ([A-Z_]+) = "([a-z]+:[a-z]+)"$', source, re.MULTILINE))


def sent(source, members):
    """Return the events that a module sends."""
    return {members[name] for name in re.findall(r"PageEvent\.([A-Z_]+)", source)}


def heard(source):
    """Return the events of the server that a script or a template listens to."""
    listeners = re.findall(r'addEventListener\("([a-z]+:[a-z]+)"', source)
    triggers = re.findall(r"([a-z]+:[a-z]+) from:body", source)
    return {name for name in [*listeners, *triggers] if not name.startswith(OF_THE_PAGE)}


def texts(suffix, under):
    return [path.read_text(encoding="utf-8") for path in tree.files(suffix, under=under)]


MEMBERS = enum_members((tree.ROOT / EVENTS).read_text(encoding="utf-8"))


def test_each_event_that_is_sent_is_heard_and_each_that_is_heard_is_sent():
    sending = set().union(*(sent(text, MEMBERS) for text in texts(".py", "annotations/views")))
    listening = set().union(
        *(heard(text) for text in [*texts(".js", "static/js"), *texts(".html", "templates")])
    )
    assert sending == listening == set(MEMBERS.values())


def test_no_view_names_an_event_without_the_list():
    strings = [
        name
        for package in ("annotations/views", "newsroom/views")
        for path in tree.files(".py", under=package)
        for name in re.findall(r'"([a-z]+:[a-z]+)"', path.read_text(encoding="utf-8"))
        if path.as_posix().endswith(EVENTS) is False
    ]
    assert not set(strings) & set(MEMBERS.values())


def test_the_contract_of_the_page_names_each_event():
    contract = (tree.ROOT / CONTRACT).read_text(encoding="utf-8")
    named = {name for name in re.findall(r"`([a-z]+:[a-z]+)`", contract) if not name.startswith(OF_THE_PAGE)}
    assert named == set(MEMBERS.values())


def test_events_are_found_however_they_are_written():
    assert enum_members('class PageEvent(StrEnum):\n    LINK_MADE = "link:made"\n') == {
        "LINK_MADE": "link:made"
    }
    assert sent("CardChange(PageEvent.LINK_MADE)", {"LINK_MADE": "link:made"}) == {"link:made"}
    assert heard('body.addEventListener("link:made", go); x.addEventListener("news:choose", y)') == {
        "link:made"
    }
    assert heard('hx-trigger="news:shown, link:made from:body"') == {"link:made"}
