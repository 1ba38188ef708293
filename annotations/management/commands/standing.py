"""Provide `manage.py standing FILE.jsonl`, which counts the independent sources of
claims from the texts alone.
"""

from datetime import datetime
from typing import Any

from annotations.logic.counting.untold_story import StoryPassage, StoryText, standing_of
from annotations.logic.vocabulary import Relation
from annotations.management.json_lines import JsonLinesCommand, text_of
from newsroom.errors import Invalid, NewsroomError
from newsroom.text.model import Document, Span
from newsroom.text.normalise import normalise
from newsroom.text.pipeline import SourceDetails, prepare


class Command(JsonLinesCommand):
    help = (
        "Count independent sources. Reads one JSON object a line: {id, articles: [{id, outlet, owner, title, "
        "text, published_at}], passages: [{article, quote, relation}]}. Writes {id, at_least, at_most, "
        "voices, sources, sentence} to stdout: sources holds for each group the names through whom its "
        "passages came. Everything is read from the texts: credits, copies, tellers, owners. Touches no "
        "database. A line that cannot be used is named on stderr, and the exit code is then 1."
    )
    fields = ("id", "articles", "passages")

    def answered(self, row: dict[str, Any]) -> dict[str, Any]:
        texts = [story_text(article) for article in _objects(row, "articles")]
        # Passages name their article by its id.
        by_name = {text.name: text for text in texts}
        passages = [story_passage(passage, by_name) for passage in _objects(row, "passages")]
        standing = standing_of(texts, passages)
        return {
            "id": row.get("id"),
            "at_least": standing.sources.at_least,
            "at_most": standing.sources.at_most,
            "voices": len(standing.voices),
            "sources": [list(group.names) for group in standing.corroborating],
            "sentence": standing.sources.sentence,
        }


def story_text(article: dict[str, Any]) -> StoryText:
    """Read an article of a row in the way that an import reads it.

    `article` is the JSON object of the article. Raises `Invalid` if it has no id or cannot be read.
    """
    name = str(article.get("id", ""))
    if not name:
        raise Invalid("An article lacks its id.")
    outlet = text_of(article, "outlet", default="")
    published = text_of(article, "published_at", default="")
    details = SourceDetails(
        title=text_of(article, "title", default="") or None,
        outlet=outlet,
        # An invalid date should not make the whole article unusable.
        published=published if _is_moment(published) else None,
        format="plain",
    )
    try:
        prepared = prepare(
            text_of(article, "text").encode("utf-8", "replace"), name=name, details=details
        )
    except NewsroomError as error:
        raise Invalid(f"Article {name}: {error.sentence}") from error
    metadata = prepared.metadata
    owner = text_of(article, "owner", default="")
    return StoryText(
        name, outlet.strip(), owner.strip(), prepared.document, metadata.byline, metadata.credit
    )


def story_passage(passage: dict[str, Any], texts: dict[str, StoryText]) -> StoryPassage:
    """Find the place of a passage in the text of its article.

    `passage` is the JSON object of the passage, and `texts` holds the articles of the row by id. Raises
    `Invalid` if the article, the quote in it or the relation is not known.
    """
    name = str(passage.get("article", ""))
    if name not in texts:
        raise Invalid(f"A passage names the article “{name[:40]}”, which is not there.")
    try:
        # A passage without a relation counts as corroboration, as the help text says.
        relation = Relation(passage.get("relation", "corroborates"))
    except ValueError as error:
        raise Invalid(f"“{str(passage.get('relation'))[:40]}” is no relation.") from error
    quote = text_of(passage, "quote")
    span = find_quote(texts[name].document, quote)
    if span is None:
        raise Invalid(f"“{quote[:60]}” does not stand in the article {name}.")
    return StoryPassage(name, span, relation)


def find_quote(document: Document, quote: str) -> Span | None:
    """Return the first place of the quote in the document, or None if the quote is empty or does not occur.

    Differences in white space are ignored.
    """
    # Imported texts are normalised, so the quote is normalised too.
    words = normalise(quote).split()
    if not words:
        return None
    start = 0
    while (start := document.text.find(words[0], start)) >= 0:
        end = _end_of(document.text, start, words)
        if end is not None:
            return Span(start, end)
        start += 1
    return None


def _end_of(text: str, start: int, words: list[str]) -> int | None:
    place = start
    for number, word in enumerate(words):
        if number:
            # Line breaks and no-break spaces count as one space.
            while place < len(text) and text[place].isspace():
                place += 1
        if not text.startswith(word, place):
            return None
        place += len(word)
    return place


def _objects(row: dict[str, Any], name: str) -> list[dict[str, Any]]:
    rows = row.get(name)
    if not isinstance(rows, list) or not all(isinstance(each, dict) for each in rows):
        raise Invalid(f"{name} is no list of JSON objects.")
    return rows


def _is_moment(value: str) -> bool:
    try:
        datetime.fromisoformat(value.strip())
    except ValueError:
        return False
    return True
