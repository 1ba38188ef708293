"""Define the model of presences: who has the desk of which story open at this moment."""

from django.db import models


class Presence(models.Model):
    """A person who has the desk of a story open and visible. `seen_at` is when their page last sent a sign of
    this.

    After a few seconds without a sign, the person counts as gone; after a minute the row is deleted. The
    history has no lines about presences.
    """

    story = models.ForeignKey("newsroom.Story", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("newsroom.User", on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["story", "person"],
                name="presence_once",
                violation_error_message="A person is at a desk once.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} at {self.story}"
