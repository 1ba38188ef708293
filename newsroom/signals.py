"""What `newsroom` tells whoever listens: the only way from here to a package that it must not import.

The listeners of `annotations` stand in `annotations/receivers.py`.
"""

from dataclasses import dataclass

from django.dispatch import Signal

from newsroom.text.model import Document


@dataclass(frozen=True, slots=True)
class ExpectedRevision:
    """A text that is about to be imported. `previous` is the id of the revision before it, if it is known."""

    document: Document
    previous: int | None = None


#: Texts are about to be imported. Sent outside any transaction: this is the time for what takes long.
#: Argument: `expected`, a list of `ExpectedRevision`. Each listener returns a list of the same length, with
#: what it worked out for each. `revisions_imported` brings that back.
revisions_expected = Signal()

#: Revisions were stored. Sent inside the transaction of the import, so that a listener that fails undoes it.
#: Arguments: `imported`, pairs of a new Revision and the one before it (or None), in order; `ahead`, for each
#: of them a tuple of what the listeners of `revisions_expected` returned, empty if they were not asked; `by`,
#: a User.
revisions_imported = Signal()

#: A revision is about to be shown. Argument: `revision`. Each listener returns a list of the passages
#: (`newsroom.queries.revisions.MarkedPassage`) that were marked in it, also in an old one.
revision_shown = Signal()

#: The report of an import is about to be shown. Argument: `articles`, their ids. Each listener returns a list
#: of remarks (`newsroom.queries.import_reports.Remark`), such as that another article says nearly the same.
articles_reported = Signal()
