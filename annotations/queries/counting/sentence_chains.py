"""Read the chains of telling of sentences in a story's articles, as if each sentence were a highlight."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from annotations.logic.counting.chains import Chain, followed
from annotations.logic.counting.desk_chains import desk_chain
from annotations.logic.sources.telling.teller_guess import SEPARATOR, teller_names
from annotations.models import Highlight
from annotations.queries.counting.chains import families_of, provenance_of
from annotations.queries.desk.surroundings import origins_of
from newsroom.models import Article
from newsroom.text.model import Span

#: A place in a text: the id of the revision, and the span in it.
TextPlace = tuple[int, Span]


class SentenceChains:
    """The chains of telling of sentences in articles, such as those of a story.

    `guessed` holds the guessed tellers of sentences by their places: names with `SEPARATOR` between them. If
    people named the tellers of highlights in a sentence, these replace the guess. The articles must be loaded
    by `with_origins`; `articles` holds them by id. An instance needs two queries.
    """

    def __init__(self, articles: Sequence[Article], guessed: Mapping[TextPlace, str]) -> None:
        self.articles = {article.pk: article for article in articles}
        self._guessed = guessed
        self._named = _named_tellers(articles)
        names = {origin.name for article in articles for origin in origins_of(article)}
        for teller in self._tellers():
            names.update(teller_names(teller))
        self._families = families_of(names)
        self._provenance_of = {article.pk: provenance_of(article) for article in articles}
        self._article_chains = [
            desk_chain(provenance, self._families) for provenance in self._provenance_of.values()
        ]
        # Most sentences of an article have the same chain, so each chain is followed once.
        self._longest: dict[Chain, Chain] = {}

    def of(self, article: int, place: TextPlace) -> Chain:
        """Return the chain of the sentence at `place` in an article (id), with the sources of its tellers.

        The sources of a teller are known if the teller itself published some of the articles (see
        `followed`).
        """
        chain = self._chain(article, place)
        if chain not in self._longest:
            self._longest[chain] = followed([*self._article_chains, chain])[-1]
        return self._longest[chain]

    def label(self, name: str) -> str:
        """Return the name that people read for the key of a source."""
        return self._families.label(name)

    def _chain(self, article: int, place: TextPlace) -> Chain:
        revision, sentence = place
        named = [teller for span, teller in self._named[revision] if span.overlaps(sentence)]
        provenance = replace(
            self._provenance_of[article],
            teller=SEPARATOR.join(named) if named else self._guessed.get(place, ""),
            teller_guessed=not named,
        )
        return desk_chain(provenance, self._families)

    def _tellers(self) -> list[str]:
        named = [teller for tellers in self._named.values() for _, teller in tellers]
        return [*self._guessed.values(), *named]


def _named_tellers(articles: Sequence[Article]) -> defaultdict[int, list[tuple[Span, str]]]:
    """Return the tellers of highlights that a person has named, by revision id, with one query.

    Each comes with the span of its highlight. A teller is empty if the person said that the article itself
    reports the passage.
    """
    # Lost passages are filtered out, so start and end are never None here.
    highlights = Highlight.objects.filter(
        article__in=articles, withdrawn_at=None, teller_guessed=False, anchor__start__isnull=False
    )
    named: defaultdict[int, list[tuple[Span, str]]] = defaultdict(list)
    rows: Iterable[Any] = highlights.order_by("pk").values_list(
        "anchor__revision_id", "anchor__start", "anchor__end", "teller"
    )
    for revision, start, end, teller in rows:
        named[revision].append((Span(start, end), teller))
    return named
