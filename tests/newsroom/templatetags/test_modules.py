"""Test the import map as the page holds it."""

import json
import re

from newsroom.templatetags.modules import import_map


def test_the_page_tells_the_browser_where_each_module_is():
    (content,) = re.fullmatch(r'<script type="importmap">(.*)</script>', import_map()).groups()
    assert "newsroom/app.js" in json.loads(content)["imports"]
