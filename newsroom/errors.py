"""Define one family of errors. Each has a sentence for people and an HTTP status.

This module does not use Django, so that the pure packages may raise the errors too.
`newsroom.config.middleware` catches all of them.
"""


class NewsroomError(Exception):
    """An error that a person can fix. `str(error)` is a full sentence that says what to do next."""

    status = 422

    @property
    def sentence(self) -> str:
        """Return the sentence for people."""
        return str(self)


class Invalid(NewsroomError):
    """The error for a request that cannot be accepted as it is (422)."""


class TooLarge(NewsroomError):
    """The error for a source or request that is larger than a stated limit (413)."""

    status = 413


class Unreadable(NewsroomError):
    """The error for bytes that are not text, or not text that a reader understands (422)."""


class Forbidden(NewsroomError):
    """The error for a person whose role does not allow an action (403)."""

    status = 403


class Missing(NewsroomError):
    """The error for something that does not exist, or no longer exists (404)."""

    status = 404


class Conflict(NewsroomError):
    """The error for a change that another person has made impossible meanwhile (409)."""

    status = 409


class Unreachable(NewsroomError):
    """The error for an address that may not be fetched, or does not return a page (422)."""


class Unavailable(NewsroomError):
    """The error for a valid request that the database cannot process now (503). Nothing was saved.

    `retry_after` is the number of seconds after which another attempt makes sense.
    """

    status = 503

    def __init__(self, sentence: str, *, retry_after: int = 10) -> None:
        super().__init__(sentence)
        self.retry_after = retry_after
