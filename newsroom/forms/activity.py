"""Define the filter form of the history."""

from django import forms

_DAY = {"type": "date"}


class ActivityFilter(forms.Form):
    by = forms.CharField(required=False, max_length=60)
    verb = forms.CharField(required=False, max_length=40)
    type = forms.CharField(required=False, max_length=40)
    story = forms.SlugField(required=False)
    since = forms.DateField(required=False, widget=forms.DateInput(attrs=_DAY))
    until = forms.DateField(required=False, widget=forms.DateInput(attrs=_DAY))
