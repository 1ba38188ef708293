"""Provide `manage.py reindex`, which builds the search index again."""

import sys
from typing import Any

from tqdm import tqdm

from newsroom.management.line_command import LineCommand
from newsroom.models import Revision
from newsroom.search.indexing import reindex
from newsroom.text.language.counted import counted


class Command(LineCommand):
    help = "Make the index of sentences and words again from what all articles say now."

    def handle(self, **_: Any) -> None:
        total = Revision.objects.exclude(current_of=None).count()
        # `disable=None` draws the bar only on a terminal.
        with tqdm(total=total, unit="article", file=sys.stderr, disable=None) as bar:
            for done in reindex():
                bar.update(done - bar.n)
        self.say(f"Indexed {counted(total, 'article')}.")
