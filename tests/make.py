"""Make real rows for tests, through the same actions that people use."""

import json
from collections.abc import Iterable
from itertools import count

from django.utils import timezone

from annotations.actions.claims import make_claim, settle_claim
from annotations.actions.comments import comment_on
from annotations.actions.judgements.candidates import dismiss_candidate
from annotations.actions.judgements.evidence import add_evidence
from annotations.actions.judgements.independences import state_independence
from annotations.actions.judgements.links import LinkJudgement, link_passages
from annotations.actions.judgements.publishing import publish_verdict
from annotations.actions.judgements.silences import state_silence
from annotations.actions.origins import propose_origin
from annotations.actions.passages.drawing import draw_highlight
from annotations.actions.tags import make_tag
from annotations.logic.counting.verdict_changes import SeenEvidence
from annotations.logic.finding.dismissals import PassageKey
from annotations.models import (
    Claim,
    Comment,
    Dismissal,
    Evidence,
    Highlight,
    Independence,
    Link,
    Origin,
    Silence,
    Tag,
    VerdictBasis,
)
from newsroom.actions.imports.batches import hand_in
from newsroom.actions.imports.import_requests import read_request
from newsroom.actions.imports.importing import import_article, import_request
from newsroom.actions.imports.running import start_batch, work
from newsroom.actions.people.tokens import make_token
from newsroom.actions.stories import make_story
from newsroom.models import ApiToken, Article, Capture, ImportItem, Story, User
from newsroom.roles import TokenScope, UserRole
from newsroom.text.pipeline import SourceDetails

_numbers = count(1)
PASSWORD = "a long enough password"
#: For tests of verdicts that are not about the weakness of a claim.
WEAKNESS_SEEN = SeenEvidence(weakness=True)


def number() -> int:
    """Return a number that was not returned before."""
    return next(_numbers)


def user(role: UserRole = UserRole.EDITOR, username: str = "") -> User:
    """Make an account with the role `role` and the password `PASSWORD`."""
    return User.objects.create_user(username or f"{role}-{next(_numbers)}", PASSWORD, role=role)


def token(by: User, scope: TokenScope = TokenScope.READ) -> tuple[ApiToken, str]:
    """Make an API token of `by`, and return it with its secret."""
    return make_token(f"Script {next(_numbers)}", scope, days=90, by=by)


def story(title: str = "", *, by: User | None = None) -> Story:
    return make_story(title or f"Story {next(_numbers)}", by=by or user())


def article(
    text: str = "",
    *,
    story: Story | None = None,
    by: User | None = None,
    outlet: str | None = None,
    title: str = "",
    language: str | None = None,
) -> Article:
    """Import an article with the text `text`. Blank lines separate its paragraphs."""
    number = next(_numbers)
    details = SourceDetails(
        external_id=f"test-{number}", title=title or f"Article {number}", outlet=outlet, language=language
    )
    raw = (text or f"The minister left before the speech began. This is report {number}.").encode()
    return import_article(
        raw, name="article.txt", details=details, by=by or user(), story=story
    ).revision.article


def report(story: Story, outlet: str, published: str = "", *, by: User | None = None) -> Article:
    """Import an article of an outlet into a story. `published` is a day such as `2022-07-08`,
    or empty if it is unknown.
    """
    details = SourceDetails(external_id=outlet, outlet=outlet, published=published)
    raw = f"The minister left the room early, the {outlet} says."
    return import_article(raw.encode(), details=details, by=by or user(), story=story).revision.article


def page(html: str, *, url: str, by: User | None = None) -> Article:
    """Import an article from a web page with the address `url`."""
    details = SourceDetails(url=url)
    return import_article(html.encode(), name="page.html", details=details, by=by or user()).revision.article


def asking_item(*, by: User, story: Story | None = None) -> ImportItem:
    """Return the item of an import that asks what it is: it has the id of an article, but another text."""
    known = article("A ferry ran aground off the island in a storm, and nobody was hurt.", by=by)
    row = {"external_id": known.external_id, "text": "The council approved the budget after nine hours."}
    batch = hand_in([("rows.jsonl", json.dumps(row).encode())], by=by, story=story)
    start_batch(batch, by=by)
    work(batch, by=by)
    return batch.items.select_related("batch").get()


