"""Define the events that responses send to the page in the header `HX-Trigger`.

Parts of the page reload when they receive an event.
"""

from enum import StrEnum

from newsroom.models import Subject


class PageEvent(StrEnum):
    """An event that a response sends to the page. Scripts in `static/js` and `hx-trigger` attributes
    listen to it.
    """

    HIGHLIGHT_DRAWN = "highlight:drawn"
    HIGHLIGHT_MOVED = "highlight:moved"
    HIGHLIGHT_UNDONE = "highlight:undone"
    CLAIM_CHANGED = "claim:changed"
    LINK_MADE = "link:made"
    LINK_CHANGED = "link:changed"
    LINK_WITHDRAWN = "link:withdrawn"
    CANDIDATE_RECONSIDERED = "candidate:reconsidered"


#: The event to send after undo or redo, by the subject of the act.
UNDONE_EVENTS = {
    Subject.HIGHLIGHT: PageEvent.HIGHLIGHT_UNDONE,
    Subject.EVIDENCE: PageEvent.CLAIM_CHANGED,
    Subject.CLAIM: PageEvent.CLAIM_CHANGED,
    Subject.LINK: PageEvent.LINK_CHANGED,
    Subject.DISMISSAL: PageEvent.CANDIDATE_RECONSIDERED,
}
