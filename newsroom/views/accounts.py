"""Show the sign-in page, and sign people in and out."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm, UsernameField
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.middleware.csrf import get_token
from django.utils.decorators import method_decorator

from newsroom.models import User

#: The form of the sign-in page, which pages also show in a dialog when the session has ended.
FRAGMENT = "newsroom/_account_sign_in.html"


class Credentials(AuthenticationForm):
    """The sign-in form. A name that is longer than any account's name is refused without a query."""

    username = UsernameField(max_length=User._meta.get_field("username").max_length)


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """The sign-in page.

    An unknown name and a wrong password get the same error. `?next=` leads only to addresses of this site. A
    request of htmx comes from a dialog on another page. It gets the form alone, or, when somebody is signed
    in, JSON `{person, name, token}`: the id and the name of the person, and the token that forms must send
    from now on.
    """

    template_name = "newsroom/account_sign_in.html"
    authentication_form = Credentials
    redirect_authenticated_user = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if is_of_a_dialog(request) and request.user.is_authenticated:
            return session_begun(request)
        return super().dispatch(request, *args, **kwargs)

    def get_template_names(self) -> list[str]:
        return [FRAGMENT if is_of_a_dialog(self.request) else self.template_name]

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        response = super().form_valid(form)
        if is_of_a_dialog(self.request):
            return session_begun(self.request)
        return response

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


@method_decorator(login_not_required, name="dispatch")
class SignOut(LogoutView):
    """The view that ends the session. It accepts only POST."""

    http_method_names = ["post", "options"]


def is_of_a_dialog(request: HttpRequest) -> bool:
    return bool(getattr(request, "htmx", False))


def session_begun(request: HttpRequest) -> HttpResponse:
    """Return who is signed in, and the token that forms must send in this session."""
    person = request.user
    return JsonResponse(
        {"person": str(person.pk), "name": person.get_username(), "token": get_token(request)}
    )
