"""Read the told stories: small stories with the right numbers of sources and of voices.

They stand in `told_stories.md` and `more_told_stories.md`.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent
_PAGES = ("told_stories.md", "more_told_stories.md")
_COUNTS = re.compile(r"at least (\d+), at most (\d+), voices (\d+)")
_REPORT = re.compile(r"- (?P<repeats>repeats )?\*\*(?P<outlet>.+?)\*\*(?: \((?P<owner>.+?)\))?: (?P<text>.+)")
_PASSAGE = re.compile(r"⟦(.+?)⟧")


@dataclass(frozen=True, slots=True)
class ToldStory:
    """A story as the command `standing` reads it, and how many sources and voices its claim has."""

    kind: str
    row: dict[str, Any]
    at_least: int
    at_most: int
    voices: int


def told_stories() -> list[ToldStory]:
    """Return the stories of the pages, in their order."""
    stories = []
    for page in _PAGES:
        text = (_FOLDER / page).read_text(encoding="utf-8")
        _, *sections = re.split(r"^### ", text, flags=re.MULTILINE)
        stories += [_story(section) for section in sections]
    return stories


def _story(section: str) -> ToldStory:
    kind = section.splitlines()[0]
    counts = _COUNTS.search(section)
    assert counts, f"The story “{kind}” lacks its counts."
    articles = []
    passages = []
    for number, report in enumerate(_REPORT.finditer(section), start=1):
        name = f"a{number}"
        articles.append({"id": name, **_article(report)})
        quote = _PASSAGE.search(report["text"])
        if quote:
            relation = "repeats" if report["repeats"] else "corroborates"
            passages.append({"article": name, "quote": quote[1], "relation": relation})
    assert passages, f"The story “{kind}” marks no passage."
    row = {"id": kind, "articles": articles, "passages": passages}
    return ToldStory(kind, row, *(int(count) for count in counts.groups()))


def _article(report: re.Match[str]) -> dict[str, str]:
    outlet = report["outlet"].removeprefix("-")
    text = _PASSAGE.sub(r"\1", report["text"]).replace(" ¶ ", "\n\n")
    return {"outlet": outlet, "owner": report["owner"] or "", "text": text}
