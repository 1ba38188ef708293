"""List writes about people that the database refuses. `test_constraints` adds others and makes them all."""

from newsroom.models import ApiToken, PasswordLink
from tests import make
from tests.forbidden_writes import Attacks, again, overwrite

attacks = Attacks()


def link() -> PasswordLink:
    person = make.user()
    return PasswordLink.objects.create(
        user=person, secret_hash=f"{make.number()}", expires_at=person.created_at, created_by=person
    )


@attacks.on("password_link_one_open")
def a_second_open_link_for_a_password():
    again(link(), secret_hash="another")


@attacks.on("newsroom_passwordlink.secret_hash")
def two_links_with_one_secret():
    again(link(), user=make.user())


@attacks.on("newsroom_user.skeleton")
def two_accounts_whose_names_look_alike():
    overwrite(make.user(), skeleton=make.user().skeleton)


@attacks.on("newsroom_user.username")
def two_people_of_one_name():
    overwrite(make.user(), username=make.user().username)


def token() -> ApiToken:
    return make.token(make.user())[0]


@attacks.on("api_token_scope_known")
def a_token_that_may_do_what_nobody_knows():
    overwrite(token(), scope="everything")


@attacks.on("api_token_named")
def a_token_without_a_name():
    overwrite(token(), name="")


@attacks.on("newsroom_apitoken.secret_hash")
def two_tokens_with_one_secret():
    again(token())
