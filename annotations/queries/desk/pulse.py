"""Read whether anything has happened in a story and who has its desk open.

Hundreds of desks ask for this every second or two. Therefore it is one SQL statement: the ORM would need
three queries, and ten times the time that the database needs to answer.
"""

import hashlib
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from annotations.models import Presence
from newsroom.models import Activity, StoryArticle, User

#: How many of the newest lines of the history are looked at, over all stories. Transactions that run at the
#: same time may store their lines in another order than that of their ids. A desk that knows a line with a
#: larger id still learns of one that is stored after it, as long as both are within this reach.
REACH = 100
#: How long somebody counts as present after their page last said so.
PRESENT = timedelta(seconds=20)
#: Most people who are named.
MOST_PEOPLE = 30

_NEWEST, _LINE, _PERSON = range(3)
_ACTIVITY = Activity._meta.db_table
_STATEMENT = f"""
    SELECT {_NEWEST}, max(id), '' FROM {_ACTIVITY}
    UNION ALL
    SELECT {_LINE}, id, '' FROM {_ACTIVITY}
    WHERE id > (SELECT max(id) FROM {_ACTIVITY}) - {REACH} AND (
        story_id = %s
        OR article_id IN (SELECT article_id FROM {StoryArticle._meta.db_table} WHERE story_id = %s)
    )
    UNION ALL
    SELECT {_PERSON}, people.id, people.username FROM {Presence._meta.db_table} AS present
    JOIN {User._meta.db_table} AS people ON people.id = present.person_id
    WHERE present.story_id = %s AND present.seen_at > %s AND people.is_active
"""  # noqa: S608  (nothing in it comes from outside)


@dataclass(frozen=True, slots=True)
class DeskPulse:
    """The latest activity in a story.

    `lines` are the ids of those of the newest `REACH` lines of the whole history that are about this story.
    `newest` is the largest id in the history. `here` are the people who have the desk open, as (id, name), at
    most `MOST_PEOPLE`.
    """

    lines: tuple[int, ...]
    newest: int
    here: tuple[tuple[int, str], ...]

    @property
    def state(self) -> str:
        """Return a text that differs if the lines of the story or the people differ."""
        # A short text is enough to tell whether anything has changed.
        described = repr((self.lines, self.here))
        return hashlib.sha256(described.encode()).hexdigest()[:16]

    @property
    def first(self) -> int:
        """Return the smallest id of a line that `lines` can contain."""
        return max(self.newest - REACH, 0) + 1


def pulse_of(story: int) -> DeskPulse:
    """Return the pulse of the story with this id."""
    since = connection.ops.adapt_datetimefield_value(timezone.now() - PRESENT)
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENT, [story, story, story, since])
        rows = cursor.fetchall()
    newest = next(number for kind, number, _ in rows if kind == _NEWEST)
    lines = sorted(number for kind, number, _ in rows if kind == _LINE)
    people = sorted((name, number) for kind, number, name in rows if kind == _PERSON)
    here = tuple((number, name) for name, number in people[:MOST_PEOPLE])
    return DeskPulse(tuple(lines), newest or 0, here)


def in_story(story: int) -> Q:
    """Return the condition that a line of the history is about the story with this id, or about one of its
    articles.
    """
    articles = StoryArticle.objects.filter(story=story).values("article")
    # A line about a highlight names only its article.
    return Q(story=story) | Q(article__in=articles)