def revision(article: Article, text: str, *, by: User | None = None) -> Article:
    """Import a new text of the article, as if its outlet had changed it, and return the article."""
    import_request(read_request(text.encode(), name="article.txt"), by=by or user(), article=article)
    article.refresh_from_db()
    return article


def capture(article: Article) -> Capture:
    """Store how the article's newest revision was fetched."""
    told = {
        "asked": "https://example.org/a",
        "address": "https://example.org/a",
        "at": timezone.now(),
        "status": 200,
    }
    return Capture.objects.create(revision=article.current, **told)


def highlight(
    article: Article,
    quote: str = "",
    *,
    by: User | None = None,
    tags: Iterable[Tag] = (),
    occurrence: int = 1,
) -> Highlight:
    """Draw a highlight on `quote` in the article, where it stands for the `occurrence`-th time.

    Without a quote, the first four words are highlighted.
    """
    revision = article.current
    assert revision is not None
    quote = quote or " ".join(revision.text.split()[:4])
    start = -1
    for _ in range(occurrence):
        start = revision.text.index(quote, start + 1)
    return draw_highlight(revision, start, start + len(quote), quote, by=by or user(), tags=tags)


def claim(story: Story, statement: str = "", *, by: User | None = None) -> Claim:
    return make_claim(story, statement or f"The minister left early ({next(_numbers)}).", by=by or user())


def reported_claim(story: Story, articles: Iterable[Article], *, by: User | None = None) -> Claim:
    """Make a claim that a passage of each article corroborates."""
    by = by or user()
    reported = claim(story, by=by)
    for each in articles:
        evidence(reported, highlight(each, by=by), by=by)
    return reported


def public_claim(story: Story, statement: str = "", *, by: User | None = None) -> Claim:
    """Make a claim that is settled as false, with a verdict that is marked as public."""
    by = by or user()
    return publish(claim(story, statement, by=by), by=by)


def publish(claim: Claim, *, by: User) -> Claim:
    """Settle an open claim as false, and mark the verdict as public."""
    settle_claim(claim, "false", "It did not happen.", version=1, by=by)
    publish_verdict(claim, version=2, by=by)
    return Claim.objects.get(pk=claim.pk)


def tag(path: str = "", *, by: User | None = None) -> Tag:
    return make_tag(path or f"tests/tag-{next(_numbers)}", by=by or user())


def evidence(
    claim: Claim, highlight: Highlight, relation: str = "corroborates", *, by: User | None = None
) -> Evidence:
    return add_evidence(claim, highlight, relation, by=by or user())


def silence(claim: Claim, article: Article, *, by: User | None = None) -> Silence:
    return state_silence(claim, article, by=by or user())


def independence(claim: Claim, *passages: Highlight, by: User | None = None) -> Independence:
    """State that the articles of two passages are independent sources of the claim. The
    passages become evidence.
    """
    by = by or user()
    for passage in passages:
        evidence(claim, passage, by=by)
    one, other = (passage.article for passage in passages)
    return state_independence(claim, one, other, reason="Each had a reporter there.", by=by)


def verdict_basis(claim: Claim) -> VerdictBasis:
    """Settle the claim, and return the basis of its verdict."""
    settle_claim(claim, "true", "Both say so.", version=claim.version, by=user(), seen=WEAKNESS_SEEN)
    return claim.verdict_bases.latest("pk")


def link(source: Highlight, target: Highlight, relation: str = "repeats", *, by: User | None = None) -> Link:
    return link_passages(source, target, LinkJudgement(relation), by=by or user())


def dismissal(source: Highlight, other: Highlight, *, by: User | None = None) -> Dismissal:
    """Dismiss the words of `other` as a candidate for those of `source`."""
    one, found = (PassageKey(passage.article_id, passage.anchor.quote) for passage in (source, other))
    return dismiss_candidate(one, found, by=by or user())


def origin(*articles: Article, name: str = "", by: User | None = None) -> Origin:
    return propose_origin(name or f"Agency {next(_numbers)}", articles, by=by or user())


def comment(subject: Highlight | Claim, body: str = "", *, by: User | None = None) -> Comment:
    return comment_on(subject, body or f"Ask the desk again ({next(_numbers)}).", by=by or user())
