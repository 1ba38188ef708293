"""Define the form in which a person makes an API token."""

from django import forms

from newsroom.roles import TokenScope

#: The longest time for which a token is valid.
LONGEST_DAYS = 366


class TokenForm(forms.Form):
    name = forms.CharField(max_length=80, label="What is it for?")
    scope = forms.ChoiceField(choices=TokenScope.choices, label="It may")
    days = forms.IntegerField(
        min_value=1, max_value=LONGEST_DAYS, initial=90, label="Valid for how many days?"
    )

    def clean_scope(self) -> TokenScope:
        return TokenScope(self.cleaned_data["scope"])
