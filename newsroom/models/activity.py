"""The append-only history: who did what to what, when, and what it was before."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q


class Activity(models.Model):
    """One line of the history. `object_type` and `object_id` name the thing (`highlight`, its id as text).

    `changes` holds `{field: [before, after]}`, so that every value a person replaced can be read again.
    `undoes` is the line this one took back, by the same person; a line is taken back once.
    """

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    actor = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="activities")
    verb = models.CharField(max_length=40)
    object_type = models.CharField(max_length=40)
    object_id = models.CharField(max_length=40)
    story = models.ForeignKey(
        "newsroom.Story", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    article = models.ForeignKey(
        "newsroom.Article", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    summary = models.CharField(max_length=300)
    changes = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    undoes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="undone_by"
    )

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "activity"
        indexes = [
            models.Index(fields=["object_type", "object_id"], name="activity_by_object"),
            models.Index(fields=["story", "-id"], name="activity_by_story"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(verb="") & ~Q(object_type="") & ~Q(object_id=""),
                name="activity_names_its_object",
                violation_error_message="A line of the history says what was done to which object.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor} {self.summary}"
