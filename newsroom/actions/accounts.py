"""Accounts that commands need: those of the sample desk, and the one that imports."""

from django.db import transaction

from newsroom.models import User
from newsroom.roles import UserRole

#: Who imports where nobody is named: an account without pass phrase, so that nobody can sign in to it.
IMPORTER = "import"


@transaction.atomic
def accounts_of_each_role(phrase: str, *, renew: bool) -> tuple[dict[str, User], list[str]]:
    """An account for each role, called as it, with the roles whose account was made now.

    New ones get the pass phrase `phrase`; those that exist keep theirs unless `renew`.
    """
    people = {user.username: user for user in User.objects.filter(username__in=UserRole.values)}
    new = [role for role in UserRole.values if role not in people]
    if renew:
        for user in people.values():
            user.set_password(phrase)
            user.save(update_fields=["password"])
    people |= {role: User.objects.create_user(role, phrase, role=role) for role in new}
    return people, new


def importer() -> User:
    """The account that imports by command, made where there is none."""
    existing = User.objects.filter(username=IMPORTER).first()
    return existing or User.objects.create_user(IMPORTER, name="Import", role=UserRole.REPORTER)
