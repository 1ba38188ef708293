"""Name the proposed origin of copies, and give the reason for it, from what the articles credit."""

from annotations.logic.sources.copies import CopyComparison
from annotations.logic.sources.crediting.credits import Credit
from annotations.logic.sources.outlet_names import outlet_key
from annotations.logic.vocabulary import CreditKind
from annotations.queries.wording.copies import CopyMatch
from annotations.queries.wording.text_studies import TextStudy, credits_of_revision
from newsroom.models import Article, Revision

#: Longest part of a title, in code points, in a reason and in the name of an origin.
_TITLE_IN_REASON = 80
_TITLE_IN_NAME = 100


class KnownCredits:
    """The credits of articles during an import: the sources that each article names for its text.

    `of` returns the credits of one article. Each revision is read only once.
    """

    def __init__(self, revision: Revision, text: TextStudy) -> None:
        self._known = dict(text.credits)
        if None in self._known and text.masthead == (revision.byline, revision.credit):
            self._known[revision.pk] = self._known[None]

    def of(self, article: Article) -> tuple[Credit, ...]:
        revision = article.current
        if revision.pk not in self._known:
            self._known[revision.pk] = credits_of_revision(revision)
        return self._known[revision.pk]

    def sources_of(self, article: Article) -> set[str]:
        """Return the keys of the sources that the article credits, without those that it only cites."""
        credits_of_article = self.of(article)
        return {
            outlet_key(credit.source)
            for credit in credits_of_article
            if credit.kind is not CreditKind.CITED
        }


def name_of_copies(articles: list[Article], known: KnownCredits) -> str:
    """Return a name for a new origin of `articles`.

    The name is the first source in a byline or a credit line. If there is none, the name is “Text of” and the
    outlet of the article that was published first, or the title of this article if it has no outlet.
    """
    for article in articles:
        # A citation does not mean that the text comes from that agency, so it gives no name.
        for credit in known.of(article):
            if credit.kind is not CreditKind.CITED:
                return credit.source

    first = articles[0]
    # The article published first is the most likely source of the text.
    dated = {article: time for article in articles if (time := article.current.published_at)}
    if dated:
        first = min(dated, key=dated.__getitem__)
    if first.outlet:
        return f"Text of {first.outlet}"
    return first.title[:_TITLE_IN_NAME]


def reason_for_copies(revision: Revision, match: CopyMatch, known: KnownCredits) -> str:
    """Return the reason for a proposal: how much wording the two articles share, and which sources each
    names.
    """
    sentences = [_shares(revision.article, match.article, match.comparison)]
    for article in (revision.article, match.article):
        sources = [f"{credit.source} ({credit.kind.label})" for credit in known.of(article)]
        if sources:
            sentences.append(f"“{_short(article)}” names {', '.join(sources)}.")
    return " ".join(sentences)


def _shares(new: Article, earlier: Article, comparison: CopyComparison) -> str:
    if comparison.quoted:
        return (
            f"Nearly all quotations of one text are in the other too ({comparison.quoted} words), though the "
            f"wording around them differs: “{_short(new)}”, “{_short(earlier)}”."
        )
    extent = "" if comparison.verdict == "copy" else "in part "
    return (
        f"The wording is {extent}the same outside quotations: {comparison.left.share:.0%} of "
        f"“{_short(new)}”, {comparison.right.share:.0%} of “{_short(earlier)}”."
    )


def _short(article: Article) -> str:
    return article.title[:_TITLE_IN_REASON]
