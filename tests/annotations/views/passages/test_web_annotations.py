"""Test Web Annotations over HTTP: the headers of the protocol, and offsets that fit the served text."""

import pytest
from django.test import Client

from newsroom.models import User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db
JSON_LD = "application/ld+json"
TEXT = "Rain 🌧 fell on Java. “The ferry sank” 🚢, he said."


@pytest.fixture
def ada() -> User:
    return make.user(UserRole.REPORTER)


@pytest.fixture
def highlight(ada):
    return make.highlight(make.article(TEXT, story=make.story("Rain"), by=ada), "ferry sank", by=ada)


@pytest.fixture
def signed_in(ada) -> Client:
    client = Client()
    client.force_login(ada)
    return client


def ask(client: Client, address: str, **headers: str):
    return client.get(address, headers={"Accept": JSON_LD, **headers})


def test_the_address_of_a_highlight_has_a_page_and_an_annotation_for_programs(signed_in, highlight):
    address = f"/h/{highlight.pk}/"
    page = signed_in.get(address, headers={"Accept": "text/html,*/*"})
    assert page["Content-Type"].startswith("text/html")
    answer = ask(signed_in, address)
    assert answer["Content-Type"] == 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    assert answer["Link"] == '<http://www.w3.org/ns/ldp#Resource>; rel="type"'
    assert "Accept" in answer["Vary"]
    assert "Accept" in page["Vary"]
    assert answer["Allow"] == "GET, HEAD, OPTIONS"
    assert answer.json()["id"] == f"http://testserver{address}"
    assert ask(signed_in, address, If_None_Match="x").status_code == 200
    assert ask(signed_in, address, **{"If-None-Match": answer["ETag"]}).status_code == 304


@pytest.mark.parametrize("offsets", ["", "utf16"])
def test_the_offsets_fit_the_served_text(signed_in, highlight, offsets):
    annotation = ask(signed_in, f"/h/{highlight.pk}/?offsets={offsets}").json()
    target = annotation["target"]
    served = signed_in.get(target["source"]["id"].removeprefix("http://testserver")).content.decode()
    quote, position = target["selector"]
    start, end = position["start"], position["end"]
    if offsets:
        units = served.encode("utf-16-le")
        found = units[2 * start : 2 * end].decode("utf-16-le")
    else:
        found = served[start:end]
    assert found == quote["exact"] == "ferry sank"
    assert target["state"]["cached"] == target["source"]["id"]


def test_other_offsets_are_refused(signed_in, highlight):
    assert ask(signed_in, f"/h/{highlight.pk}/?offsets=bytes").status_code == 422


def test_a_link_resolves_for_programs_and_leads_people_to_its_passage(signed_in, highlight, ada):
    link = make.link(highlight, make.highlight(make.article(by=ada), by=ada), by=ada)
    address = f"/links/{link.pk}/"
    assert signed_in.get(address)["Location"] == f"/h/{highlight.pk}/"
    annotation = ask(signed_in, address).json()
    assert annotation["motivation"] == "linking"
    assert ask(signed_in, annotation["target"]).status_code == 200


def test_collections_lead_to_pages_that_hold_what_was_counted(signed_in, highlight):
    for address in (f"/articles/{highlight.article_id}/annotations/", "/stories/rain/annotations/"):
        answer = ask(signed_in, address)
        assert "BasicContainer" in answer["Link"]
        collection = answer.json()
        page = ask(signed_in, collection["first"]).json()
        assert (collection["total"], len(page["items"]), page["partOf"]["id"]) == (1, 1, collection["id"])
        assert ask(signed_in, page["items"][0]["id"]).json() == page["items"][0]


@pytest.mark.parametrize("page", ["1", "-1", "x", "9" * 30, ""])
def test_a_page_that_a_collection_does_not_have_is_not_there(signed_in, highlight, page):
    address = f"/articles/{highlight.article_id}/annotations/?page={page}"
    assert ask(signed_in, address).status_code == 404


def test_a_program_reads_annotations_with_a_token_and_pages_with_none(highlight, ada):
    _, secret = make.token(ada)
    token = {"Authorization": f"Bearer {secret}"}
    for address in (f"/h/{highlight.pk}/", "/stories/rain/annotations/"):
        assert ask(Client(), address, **token).status_code == 200
        assert ask(Client(), address, Authorization="Bearer wrong").status_code == 401
        assert ask(Client(), address).status_code == 302
    assert ask(Client(), "/", **token).status_code == 302
    assert Client().get(f"/h/{highlight.pk}/", headers=token).status_code == 302


def test_what_is_withdrawn_or_unknown_is_not_there(signed_in, highlight):
    signed_in.post(f"/highlights/{highlight.pk}/withdraw/")
    assert ask(signed_in, f"/h/{highlight.pk}/").status_code == 404
    assert ask(signed_in, "/links/00000000-0000-0000-0000-000000000000/").status_code == 404
