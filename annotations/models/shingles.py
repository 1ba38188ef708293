"""Define the model of the index that finds articles with shared wording."""

from django.db import models


class Shingle(models.Model):
    """A row of the index: the current text of `article` contains five consecutive words whose hash is
    `number`.

    Only a sample of the groups of five words is stored (`own_words.sampled`). The import keeps the rows up to
    date, and only `queries.wording` reads them. The primary key is the pair of number and article, so the
    table needs no other index: 100,000 articles take a few hundred megabytes.
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
