"""Test that the server sends valid HTML on every page of the site and the panel."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from django.test import Client

from newsroom.roles import UserRole
from tests import make
from tests.admin_panel import Panel
from tests.browser import pages as site
from tests.html_validate import MISSING, find_html_validate

# html-validate's own selection of the rules of the standard, without rules of style.
CONFIGURATION = {"root": True, "extends": ["html-validate:standard"]}


@pytest.fixture(scope="session")
def html_validate() -> str:
    path = find_html_validate()
    if not path and os.environ.get("CI"):
        pytest.fail(MISSING)
    return path or pytest.skip(MISSING)


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["pages", "panel"])
def test_every_page_is_valid_html(html_validate: str, client: Client, tmp_path: Path, part: str) -> None:
    client.force_login(site.sample_desk())
    addresses = site.addresses() if part == "pages" else site.panel_addresses()
    for name, path in addresses.items():
        (tmp_path / f"{name}.html").write_bytes(client.get(path, follow=True).content)
    assert complaints(html_validate, tmp_path) == []


@pytest.mark.django_db
def test_the_door_is_valid_html(html_validate: str, client: Client, tmp_path: Path) -> None:
    (tmp_path / "door.html").write_bytes(client.get("/sign-in/").content)
    while (answer := client.post("/sign-in/", {"username": "x", "password": "y"})).status_code != 429:
        (tmp_path / "wrong.html").write_bytes(answer.content)
    (tmp_path / "resting.html").write_bytes(answer.content)
    assert complaints(html_validate, tmp_path) == []


@pytest.mark.django_db
def test_the_pages_of_an_act_on_many_rows_are_valid_html(
    html_validate: str, client: Client, tmp_path: Path
) -> None:
    client.force_login(curator := make.user(UserRole.CURATOR))
    panel, tag = Panel(client, curator), make.tag()
    rows = make.highlight(make.article(), tags=[tag]), make.highlight(make.article())
    (tmp_path / "asking.html").write_bytes(panel.act("tag", *rows).content)
    (tmp_path / "showing.html").write_bytes(panel.show("tag", *rows, tag=tag.pk).content)
    (tmp_path / "not understood.html").write_bytes(panel.show("tag", *rows, tag="x").content)
    assert complaints(html_validate, tmp_path) == []


def complaints(html_validate: str, folder: Path) -> list[str]:
    """Return what html-validate finds in the pages of `folder`, one string for each fault."""
    configuration = folder / "htmlvalidate.json"
    configuration.write_text(json.dumps(CONFIGURATION), encoding="utf-8")
    command = [
        html_validate,
        "--formatter",
        "json",
        "--config",
        str(configuration),
        *map(str, folder.glob("*.html")),
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.stdout, told.stderr
    return [
        f"{Path(page['filePath']).stem}, line {found['line']}: {found['message']} ({found['ruleId']})"
        for page in json.loads(told.stdout)
        for found in page["messages"]
    ]


def test_what_is_wrong_is_told(html_validate: str, tmp_path: Path) -> None:
    head = '<!doctype html>\n<html lang="en"><head><title>x</title></head>\n'
    page = f"{head}<body><ul><p>x</p></ul></body></html>"
    (tmp_path / "story, adding.html").write_text(page)
    assert complaints(html_validate, tmp_path) == [
        "story, adding, line 3: <p> element is not permitted as content under <ul> "
        "(element-permitted-content)"
    ]
