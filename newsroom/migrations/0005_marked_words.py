"""Forget the search index, because it now holds marks of the words (`newsroom.text.language.indexing.word_forms`).

As soon as all migrations have run, `newsroom.search.indexing.keep_in_step` builds it again.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def forget_sentences(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for name in ("Sentence", "Vocabulary"):
        apps.get_model("newsroom", name).objects.all().delete()


class Migration(migrations.Migration):

    dependencies = [
        ("newsroom", "0004_form_keys"),
    ]

    operations = [migrations.RunPython(forget_sentences, forget_sentences)]
