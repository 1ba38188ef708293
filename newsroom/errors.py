"""The one family of errors. Each carries a sentence for people and the HTTP status it means.

Free of Django, so that the pure packages may raise them too; `newsroom.config.middleware` catches them in one
place.
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
    """What was sent exceeds a stated limit (413)."""

    status = 413


class Unreadable(NewsroomError):
    """Bytes that are no text, or no text this reader understands (422)."""


class Forbidden(NewsroomError):
    """The person's role does not reach this far (403)."""

    status = 403


class Missing(NewsroomError):
    """The thing named does not exist, or no longer (404)."""

    status = 404


class Conflict(NewsroomError):
    """Someone else was faster (409)."""

    status = 409


class Unreachable(NewsroomError):
    """An address that may not be fetched, does not answer, or not as a page should (422)."""


class Unavailable(NewsroomError):
    """The database cannot do it now, though the request was right (503). Nothing was saved.

    `retry_after` is the number of seconds after which trying again makes sense.
    """

    status = 503

    def __init__(self, sentence: str, *, retry_after: int = 10) -> None:
        super().__init__(sentence)
        self.retry_after = retry_after
