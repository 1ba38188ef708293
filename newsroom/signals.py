"""What `newsroom` tells whoever listens: the only way from here to a package that it must not import.

The listeners of `annotations` stand in `annotations/receivers.py`.
"""

from django.dispatch import Signal

#: Revisions were stored. Sent inside the transaction of the import, so that a listener that fails undoes it.
#: Arguments: `imported`, pairs of a new Revision and the one before it (or None), in order; `by`, a User.
revisions_imported = Signal()

#: A revision is about to be shown. Argument: `revision`. Each listener returns a list of the passages
#: (`newsroom.queries.revisions.MarkedPassage`) that were marked in it, also in an old one.
revision_shown = Signal()

#: The report of an import is about to be shown. Argument: `articles`, their ids. Each listener returns a list
#: of remarks (`newsroom.queries.import_reports.Remark`), such as that another article says nearly the same.
articles_reported = Signal()
