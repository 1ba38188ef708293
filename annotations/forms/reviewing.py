"""Define the form of the review page."""

from django import forms

ACCEPT, PLACE, WITHDRAW = "accept", "place", "withdraw"
_ACTS = [(act, act) for act in (ACCEPT, PLACE, WITHDRAW)]


class ReviewForm(forms.Form):
    """What a person decides about a passage under review: accept its place, choose another place, or withdraw
    it.

    `anchor` is the id of the anchor that the person saw. With `act=place`, `start`, `end` (code points) and
    `quote` give the newly selected passage.
    """

    act = forms.ChoiceField(choices=_ACTS)
    anchor = forms.UUIDField()
    story = forms.SlugField(required=False)
    # The passage is sent only if the person selected a new one.
    start = forms.IntegerField(required=False)
    end = forms.IntegerField(required=False)
    quote = forms.CharField(required=False, strip=False)

    def clean_quote(self) -> str:
        """Return the quote with line feeds as line breaks. Browsers send CR LF, but the texts of revisions
        have LF.
        """
        return str(self.cleaned_data["quote"]).replace("\r\n", "\n")
