"""All tables of articles and reading, and those of the word index.

This replaces the seven migrations from before the first release: a desk that has run them goes on, and only
notes that this one is done.
"""

import django.core.serializers.json
import django.db.models.deletion
import django.db.models.functions.text
import uuid
from django.conf import settings
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


# The tables of the word index, which no model describes because each database searches in its own way. A
# desk may have them already, because they used to be made after each migration.
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

    replaces = [
        ('newsroom', '0001_initial'),
        ('newsroom', '0002_outlet_aliases'),
        ('newsroom', '0003_sentences'),
        ('newsroom', '0004_a_line_takes_another_back'),
        ('newsroom', '0005_looks_at_addresses'),
        ('newsroom', '0006_imports_in_steps_captures_corrections'),
        ('newsroom', '0007_what_sources_said'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Vocabulary',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sentences', models.PositiveIntegerField()),
                ('shares', models.JSONField(default=dict)),
                ('version', models.PositiveSmallIntegerField()),
                ('counted_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name_plural': 'vocabularies',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('username', models.CharField(error_messages={'unique': 'This name is taken already.'}, max_length=60, unique=True)),
                ('name', models.CharField(blank=True, max_length=120, verbose_name='full name')),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('role', models.CharField(choices=[('reader', 'Reader'), ('reporter', 'Reporter'), ('editor', 'Editor'), ('curator', 'Curator')], default='reader', max_length=10)),
                ('is_active', models.BooleanField(default=True, help_text='Switch off instead of deleting.', verbose_name='active')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['username'],
                'constraints': [models.CheckConstraint(condition=models.Q(('role__in', ['reader', 'reporter', 'editor', 'curator'])), name='user_role_known', violation_error_message='A role is one of reader, reporter, editor and curator.')],
            },
        ),
        migrations.CreateModel(
            name='ImportBatch',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(choices=[('open', 'Being previewed'), ('running', 'Being imported'), ('done', 'Imported'), ('discarded', 'Discarded')], default='open', max_length=10)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'import batches',
                'ordering': ['-created_at'],
            },
        ),
        migrations.CreateModel(
            name='Original',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(help_text='Of the bytes, in hexadecimal.', max_length=64, unique=True)),
                ('raw', models.BinaryField()),
                ('size', models.PositiveIntegerField(help_text='In bytes.')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('size__gt', 0)), name='original_not_empty', violation_error_message='An original cannot be empty.')],
            },
        ),
        migrations.CreateModel(
            name='Outlet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('domain', models.CharField(blank=True, max_length=120)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('name'), name='outlet_name_unique', violation_error_message='There is an outlet of this name already.'), models.UniqueConstraint(condition=models.Q(('domain', ''), _negated=True), fields=('domain',), name='outlet_domain_unique', violation_error_message='Another outlet has this domain already.'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='outlet_name_present', violation_error_message='An outlet needs a name.')],
            },
        ),
        migrations.CreateModel(
            name='Article',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=300)),
                ('external_id', models.CharField(blank=True, max_length=200)),
                ('address', models.CharField(blank=True, max_length=2000, verbose_name='canonical address')),
                ('checked_at', models.DateTimeField(blank=True, editable=False, help_text='When its address was last looked at for changes.', null=True)),
                ('failures', models.PositiveSmallIntegerField(default=0, editable=False, help_text='Looks at its address that failed, in a row.')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('outlet', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='newsroom.outlet')),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='Revision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('headline', models.CharField(blank=True, max_length=500)),
                ('byline', models.CharField(blank=True, max_length=300)),
                ('credit', models.CharField(blank=True, max_length=300)),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('published_on_day', models.BooleanField(default=False, help_text='Only the day is known, not the time.')),
                ('url', models.CharField(blank=True, max_length=2000)),
                ('language', models.CharField(blank=True, max_length=35)),
                ('text', models.TextField()),
                ('blocks', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('marks', models.JSONField(blank=True, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('sha256', models.CharField(db_index=True, help_text='Of the text in UTF-8, in hexadecimal.', max_length=64)),
                ('words', models.PositiveIntegerField()),
                ('normaliser', models.PositiveSmallIntegerField()),
                ('read', models.JSONField(blank=True, default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder, help_text='What its source itself says, where the desk corrected it: {field: value, roles: {block: role}}.')),
                ('original_name', models.CharField(blank=True, max_length=300)),
                ('format', models.CharField(max_length=10)),
                ('charset', models.CharField(max_length=40)),
                ('kept_lines', models.JSONField(blank=True, default=list, help_text='Lines of the original that became metadata, verbatim.')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revisions', to='newsroom.article')),
                ('corrects', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='newsroom.revision')),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('original', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revisions', to='newsroom.original')),
            ],
            options={
                'ordering': ['article_id', 'number'],
            },
        ),
        migrations.CreateModel(
            name='Capture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked', models.CharField(max_length=2000)),
                ('address', models.CharField(max_length=2000)),
                ('at', models.DateTimeField(help_text='When it answered, in UTC.')),
                ('status', models.PositiveSmallIntegerField()),
                ('headers', models.JSONField(blank=True, default=dict)),
                ('revision', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='capture', to='newsroom.revision')),
            ],
        ),
        migrations.AddField(
            model_name='article',
            name='current',
            field=models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='current_of', to='newsroom.revision'),
        ),
        migrations.CreateModel(
            name='Sentence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sentences', to='newsroom.revision')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Story',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(error_messages={'unique': 'Another story has this address.'}, max_length=80, unique=True)),
                ('title', models.CharField(max_length=200)),
                ('summary', models.TextField(blank=True, max_length=2000)),
                ('place', models.CharField(blank=True, max_length=120)),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='first day')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'stories',
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='ImportItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('name', models.CharField(max_length=300)),
                ('raw', models.BinaryField()),
                ('address', models.CharField(blank=True, max_length=2000)),
                ('fetched', models.JSONField(blank=True, default=dict)),
                ('given', models.JSONField(blank=True, default=dict)),
                ('corrections', models.JSONField(blank=True, default=dict)),
                ('status', models.CharField(choices=[('waiting', 'Waiting'), ('created', 'Created'), ('unchanged', 'Already imported'), ('revised', 'New revision'), ('failed', 'Failed'), ('skipped', 'Left out')], default='waiting', max_length=10)),
                ('message', models.TextField(blank=True)),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='newsroom.importbatch')),
                ('revision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='newsroom.revision')),
                ('story', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='newsroom.story')),
            ],
            options={
                'ordering': ['batch_id', 'position'],
            },
        ),
        migrations.AddField(
            model_name='importbatch',
            name='story',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='imports', to='newsroom.story'),
        ),
        migrations.CreateModel(
            name='Activity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True, db_index=True)),
                ('verb', models.CharField(max_length=40)),
                ('object_type', models.CharField(max_length=40)),
                ('object_id', models.CharField(max_length=40)),
                ('summary', models.CharField(max_length=300)),
                ('changes', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='activities', to=settings.AUTH_USER_MODEL)),
                ('undoes', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='undone_by', to='newsroom.activity')),
                ('article', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='newsroom.article')),
                ('story', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='newsroom.story')),
            ],
            options={
                'verbose_name_plural': 'activity',
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='StoryArticle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('added_at', models.DateTimeField(auto_now_add=True)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='newsroom.article')),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='newsroom.story')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddField(
            model_name='story',
            name='articles',
            field=models.ManyToManyField(related_name='stories', through='newsroom.StoryArticle', to='newsroom.article'),
        ),
        migrations.CreateModel(
            name='OutletAlias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=120, verbose_name='name or domain')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('outlet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='newsroom.outlet')),
            ],
            options={
                'verbose_name_plural': 'outlet aliases',
                'ordering': ['word'],
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('word'), name='outlet_alias_unique', violation_error_message='An outlet goes by this name or domain already.'), models.CheckConstraint(condition=models.Q(('word', ''), _negated=True), name='outlet_alias_present', violation_error_message='Write the name or domain.')],
            },
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.UniqueConstraint(fields=('article', 'number'), name='revision_number_unique', violation_error_message='The article has a revision of this number already.'),
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='revision_number_from_one', violation_error_message='Revisions are numbered from 1.'),
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='revision_text_present', violation_error_message='A revision cannot be without text.'),
        ),
        migrations.AddConstraint(
            model_name='capture',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('asked', ''), _negated=True), models.Q(('address', ''), _negated=True)), name='capture_address_present', violation_error_message='What was fetched has an address.'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='article_title_present', violation_error_message='An article needs a title.'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.UniqueConstraint(condition=models.Q(('external_id', ''), _negated=True), fields=('external_id',), name='article_external_id_unique', violation_error_message='Another article has this external id.'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.UniqueConstraint(condition=models.Q(('address', ''), _negated=True), fields=('address',), name='article_address_unique', violation_error_message='Another article has this address.'),
        ),
        migrations.AddConstraint(
            model_name='sentence',
            constraint=models.CheckConstraint(condition=models.Q(('start__lt', models.F('end'))), name='sentence_span_in_order', violation_error_message='A sentence ends after it starts.'),
        ),
        migrations.AddIndex(
            model_name='importitem',
            index=models.Index(fields=['batch', 'status'], name='import_item_by_status'),
        ),
        migrations.AddConstraint(
            model_name='importitem',
            constraint=models.UniqueConstraint(fields=('batch', 'position'), name='import_item_position_unique', violation_error_message='The import has an item at this position already.'),
        ),
        migrations.AddConstraint(
            model_name='importitem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('revision__isnull', False), ('status__in', ['created', 'unchanged', 'revised'])), models.Q(('revision__isnull', True), ('status__in', ['waiting', 'failed', 'skipped'])), _connector='OR'), name='import_item_revision_when_imported', violation_error_message='An imported item names its revision, and only an imported one does.'),
        ),
        migrations.AddConstraint(
            model_name='importbatch',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['open', 'running', 'done', 'discarded'])), name='import_batch_state_known', violation_error_message='An import is open, running, done or discarded.'),
        ),
        migrations.AddIndex(
            model_name='activity',
            index=models.Index(fields=['object_type', 'object_id'], name='activity_by_object'),
        ),
        migrations.AddIndex(
            model_name='activity',
            index=models.Index(fields=['story', '-id'], name='activity_by_story'),
        ),
        migrations.AddConstraint(
            model_name='activity',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('verb', ''), _negated=True), models.Q(('object_type', ''), _negated=True), models.Q(('object_id', ''), _negated=True)), name='activity_names_its_object', violation_error_message='A line of the history says what was done to which object.'),
        ),
        migrations.AddConstraint(
            model_name='storyarticle',
            constraint=models.UniqueConstraint(fields=('story', 'article'), name='story_holds_article_once', violation_error_message='The story holds this article already.'),
        ),
        migrations.AddConstraint(
            model_name='story',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='story_title_present', violation_error_message='A story needs a title.'),
        ),
        migrations.AddConstraint(
            model_name='story',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), models.Q(('ends_on__gte', models.F('starts_on')), ('starts_on__isnull', False)), _connector='OR'), name='story_days_in_order', violation_error_message='The last day cannot be before the first.'),
        ),
        migrations.RunPython(make_tables, migrations.RunPython.noop),
    ]
