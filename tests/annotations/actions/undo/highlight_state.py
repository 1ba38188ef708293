"""Read the state of a highlight that undo must bring back."""

from annotations.models import Highlight


def state(highlight: Highlight) -> dict[str, object]:
    """Return everything about a highlight that the acts under test can change, by name."""
    now = Highlight.objects.select_related("anchor").get(pk=highlight.pk)
    standing = {"withdrawn_at": None}
    return {
        "standing": now.withdrawn_at is None,
        "place": (now.anchor.start, now.anchor.end, now.anchor.quote),
        "described": (now.note, now.attribution, now.attribution_guessed),
        "told": (now.teller, now.teller_guessed),
        "tags": [str(tag) for tag in now.tags.all()],
        "evidence": list(now.evidence.filter(**standing).values_list("id", "relation", "note")),
        "links": list(now.links_out.filter(**standing).values_list("id", "relation", "aspect", "note")),
    }
