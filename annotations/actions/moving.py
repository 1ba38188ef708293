"""Moving articles and claims to the story they belong to, never away from what rests on them."""

from django.db import transaction

from annotations.actions.claims import change_claim_story
from annotations.models import Claim, Evidence
from newsroom.actions.stories import move_place
from newsroom.errors import Conflict, Invalid
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole, require
from newsroom.text.language.counted import counted


@transaction.atomic
def move_article(article: Article, *, out_of: Story, into: Story, by: User) -> None:
    """Take an article out of one story and put it into another. Takes an editor.

    Raises `Conflict` where claims of the story it would leave rest on its passages, `Invalid` where it is not
    there.
    """
    require(by, UserRole.EDITOR)
    resting = Evidence.objects.filter(claim__story=out_of, highlight__article=article, withdrawn_at=None)
    if claims := resting.values("claim").distinct().count():
        raise Conflict(
            f"It is evidence for {counted(claims, 'claim')} of “{out_of}”. "
            f"Withdraw that evidence first, or add the article to “{into}” without moving it."
        )
    move_place(article, out_of=out_of, into=into, by=by)


@transaction.atomic
def move_claim(claim: Claim, *, into: Story, by: User) -> None:
    """Put a claim into another story. Takes an editor.

    Raises `Conflict` where an article its evidence stands in is not in that story, `Invalid` where the claim
    is there.
    """
    require(by, UserRole.EDITOR)
    if claim.story_id == into.pk:
        raise Invalid(f"This claim is in “{into}” already.")
    standing = Evidence.objects.filter(claim=claim, withdrawn_at=None)
    elsewhere = (
        Article.objects.filter(highlights__evidence__in=standing).exclude(places__story=into).distinct()
    )
    if titles := [f"“{title}”" for title in elsewhere.order_by("pk").values_list("title", flat=True)]:
        raise Conflict(f"Its evidence stands in {' and '.join(titles)}: add that to “{into}” first.")
    change_claim_story(claim, into, by=by)
