"""The model of the index that finds articles with shared wording."""

from django.db import models


class Shingle(models.Model):
    """That an article's current text has a run of five words, for a sample of its runs (`copies.sampled`).

    Kept by the machine, in step with the text; nobody reads it but `queries.wording.copies`. The key is the
    pair, number first, so that the table is its own index and 100,000 articles take a few hundred megabytes.
    """

    pk = models.CompositePrimaryKey("number", "article")
    number = models.PositiveIntegerField()
    # This column has no index, because the numbers of an article are computed from its text and never looked
    # up.
    article = models.ForeignKey(
        "newsroom.Article", on_delete=models.PROTECT, db_index=False, related_name="+"
    )

    def __str__(self) -> str:
        return f"{self.number:08x} in {self.article_id}"
