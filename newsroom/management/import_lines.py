"""Describe the result of importing each source, as a line of text or of JSON."""

import json
from dataclasses import dataclass
from typing import Any

from newsroom.actions.imports.import_requests import ImportRequest
from newsroom.fetching.import_sources import ImportSource
from newsroom.models.imports import ImportItem
from newsroom.queries.proposals import StoryProposal
from newsroom.text.model import Metadata

Status = ImportItem.Status


@dataclass(frozen=True, slots=True)
class SourceReading:
    """The result of reading one source.

    `request` is set if the source can be imported; otherwise `error` says why not. `proposed` is the story
    that the article seems to be part of. It is None if a person or a record named a story, or if no story
    fits.
    """

    source: ImportSource
    request: ImportRequest | None = None
    proposed: StoryProposal | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class ImportLine:
    """The result of importing one source.

    `article` is the id of its article, or None if no article is stored. `error` says why the import failed,
    else it is empty.
    """

    reading: SourceReading
    status: Status
    article: int | None = None
    error: str = ""

    def as_text(self) -> str:
        """Return the result as one line of text: status, path, and the title or the error."""
        words = self.error
        if not words and self.reading.request:
            words = self.reading.request.prepared.title
        return f"{self.status:10} {self.reading.source.path}  {words}"

    @property
    def notes(self) -> tuple[str, ...]:
        """Return the sentences about values of the source that were not used, if the source could be read."""
        if self.error or self.reading.request is None:
            return ()
        return self.reading.request.prepared.notes

    def as_json(self) -> str:
        """Return the result as one JSON object in one line.

        If the import failed, title, text and the other values of the article are empty.
        """
        # Programs find every key in every line.
        values: dict[str, Any] = {
            "path": self.reading.source.path,
            "status": str(self.status),
            "article": self.article,
            "title": "",
            "byline": "",
            "published_at": None,
            "outlet": "",
            "story": "",
            "proposed_story": None,
            "text": "",
            "notes": list(self.notes),
            "error": self.error,
        }
        if self.reading.request and not self.error:
            values |= _what_was_read(self.reading.request)
            values["proposed_story"] = _proposal(self.reading.proposed)
        return json.dumps(values, ensure_ascii=False)


def _what_was_read(request: ImportRequest) -> dict[str, Any]:
    values = {
        "title": request.prepared.title,
        "byline": request.metadata.byline,
        "published_at": _published(request.metadata),
        "outlet": request.metadata.outlet,
        "text": request.prepared.running_text,
    }
    if request.story:
        values["story"] = request.story.slug
    return values


def _published(metadata: Metadata) -> str | None:
    """Return the date and time of publication in ISO 8601, such as `2022-07-09T14:30:00+00:00`.

    Returns only the date if the time is unknown, and None if both are unknown.
    """
    moment = metadata.published_at
    if moment is None:
        return None
    if metadata.published_on_day:
        return moment.date().isoformat()
    return moment.isoformat()


def _proposal(proposed: StoryProposal | None) -> dict[str, Any] | None:
    if proposed is None:
        return None
    return {
        "story": proposed.story.slug,
        "score": proposed.score,
        "reasons": list(proposed.reasons),
    }
