"""Define the sentences of current revisions, and the counts of common words in these sentences.

Both are computed from revisions, and `manage.py reindex` computes them again.
"""

from django.db import models
from django.db.models import F, Q

#: The id of a sentence, the id of its revision, and the start and end of the sentence there.
SentenceRow = tuple[int, int, int, int]


class Sentence(models.Model):
    """A sentence in the text of an article's current revision, at `start..end` in code points.

    Boilerplate and see-also lines have no sentences. An id is never used twice, because the search index may
    still contain the id of a deleted sentence. A search ignores such an id, so it never finds another
    sentence in its place.
    """

    revision = models.ForeignKey(
        "newsroom.Revision", on_delete=models.CASCADE, related_name="sentences"
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__lt=F("end")),
                name="sentence_span_in_order",
                violation_error_message="A sentence ends after it starts.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.start}..{self.end} in {self.revision_id}"


class Vocabulary(models.Model):
    """The result of the last count of common words.

    `shares` is {word: share of sentences that contain it, 0 to 1}. Words are counted in a sample, each time
    the number of sentences has doubled. `sentences` is the number of sentences at that time. `version` is the
    version of `newsroom.text.language.words` that found the words.
    """

    sentences = models.PositiveIntegerField()
    shares = models.JSONField(default=dict)
    version = models.PositiveSmallIntegerField()
    counted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "vocabularies"

    def __str__(self) -> str:
        return f"{len(self.shares)} common words in {self.sentences} sentences"
