"""What of a claim's evidence was counted together, and why, for people to read."""

from dataclasses import dataclass

from annotations.logic.counting.reasons import reasons
from annotations.logic.counting.source_groups import GroupState, SourceGroup
from annotations.logic.counting.standing import Standing
from annotations.models import Origin
from annotations.queries.standing import CountedClaim
from newsroom.models import Article


@dataclass(frozen=True, slots=True)
class CountedSource:
    """What is counted once: the articles counted together, why they are, and the origins that join them.

    `state` is how it counts: in doubt, for example.
    """

    articles: list[Article]
    reasons: list[str]
    origins: list[Origin]
    state: GroupState


@dataclass(frozen=True, slots=True)
class CountedSides:
    """What was counted together on each side."""

    corroborating: list[CountedSource]
    contradicting: list[CountedSource]


@dataclass(frozen=True, slots=True)
class DossierVoice:
    """One voice: the person whom the articles quote; blank for what a report says itself."""

    speaker: str
    articles: list[Article]


def counted_sides(counted: CountedClaim, articles: dict[int, Article]) -> CountedSides:
    """Return what was counted together for and against a claim. `articles` are those of its evidence, by id.

    Their origins are prefetched, the standing ones only.
    """
    families = counted.families
    outlets = {pk: str(article.outlet or "Unknown outlet") for pk, article in articles.items()}
    origin_by_key: dict[str, Origin] = {}
    for article in articles.values():
        for origin in article.origins.all():
            origin_by_key[families.key(origin.name)] = origin

    def named(group: SourceGroup) -> CountedSource:
        names = [link.name for link in group.links]
        return CountedSource(
            articles=[articles[pk] for pk in group.articles],
            reasons=reasons(group, outlets, families.label),
            origins=[origin_by_key[name] for name in names if name in origin_by_key],
            state=group.state,
        )

    standing = counted.standing
    return CountedSides(
        corroborating=[named(group) for group in standing.corroborating],
        contradicting=[named(group) for group in standing.contradicting],
    )


def voices_in(standing: Standing, articles: dict[int, Article]) -> list[DossierVoice]:
    """Return the voices with their articles."""
    return [
        DossierVoice(voice.speaker, [articles[pk] for pk in voice.articles])
        for voice in standing.voices
    ]
