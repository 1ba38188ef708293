"""What the page is told by the header `HX-Trigger`: past events, on which its parts refresh themselves."""

from enum import StrEnum

from newsroom.models import Subject


class PageEvent(StrEnum):
    """An event of the page. `static/js` and `hx-trigger` attributes hear each of them."""

    HIGHLIGHT_DRAWN = "highlight:drawn"
    HIGHLIGHT_MOVED = "highlight:moved"
    HIGHLIGHT_UNDONE = "highlight:undone"
    CLAIM_CHANGED = "claim:changed"
    LINK_MADE = "link:made"
    LINK_CHANGED = "link:changed"
    LINK_WITHDRAWN = "link:withdrawn"
    CANDIDATE_RECONSIDERED = "candidate:reconsidered"


#: What else on the desk has to refresh itself, by the subject of the act that was undone.
UNDONE_EVENTS = {
    Subject.HIGHLIGHT: PageEvent.HIGHLIGHT_UNDONE,
    Subject.EVIDENCE: PageEvent.CLAIM_CHANGED,
    Subject.CLAIM: PageEvent.CLAIM_CHANGED,
    Subject.LINK: PageEvent.LINK_CHANGED,
    Subject.DISMISSAL: PageEvent.CANDIDATE_RECONSIDERED,
}
