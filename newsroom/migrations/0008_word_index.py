"""The tables of the word index, which no model describes because each database searches in its own way."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# A desk may have the tables already, because they used to be made after each migration.
CREATE = {
    # Contentless: the text stands in the revisions. `detail=none` keeps no positions, which sentences do not
    # need. The terms are made in Python, so the tokeniser only has to part them at spaces.
    "sqlite": (
        "CREATE VIRTUAL TABLE IF NOT EXISTS newsroom_sentence_words USING fts5("
        "words, content='', detail=none, columnsize=0, tokenize=\"ascii tokenchars '.,_'\")",
        "CREATE VIRTUAL TABLE IF NOT EXISTS newsroom_text_words USING fts5("
        "words, content='', columnsize=0, tokenize=\"ascii tokenchars '.,_'\")",
    ),
    "postgresql": (
        "CREATE TABLE IF NOT EXISTS newsroom_sentence_words "
        "(sentence_id bigint NOT NULL, words tsvector NOT NULL)",
        "CREATE TABLE IF NOT EXISTS newsroom_text_words "
        "(revision_id bigint NOT NULL, words tsvector NOT NULL)",
        "CREATE INDEX IF NOT EXISTS newsroom_sentence_by_word ON newsroom_sentence_words USING gin (words)",
        "CREATE INDEX IF NOT EXISTS newsroom_text_by_word ON newsroom_text_words USING gin (words)",
    ),
}


def make_tables(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom', '0007_what_sources_said'),
    ]

    operations = [
        # Going back leaves the tables, because earlier versions use them too.
        migrations.RunPython(make_tables, migrations.RunPython.noop),
    ]
