"""Make pages as publishers make them, with their gold, to measure how well articles are read.

Each page consists of parts that are common on the web, with their traps: the outlet in the title, staff as
author, other articles' dates, boxes between paragraphs, comments as long as the text.
"""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from html import escape

from tests.bench.mastheads import METADATA, PageDraft, show_head

MADE = 240
_OUTLETS = [
    "The Harbour Post",
    "Daily Ledger",
    "Northern Courier",
    "Gazeta Wschodnia",
    "Le Quai",
    "El Faro Nuevo",
]
_PEOPLE = [
    "Ada Byron",
    "Ibrahim El-Sayed",
    "Marie-Claire Dubois",
    "Oleksandr Kovalenko",
    "J. P. van der Berg",
    "Li Wei",
]
_WHO = [
    "The minister",
    "A spokeswoman for the port",
    "The second witness",
    "Nobody in the hall",
    "One of the captains",
]
_DID = [
    "left before",
    "spoke at length about",
    "would not comment on",
    "had asked twice for",
    "was not told of",
]
_WHAT = [
    "the vote on the grain corridor",
    "a list of the missing",
    "the price of bread",
    "an inquiry by the council",
]
_WHEN = [
    "on Friday morning",
    "as the tide went out",
    "according to two officials",
    "in front of some 200 reporters",
]
_PLACES = ["Odesa", "Marseille", "Gdańsk", "Valparaíso", "Rotterdam", "Mombasa"]


@dataclass(slots=True)
class Page:
    """A page and its gold. `byline` holds the people's names, `published` the day, `body`
    the text without its head.
    """

    name: str
    html: str = ""
    title: str = ""
    byline: tuple[str, ...] = ()
    published: str = ""
    body: str = ""


def pages(number: int = MADE) -> list[Page]:
    """Return `number` pages, which are the same every time."""
    return [_page(index, random.Random(index)) for index in range(number)]  # noqa: S311


def _page(index: int, chance: random.Random) -> Page:
    at = datetime(2021, 1, 4, 6, 30, tzinfo=timezone(timedelta(hours=chance.choice([-5, 0, 2])))) + timedelta(
        hours=chance.randrange(20_000)
    )
    outlet = chance.choice(_OUTLETS)
    title = f"{chance.choice(_PLACES)}: {_sentence(chance)[:-1]}".replace(": T", ": t")
    people = chance.sample(_PEOPLE, chance.choice([0, 0, 1, 1, 1, 2]))
    host = "".join(filter(str.isalnum, outlet.lower()))
    url = f"https://www.{host}.example/{at:%Y/%m/%d}/world/{index}-story.html"
    language = chance.choice(["en", "en", "en", "de", "fr", "es", "uk"])
    made = PageDraft(chance, outlet, language, title, people, at, url)
    METADATA[index % len(METADATA)](made)
    show_head(made)
    body, blocks = _body(made)
    html = _LAYOUTS[(index // 3) % len(_LAYOUTS)](made, blocks)
    return Page(f"{index:03}", html, title, tuple(people), f"{at:%Y-%m-%d}", body)


def _sentence(chance: random.Random) -> str:
    return f"{chance.choice(_WHO)} {chance.choice(_DID)} {chance.choice(_WHAT)} {chance.choice(_WHEN)}."


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance) for _ in range(chance.choice([1, 2, 2, 3, 4])))


def _body(made: PageDraft) -> tuple[str, list[tuple[str, str]]]:
    """Return the gold text, and the blocks of the page as (kind, text). Blocks of the kind `noise`
    are no part of the text.
    """
    chance = made.chance
    blocks = [("p", _paragraph(chance)) for _ in range(chance.randrange(5, 14))]
    if chance.random() < 0.5:
        blocks.insert(chance.randrange(2, len(blocks)), ("h2", "What the harbour knows"))
    if chance.random() < 0.3:
        blocks.insert(chance.randrange(2, len(blocks)), ("blockquote", f"“{_sentence(chance)}”"))
    if chance.random() < 0.25:
        blocks.insert(chance.randrange(2, len(blocks)), ("li", _sentence(chance)))
    if chance.random() < 0.2:
        blocks.append(("table", "Ships | Grain\nthree | 40,000 tons"))
    gold = "\n\n".join(text.replace(" | ", " ") for _, text in blocks)
    for noise in chance.sample(_NOISE, chance.randrange(0, 4)):
        blocks.insert(chance.randrange(2, len(blocks)), ("noise", noise))
    return gold, blocks


_NOISE = [
    (
        '<div class="related-inline"><strong>Read more:</strong> <a href="/2">Bread riots spread to the old '
        "town</a></div>"
    ),
    '<aside class="newsletter"><h3>Morning briefing</h3><p>Get the day’s news in your inbox every '
    "morning.</p>"
    "<form><input type=email><button>Sign up</button></form></aside>",
    '<div class="ad-slot" aria-hidden="true">Advertisement</div>',
    '<figure><img src="/a.jpg" alt=""><figcaption>The harbour at dawn. Photo: Reuters</figcaption></figure>',
    (
        '<ul class="share"><li><a href="#">Facebook</a></li><li><a href="#">X</a></li><li><a '
        'href="#">E-mail</a></li></ul>'
    ),
    (
        '<div class="promo-box"><p><a href="/live">Follow our live coverage of the talks as they '
        "happen</a></p></div>"
    ),
]


