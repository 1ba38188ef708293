"""Name the question that an item of an import asks."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def name_questions(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    items = apps.get_model("newsroom", "ImportItem").objects.filter(status="question")
    items.update(question="unlike")


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom', '0007_import_questions'),
    ]

    operations = [
        migrations.AddField(
            model_name='importitem',
            name='question',
            field=models.CharField(blank=True, choices=[('unlike', 'Is it a newer text of a known article?'), ('several', 'Is it one article?')], max_length=10),
        ),
        migrations.RunPython(name_questions, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='importitem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'question'), ('question__in', ['unlike', 'several'])), models.Q(models.Q(('status', 'question'), _negated=True), ('question', '')), _connector='OR'), name='import_item_question_when_asking', violation_error_message='An item names its question while it asks, and only then.'),
        ),
    ]
