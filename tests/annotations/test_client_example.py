"""Test the client in `docs/` against a live server."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from newsroom.models import Story
from newsroom.roles import TokenScope, UserRole
from tests import make

CLIENT = Path(settings.BASE_DIR) / "docs" / "client.py"


@pytest.mark.django_db(transaction=True)
def test_the_client_imports_highlights_links_reads_a_standing_and_exports(live_server):
    _, secret = make.token(make.user(UserRole.REPORTER), TokenScope.WRITE)
    command = [sys.executable, str(CLIENT), live_server.url, secret]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    standing, *records = done.stdout.splitlines()
    assert standing == "2 to 2 independent sources"
    assert [json.loads(record)["exact"] for record in records] == ["ferry sank", "ferry went down"]
    assert Story.objects.get().articles.count() == 2


def test_the_client_is_short_and_needs_nothing_else():
    lines = CLIENT.read_text(encoding="utf-8").splitlines()
    imported = {line.split()[1].partition(".")[0] for line in lines if line.startswith(("import", "from"))}
    assert len(lines) <= 60
    assert imported <= set(sys.stdlib_module_names)
