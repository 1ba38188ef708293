"""What newsroom tells whoever listens. Sent inside the transaction, so that a listener that fails undoes the import."""

from django.dispatch import Signal

#: Arguments: `revision` (the new Revision), `previous` (the Revision before it, or None), `by` (User).
revision_imported = Signal()
