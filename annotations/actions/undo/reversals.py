"""Name the reversal of each act by the subject and verb of its line in the history, or the reason why it has
none.
"""

from annotations.actions.undo import (
    reversals_of_claims,
    reversals_of_judgements,
    reversals_of_passages,
)
from annotations.actions.undo.reversing import Reverse
from newsroom.models import Subject, Verb

REVERSALS: dict[tuple[Subject, Verb], Reverse] = {
    **reversals_of_passages.REVERSALS,
    **reversals_of_judgements.REVERSALS,
    **reversals_of_claims.REVERSALS,
}

_REVIEW = "the review asks about each passage once, and its answer is changed on the card"
_ORIGIN = "what counts as one origin is decided again on the origin's page, with a reason"
_IMPORT = "a revision is there for good; a wrong one is corrected or followed by the next"
_PARTING = (
    "nothing makes one article of two again; what went to the other one is listed in the history"
)
_STORY = "what a story holds and is called is changed on its own page"
_CODEBOOK = "the codebook concerns every story, so no story's desk takes its changes back"
_CURATION = "a curator changes records in the admin panel, and changes them back there"
_ACCOUNT = "what protects an account is never taken back by a key"
_PUBLIC = (
    "whether a verdict is public is marked with its own button, where it can be read what goes out"
)
_BUNDLE = "a bundle may hold thousands of rows, on which others have built since"

#: Acts that undo skips, each with the reason.
NOT_UNDONE: dict[tuple[Subject, Verb], str] = {
    (Subject.HIGHLIGHT, Verb.CONFIRMED): _REVIEW,
    (Subject.HIGHLIGHT, Verb.RETAGGED): _CODEBOOK,
    (Subject.CLAIM, Verb.PUBLISHED): _PUBLIC,
    (Subject.CLAIM, Verb.UNPUBLISHED): _PUBLIC,
    (Subject.CLAIM, Verb.MOVED): _CURATION,
    (Subject.ORIGIN, Verb.PROPOSED): _ORIGIN,
    (Subject.ORIGIN, Verb.ATTRIBUTED): _ORIGIN,
    (Subject.ORIGIN, Verb.CONFIRMED): _ORIGIN,
    (Subject.ORIGIN, Verb.REJECTED): _ORIGIN,
    (Subject.ORIGIN, Verb.RENAMED): _ORIGIN,
    (Subject.ORIGIN, Verb.SPLIT): _ORIGIN,
    (Subject.ARTICLE, Verb.ATTRIBUTED): _ORIGIN,
    (Subject.STORY, Verb.IMPORTED): _BUNDLE,
    (Subject.ARTICLE, Verb.IMPORTED): _IMPORT,
    (Subject.ARTICLE, Verb.REVISED): _IMPORT,
    (Subject.ARTICLE, Verb.CORRECTED): _IMPORT,
    (Subject.ARTICLE, Verb.REANCHORED): _IMPORT,
    (Subject.ARTICLE, Verb.PARTED): _PARTING,
    (Subject.ARTICLE, Verb.ADDED): _STORY,
    (Subject.ARTICLE, Verb.MOVED): _STORY,
    (Subject.ARTICLE, Verb.CHANGED): _STORY,
    (Subject.STORY, Verb.MADE): _STORY,
    (Subject.STORY, Verb.CHANGED): _STORY,
    (Subject.IMPORT_BATCH, Verb.HANDED_IN): _IMPORT,
    (Subject.IMPORT_BATCH, Verb.DISCARDED): _IMPORT,
    (Subject.IMPORT_BATCH, Verb.IMPORTED): _IMPORT,
    (Subject.TAG, Verb.MADE): _CODEBOOK,
    (Subject.TAG, Verb.CHANGED): _CODEBOOK,
    (Subject.TAG, Verb.MERGED): _CODEBOOK,
    (Subject.OUTLET, Verb.MADE): _CURATION,
    (Subject.OUTLET, Verb.MERGED): _CURATION,
    (Subject.USER, Verb.CHANGED): _CURATION,
    (Subject.USER, Verb.PASSWORD_SET): _ACCOUNT,
    (Subject.USER, Verb.INVITED): _ACCOUNT,
    (Subject.USER, Verb.SIGNED_OUT): _ACCOUNT,
    (Subject.USER, Verb.GRANTED): _ACCOUNT,
    (Subject.USER, Verb.REVOKED): _ACCOUNT,
}

#: Verbs that undo skips for every subject, because the admin panel uses them for all kinds of records.
NEVER_UNDONE: dict[Verb, str] = {Verb.ENTERED: _CURATION, Verb.AMENDED: _CURATION}
