"""Define the events that responses send to the page in the header `HX-Trigger`.

Parts of the page reload when they receive an event.
"""

from enum import StrEnum

from newsroom.models import Subject, Verb


class PageEvent(StrEnum):
    """An event that a response sends to the page. Scripts in `static/js` and `hx-trigger` attributes
    listen to it.
    """

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
    Subject.COMMENT: PageEvent.CLAIM_CHANGED,
    Subject.SILENCE: PageEvent.CLAIM_CHANGED,
    Subject.INDEPENDENCE: PageEvent.CLAIM_CHANGED,
    Subject.LINK: PageEvent.LINK_CHANGED,
    Subject.DISMISSAL: PageEvent.CANDIDATE_RECONSIDERED,
}

#: The event to send with the answer to an act that an earlier request has done, by the subject and the verb
#: of its line. Acts that are not listed send none.
DONE_EVENTS = {
    (Subject.HIGHLIGHT, Verb.CREDITED): PageEvent.CLAIM_CHANGED,
    (Subject.CLAIM, Verb.MADE): PageEvent.CLAIM_CHANGED,
    (Subject.EVIDENCE, Verb.ATTACHED): PageEvent.CLAIM_CHANGED,
    (Subject.EVIDENCE, Verb.CHANGED): PageEvent.CLAIM_CHANGED,
    (Subject.EVIDENCE, Verb.WITHDRAWN): PageEvent.CLAIM_CHANGED,
    (Subject.LINK, Verb.LINKED): PageEvent.LINK_MADE,
    (Subject.LINK, Verb.CHANGED): PageEvent.LINK_CHANGED,
    (Subject.LINK, Verb.WITHDRAWN): PageEvent.LINK_WITHDRAWN,
}
