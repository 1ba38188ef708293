"""Define imports: the sources that were handed in, their corrections, and their results."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse


class UnlikeChoice(models.TextChoices):
    """What a source is that has the address or id of an article, but hardly a word in common with it.

    A person decides this.
    """

    REVISION = "revision", "It is a newer text of that article"
    ARTICLE = "article", "It is another article"


class SeveralChoice(models.TextChoices):
    """What a file is that looks like several articles. A person decides this."""

    ONE = "one", "It is one article"
    SPLIT = "split", "Split it here"


class ImportQuestion(models.TextChoices):
    """What a person must answer about an item before it can be imported."""

    UNLIKE = "unlike", "Is it a newer text of a known article?"
    SEVERAL = "several", "Is it one article?"


class ImportBatch(models.Model):
    """An import: several sources that a person handed in together.

    It is stored, so it survives a restart. While it is open, its addresses are fetched and its items are
    previewed. While it is running, its items are imported, a few in each step. `story` is the story into
    which its articles go, or None.
    """

    class State(models.TextChoices):
        OPEN = "open", "Being previewed"
        RUNNING = "running", "Being imported"
        DONE = "done", "Imported"
        DISCARDED = "discarded", "Discarded"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    story = models.ForeignKey(
        "newsroom.Story", on_delete=models.PROTECT, null=True, blank=True, related_name="imports"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    created_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name_plural = "import batches"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["open", "running", "done", "discarded"]),
                name="import_batch_state_known",
                violation_error_message="An import is open, running, done or discarded.",
            ),
        ]

    def __str__(self) -> str:
        return f"Import of {self.created_at:%d %B %Y, %H:%M}"

    def get_absolute_url(self) -> str:
        return reverse("import_batch", args=[self.pk])


class ImportTable(models.Model):
    """A table of records that was handed in for an import, so that it can be read with other columns.

    `columns` is `[{name, samples: [cell], field}]`: the columns of the table, the first cells in each, and
    the field of an article that it fills, or empty.
    """

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="tables")
    name = models.CharField(max_length=300)
    raw = models.BinaryField()
    columns = models.JSONField(default=list)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class ImportItem(models.Model):
    """One source of an import.

    Its preview is computed each time from `raw`, `given` and `corrections`. `raw` is empty if `address` has
    not been fetched yet, or if the item failed because there was nothing to read. `given` holds what a record
    or a server states, by the field names of `newsroom.text.pipeline.SourceDetails`. `corrections` holds what
    a person changed at preview: `{title, outlet, byline, credit, published, url, language, charset, unlike,
    as_one, roles: {index: role}, take_back: [index]}`. `fetched` is `{asked, address, at, status, headers}`
    of a fetched page, else empty. Each key in these three is optional. `message` says why the item failed, or
    what a person must decide before it can be imported; then `question` names the question.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        CREATED = "created", "Created"
        UNCHANGED = "unchanged", "Already imported"
        REVISED = "revised", "New revision"
        QUESTION = "question", "Needs an answer"
        FAILED = "failed", "Failed"
        SKIPPED = "skipped", "Left out"

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    # Null for an item that is not a row of a table that was handed in by itself.
    table = models.ForeignKey(
        ImportTable, on_delete=models.CASCADE, null=True, blank=True, related_name="items"
    )
    name = models.CharField(max_length=300)
    raw = models.BinaryField()
    address = models.CharField(max_length=2_000, blank=True)
    fetched = models.JSONField(default=dict, blank=True)
    given = models.JSONField(default=dict, blank=True)
    story = models.ForeignKey(
        "newsroom.Story", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    corrections = models.JSONField(default=dict, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    message = models.TextField(blank=True)
    question = models.CharField(max_length=10, choices=ImportQuestion.choices, blank=True)
    revision = models.ForeignKey(
        "newsroom.Revision", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["batch_id", "position"]
        indexes = [models.Index(fields=["batch", "status"], name="import_item_by_status")]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "position"],
                name="import_item_position_unique",
                violation_error_message="The import has an item at this position already.",
            ),
            models.CheckConstraint(
                condition=(Q(status="question") & Q(question__in=["unlike", "several"]))
                | (~Q(status="question") & Q(question="")),
                name="import_item_question_when_asking",
                violation_error_message="An item names its question while it asks, and only then.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["created", "unchanged", "revised"], revision__isnull=False)
                | Q(status__in=["waiting", "question", "failed", "skipped"], revision__isnull=True),
                name="import_item_revision_when_imported",
                violation_error_message="An imported item names its revision, and only an imported one does.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
