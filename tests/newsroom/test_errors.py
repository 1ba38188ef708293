"""Test that each error has a sentence for people, and the right HTTP status."""

import pytest

from newsroom.errors import (
    Conflict,
    Forbidden,
    Invalid,
    Missing,
    NewsroomError,
    NothingSeen,
    Stale,
    TooLarge,
    Unavailable,
    Undecided,
    Unreachable,
    Unreadable,
)

STATUSES = {
    Invalid: 422,
    TooLarge: 413,
    Unreadable: 422,
    Forbidden: 403,
    Missing: 404,
    Conflict: 409,
    Stale: 412,
    NothingSeen: 428,
    Unreachable: 422,
    Unavailable: 503,
}


@pytest.mark.parametrize(("kind", "status"), STATUSES.items())
def test_an_error_means_one_status_and_speaks_its_sentence(kind, status):
    error = kind("Choose another file.")
    assert (error.status, error.sentence) == (status, "Choose another file.")


def test_a_question_to_a_person_is_a_conflict():
    assert issubclass(Undecided, Conflict)


def test_every_error_of_the_family_has_its_status_here():
    assert set(NewsroomError.__subclasses__()) == set(STATUSES)
