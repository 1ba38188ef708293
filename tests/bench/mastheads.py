"""Make the heads of pages, in the forms that publishers use, and the byline and date that readers see."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import escape

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}
_BY = {"en": "By {}", "de": "Von {}", "fr": "Par {}", "es": "Por {}", "uk": "Автор: {}"}


@dataclass(slots=True)
class PageDraft:
    """A page while it is made. `head` is its markup; `byline_shown` and `date_shown` are
    the lines a reader sees.
    """

    chance: random.Random
    outlet: str
    language: str
    title: str
    people: list[str]
    at: datetime
    url: str
    head: list[str] = field(default_factory=list)
    byline_shown: str = ""
    date_shown: str = ""


def _names(people: list[str], joined: str = " and ") -> str:
    return joined.join(people)


def _author(made: PageDraft) -> object:
    """Return what the page states as its author: people in one of several
    forms, or a substitute for nobody.
    """
    chance = made.chance
    if not made.people:
        return chance.choice(
            [
                None,
                {"@type": "Organization", "name": made.outlet},
                {"@type": "Person", "name": f"{made.outlet} Staff"},
                [{"@type": "Person", "name": "admin"}],
                {
                    "@type": "Person",
                    "name": "",
                    "url": f"https://{made.outlet.split()[-1].lower()}.example/authors/",
                },
                {"@type": "Organization", "name": "Newsroom"},
            ]
        )
    people = [{"@type": "Person", "name": name} for name in made.people]
    shapes: list[object] = [people, made.people, {"@type": "Person", "name": made.people}]
    shapes.append([*people, {"@type": "Organization", "name": made.outlet}])
    if len(people) == 1:
        shapes += [people[0], made.people[0], {"@type": "Person", "name": made.people[0].upper()}]
    else:
        shapes.append({"@type": "Person", "name": _names(made.people)})
    return chance.choice(shapes)


def _ld(made: PageDraft) -> dict[str, object]:
    article = {
        "@type": made.chance.choice(["NewsArticle", "Article", ["NewsArticle", "ReportageNewsArticle"]]),
        "headline": made.title,
        "datePublished": made.at.isoformat(),
        "dateModified": (made.at + timedelta(days=40)).isoformat(),
        "publisher": {"@type": "NewsMediaOrganization", "name": made.outlet},
        "mainEntityOfPage": {"@type": "WebPage", "@id": made.url},
    }
    author = _author(made)
    return article if author is None else {**article, "author": author}


def _script(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def _tag(name: str, content: str, key: str = "name") -> str:
    return f'<meta {key}="{name}" content="{escape(content)}">'


def _json_ld(made: PageDraft) -> None:
    made.head.append(_script({"@context": "https://schema.org", **_ld(made)}))


def _graph(made: PageDraft) -> None:
    """Add authors by reference, as plugins for WordPress write them."""
    article = {**_ld(made), "author": [{"@id": f"#{name}"} for name in made.people] or {"@id": "#org"}}
    people = [{"@type": "Person", "@id": f"#{name}", "name": name} for name in made.people]
    site = {"@type": "WebSite", "name": made.outlet}
    made.head.append(
        _script(
            {
                "@graph": [
                    site,
                    *people,
                    {"@type": "Organization", "@id": "#org", "name": made.outlet},
                    article,
                ]
            }
        )
    )


def _list(made: PageDraft) -> None:
    crumbs = {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "name": "World"}]}
    made.head.append(_script([crumbs, _ld(made)]))


def _open_graph(made: PageDraft) -> None:
    made.head += [_tag("og:title", made.title, "property"), _tag("og:site_name", made.outlet, "property")]
    made.head.append(_tag("article:published_time", made.at.isoformat(), "property"))
    made.head.append(_tag("article:author", "https://www.facebook.com/harbour.post", "property"))
    made.byline_shown = "shown"


def _meta_tags(made: PageDraft) -> None:
    author = (
        _names(made.people, ", ") if made.people else made.chance.choice([made.outlet, "Staff Reporter", ""])
    )
    made.head += [_tag("author", author), _tag("og:title", f"{made.title} | {made.outlet}", "property")]
    made.head += [_tag("pubdate", f"{made.at:%Y-%m-%d}"), _tag("og:site_name", made.outlet, "property")]


def _parsely(made: PageDraft) -> None:
    made.head += [_tag("parsely-title", made.title), _tag("parsely-pub-date", made.at.isoformat())]
    if made.people:
        made.head += [_tag("parsely-author", name) for name in made.people]


def _broken(made: PageDraft) -> None:
    """Add JSON-LD with one comma too many, so that only the lines that readers see can be used."""
    made.head.append('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x",}</script>')
    made.head.append(_tag("og:title", made.title, "property"))
    made.byline_shown, made.date_shown = "shown", "shown"


def _nothing(made: PageDraft) -> None:
    made.byline_shown, made.date_shown = "shown", "shown"


METADATA: list[Callable[[PageDraft], None]] = [
    _json_ld,
    _graph,
    _list,
    _open_graph,
    _meta_tags,
    _parsely,
    _broken,
    _nothing,
]


def _date(made: PageDraft) -> str:
    day, month = made.at.day, _MONTHS[made.language].split()[made.at.month - 1]
    texts = {
        "en": [
            f"{month} {day}, {made.at:%Y}",
            f"{day} {month} {made.at:%Y}",
            f"Published {day} {month[:3]} {made.at:%Y}",
        ],
        "de": [f"{day}. {month} {made.at:%Y}", f"{made.at:%d.%m.%Y}, {made.at:%H:%M} Uhr"],
        "fr": [f"Publié le {day} {month} {made.at:%Y} à {made.at:%Hh%M}"],
        "es": [f"{day} de {month} de {made.at:%Y}"],
        "uk": [f"{day} {month} {made.at:%Y}, {made.at:%H:%M}"],
    }
    return made.chance.choice(texts[made.language])


def show_head(made: PageDraft) -> None:
    """Choose the byline and the date that a reader sees, if the page shows any."""
    chance = made.chance
    if made.people and (made.byline_shown or chance.random() < 0.9):
        names = _names(
            made.people, {"en": " and ", "de": " und ", "fr": " et ", "es": " y ", "uk": ", "}[made.language]
        )
        line = _BY[made.language].format(names)
        line = chance.choice([line, line, line.upper() if made.language == "en" else line])
        if made.language == "en" and chance.random() < 0.3:
            line += chance.choice([", Political Correspondent", f" | {made.outlet}", " and wire reports"])
        made.byline_shown = line
    elif not made.people:
        made.byline_shown = chance.choice(["", "", f"By {made.outlet} Staff", "By Staff Writer"])
    else:
        made.byline_shown = ""
    made.date_shown = _date(made) if made.date_shown or chance.random() < 0.7 else ""
