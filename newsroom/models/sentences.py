"""Define the sentences of current revisions, and the counts of common words in them.

Both are derived from revisions, and `manage.py reindex` builds them again.
"""

from django.db import models
from django.db.models import F, Q

#: The id of a sentence, the id of its revision, and the start and end of the sentence there.
SentenceRow = tuple[int, int, int, int]


class Sentence(models.Model):
    """A sentence of an article's current revision, at `start..end` in code points.

    Boilerplate has no sentences.

    An id is never used twice, because the search index may still name a deleted sentence. Such a sentence is
    then not found, and no other sentence is found in its place.
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
    """The share of sentences that contain each common word, at the time of the last count.

    Words are counted in a sample each time the index has doubled. `sentences` is the number of sentences at
    that time. `version` is that of `newsroom.text.language.words`.
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
