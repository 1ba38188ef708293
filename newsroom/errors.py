"""Define the errors that are shown to people.

Each has a sentence for people and an HTTP status. This module does not use Django, so that packages without
Django may raise the errors too. `newsroom.config.middleware` catches all of them and shows their sentences.
"""


class NewsroomError(Exception):
    """The base class of errors that are shown to people.

    The message is a full sentence that says what is wrong, and usually what to do next. `status` is the HTTP
    status of the response.
    """

    status = 422

    @property
    def sentence(self) -> str:
        """Return the message of the error, which is a sentence for people."""
        return str(self)


class Invalid(NewsroomError):
    """The error for input that breaks a rule, such as a missing title (422)."""


class TooLarge(NewsroomError):
    """The error for a source or request that is larger than a stated limit (413)."""

    status = 413


class Unreadable(NewsroomError):
    """The error for bytes that cannot be read as an article (422)."""


class Forbidden(NewsroomError):
    """The error for a person whose role does not allow an action (403)."""

    status = 403


class Missing(NewsroomError):
    """The error for something that does not exist, or no longer exists (404)."""

    status = 404


class Conflict(NewsroomError):
    """The error for an action that the present state does not allow, often because of another person's change
    (409).
    """

    status = 409


class Stale(NewsroomError):
    """The error for a change of something that is no longer as the sender has seen it (412)."""

    status = 412


class NothingSeen(NewsroomError):
    """The error for a change without a word on what the sender has seen of the thing (428)."""

    status = 428


class Undecided(Conflict):
    """The error for a source about which a person must answer a question before it can be stored (409).

    `question` names the question: `unlike` or `several`.
    """

    question = "unlike"


class SeveralArticles(Undecided):
    """The error for a file that looks like several articles, of which nobody said that it is one (409)."""

    question = "several"


class Unreachable(NewsroomError):
    """The error for an address that may not be fetched, or from which no page comes (422)."""


class Unavailable(NewsroomError):
    """The error for a valid request that the database cannot process at present (503).

    Nothing was saved. `retry_after` is the number of seconds after which a new attempt makes sense.
    """

    status = 503

    def __init__(self, sentence: str, *, retry_after: int = 10) -> None:
        super().__init__(sentence)
        self.retry_after = retry_after
