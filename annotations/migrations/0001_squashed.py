"""All tables of highlights, claims and what belongs to them.

This replaces the seven migrations from before the first release: a desk that has run them goes on, and only
notes that this one is done.
"""

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.text
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('annotations', '0001_initial'),
        ('annotations', '0002_shared_wording'),
        ('annotations', '0003_voices_projections_and_silences'),
        ('annotations', '0004_dismissals'),
        ('annotations', '0005_judgements_by_time'),
        ('annotations', '0006_projections_are_few'),
        ('annotations', '0007_claims_withdrawn'),
    ]

    initial = True

    dependencies = [
        ('newsroom', '0001_squashed'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Anchor',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('start', models.PositiveIntegerField(null=True)),
                ('end', models.PositiveIntegerField(null=True)),
                ('quote', models.TextField()),
                ('prefix', models.CharField(blank=True, max_length=64)),
                ('suffix', models.CharField(blank=True, max_length=64)),
                ('state', models.CharField(choices=[('drawn', 'Drawn'), ('confirmed', 'Confirmed'), ('same', 'Unchanged'), ('moved', 'Moved'), ('changed', 'Text changed'), ('lost', 'Lost')], default='drawn', max_length=10)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='anchors', to='newsroom.revision')),
            ],
            options={
                'ordering': ['created_at'],
            },
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('withdrawn_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('statement', models.CharField(max_length=1000)),
                ('status', models.CharField(choices=[('open', 'Open'), ('checking', 'Being checked'), ('settled', 'Settled')], default='open', max_length=10)),
                ('verdict', models.CharField(blank=True, choices=[('true', 'True'), ('mostly-true', 'Mostly true'), ('mixed', 'Partly true'), ('misleading', 'Misleading'), ('false', 'False'), ('unproven', 'Not established')], max_length=20)),
                ('rationale', models.TextField(blank=True, help_text='Markdown.', max_length=10000)),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='newsroom.story')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['created_at'],
            },
        ),
        migrations.CreateModel(
            name='Dismissal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('withdrawn_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('quote', models.TextField(help_text='What was sought.')),
                ('other_quote', models.TextField(help_text='What was found and set aside.')),
                ('pair', models.CharField(editable=False, max_length=64)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dismissals', to='newsroom.article')),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dismissals_as_other', to='newsroom.article')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-created_at'],
            },
        ),
        migrations.CreateModel(
            name='Highlight',
            fields=[
                ('withdrawn_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('note', models.TextField(blank=True, help_text='Markdown.', max_length=10000)),
                ('attribution', models.CharField(blank=True, help_text='Whose words these are, as reported.', max_length=200)),
                ('attribution_guessed', models.BooleanField(default=False, editable=False, help_text='Read from the verb of speech; nobody has looked at it yet.')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('anchor', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='now_of', to='annotations.anchor')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='highlights', to='newsroom.article')),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('projected_from', models.ForeignKey(blank=True, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='projections', to='annotations.highlight')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-created_at'],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('withdrawn_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('relation', models.CharField(choices=[('corroborates', 'Corroborates'), ('contradicts', 'Contradicts'), ('repeats', 'Repeats'), ('updates', 'Updates'), ('context', 'Gives context')], max_length=12)),
                ('note', models.CharField(blank=True, max_length=1000)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='annotations.claim')),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('highlight', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='annotations.highlight')),
            ],
            options={
                'verbose_name_plural': 'evidence',
                'ordering': ['created_at'],
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('withdrawn_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('body', models.TextField(help_text='Markdown.', max_length=10000)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('claim', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='annotations.claim')),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('highlight', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='annotations.highlight')),
            ],
            options={
                'ordering': ['created_at', 'id'],
            },
        ),
        migrations.AddField(
            model_name='anchor',
            name='highlight',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='anchors', to='annotations.highlight'),
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('withdrawn_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('relation', models.CharField(choices=[('corroborates', 'Corroborates'), ('contradicts', 'Contradicts'), ('repeats', 'Repeats'), ('updates', 'Updates'), ('context', 'Gives context')], max_length=12)),
                ('aspect', models.CharField(blank=True, choices=[('number', 'Number'), ('time', 'Time'), ('place', 'Place'), ('person', 'Person'), ('quote', 'Quote'), ('attribution', 'Attribution')], max_length=12)),
                ('note', models.CharField(blank=True, max_length=1000)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links_out', to='annotations.highlight')),
                ('target', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links_in', to='annotations.highlight')),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['created_at'],
            },
        ),
        migrations.CreateModel(
            name='Origin',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('confirmed', 'Confirmed'), ('rejected', 'Rejected')], default='proposed', max_length=10)),
                ('reason', models.TextField(blank=True, max_length=2000)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Provenance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='provenances', to='newsroom.article')),
                ('origin', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='provenances', to='annotations.origin')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddField(
            model_name='origin',
            name='articles',
            field=models.ManyToManyField(related_name='origins', through='annotations.Provenance', to='newsroom.article'),
        ),
        migrations.CreateModel(
            name='Shingle',
            fields=[
                ('pk', models.CompositePrimaryKey('number', 'article', blank=True, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('article', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='newsroom.article')),
            ],
        ),
        migrations.CreateModel(
            name='Silence',
            fields=[
                ('withdrawn_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='silences', to='newsroom.article')),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='silences', to='annotations.claim')),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['created_at'],
            },
        ),
        migrations.CreateModel(
            name='Tag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(max_length=120)),
                ('hue', models.CharField(choices=[('amber', 'Amber'), ('teal', 'Teal'), ('violet', 'Violet'), ('rose', 'Rose'), ('lime', 'Lime'), ('sky', 'Sky'), ('orange', 'Orange'), ('pink', 'Pink'), ('slate', 'Slate')], default='amber', max_length=12, verbose_name='colour')),
                ('definition', models.TextField(blank=True, max_length=2000)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['path'],
            },
        ),
        migrations.CreateModel(
            name='HighlightTag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('added_at', models.DateTimeField(auto_now_add=True)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('highlight', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='taggings', to='annotations.highlight')),
                ('tag', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='taggings', to='annotations.tag')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddField(
            model_name='highlight',
            name='tags',
            field=models.ManyToManyField(related_name='highlights', through='annotations.HighlightTag', to='annotations.tag'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('statement', ''), _negated=True), name='claim_statement_present', violation_error_message='A claim needs a statement.'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['open', 'checking', 'settled'])), name='claim_status_known', violation_error_message='A claim is open, being checked or settled.'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('verdict__in', ['', 'true', 'mostly-true', 'mixed', 'misleading', 'false', 'unproven'])), name='claim_verdict_known', violation_error_message='The verdict is not one of the list.'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('settled_at__isnull', False), ('settled_by__isnull', False), ('status', 'settled'), models.Q(('verdict', ''), _negated=True), models.Q(('rationale', ''), _negated=True)), models.Q(models.Q(('status', 'settled'), _negated=True), ('rationale', ''), ('settled_at__isnull', True), ('settled_by__isnull', True), ('verdict', '')), _connector='OR'), name='claim_settled_with_verdict', violation_error_message='A settled claim has a verdict and a rationale, and only a settled one has.'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='claim_withdrawn_by_someone', violation_error_message='A withdrawal says when and by whom.'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn_at__isnull', True), models.Q(('status', 'settled'), _negated=True), _connector='OR'), name='claim_withdrawn_unsettled', violation_error_message='A settled claim is opened again before it is withdrawn.'),
        ),
        migrations.AddConstraint(
            model_name='dismissal',
            constraint=models.CheckConstraint(condition=models.Q(('article', models.F('other')), _negated=True), name='dismissal_two_articles', violation_error_message='Only passages of two different articles are set aside.'),
        ),
        migrations.AddConstraint(
            model_name='dismissal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('quote', ''), _negated=True), models.Q(('other_quote', ''), _negated=True)), name='dismissal_quotes_present', violation_error_message='A dismissal keeps the words of both passages.'),
        ),
        migrations.AddConstraint(
            model_name='dismissal',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('pair',), name='dismissal_once_per_pair', violation_error_message='These two passages were set aside already.'),
        ),
        migrations.AddConstraint(
            model_name='dismissal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='dismissal_withdrawn_by_someone', violation_error_message='A withdrawal says when and by whom.'),
        ),
        migrations.AddIndex(
            model_name='evidence',
            index=models.Index(fields=['-created_at'], name='evidence_by_time'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('claim', 'highlight'), name='evidence_once_per_claim', violation_error_message='This passage is evidence for the claim already.'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(('relation__in', ['corroborates', 'contradicts', 'repeats', 'updates', 'context'])), name='evidence_relation_known', violation_error_message='The relation is not one of the list.'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='evidence_withdrawn_by_someone', violation_error_message='A withdrawal says when and by whom.'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('claim__isnull', True), ('highlight__isnull', False)), models.Q(('claim__isnull', False), ('highlight__isnull', True)), _connector='OR'), name='comment_on_one_thing', violation_error_message='A comment is about one highlight or one claim.'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(('body', ''), _negated=True), name='comment_says_something', violation_error_message='A comment needs some text.'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='comment_withdrawn_by_someone', violation_error_message='A withdrawal says when and by whom.'),
        ),
        migrations.AddConstraint(
            model_name='anchor',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('end__isnull', True), ('start__isnull', True), ('state', 'lost')), models.Q(models.Q(('state', 'lost'), _negated=True), ('end__isnull', False), ('start__isnull', False)), _connector='OR'), name='anchor_lost_has_no_span', violation_error_message='A lost anchor has no place, and every other anchor has one.'),
        ),
        migrations.AddConstraint(
            model_name='anchor',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'lost'), ('start__lt', models.F('end')), _connector='OR'), name='anchor_span_in_order', violation_error_message='A passage ends after it starts.'),
        ),
        migrations.AddConstraint(
            model_name='anchor',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'lost'), ('quote__length', django.db.models.expressions.CombinedExpression(models.F('end'), '-', models.F('start'))), _connector='OR'), name='anchor_quote_fills_span', violation_error_message='The quote is as long as the passage.'),
        ),
        migrations.AddConstraint(
            model_name='anchor',
            constraint=models.CheckConstraint(condition=models.Q(('quote', ''), _negated=True), name='anchor_quote_present', violation_error_message='An anchor keeps the words it marks.'),
        ),
        migrations.AddConstraint(
            model_name='anchor',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['drawn', 'confirmed', 'same', 'moved', 'changed', 'lost'])), name='anchor_state_known', violation_error_message='An anchor is drawn, the same, moved, changed, confirmed or lost.'),
        ),
        migrations.AddIndex(
            model_name='link',
            index=models.Index(fields=['-created_at'], name='link_by_time'),
        ),
        migrations.AddConstraint(
            model_name='link',
            constraint=models.CheckConstraint(condition=models.Q(('source', models.F('target')), _negated=True), name='link_two_passages', violation_error_message='A passage cannot be linked with itself.'),
        ),
        migrations.AddConstraint(
            model_name='link',
            constraint=models.UniqueConstraint(django.db.models.functions.comparison.Least('source', 'target'), django.db.models.functions.comparison.Greatest('source', 'target'), condition=models.Q(('withdrawn_at__isnull', True)), name='link_once_per_pair', violation_error_message='These two passages are linked already.'),
        ),
        migrations.AddConstraint(
            model_name='link',
            constraint=models.CheckConstraint(condition=models.Q(('relation__in', ['corroborates', 'contradicts', 'repeats', 'updates', 'context'])), name='link_relation_known', violation_error_message='The relation is not one of the list.'),
        ),
        migrations.AddConstraint(
            model_name='link',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('aspect__in', ['number', 'time', 'place', 'person', 'quote', 'attribution']), ('relation', 'contradicts')), models.Q(models.Q(('relation', 'contradicts'), _negated=True), ('aspect', '')), _connector='OR'), name='link_aspect_of_contradiction', violation_error_message='A contradiction says in what (number, time, …), and only a contradiction.'),
        ),
        migrations.AddConstraint(
            model_name='link',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='link_withdrawn_by_someone', violation_error_message='A withdrawal says when and by whom.'),
        ),
        migrations.AddConstraint(
            model_name='provenance',
            constraint=models.UniqueConstraint(fields=('origin', 'article'), name='origin_holds_article_once', violation_error_message='The origin holds this article already.'),
        ),
        migrations.AddConstraint(
            model_name='origin',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='origin_name_present', violation_error_message='An origin needs a name.'),
        ),
        migrations.AddConstraint(
            model_name='origin',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True), ('state', 'proposed')), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), ('state__in', ['confirmed', 'rejected'])), _connector='OR'), name='origin_decided_by_someone', violation_error_message='A decided origin says who decided and when; a proposed one does not.'),
        ),
        migrations.AddConstraint(
            model_name='silence',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('claim', 'article'), name='silence_once_per_claim', violation_error_message='It is known already that this article does not mention the claim.'),
        ),
        migrations.AddConstraint(
            model_name='silence',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='silence_withdrawn_by_someone', violation_error_message='A withdrawal says when and by whom.'),
        ),
        migrations.AddConstraint(
            model_name='tag',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('path'), name='tag_path_unique', violation_error_message='The codebook has this tag already.'),
        ),
        migrations.AddConstraint(
            model_name='tag',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('path', ''), _negated=True), models.Q(('path__startswith', '/'), _negated=True), models.Q(('path__endswith', '/'), _negated=True), models.Q(('path__contains', '|'), _negated=True)), name='tag_path_well_formed', violation_error_message="A tag's path is words parted by “/”, without “|”."),
        ),
        migrations.AddConstraint(
            model_name='tag',
            constraint=models.CheckConstraint(condition=models.Q(('hue__in', ['amber', 'teal', 'violet', 'rose', 'lime', 'sky', 'orange', 'pink', 'slate'])), name='tag_hue_known', violation_error_message="A tag's colour is one of the palette."),
        ),
        migrations.AddConstraint(
            model_name='highlighttag',
            constraint=models.UniqueConstraint(fields=('highlight', 'tag'), name='highlight_bears_tag_once', violation_error_message='The highlight bears this tag already.'),
        ),
        migrations.AddIndex(
            model_name='highlight',
            index=models.Index(condition=models.Q(('withdrawn_at__isnull', True)), fields=['article'], name='highlight_standing'),
        ),
        migrations.AddIndex(
            model_name='highlight',
            index=models.Index(fields=['-created_at'], name='highlight_by_time'),
        ),
        migrations.AddIndex(
            model_name='highlight',
            index=models.Index(condition=models.Q(('projected_from__isnull', False)), fields=['projected_from'], name='highlight_projections'),
        ),
        migrations.AddConstraint(
            model_name='highlight',
            constraint=models.CheckConstraint(condition=models.Q(('projected_from__isnull', True), models.Q(('projected_from', models.F('id')), _negated=True), _connector='OR'), name='highlight_projected_from_another', violation_error_message='A passage is not its own copy.'),
        ),
        migrations.AddConstraint(
            model_name='highlight',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True), ('projected_from__isnull', False)), fields=('projected_from', 'article'), name='highlight_projected_once', violation_error_message='This passage is marked in that copy already.'),
        ),
        migrations.AddConstraint(
            model_name='highlight',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='highlight_withdrawn_by_someone', violation_error_message='A withdrawal says when and by whom.'),
        ),
    ]
