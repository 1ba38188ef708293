"""Addresses of articles, imports, history and sign-in."""

from django.urls import URLPattern, path

from newsroom.views import accounts

urlpatterns: list[URLPattern] = [
    path("sign-in/", accounts.SignIn.as_view(), name="sign_in"),
    path("sign-out/", accounts.SignOut.as_view(), name="sign_out"),
]
