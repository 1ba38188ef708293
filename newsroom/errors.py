"""The one family of errors. Each carries a sentence for people, and the HTTP status that it means.

This module knows no Django, so that the pure packages may raise the errors too. `newsroom.config.middleware`
catches them, in one place.
"""


class NewsroomError(Exception):
    """Something a person can mend. `str(error)` is a full sentence that says what to do next."""

    status = 422

    @property
    def sentence(self) -> str:
        return str(self)


class Invalid(NewsroomError):
    """What was sent cannot be accepted as it is (422)."""


class TooLarge(NewsroomError):
    """What was sent is larger than a stated limit (413)."""

    status = 413


class Unreadable(NewsroomError):
    """The bytes are no text, or no text that a reader understands (422)."""


class Forbidden(NewsroomError):
    """The role of the person does not allow this (403)."""

    status = 403


class Missing(NewsroomError):
    """What is named does not exist, or does not exist any more (404)."""

    status = 404


class Conflict(NewsroomError):
    """Someone else was faster (409)."""

    status = 409


class Unreachable(NewsroomError):
    """An address may not be fetched, or does not answer as a page should (422)."""


class Unavailable(NewsroomError):
    """The database cannot do it now, though the request was right (503). Nothing was saved.

    `retry_after` is the number of seconds after which trying again makes sense.
    """

    status = 503

    def __init__(self, sentence: str, *, retry_after: int = 10) -> None:
        super().__init__(sentence)
        self.retry_after = retry_after
