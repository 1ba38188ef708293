"""Who else says so: candidates for a passage, from this story or from all articles."""

from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import repeat

from annotations.logic.finding.matching import Candidate, CandidateSentence, present, rank
from newsroom.models import Article, Revision, Story
from newsroom.search import meaning
from newsroom.search.retrieving import retrieve, sentences_of
from newsroom.text.language.words import terms
from newsroom.text.model import Span

#: Longest text looked for, in code points: of a longer one the beginning tells enough.
LONGEST = 2_000
#: As much of the passage's own article is read to know what event it speaks of.
BACKGROUND = 6_000


def candidates(
    text: str,
    *,
    without: Collection[int] = (),
    told_in: Article | None = None,
    story: Story | None = None,
    most: int = 10,
) -> list[Candidate]:
    """Passages of other articles than `without` that may say what `text` says, best first; at most `most`.

    `told_in`: the article `text` stands in, which is left out too. `story`: look among its articles only.
    """
    text = text[:LONGEST]
    left_out = {*without, *([told_in.pk] if told_in else [])}
    retrieval = retrieve(terms(text), without=left_out, story=story)
    background, when = _background(told_in)
    nearness = meaning.nearness(text, [found.said for found in retrieval.found])
    sentences = [
        CandidateSentence(
            article=found.article,
            revision=found.revision,
            span=Span(found.start, found.end),
            text=found.text,
            days=_apart(found.published, when),
            undated=bool(when and not found.published),
            nearness=near,
        )
        for found, near in zip(retrieval.found, nearness or repeat(None), strict=False)
    ]
    ranked = rank(text, sentences, retrieval.weigh, told_in=background, most=most)
    spans = sentences_of({one.sentence.revision for one in ranked})
    return present(text, ranked, spans, retrieval.weigh)


def own_article(text: str, articles: Sequence[Article]) -> Article | None:
    """Of articles left out of a search, the one `text` stands in; a single one is taken to be it."""
    if len(articles) > 1:
        standing = Article.objects.filter(
            pk__in=[article.pk for article in articles], current__text__contains=text[:LONGEST]
        )
        return standing.order_by("pk").first()
    return articles[0] if articles else None


def _background(article: Article | None) -> tuple[str, datetime | None]:
    """What the article says, and when it was published."""
    if article is None:
        return "", None
    said = Revision.objects.filter(current_of=article).values_list("text", "published_at").first()
    return said[0][:BACKGROUND], said[1]


def _apart(one: datetime | None, other: datetime | None) -> int | None:
    return abs((one - other).days) if one and other else None
