"""Test that each role has the rights of the role below it, and that a person who left has none."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory

from newsroom.errors import Forbidden
from newsroom.models import User
from newsroom.roles import UserRole, has_role, require, role_needed_for, role_required

ORDER = [UserRole.READER, UserRole.REPORTER, UserRole.EDITOR, UserRole.CURATOR]


def user_with(role: UserRole, *, number: int = 1, is_active: bool = True) -> User:
    return User(pk=number, username=role.value, role=role.value, is_active=is_active)


@pytest.mark.parametrize("held", range(4))
@pytest.mark.parametrize("needed", range(4))
def test_a_role_reaches_itself_and_the_roles_before_it(held: int, needed: int) -> None:
    assert has_role(user_with(ORDER[held]), ORDER[needed]) == (held >= needed)


@pytest.mark.parametrize("role", ORDER)
def test_who_is_not_active_or_not_signed_in_reaches_nothing(role: UserRole) -> None:
    assert not has_role(user_with(UserRole.CURATOR, is_active=False), role)
    assert not has_role(AnonymousUser(), role)


def test_ones_own_takes_a_reporter_and_anothers_an_editor() -> None:
    work = SimpleNamespace(created_by_id=7)
    assert role_needed_for(work, user_with(UserRole.REPORTER, number=7)) is UserRole.REPORTER
    assert role_needed_for(work, user_with(UserRole.REPORTER, number=6)) is UserRole.EDITOR
    assert role_needed_for(work, user_with(UserRole.REPORTER, number=8)) is UserRole.EDITOR


@pytest.mark.parametrize(
    ("needed", "sentence"),
    [(UserRole.REPORTER, "This takes a reporter."), (UserRole.EDITOR, "This takes an editor.")],
)
def test_who_does_not_reach_a_role_is_told_which(needed: UserRole, sentence: str) -> None:
    with pytest.raises(Forbidden, match=sentence):
        require(user_with(UserRole.READER), needed)
    require(user_with(needed), needed)


def test_a_guarded_view_opens_for_its_role_alone_and_says_which_it_is() -> None:
    @role_required(UserRole.EDITOR)
    def page(request: object, word: str) -> HttpResponse:
        """A page."""
        return HttpResponse(word)

    request = RequestFactory().get("/")
    request.user = user_with(UserRole.REPORTER)
    with pytest.raises(Forbidden):
        page(request, "open")

    request.user = user_with(UserRole.EDITOR)
    assert page(request, "open").content == b"open"
    assert page.role is UserRole.EDITOR
    assert page.__doc__ == "A page."
