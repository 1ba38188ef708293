"""Find the password link that belongs to a secret."""

import hashlib

from django.utils import timezone

from newsroom.errors import Missing
from newsroom.models import PasswordLink

NO_LINK = (
    "This link does not lead anywhere any more: it was used, replaced by a newer one, or is too old. "
    "Ask a curator for a new one."
)


def open_link(secret: str) -> PasswordLink:
    """Return the link with this secret, with its person loaded.

    Raises `Missing` if there is none, if it has ended or expired, or if its account is not active.
    """
    links = PasswordLink.objects.select_related("user")
    link = links.filter(secret_hash=hash_of(secret), ended_at=None).first()
    if link is None or link.expires_at <= timezone.now() or not link.user.is_active:
        raise Missing(NO_LINK)
    return link


def hash_of(secret: str) -> str:
    """Return the SHA-256 hash of a secret as hexadecimal digits.

    A secret is random and long, so a fast hash without salt is enough: nobody can try all of them.
    """
    return hashlib.sha256(secret.encode("utf-8", errors="surrogatepass")).hexdigest()
