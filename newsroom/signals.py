"""Define the signals that `newsroom` sends to `annotations`, because it must not import `annotations`.

The receivers are in `annotations/receivers.py`.
"""

from dataclasses import dataclass

from django.dispatch import Signal

from newsroom.text.analysis import TextAnalysis
from newsroom.text.model import Document


@dataclass(frozen=True, slots=True)
class ExpectedRevision:
    """A text that is about to be imported.

    `document` is the text with its blocks and marks. `previous` is the id of the current revision of its
    article, or None if the article is new or not known yet. `byline`, `credit` and `language` are those that
    the source states. `analysis` has the results of `examiners_wanted` for the document, or is None if it was
    not examined yet.
    """

    document: Document
    previous: int | None = None
    byline: str = ""
    credit: str = ""
    language: str = ""
    analysis: TextAnalysis | None = None


#: Sent before many sources are read. Each receiver returns an `Examiner`, which the reader process calls with
#: each text. `ExpectedRevision` holds what it returns.
examiners_wanted = Signal()

#: Sent before texts are imported, outside any transaction, so that slow work can be done now. Argument:
#: `expected`, a list of `ExpectedRevision`. Each receiver returns a list of the same length with the result
#: of its work for each text. `revisions_imported` passes these results back.
revisions_expected = Signal()

#: Sent after revisions were stored, inside the transaction of the import, so that a failing receiver undoes
#: it. Arguments: `imported`, pairs of a new Revision and the one before it (or None), in order; `ahead`, for
#: each pair a tuple of the results of the receivers of `revisions_expected`, empty if that signal was not
#: sent; `by`, a User.
revisions_imported = Signal()

#: Sent before a revision is shown. Argument: `revision`. Each receiver returns a list of the passages
#: (`newsroom.queries.revisions.MarkedPassage`) that are marked in it. The revision may be an old one.
revision_shown = Signal()

#: Sent before the report of an import is shown. Argument: `articles`, their ids. Each receiver returns a list
#: of remarks (`newsroom.queries.import_reports.Remark`), for example that another article says nearly the
#: same.
articles_reported = Signal()
