"""Test that a bundle comes out of another desk byte for byte as it went in: from SQLite to PostgreSQL and
back.

The test needs both databases, so it belongs to the run on PostgreSQL (`tests.run`). With
`BUNDLE_HIGHLIGHTS=5000` it tries a story of that many highlights, which takes minutes.
"""

import os
import re
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.fresh_sites import fresh_site
from tests.run import postgres_answers
from tests.serving import Site

pytestmark = pytest.mark.skipif(
    not os.environ.get("CI") and not postgres_answers(), reason="no PostgreSQL answers; set TEST_POSTGRES_URL"
)
HIGHLIGHTS = int(os.environ.get("BUNDLE_HIGHLIGHTS", "60"))
ALL_THE_SAME = re.compile(
    r"\w+: 0 new, [1-9]\d* the same, 0 changed there, 0 changed here, 0 conflicts, 0 gone there"
)
MAKE = f"from tests.large_story import make_large_story; make_large_story({HIGHLIGHTS})"
CURATOR = "from newsroom.models import User; User.objects.create_superuser('boss', 'a long enough password')"


def bundle(site: Site, path: Path, *options: str) -> bytes:
    site.command("export", "bundle", "--story", "a-large-story", "--output", str(path), *options)
    return path.read_bytes()


def bring_in(site: Site, path: Path) -> str:
    site.command("shell", "-c", CURATOR)
    return site.command("import_bundle", str(path), "--by", "boss", "--yes")


@pytest.mark.parametrize("options", [(), ("--originals",)])
def test_a_bundle_goes_from_one_database_to_the_other_and_back(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    with ExitStack() as sites:
        first, second, third = (
            sites.enter_context(fresh_site(name)) for name in ("sqlite", "postgresql", "sqlite")
        )
        first.command("shell", "-c", MAKE)
        sent = bundle(first, tmp_path / "first.zip", *options)
        bring_in(second, tmp_path / "first.zip")
        assert bundle(second, tmp_path / "second.zip", *options) == sent
        bring_in(third, tmp_path / "second.zip")
        assert bundle(third, tmp_path / "third.zip", *options) == sent
        again = third.command("import_bundle", str(tmp_path / "first.zip"), "--by", "boss")
        lines = [line for line in again.splitlines() if line]
        assert lines
        assert [line for line in lines if not ALL_THE_SAME.fullmatch(line)] == []
        third.command("verify")
