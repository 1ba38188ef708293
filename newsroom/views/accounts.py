"""Sign in and sign out."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm, UsernameField
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpResponse
from django.utils.decorators import method_decorator

from newsroom.models import User


class Credentials(AuthenticationForm):
    """The sign-in form. It refuses a name that is too long for any account without asking the database."""

    username = UsernameField(max_length=User._meta.get_field("username").max_length)


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """The sign-in page.

    An unknown name and a wrong password get the same error. `next` cannot leave this site.
    """

    template_name = "newsroom/account_sign_in.html"
    authentication_form = Credentials
    redirect_authenticated_user = True

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


@method_decorator(login_not_required, name="dispatch")
class SignOut(LogoutView):
    """The address that ends the session. It accepts only POST."""

    http_method_names = ["post", "options"]
