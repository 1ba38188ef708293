"""Choose which articles are open on a desk, and what the desk shows of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from annotations.models import Highlight, Origin
from annotations.queries.desk.panes import MOST_PANES, Pane, panes_of
from annotations.queries.desk.surroundings import articles_of, links_between, notes_on, origins_of
from annotations.views.addresses import desk_address
from newsroom.models import Article, Story

#: Number of articles that are open if the address names none.
OPEN_AT_FIRST = 2


@dataclass(frozen=True, slots=True)
class Picker:
    """A link on the desk that opens an article or closes it, while the other articles stay open.

    `is_open` is true if the article is open. `possible` is false if too many articles would be open then, or
    none.
    """

    article: Article
    is_open: bool
    possible: bool
    href: str


@dataclass(frozen=True, slots=True)
class PaneTurns:
    """The addresses that replace the article of a pane by the next or the previous article that is not
    open.
    """

    next: str
    prev: str


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """An article that is open on the desk: its pane, and its origins without rejected ones.

    `notes` are its highlights that have a note or an attribution. `turns` is None if all articles of the
    story are open.
    """

    pane: Pane
    origins: list[Origin]
    notes: list[Highlight]
    turns: PaneTurns | None


@dataclass(frozen=True, slots=True)
class Opening:
    """The articles of a desk: all `articles` of its story, and those of them that are open (`reading`)."""

    story: Story
    articles: list[Article]
    reading: list[Article]


def opening(story: Story, wanted: list[str]) -> Opening:
    """Return which articles are open on the desk of `story`. `wanted` are the ids in its address, in lists
    with commas.
    """
    articles = list(articles_of(story))
    return Opening(story, articles, _chosen_articles(wanted, articles))


def opening_context(desk: Opening, shown: Sequence[Article] | None = None) -> dict[str, Any]:
    """Return the template context of a desk, with the panes of the articles `shown`.

    If `shown` is None, the panes of all open articles are read. The list of links always has those between
    all open articles.
    """
    # The panes are loaded together, so that four panes need no more queries than one.
    panes = panes_of(desk.reading if shown is None else shown)
    ids = [article.pk for article in desk.reading]
    return {
        "story": desk.story,
        "panes": panes,
        "open_articles": _open_articles(desk, panes),
        "reading": ids,
        "tabs": desk.reading,
        "pickers": [_picker(desk.story, article, desk.reading) for article in desk.articles],
        "most": MOST_PANES,
        "links": links_between(ids),
    }


def turns_of(desk: Opening) -> list[tuple[Article, PaneTurns | None]]:
    """Return each open article with the links that replace it in its pane, or None if all articles are
    open.
    """
    return [
        (article, _turns(desk.story, article, desk.reading, desk.articles))
        for article in desk.reading
    ]


def _chosen_articles(wanted: list[str], articles: list[Article]) -> list[Article]:
    """Return the articles that the query string lists, in this order, each once, `MOST_PANES` at most.

    `wanted` are lists of ids separated by commas. If they name no article of the story, the first
    `OPEN_AT_FIRST` of `articles` are returned.
    """
    by_id = {str(article.pk): article for article in articles}
    # `dict.fromkeys` removes duplicates and keeps the order.
    ids = dict.fromkeys(",".join(wanted).split(","))
    named = [by_id[pk] for pk in ids if pk in by_id]
    if not named:
        return articles[:OPEN_AT_FIRST]
    return named[:MOST_PANES]


def _open_articles(desk: Opening, panes: Sequence[Pane]) -> list[OpenArticle]:
    # The notes of all panes are loaded with one query.
    notes = notes_on([pane.article for pane in panes])
    return [
        OpenArticle(
            pane=pane,
            origins=origins_of(pane.article),
            notes=notes.get(pane.article.pk, []),
            turns=_turns(desk.story, pane.article, desk.reading, desk.articles),
        )
        for pane in panes
    ]


def _picker(story: Story, article: Article, reading: list[Article]) -> Picker:
    is_open = article in reading
    if is_open:
        articles_after_click = [open_article for open_article in reading if open_article != article]
    else:
        articles_after_click = [*reading, article]
    return Picker(
        article=article,
        is_open=is_open,
        # The last open article cannot be closed, and no more than `MOST_PANES` can be opened.
        possible=0 < len(articles_after_click) <= MOST_PANES,
        href=desk_address(story, *articles_after_click),
    )


def _turns(
    story: Story,
    article: Article,
    reading: list[Article],
    articles: list[Article],
) -> PaneTurns | None:
    """Return the links that replace `article` in its pane, or None if all articles of the story are open."""
    position = articles.index(article)
    # The articles after the current one come first, then the articles before it.
    others_in_turn = [*articles[position:], *articles[:position]]
    closed = [other for other in others_in_turn if other not in reading]
    if not closed:
        return None

    def with_instead(replacement: Article) -> str:
        articles_after_click = [
            replacement if pane_article == article else pane_article for pane_article in reading
        ]
        return f"{desk_address(story, *articles_after_click)}#pane-{replacement.pk}"

    next_article, previous_article = closed[0], closed[-1]
    return PaneTurns(next=with_instead(next_article), prev=with_instead(previous_article))
