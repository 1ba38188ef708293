"""Highlights get a teller. For those that are there already it is guessed as if they were drawn now.

Nobody has looked at these guesses yet. “No other outlet” is a guess too, also for lost passages.
"""

from typing import Any

from django.db import migrations, models

from annotations.logic.sources.outlet_names import OutletNames
from annotations.logic.sources.telling.teller_guess import guess_teller
from newsroom.models.revisions import document_of
from newsroom.text.model import Span

CHUNK = 200


def guess_tellers(apps: Any, schema_editor: Any) -> None:
    Highlight = apps.get_model("annotations", "Highlight")
    Outlet = apps.get_model("newsroom", "Outlet")
    Highlight.objects.update(teller_guessed=True)
    names_of = {}
    standing = Highlight.objects.filter(anchor__start__isnull=False)
    related = ("anchor__revision", "article__outlet")
    for highlight in standing.select_related(*related).iterator(chunk_size=CHUNK):
        article, revision = highlight.article, highlight.anchor.revision
        if article.pk not in names_of:
            nearby = Outlet.objects.filter(articles__places__story__articles=article)
            names_of[article.pk] = OutletNames(nearby.values_list("name", flat=True).distinct())
        teller = guess_teller(
            document_of(revision),
            Span(highlight.anchor.start, highlight.anchor.end),
            names_of[article.pk],
            own=article.outlet.name if article.outlet else "",
            byline=revision.byline,
            credit=revision.credit,
        )
        if teller:
            Highlight.objects.filter(pk=highlight.pk).update(teller=teller)


class Migration(migrations.Migration):
    dependencies = [
        ("annotations", "0002_verdict_basis"),
    ]

    operations = [
        migrations.AddField(
            model_name="highlight",
            name="teller",
            field=models.CharField(
                blank=True,
                help_text="The outlets or agencies that report this, parted by “;”, if that is not the article's own "
                "outlet. “?” stands for one that the text does not name.",
                max_length=200,
            ),
        ),
        migrations.AddField(
            model_name="highlight",
            name="teller_guessed",
            field=models.BooleanField(
                default=False,
                editable=False,
                help_text="Read from the text; nobody has looked at it yet.",
            ),
        ),
        migrations.RunPython(guess_tellers, migrations.RunPython.noop, elidable=True),
    ]
