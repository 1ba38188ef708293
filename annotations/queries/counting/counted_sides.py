"""Read which articles with evidence for a claim count as one source, and why."""

from dataclasses import dataclass

from annotations.logic.counting.reasons import reasons
from annotations.logic.counting.source_groups import GroupState, SourceGroup
from annotations.logic.counting.standing import EvidenceCount
from annotations.models import Origin
from annotations.queries.counting.chains import origin_of_key
from annotations.queries.standing import CountedClaim
from newsroom.models import Article


@dataclass(frozen=True, slots=True)
class CountedSource:
    """A group of articles that count as one source.

    `reasons` are sentences that say why they count as one. `origins` are the origins that they have in
    common. `state` says how the source counts, for example in doubt.
    """

    articles: list[Article]
    reasons: list[str]
    origins: list[Origin]
    state: GroupState


@dataclass(frozen=True, slots=True)
class CountedSides:
    """The counted sources for a claim (`corroborating`) and against it (`contradicting`)."""

    corroborating: list[CountedSource]
    contradicting: list[CountedSource]


@dataclass(frozen=True, slots=True)
class DossierVoice:
    """A voice and the articles that quote it.

    `speaker` is the name of the voice, or empty if the articles state the passage in their own words.
    """

    speaker: str
    articles: list[Article]


def counted_sides(counted: CountedClaim, articles: dict[int, Article]) -> CountedSides:
    """Return the counted sources for and against a claim.

    `articles` are the articles with evidence for the claim, by id. Their origins must be prefetched, without
    rejected ones.
    """
    families = counted.families
    outlets = {pk: str(article.outlet or "Unknown outlet") for pk, article in articles.items()}
    origins = [origin for article in articles.values() for origin in article.origins.all()]
    origin_by_key = origin_of_key(origins, families)

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


def voices_in(standing: EvidenceCount, articles: dict[int, Article]) -> list[DossierVoice]:
    """Return the voices in the count of evidence `standing`, each with its articles. `articles` maps ids to
    articles.
    """
    return [
        DossierVoice(voice.speaker, [articles[pk] for pk in voice.articles])
        for voice in standing.voices
    ]
