"""Signing in and out."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm, UsernameField
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpResponse
from django.utils.decorators import method_decorator

from newsroom.models import User


class Credentials(AuthenticationForm):
    """A name longer than any account's is refused unasked; Django's own form leaves that to the browser."""

    username = UsernameField(max_length=User._meta.get_field("username").max_length)


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """One sentence for an unknown person and a wrong password alike; `next` stays on this site."""

    template_name = "newsroom/account_sign_in.html"
    authentication_form = Credentials
    redirect_authenticated_user = True

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


@method_decorator(login_not_required, name="dispatch")
class SignOut(LogoutView):
    """POST only; the session dies here."""

    http_method_names = ["post", "options"]
