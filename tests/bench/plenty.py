"""Measure pages, lists and checks with 10,000 articles and 100,000 highlights in the database."""

import time
from collections.abc import Iterator

from tests.bench.figures import RUNS, Figure
from tests.bench.filling import fill
from tests.bench.inside import PageRequest, ask
from tests.bench.pages import peak
from tests.fresh_sites import fresh_site
from tests.serving import Site

STORIES, ARTICLES, WORDS, HIGHLIGHTS = 250, 40, 300, 10
#: The ms within which a page counts as quick. This limit is our own.
QUICK = 300
MODELS = {
    "newsroom": ("user", "outlet", "story", "article", "revision", "original", "importbatch", "activity"),
    "annotations": ("highlight", "anchor", "tag", "claim", "evidence", "link", "origin", "comment"),
}


def measure(database: str) -> Iterator[Figure]:
    with fresh_site(database) as site:
        made = fill(site, stories=STORIES, articles=ARTICLES, words=WORDS, highlights=HIGHLIGHTS, index=True)
        slug, articles = list(made.items())[STORIES // 2]
        pages = {**site_pages(slug, articles), **panel_pages()}
        told = ask(site, [PageRequest(path, times=RUNS) for path in pages.values()])
        for what, answer in zip(pages, told, strict=True):
            yield Figure(what, answer.wall, "ms", queries=answer.queries, at_most=QUICK)
        kinds = ("annotations", "links", "claims", "evidence", "articles", "activity")
        told = ask(site, [PageRequest(f"/export/{kind}.csv", times=RUNS) for kind in kinds])
        for kind, answer in zip(kinds, told, strict=True):
            yield Figure(f"{kind}.csv of everything: first byte", answer.first, "ms", at_most=QUICK)
            yield Figure(f"{kind}.csv of everything: all {answer.size / 1e6:.0f} MB", answer.wall, "ms")
        yield Figure("verify", tuple(_seconds(site) for _ in range(RUNS)), "s", at_most=60)
        yield Figure(
            "verify: most memory", tuple(peak(site, "verify") for _ in range(RUNS)), "MB", at_most=200
        )


def site_pages(slug: str, articles: list[int]) -> dict[str, str]:
    """Return the addresses of the site's own pages, as {name of the page: address}."""
    return {
        "desk of 4 articles": f"/stories/{slug}/desk/?read={','.join(map(str, articles[:4]))}",
        "story": f"/stories/{slug}/",
        "claims of a story": f"/stories/{slug}/claims/",
        "stories": "/",
        "articles": "/articles/",
        "articles, page 100": "/articles/?page=100",
        "articles of an outlet": "/articles/?outlet=The+New+York+Post&sort=published",
        "articles, search of a word": "/articles/?q=meeting",
        "articles, search of words": "/articles/?q=the+grain",
        "an article": f"/articles/{articles[0]}/v/1/",
        "activity": "/activity/",
        "activity, page 100": "/activity/?page=100",
        "activity of a story": f"/activity/?story={slug}",
        "review": "/review/",
        "origins": "/origins/",
    }


def panel_pages() -> dict[str, str]:
    """Return the addresses of the panel's lists, as {name of the list: address}."""
    lists = {f"panel: {name}s": f"/admin/{app}/{name}/" for app, names in MODELS.items() for name in names}
    found = {"panel: highlights, searched": "/admin/annotations/highlight/?q=an"}
    return {"panel": "/admin/", **lists, **found}


def _seconds(site: Site) -> float:
    began = time.perf_counter()
    site.command("verify")
    return time.perf_counter() - began
