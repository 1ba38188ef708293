"""Test that a page whose session has ended asks to sign in, and then goes on where it was."""

from django.contrib.sessions.models import Session
from playwright.sync_api import Locator, Page, expect

from annotations.models import Comment, Highlight
from newsroom.models import Article, User
from newsroom.roles import UserRole
from tests import make
from tests.browser.acting import mark, quotes
from tests.browser.conftest import session_cookie
from tests.browser.selecting import all_saved, ask_for, pane_of
from tests.browser.test_accessibility import barriers


def test_a_session_that_ended_asks_to_sign_in_and_the_act_goes_on(
    desk: Page, article: Article, watch
) -> None:  # type: ignore[no-untyped-def]
    watch.expect("answered 401")
    watch.expect("answered 422")
    Session.objects.all().delete()
    mark(desk, article, "three")
    dialog = desk.get_by_role("dialog", name="Your session has ended")
    expect(dialog.get_by_label("Name")).to_have_value("reporter")
    dialog.get_by_label("Password").fill("wrong")
    dialog.get_by_role("button", name="Sign in").click()
    expect(dialog).to_contain_text("do not go together")
    dialog.get_by_label("Password").fill(make.PASSWORD)
    dialog.get_by_role("button", name="Sign in").click()
    expect(dialog).to_be_hidden()
    all_saved(desk)
    assert quotes() == ["three"]
    ask_for(desk, "Comment")
    desk.get_by_label("Comment", exact=True).fill("Sure?")
    desk.get_by_role("button", name="Add comment").click()
    all_saved(desk)
    assert Comment.objects.count() == 1


def test_a_card_that_was_asked_for_after_the_session_comes_when_somebody_has_signed_in(
    desk: Page, article: Article, watch
) -> None:  # type: ignore[no-untyped-def]
    watch.expect("answered 401")
    watch.expect("Response Status Error Code 401")
    mark(desk, article, "three")
    mark(desk, article, "seven")
    all_saved(desk)
    Session.objects.all().delete()
    pane_of(desk, article.pk).locator("mark", has_text="three").click()
    dialog = desk.get_by_role("dialog", name="Your session has ended")
    dialog.get_by_label("Password").fill(make.PASSWORD)
    dialog.get_by_role("button", name="Sign in").click()
    expect(desk.locator("article.passage blockquote")).to_have_text("three")


def test_an_act_waits_for_its_own_person(desk: Page, article: Article, watch) -> None:  # type: ignore[no-untyped-def]
    watch.expect("answered 401")
    url = desk.url.partition("/stories")[0]
    desk.context.add_cookies([session_cookie(make.user(UserRole.EDITOR, "another"), url)])
    mark(desk, article, "three")
    expect(desk.get_by_role("dialog")).to_contain_text("another is signed in with this browser now")
    desk.get_by_role("button", name="Reload the page").click()
    expect(desk.locator(".person")).to_contain_text("another")
    assert Highlight.objects.count() == 0
    desk.context.add_cookies([session_cookie(User.objects.get(username="reporter"), url)])
    desk.reload()
    all_saved(desk)
    assert Highlight.objects.get().created_by.username == "reporter"


def test_what_waits_what_was_refused_and_the_dialog_have_no_barrier(
    desk: Page, article: Article, watch
) -> None:  # type: ignore[no-untyped-def]
    for trouble in ("ERR_FAILED", "answered 409", "answered 401"):
        watch.expect(trouble)
    make.highlight(article, "three", by=make.user(UserRole.EDITOR, "colleague"))
    desk.route("**/draw/", lambda route: route.abort())
    mark(desk, article, "three")
    desk.keyboard.press("n")
    desk.keyboard.type("Three of what?")
    desk.get_by_role("button", name="Save note").click()
    expect(desk.locator("act-outbox")).to_have_text("Not saved, trying again")
    found = {"waiting": barriers(desk)}
    desk.unroute_all()
    expect(desk.locator("#refusals")).to_contain_text("This waits for it")
    found["refused"] = barriers(desk)
    Session.objects.all().delete()
    mark(desk, article, "seven")
    desk.get_by_role("dialog").wait_for()
    found["signing in"] = barriers(desk)
    assert {state: barrier for state, barrier in found.items() if barrier} == {}


def test_a_pause_of_signing_in_is_told_and_the_form_stays(desk: Page, article: Article, watch) -> None:  # type: ignore[no-untyped-def]
    for status in (401, 422, 429):
        watch.expect(f"answered {status}")
    Session.objects.all().delete()
    mark(desk, article, "three")
    dialog = desk.get_by_role("dialog", name="Your session has ended")
    for _ in range(4):
        form = dialog.locator("form").element_handle()
        guess_password(dialog)
        # What is typed must not go into the form that the answer replaces.
        desk.wait_for_function("(form) => !form.isConnected", arg=form)
    guess_password(dialog)
    expect(dialog).to_contain_text("signing in rests")
    expect(dialog.get_by_role("button", name="Sign in")).to_be_visible()


def guess_password(dialog: Locator) -> None:
    dialog.get_by_label("Password").fill("wrong")
    dialog.get_by_role("button", name="Sign in").click()
