"""Addresses of articles, imports, history and sign-in."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
