"""Make a story in which every act can be done."""

from collections.abc import Callable

from annotations.actions import claims, comments, parting
from annotations.actions.judgements import evidence as evidence_acts
from annotations.actions.judgements import independences, silences
from annotations.actions.judgements import links as link_acts
from annotations.actions.passages import drawing, highlights
from annotations.actions.undo import undoing
from annotations.logic.finding.dismissals import PassageKey
from annotations.logic.interchange.records import ForeignAnnotations, ForeignTag
from annotations.models import Highlight, Independence
from newsroom.actions import articles, bulk
from newsroom.actions.imports import batches
from newsroom.models import Article, ImportBatch, Outlet, User
from newsroom.roles import UserRole
from tests import make
from tests.acts import ANOTHERS, OWN
from tests.foreign_bundles import bundle_of, from_elsewhere, opened

TEXT = "The minister left before the speech began. Nobody saw where report {} went."
RAW = b"Rain fell on Java all day and all night."


class ActScene:
    """A story with the rows that all acts need, and the person who acts."""

    def __init__(self, whose: str) -> None:
        self.person = make.user(UserRole.CURATOR)
        maker = self.person if whose == OWN else make.user(UserRole.CURATOR)
        opener = self.person if whose == ANOTHERS else maker
        self.story = make.story(by=opener)
        self.other_story = make.story(by=opener)

        self.article, self.second, self.third = [self._article(maker) for _ in range(3)]
        self.outside = make.article(TEXT.format(make.number()), by=maker)

        self._add_passages(maker)
        self._add_claims(maker)
        self._add_origins(maker)
        self._add_imports(maker)

        self.token, _ = make.token(maker)
        self.account = make.user(UserRole.READER)
        self.outlet, self.other_outlet = make_outlet(), make_outlet()
        self.shown = self._rehearsed(maker)
        self.merged = make.revision(self._article(maker), "Snow lay on the hills of the north.", by=maker)
        self.parting = parting.rehearse_parting(self.merged, [2], by=maker).fingerprint

        sent = make.story("A story to send", by=maker)
        make.article(TEXT.format(make.number()), story=sent, by=maker)
        self.bundle = opened(from_elsewhere(bundle_of(sent)))

        self.foreign = ForeignAnnotations("table", tags=(ForeignTag("foreign"),))

        # The newest acts of the maker: one that can be undone, and one that was undone and can be done again.
        self.latest = make.highlight(self.third, "speech began", by=maker)
        highlights.tag_highlight(self.latest, self.tag, by=maker)
        undoing.undo(self.story, by=maker)

    def renaming(self, by: User) -> Callable[[Article], None]:
        """Return an act for many articles that needs only the reporter role."""
        return lambda article: articles.rename_article(article, "A new title", "", by=by)

    def _rehearsed(self, by: User) -> str:
        """Rehearse the act on a copy of the article, because the act changes it in memory,
        and return the fingerprint.
        """
        copy = Article.objects.get(pk=self.article.pk)
        return bulk.rehearse([copy], self.renaming(by), by=by).fingerprint

    def _article(self, by: User) -> Article:
        return make.article(TEXT.format(make.number()), story=self.story, by=by)

    def _add_passages(self, by: User) -> None:
        self.tag, self.other_tag = make.tag(by=by), make.tag(by=by)
        self.passage = make.highlight(self.article, "The minister", by=by, tags=[self.other_tag])
        self.passage_there = make.highlight(self.second, "The minister", by=by)
        self.withdrawn = make.highlight(self.article, "the speech", by=by)
        highlights.withdraw_highlight(self.withdrawn, by=by)

        one, another = make.highlight(self.article, "left", by=by), make.highlight(self.second, "left", by=by)
        self.link = make.link(one, another, by=by)
        third = make.highlight(self.third, "left", by=by)
        self.withdrawn_link = make.link(one, third, by=by)
        link_acts.withdraw_link(self.withdrawn_link, by=by)

        self.unmarked_here = self.location(self.article, "Nobody")
        self.unmarked_there = self.location(self.second, "Nobody")
        self.dismissal = make.dismissal(one, another, by=by)
        self.comment = make.comment(self.passage, by=by)
        self.withdrawn_comment = make.comment(self.passage, by=by)
        comments.withdraw_comment(self.withdrawn_comment, by=by)

    def _add_claims(self, by: User) -> None:
        self.claim, self.withdrawn_claim = make.claim(self.story, by=by), make.claim(self.story, by=by)
        claims.withdraw_claim(self.withdrawn_claim, version=1, by=by)
        self.silence = make.silence(self.claim, self.third, by=by)
        self.ended_silence = make.silence(self.claim, self.outside, by=by)
        silences.withdraw_silence(self.ended_silence, by=by)
        self.claim_elsewhere = make.claim(self.other_story, by=by)

        self.settled = make.claim(self.story, by=by)
        bearing, taken_off = [make.highlight(self.second, word, by=by) for word in ("before", "began")]
        self.evidence = make.evidence(self.claim, bearing, "context", by=by)
        self.fourth = self._article(by)
        make.evidence(self.claim, make.highlight(self.fourth, by=by), "context", by=by)
        self.independence = Independence.objects.create(
            claim=self.claim, first=self.article, second=self.third, reason="So.", created_by=by
        )
        self.withdrawn_independence = independences.state_independence(
            self.claim, self.second, self.fourth, reason="So.", by=by
        )
        independences.withdraw_independence(self.withdrawn_independence, by=by)
        self.withdrawn_evidence = make.evidence(self.claim, taken_off, "context", by=by)
        evidence_acts.withdraw_evidence(self.withdrawn_evidence, by=by)
        self.settled_evidence = make.evidence(self.settled, bearing, "context", by=by)
        self.withdrawn_settled = make.evidence(self.settled, taken_off, "context", by=by)
        evidence_acts.withdraw_evidence(self.withdrawn_settled, by=by)
        claims.settle_claim(self.settled, "true", "Two agencies say so.", version=1, by=by)
        self.public = make.public_claim(self.story, by=by)

    def _add_origins(self, by: User) -> None:
        self.origin = make.origin(self.article, self.second, self.third, by=by)

    def _add_imports(self, by: User) -> None:
        text = TEXT.format(make.number()).encode()
        self.batch = batches.hand_in([("report.txt", text)], by=by, story=self.story)
        self.item = self.batch.items.get()
        self.item.batch = self.batch
        self.asking = make.asking_item(by=by)
        rows = [("rows.csv", b"Kopf,Foo\nRain,It rained.\n")]
        self.table = batches.hand_in(rows, by=by).tables.select_related("batch").get()
        lines = "\n\n".join(["Document 7", text.decode()] * 3)
        self.several = batches.hand_in([("three.txt", lines.encode())], by=by).items.get()
        self.several.batch = ImportBatch.objects.get(pk=self.several.batch_id)

    def location(self, article: Article, words: str) -> drawing.PassageLocation:
        start = article.current.text.index(words)
        return drawing.PassageLocation(article.current, start, start + len(words), words)

    def key(self, highlight: Highlight) -> PassageKey:
        return PassageKey(highlight.article_id, highlight.anchor.quote)


def make_outlet() -> Outlet:
    return Outlet.objects.create(name=f"Herald {make.number()}")
