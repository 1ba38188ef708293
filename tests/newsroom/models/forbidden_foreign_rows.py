"""Attack the database rules of what names rows on other desks."""

from newsroom.models import ForeignRow
from tests import make
from tests.forbidden_writes import Attacks, overwrite

attacks = Attacks()


def foreign_row(foreign_id: str) -> ForeignRow:
    return ForeignRow.objects.create(
        object_type="story", object_id="1", source="bundle", foreign_id=foreign_id
    )


@attacks.on("foreign_row_once")
def one_foreign_row_that_became_two():
    foreign_row("1")
    foreign_row("1")


@attacks.on("foreign_row_names_both")
def a_foreign_row_without_an_id_there():
    foreign_row("")


@attacks.on("newsroom_article.uid")
def two_articles_of_one_uid():
    overwrite(make.article(), uid=make.article().uid)


@attacks.on("newsroom_story.uid")
def two_stories_of_one_uid():
    overwrite(make.story(), uid=make.story().uid)
