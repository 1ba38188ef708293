"""Addresses of stories, the desk, highlights, claims, links and exports."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
