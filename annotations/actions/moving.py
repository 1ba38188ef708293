"""Move articles and claims to another story, unless this would separate a claim from its evidence."""

from django.db import transaction

from annotations.actions.claims import change_claim_story, lock_claim
from annotations.models import Claim, Evidence
from newsroom.actions.locking import lock
from newsroom.actions.stories import move_place
from newsroom.errors import Conflict, Invalid
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole, require
from newsroom.text.language.counted import counted


@transaction.atomic
def move_article(
    article: Article,
    *,
    out_of: Story,
    into: Story,
    by: User,
) -> None:
    """Move an article from the story `out_of` to the story `into`.

    Requires the editor role. Raises `Conflict` if passages of the article are evidence for claims of
    `out_of`, and `Invalid` if the article is not in `out_of`.
    """
    require(by, UserRole.EDITOR)
    claims_there = list(Claim.objects.filter(story=out_of))
    if claims_there:
        # The locks prevent that somebody adds a passage of the article as evidence at the same time.
        lock(*claims_there)
    # Evidence of the old story would refer to an article outside the story.
    evidence = Evidence.objects.filter(
        claim__story=out_of, highlight__article=article, withdrawn_at=None
    )
    claims = evidence.values("claim").distinct().count()
    if claims:
        raise Conflict(
            f"It is evidence for {counted(claims, 'claim')} of “{out_of}”. "
            f"Withdraw that evidence first, or add the article to “{into}” without moving it."
        )
    move_place(
        article,
        out_of=out_of,
        into=into,
        by=by,
    )


@transaction.atomic
def move_claim(claim: Claim, *, into: Story, by: User) -> None:
    """Move a claim to the story `into`.

    Requires the editor role. Raises `Conflict` if the claim has evidence in an article that is not in `into`,
    or if the claim is withdrawn. Raises `Invalid` if the claim is in `into` already.
    """
    require(by, UserRole.EDITOR)
    # The claim is locked, so that nobody adds evidence while its articles are checked.
    lock_claim(claim)
    if claim.story_id == into.pk:
        raise Invalid(f"This claim is in “{into}” already.")

    evidence = Evidence.objects.filter(claim=claim, withdrawn_at=None)
    articles = Article.objects.filter(highlights__evidence__in=evidence).distinct()
    # The claim keeps its evidence, so all articles of the evidence must be in the new story.
    elsewhere = articles.exclude(places__story=into).order_by("pk")
    if elsewhere:
        titles = " and ".join(f"“{article.title}”" for article in elsewhere)
        raise Conflict(f"Its evidence stands in {titles}: add that to “{into}” first.")
    change_claim_story(claim, into, by=by)
