"""Test the page that brings highlights of other tools in."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from annotations.models import Highlight
from annotations.views.files.foreign_annotations import MOST_ANNOTATIONS
from tests import make

pytestmark = pytest.mark.django_db
TABLE = b"title,exact,tags\nRain,Rain fell,weather\nRain,Snow,\nRain,,\n"


@pytest.fixture
def article(db):
    return make.article("Rain fell on Bali.", title="Rain")


def sent(client, raw=TABLE, name="marks.csv", **values):
    headers = values.pop("headers", {})
    file = SimpleUploadedFile(name, raw)
    return client.post(reverse("import_annotations"), {"file": file, **values}, headers=headers)


def test_first_it_says_what_would_happen(article, signed_in):
    page = sent(signed_in, act="show").content.decode()
    assert "1 new, 0 same, 0 moved, 0 ambiguous, 1 not found, 0 refused" in page
    assert "Nothing was changed yet." in page
    assert "Its words do not stand in the article." in page
    assert "Line 4: no words are marked." in page
    assert Highlight.objects.count() == 0


def test_then_it_does_it(article, signed_in):
    page = sent(signed_in, act="bring").content.decode()
    assert "What became of them" in page
    assert "Nothing was changed yet." not in page
    assert Highlight.objects.get().tags.get().path == "weather"


def test_with_htmx_only_the_report_is_sent_so_that_the_file_stays_chosen(article, signed_in):
    answer = sent(signed_in, act="show", headers={"HX-Request": "true"}).content.decode()
    assert answer.lstrip().startswith('<section id="annotations-report"')


def test_a_pasted_table_is_read(article, signed_in):
    signed_in.post(reverse("import_annotations"), {"text": TABLE.decode(), "act": "bring"})
    assert Highlight.objects.count() == 1


def test_annotations_without_an_id_come_once(article, signed_in):
    quote = {"type": "TextQuoteSelector", "exact": "Rain fell"}
    target = {"source": article.external_id, "selector": [quote]}
    row = {"uri": "", "document": {"title": ["Rain"]}, "target": [target]}
    for value in ({"rows": [row]}, [{"motivation": "highlighting", "target": target}]):
        raw = json.dumps(value).encode()
        assert "1 new" in sent(signed_in, raw, "marks.json", act="bring").content.decode()
        assert "0 new, 1 same" in sent(signed_in, raw, "marks.json", act="bring").content.decode()


@pytest.mark.parametrize(
    ("raw", "name", "values", "said"),
    [
        (b"a,b\n1,2\n", "a.csv", {}, "lacks a column with the marked words"),
        (b"{", "a.json", {}, "this is no JSON"),
        (b"x", "a.xyz", {}, "It is not clear of which tool"),
        (b"x", "a.csv", {"format": "word"}, "There is no such format."),
    ],
)
def test_a_broken_file_is_told(signed_in, raw, name, values, said):
    answer = sent(signed_in, raw, name, **values)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_nothing_sent_is_told(signed_in):
    answer = signed_in.post(reverse("import_annotations"))
    assert answer.status_code == 422
    assert "Nothing was sent." in answer.content.decode()


def test_a_long_list_says_how_much_of_it_is_not_shown(article, signed_in):
    rows = "".join(f"Rain,Snow {number}\n" for number in range(201))
    page = sent(signed_in, f"title,exact\n{rows}".encode()).content.decode()
    assert "And 1 more." in page


def test_more_than_the_page_takes_is_refused_with_what_to_do(article, signed_in):
    for number, status in ((MOST_ANNOTATIONS, 200), (MOST_ANNOTATIONS + 1, 422)):
        answer = sent(signed_in, b"title,exact\n" + b"Rain,Snow\n" * number, act="show")
        assert answer.status_code == status
    assert "ask for the command import_annotations" in answer.content.decode()
