"""Let the words and the values of a line of the history be removed for good."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom', '0009_import_tables'),
    ]

    operations = [
        migrations.AddField(
            model_name='activity',
            name='redacted_at',
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='activity',
            name='redacted_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='activity',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('redacted_at', None), ('redacted_by', None)), models.Q(('changes', {}), ('redacted_at__isnull', False), ('redacted_by__isnull', False)), _connector='OR'), name='activity_redacted_whole', violation_error_message='A redacted line says when and by whom it was redacted, and keeps no values.'),
        ),
    ]
