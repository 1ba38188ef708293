"""Let an item of an import ask a person what it is."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom', '0006_parted_revisions'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='importitem',
            name='import_item_revision_when_imported',
        ),
        migrations.AlterField(
            model_name='importitem',
            name='status',
            field=models.CharField(choices=[('waiting', 'Waiting'), ('created', 'Created'), ('unchanged', 'Already imported'), ('revised', 'New revision'), ('question', 'Needs an answer'), ('failed', 'Failed'), ('skipped', 'Left out')], default='waiting', max_length=10),
        ),
        migrations.AddConstraint(
            model_name='importitem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('revision__isnull', False), ('status__in', ['created', 'unchanged', 'revised'])), models.Q(('revision__isnull', True), ('status__in', ['waiting', 'question', 'failed', 'skipped'])), _connector='OR'), name='import_item_revision_when_imported', violation_error_message='An imported item names its revision, and only an imported one does.'),
        ),
    ]
