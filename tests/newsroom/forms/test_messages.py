"""Test that a form refuses input in the site's own words, which say what to do."""

from importlib import import_module

import pytest
from django import forms
from django.apps import apps
from django.conf import settings

from newsroom.forms import messages


class EveryField(forms.Form):
    words = forms.CharField(max_length=3)
    number = forms.IntegerField(min_value=1, max_value=9)
    day = forms.DateField()
    choice = forms.ChoiceField(choices=[("a", "A")])
    key = forms.UUIDField()
    reason = forms.CharField(error_messages={"required": "Say why."})


def errors_for(**sent: str) -> dict[str, list[str]]:
    return dict(EveryField(sent).errors)


def test_what_is_left_blank_is_asked_for_unless_the_field_has_words_of_its_own():
    asked = {name: ["Fill this in."] for name in ("words", "number", "day", "choice", "key")}
    assert errors_for() == {**asked, "reason": ["Say why."]}


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("words", "four", "Shorten this to 3 characters: it has 4."),
        ("number", "many", "Write a whole number, such as 12."),
        ("number", "0", "Write a number that is not under 1."),
        ("number", "10", "Write a number that is not over 9."),
        ("day", "yesterday", "Write the day as 2022-07-09."),
        ("choice", "b", "Choose one of the list: what was sent is not in it."),
        ("key", "half-an-id", "This is no id: go back to the page and choose again."),
    ],
)
def test_what_does_not_fit_is_told_with_what_would(name, value, sentence):
    assert errors_for(**{name: value})[name] == [sentence]


def test_no_field_of_a_form_of_the_site_speaks_of_fields():
    """Every form is asked for the messages of every field."""
    import_module(settings.ROOT_URLCONF)
    ours = [form for form in _subclasses(forms.BaseForm) if form.__module__.partition(".")[0] in PACKAGES]
    said = {
        f"{form.__module__}.{form.__name__}.{name}": str(field.error_messages["required"])
        for form in ours
        for name, field in form.base_fields.items()
    }
    assert len(said) > 60
    assert {place: text for place, text in said.items() if "This field" in text} == {}


PACKAGES = {config.name for config in apps.get_app_configs() if config.name in ("newsroom", "annotations")}


def _subclasses(form: type) -> set[type]:
    return {form}.union(*(_subclasses(under) for under in form.__subclasses__()))


def test_the_words_are_set_once_however_often_the_site_starts():
    messages.install_messages()
    assert forms.CharField().error_messages["required"] == messages.FILL_IN
