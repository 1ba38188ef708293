"""The form of the review page."""

from django import forms

ACCEPT, PLACE, WITHDRAW = "accept", "place", "withdraw"
_ACTS = [(act, act) for act in (ACCEPT, PLACE, WITHDRAW)]


class ReviewForm(forms.Form):
    """The answer to a passage under review.

    `anchor` is the anchor that the person saw. With `act=place` the form also has the newly selected passage.
    """

    act = forms.ChoiceField(choices=_ACTS)
    anchor = forms.UUIDField()
    story = forms.SlugField(required=False)
    # The passage is sent only if the person selected a new one.
    start = forms.IntegerField(required=False)
    end = forms.IntegerField(required=False)
    quote = forms.CharField(required=False, strip=False)

    def clean_quote(self) -> str:
        """Convert CR LF, which browsers send in text fields, to LF, which the text of a revision has."""
        return str(self.cleaned_data["quote"]).replace("\r\n", "\n")
