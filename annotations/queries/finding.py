"""Find candidates for a passage: sentences of other articles that may make the same statement."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import repeat

from annotations.logic.finding.comparison import PassageAnalysis
from annotations.logic.finding.matching import Candidate, CandidateSentence, find
from newsroom.models import Article, Revision, Story
from newsroom.search import meaning
from newsroom.search.retrieving import RetrievedSentence, retrieve
from newsroom.text.model import Span

#: Longest text that is searched for, in code points. The start of a longer text is enough.
LONGEST = 2_000
#: Code points that are read of the article of the passage, to recognise the event that it reports.
BACKGROUND = 6_000
#: Longest part of a sentence that is read for its meaning, in code points, because a model is slow with long
#: text.
LONGEST_MEANING = 500


@dataclass(frozen=True, slots=True)
class _KnownArticle:
    """What is known of the article from which the searched text comes.

    `text` is the start of the article's text, or empty without an article. `published` is its time of
    publication, or None if it is not known.
    """

    text: str = ""
    published: datetime | None = None


def find_candidates(
    text: str,
    *,
    without: Collection[int] = (),
    own_article: Article | None = None,
    story: Story | None = None,
    most: int = 10,
) -> list[Candidate]:
    """Find passages of other articles that may make the same statement as `text`.

    `own_article` is the article from which the text comes. It is left out, and so are the articles `without`
    (ids). With `story`, only articles of this story are searched. Returns at most `most` candidates, best
    first; the list can be empty.
    """
    # The passage is analysed once, and the analysis is used for all sentences.
    sought = PassageAnalysis(text[:LONGEST])
    left_out = set(without)
    if own_article:
        left_out.add(own_article.pk)

    retrieval = retrieve(sought.terms, without=left_out, story=story)
    known = _what_is_known(own_article)
    sentences = _candidate_sentences(sought.text, retrieval.sentences, known)
    return find(
        sought,
        sentences,
        retrieval.weigh,
        own_text=known.text,
        most=most,
    )


def article_holding(text: str, articles: Sequence[Article]) -> Article | None:
    """Return the one of `articles` with the lowest id whose newest text contains `text`, or None if none
    does.

    Only the first `LONGEST` code points of `text` are searched for. If there is only one article, it is
    returned without a search.
    """
    if len(articles) == 1:
        return articles[0]
    # The database searches the texts, so that they are not loaded.
    holding = Article.objects.filter(
        pk__in=[article.pk for article in articles],
        current__text__contains=text[:LONGEST],
    )
    return holding.order_by("pk").first()


def _candidate_sentences(
    text: str,
    retrieved_sentences: Sequence[RetrievedSentence],
    own_article: _KnownArticle,
) -> list[CandidateSentence]:
    """Return the retrieved sentences, each with its distance from `text` in days and its nearness in meaning.

    Either value is None if it is not known.
    """
    said = [retrieved.said[:LONGEST_MEANING] for retrieved in retrieved_sentences]
    # Without a model for meanings there is no nearness, and the other features decide.
    nearness = meaning.nearness(text, said) or repeat(None)
    return [
        CandidateSentence(
            article=retrieved.article,
            revision=retrieved.revision,
            span=Span(retrieved.start, retrieved.end),
            text=retrieved.text,
            blocks=retrieved.blocks,
            days=_days_apart(retrieved.published, own_article.published),
            undated=bool(own_article.published and not retrieved.published),
            nearness=cosine,
        )
        for retrieved, cosine in zip(retrieved_sentences, nearness, strict=False)
    ]


def _what_is_known(article: Article | None) -> _KnownArticle:
    if article is None:
        return _KnownArticle()
    revisions = Revision.objects.filter(current_of=article)
    # Only two columns are read, because the other columns of a revision are large.
    text, published = revisions.values_list("text", "published_at")[0]
    return _KnownArticle(text[:BACKGROUND], published)


def _days_apart(first: datetime | None, second: datetime | None) -> int | None:
    if first is None or second is None:
        return None
    return abs((first - second).days)
