"""The sentences of what articles say now, and how common words are among them.

Both are derived from revisions: `manage.py reindex` makes them again.
"""

from django.db import models
from django.db.models import F, Q

#: The id of a sentence, that of its revision, and its start and end there.
SentenceRow = tuple[int, int, int, int]


class Sentence(models.Model):
    """A sentence of an article's current revision, `start..end` in code points. Boilerplate has none.

    No id is ever used twice, because the index of words may still name a sentence that is gone. Then the
    sentence is not found, and no other one is found in its place.
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
    """How common words were when they were last counted: `shares` of sentences that hold each common word.

    They are counted in a sample each time the index has doubled. `sentences` is the number of sentences then;
    `version` is that of `newsroom.text.language.words`.
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
