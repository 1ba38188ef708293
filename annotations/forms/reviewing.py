"""What the review page sends."""

from django import forms

ACCEPT, PLACE, WITHDRAW = "accept", "place", "withdraw"


class ReviewForm(forms.Form):
    """`anchor` is the place that was looked at; the passage selected again comes with `act=place`."""

    act = forms.ChoiceField(choices=[(act, act) for act in (ACCEPT, PLACE, WITHDRAW)])
    anchor = forms.UUIDField()
    story = forms.SlugField(required=False)
    start = forms.IntegerField(required=False)
    end = forms.IntegerField(required=False)
    quote = forms.CharField(required=False, strip=False)

    def clean_quote(self) -> str:
        """A browser sends the line breaks of a field as CR LF; the text has LF."""
        return str(self.cleaned_data["quote"]).replace("\r\n", "\n")
