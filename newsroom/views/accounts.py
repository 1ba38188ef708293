"""Show the sign-in page, and sign people in and out."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm, UsernameField
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpResponse
from django.utils.decorators import method_decorator

from newsroom.models import User


class Credentials(AuthenticationForm):
    """The sign-in form. A name that is longer than any account's name is refused without a query."""

    username = UsernameField(max_length=User._meta.get_field("username").max_length)


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """The sign-in page.

    An unknown name and a wrong password get the same error. `?next=` leads only to addresses of this site.
    """

    template_name = "newsroom/account_sign_in.html"
    authentication_form = Credentials
    redirect_authenticated_user = True

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


@method_decorator(login_not_required, name="dispatch")
class SignOut(LogoutView):
    """The view that ends the session. It accepts only POST."""

    http_method_names = ["post", "options"]
