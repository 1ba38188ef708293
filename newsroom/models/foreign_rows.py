"""Define the model of rows that came from outside: from another desk, or from another tool."""

from django.db import models
from django.db.models import Q


class ForeignRow(models.Model):
    """The identity that a row has elsewhere, and what is known about its first authors.

    `object_type` (the lower-case name of a model) and `object_id` (its id as text) name the row. `source`
    says where it came from, such as `bundle` or `hypothesis`, and `foreign_id` is its id there. A second
    import finds the row by both. `digest` is the SHA-256 of the row as it came, in hexadecimal; it is empty
    if the row has none, or was merged into the named one since.
    `names` is {field: {name, at}} for each person who has no account here; the field itself holds the person
    who imported the row. `at` is the time at which the person acted, if another person may act later.
    """

    object_type = models.CharField(max_length=40)
    object_id = models.CharField(max_length=40)
    source = models.CharField(max_length=40)
    foreign_id = models.CharField(max_length=300)
    digest = models.CharField(max_length=64, blank=True)
    names = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["object_type", "object_id"], name="foreign_row_by_object")]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "object_type", "foreign_id"],
                name="foreign_row_once",
                violation_error_message="This came here before, as another row.",
            ),
            models.CheckConstraint(
                condition=~Q(source="") & ~Q(object_type="") & ~Q(object_id="") & ~Q(foreign_id=""),
                name="foreign_row_names_both",
                violation_error_message="A foreign row names where it came from, and the row that it became.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.foreign_id}"
