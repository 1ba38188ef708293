"""Provide `manage.py find_copies`, which lists the pairs of articles that share wording."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from annotations.actions.copying import index_all
from annotations.queries.wording.copies import copied_pairs
from newsroom.management.line_command import LineCommand
from newsroom.models import Story
from newsroom.text.language.counted import counted


class Command(LineCommand):
    help = (
        "Print the pairs of articles that share wording outside quotations, one JSON object a line."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--story", default="", metavar="SLUG", help="only pairs within this story"
        )
        parser.add_argument(
            "--rebuild",
            action="store_true",
            help="first index the current text of every article again",
        )

    def handle(self, *, story: str, rebuild: bool, **_: Any) -> None:
        chosen_story = _story_called(story)
        # The index can be out of date, for example after a restored backup.
        if rebuild:
            self.say(f"Indexed {index_all()} articles.")
        number = 0
        for left, right, comparison in copied_pairs(chosen_story):
            number += 1
            line = {
                "a": left.reference,
                "b": right.reference,
                "share": round(comparison.share, 3),
                "verdict": comparison.verdict,
                "share_of_a": round(comparison.left.share, 3),
                "share_of_b": round(comparison.right.share, 3),
                "paragraphs_of_a": comparison.left.paragraphs,
                "paragraphs_of_b": comparison.right.paragraphs,
            }
            self.print_line(json.dumps(line, ensure_ascii=False))
        self.say(f"{counted(number, 'pair')}.")


def _story_called(slug: str) -> Story | None:
    """Return the story with this slug, or None for an empty slug.

    Raises `CommandError` if no story has the slug.
    """
    if not slug:
        return None
    story = Story.objects.filter(slug=slug).first()
    if story is None:
        raise CommandError(f"There is no story {slug!r}.", returncode=2)
    return story