def _element(kind: str, text: str) -> str:
    if kind == "noise":
        return text
    if kind == "li":
        return f"<ul><li>{escape(text)}</li></ul>"
    if kind == "table":
        rows = ("".join(f"<td>{cell}</td>" for cell in row.split(" | ")) for row in text.split("\n"))
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    return f"<{kind}>{escape(text)}</{kind}>"


def _frame(made: PageDraft, main: str, *, title_end: str = " | ") -> str:
    section = made.chance.choice(["", "World - "])
    last = "".join(
        f'<li><a href="/{n}">{_sentence(made.chance)}</a> <time>3 March 2020</time></li>' for n in range(5)
    )
    comments = "".join(
        f'<div class="comment"><b>reader{n}</b> <time datetime="2023-01-0{n}">2 days ago</time>'
        f"<p>{_paragraph(made.chance)}</p></div>"
        for n in range(1, made.chance.choice([2, 6]))
    )
    return (
        f'<!doctype html><html lang="{made.language}"><head><meta charset="utf-8">'
        f"<title>{escape(made.title)}{title_end}{section}{made.outlet}</title>"
        f'<link rel="canonical" href="{made.url}">{"".join(made.head)}</head><body>'
        '<div id="cookie-banner" class="cookie-consent"><p>We use cookies and similar technologies to '
        "personalise "
        "content and ads, and to analyse how our site is used by visitors.</p><button>Accept "
        "all</button></div>"
        f'<header class="site"><a href="/">{made.outlet}</a><nav><ul><li><a href="/w">World</a></li><li><a '
        f'href="/s">Sport</a></li><li><a href="/o">Opinion</a></li></ul></nav></header>{main}<aside '
        f'class="sidebar"><h2>Most read</h2><ul>{last}</ul></aside><section id="comments" '
        f'class="comments"><h2>Comments</h2>{comments}</section>'
        f"<footer><p>© 2026 {made.outlet}. All rights reserved.</p></footer></body></html>"
    )


def _lines(made: PageDraft) -> str:
    byline = f'<p class="byline">{escape(made.byline_shown)}</p>' if made.byline_shown else ""
    date = f'<p class="date">{made.date_shown}</p>' if made.date_shown else ""
    return byline + date


def _plain(made: PageDraft, blocks: list[tuple[str, str]]) -> str:
    body = "".join(_element(*block) for block in blocks)
    return _frame(made, f"<main><article><h1>{escape(made.title)}</h1>{_lines(made)}{body}</article></main>")


def _divided(made: PageDraft, blocks: list[tuple[str, str]]) -> str:
    """Return a page whose paragraphs stand in divs with meaningless classes. It has a time element,
    and tags and a note about the author at the end.
    """
    body = "".join(f'<div class="css-1x{n}">{_element(*block)}</div>' for n, block in enumerate(blocks))
    time = f'<time datetime="{made.at.isoformat()}">{made.date_shown or "Some time ago"}</time>'
    bio = (
        f'<div class="author-bio"><p>{made.people[0]} covers ports and ships.</p></div>'
        if made.people
        else ""
    )
    by = f'<div class="c-byline"><span>{escape(made.byline_shown)}</span></div>' if made.byline_shown else ""
    return _frame(
        made,
        f'<div class="wrap"><div class="head"><span '
        f'class="kicker">World</span><h1>{escape(made.title)}</h1>{by}{time}'
        "</div>"
        f'<div class="content">{body}</div><div class="tags">Tags: <a href="/t">grain</a> <a '
        f'href="/u">ports</a></div>'
        f"{bio}</div>",
        title_end=" - ",
    )


def _broken_lines(made: PageDraft, blocks: list[tuple[str, str]]) -> str:
    """Return a page with the body in one div and line breaks between paragraphs, as old systems write it."""
    body = "".join(
        f"{escape(text)}<br><br>" if kind == "p" else f"{_element(kind, text)}\n" for kind, text in blocks
    )
    return _frame(
        made,
        (
            f"<table><tr><td><h1>{escape(made.title)}</h1>{_lines(made)}<div "
            f'class="text">{body}</div></td></tr></table>'
        ),
        title_end=" — ",
    )


def _sectioned(made: PageDraft, blocks: list[tuple[str, str]]) -> str:
    """Return a page with the body in sections. An h1 holds the outlet's name, and an h2 the headline."""
    half = len(blocks) // 2
    parts = ["".join(_element(*block) for block in some) for some in (blocks[:half], blocks[half:])]
    return _frame(
        made,
        f'<h1 class="logo">{made.outlet}</h1><section class="story"><h2 '
        f'class="headline">{escape(made.title)}</h2>'
        f"{_lines(made)}<section>{parts[0]}</section><section>{parts[1]}</section></section>",
    )


def _micro(made: PageDraft, blocks: list[tuple[str, str]]) -> str:
    """Return a page that states its metadata as microdata instead of in scripts."""
    people = "".join(
        f'<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span '
        f'itemprop="name">{name}</span>'
        "</span> "
        for name in made.people
    )
    body = "".join(_element(*block) for block in blocks)
    return _frame(
        made,
        '<article itemscope itemtype="https://schema.org/NewsArticle">'
        f'<h1 itemprop="headline">{escape(made.title)}</h1><p>{people}</p>'
        f'<meta itemprop="datePublished" content="{made.at.isoformat()}">'
        f'<div itemprop="articleBody">{body}</div></article>',
    )


_LAYOUTS = [_plain, _divided, _broken_lines, _sectioned, _micro]
