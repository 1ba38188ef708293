"""Test the import map: every module of ours has its name, and the policy holds the hash of the map."""

import base64
import hashlib
import json
from pathlib import Path

from django.conf import settings
from django.template import Context, Template

from newsroom.presentation import import_map


def test_every_module_of_ours_is_in_the_map_under_its_own_name():
    top = Path(settings.BASE_DIR) / "static" / "js"
    names = {f"newsroom/{path.relative_to(top).as_posix()}" for path in top.rglob("*.js")}
    imports = json.loads(import_map.import_map())["imports"]
    assert set(imports) == names
    assert imports["newsroom/lib/codepoints.js"] == "/static/js/lib/codepoints.js"


def test_the_page_prints_exactly_what_the_hash_admits():
    printed = Template("{% load modules %}{% import_map %}").render(Context())
    inside = printed.removeprefix('<script type="importmap">').removesuffix("</script>")
    digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
    assert import_map.import_map_hash() == f"'sha256-{digest}'"
