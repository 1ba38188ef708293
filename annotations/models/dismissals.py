"""Define the model of dismissals: candidates that a person rejected and that are not offered again."""

from django.db import models
from django.db.models import F, Q

from annotations.models.withdrawing import STANDING, Withdrawable, withdrawn_by_someone


class Dismissal(Withdrawable):
    """A person's decision that two passages of different articles do not support or contradict each other.

    `quote` in `article` was searched for, and `other_quote` in `other` was offered for it. The decision is
    about the words, so it stays valid if the words move within their articles. `pair` is a hash of both
    articles and both quotes. It is the same whichever of the two was searched for
    (`annotations.logic.finding.dismissals`).
    """

    article = models.ForeignKey(
        "newsroom.Article", on_delete=models.PROTECT, related_name="dismissals"
    )
    # The words are stored, because a passage can change in a later revision.
    quote = models.TextField(help_text="What was sought.")
    other = models.ForeignKey(
        "newsroom.Article", on_delete=models.PROTECT, related_name="dismissals_as_other"
    )
    other_quote = models.TextField(help_text="What was found and set aside.")
    # The hash makes it possible to have a unique constraint on both passages in any order.
    pair = models.CharField(max_length=64, editable=False)
    created_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(article=F("other")),
                name="dismissal_two_articles",
                violation_error_message="Only passages of two different articles are set aside.",
            ),
            models.CheckConstraint(
                condition=~Q(quote="") & ~Q(other_quote=""),
                name="dismissal_quotes_present",
                violation_error_message="A dismissal keeps the words of both passages.",
            ),
            models.UniqueConstraint(
                fields=["pair"],
                condition=STANDING,
                name="dismissal_once_per_pair",
                violation_error_message="These two passages were set aside already.",
            ),
            withdrawn_by_someone("dismissal"),
        ]

    def __str__(self) -> str:
        return f"“{self.other_quote[:80]}” for “{self.quote[:80]}”"
