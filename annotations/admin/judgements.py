"""Register the admin pages of evidence, links and silences."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from annotations.actions.judgements import evidence as evidence_acts
from annotations.actions.judgements import links as link_acts
from annotations.actions.judgements.checks import JUDGED, JUDGED_OF_EVIDENCE
from annotations.actions.judgements.links import LinkJudgement
from annotations.actions.judgements.silences import withdraw_silence
from annotations.admin.bases import Withdrawals, passage, shortened, standing
from annotations.admin.exporting import exports_of
from annotations.models import Claim, Evidence, Link, Provenance, Silence
from annotations.models.judgements import ASPECTS, RELATIONS
from newsroom.admin.bases import ChangeOnlyAdmin, curator
from newsroom.admin.bulk import BulkAct
from newsroom.admin.lists.filters import choice, dates, related
from newsroom.models import Article, StoryArticle


def either_end(path: str) -> Any:
    """Return a function that takes a value and returns a condition (`Q`) on links.

    A link fulfils the condition if its source or its target has the value at the lookup `path`, such as
    `__article__outlet`.
    """

    def condition(value: Any) -> Q:
        ends = Q(**{f"source{path}": value}) | Q(**{f"target{path}": value})
        # A subquery is used, because joins over both ends would repeat a link.
        return Q(pk__in=Link.objects.filter(ends).values("pk"))

    return condition


@admin.register(Evidence)
class EvidenceAdmin(Withdrawals, ChangeOnlyAdmin):
    list_display = [
        "statement",
        "relation",
        "passage",
        "article",
        "note",
        "created_by",
        "created_at",
        "stands",
    ]
    list_select_related = [
        "claim",
        "highlight__anchor",
        "highlight__article",
        "created_by",
    ]
    list_filter = [
        related("story", "story", Claim, "story", "claim__story"),
        related("claim", "claim", Evidence, "claim", "claim"),
        related("highlight", "passage", Evidence, "highlight", "highlight"),
        related(
            "outlet",
            "outlet",
            Article,
            "outlet",
            "highlight__article__outlet",
        ),
        related(
            "origin", "origin", Provenance, "origin", "highlight__article__provenances__origin"
        ),
        choice("relation", "relation", RELATIONS, "relation"),
        related("person", "attached by", Evidence, "created_by", "created_by"),
        dates("created_at", "attached"),
        standing(),
    ]
    search_fields = ["claim__statement", "highlight__anchor__quote", "note"]
    search_help_text = "Searches statements, passages and notes."
    ordering = ["-created_at"]
    fields = [
        "claim",
        "passage",
        "relation",
        "note",
        "created_by",
        "withdrawn_by",
    ]
    # Evidence for another claim or passage would be new evidence.
    readonly_fields = ["claim", "passage", "created_by", "withdrawn_by"]
    actions = [
        *exports_of("evidence"),
        BulkAct("withdraw", "Withdraw evidence", evidence_acts.withdraw_evidence),
        BulkAct("restore", "Restore evidence", evidence_acts.restore_evidence),
    ]

    def save_model(
        self,
        request: HttpRequest,
        obj: Evidence,
        form: Any,
        change: bool,
    ) -> None:
        stored = Evidence.objects.get(pk=obj.pk)
        # The initial values are those that the person saw. The action refuses to overwrite newer ones.
        seen = {field: form.initial[field] for field in JUDGED_OF_EVIDENCE}
        evidence_acts.change_evidence(
            stored, relation=obj.relation, note=obj.note, by=curator(request), seen=seen
        )

    @admin.display(description="claim", ordering="claim__statement")
    def statement(self, evidence: Evidence) -> str:
        return shortened(evidence.claim.statement)

    @admin.display
    def passage(self, evidence: Evidence) -> SafeString:
        return passage(evidence.highlight)

    @admin.display(ordering="highlight__article__title")
    def article(self, evidence: Evidence) -> Any:
        return evidence.highlight.article


@admin.register(Link)
class LinkAdmin(Withdrawals, ChangeOnlyAdmin):
    list_display = [
        "relation",
        "aspect",
        "from_passage",
        "to_passage",
        "note",
        "created_by",
        "created_at",
        "stands",
    ]
    list_filter = [
        related(
            "story",
            "story",
            StoryArticle,
            "story",
            either_end("__article__places__story"),
        ),
        related("highlight", "passage", Evidence, "highlight", either_end("")),
        related(
            "outlet",
            "outlet",
            Article,
            "outlet",
            either_end("__article__outlet"),
        ),
        related(
            "origin", "origin", Provenance, "origin", either_end("__article__provenances__origin")
        ),
        choice("relation", "relation", RELATIONS, "relation"),
        choice("aspect", "aspect", ASPECTS, "aspect"),
        related("person", "linked by", Link, "created_by", "created_by"),
        dates("created_at", "linked"),
        standing(),
    ]
    search_fields = ["source__anchor__quote", "target__anchor__quote", "note"]
    search_help_text = "Searches passages and notes."
    ordering = ["-created_at"]
    fields = [
        "from_passage",
        "to_passage",
        "relation",
        "aspect",
        "note",
        "created_by",
        "withdrawn_by",
    ]
    # A link between other passages would be a new link.
    readonly_fields = [
        "from_passage",
        "to_passage",
        "created_by",
        "withdrawn_by",
    ]
    actions = [
        *exports_of("links"),
        BulkAct("withdraw", "Withdraw links", link_acts.withdraw_link),
        BulkAct("restore", "Restore links", link_acts.restore_link),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Link]:
        return (
            super()
            .get_queryset(request)
            .select_related("source__anchor", "target__anchor", "created_by")
        )

    def save_model(
        self,
        request: HttpRequest,
        obj: Link,
        form: Any,
        change: bool,
    ) -> None:
        stored = Link.objects.get(pk=obj.pk)
        seen = {field: form.initial[field] for field in JUDGED}
        judgement = LinkJudgement(obj.relation, obj.aspect, obj.note)
        link_acts.change_link(stored, judgement, by=curator(request), seen=seen)

    @admin.display(description="from")
    def from_passage(self, shown_link: Link) -> SafeString:
        return passage(shown_link.source)

    @admin.display(description="to")
    def to_passage(self, shown_link: Link) -> SafeString:
        return passage(shown_link.target)


@admin.register(Silence)
class SilenceAdmin(Withdrawals, ChangeOnlyAdmin):
    list_display = [
        "statement",
        "article",
        "created_by",
        "created_at",
        "stands",
    ]
    list_select_related = ["claim", "article", "created_by"]
    list_filter = [
        related("story", "story", Claim, "story", "claim__story"),
        related("claim", "claim", Silence, "claim", "claim"),
        related("outlet", "outlet", Article, "outlet", "article__outlet"),
        related("person", "stated by", Silence, "created_by", "created_by"),
        dates("created_at", "stated"),
        standing(),
    ]
    search_fields = ["claim__statement", "article__title"]
    search_help_text = "Searches statements and titles of articles."
    readonly_fields = [
        "claim",
        "article",
        "created_by",
        "created_at",
        "withdrawn_by",
    ]
    fields = [*readonly_fields]
    # A silence cannot be edited. It is either true or withdrawn.
    actions = [
        *exports_of("silences"),
        BulkAct("withdraw", "Withdraw silences", withdraw_silence),
    ]

    @admin.display(description="claim", ordering="claim__statement")
    def statement(self, silence: Silence) -> str:
        return shortened(silence.claim.statement)
