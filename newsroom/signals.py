"""What newsroom tells whoever listens. Sent inside the transaction, so that a listener that fails undoes the
import.
"""

from django.dispatch import Signal

#: Arguments: `imported` (pairs of a new Revision and the one before it, or None; in order), `by` (User).
revisions_imported = Signal()

#: A revision is about to be shown. Argument: `revision`. Listeners answer with the
#: `newsroom.queries.revisions.MarkedPassage`s that stand in it, so that old revisions show what was marked in
#: them, and newsroom needs to know nothing of who marks.
revision_shown = Signal()

#: An import's report is about to be shown. Argument: `articles` (their ids). Listeners answer with
#: `newsroom.queries.import_reports.Remark`s on them, such as that another article says nearly the same.
articles_reported = Signal()
