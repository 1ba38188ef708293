"""Define password links: addresses by which a person sets the password of their account once."""

from django.db import models
from django.db.models import Q


class PasswordLink(models.Model):
    """A link with which `user` sets a password, as an invitation or after they forgot the old one.

    Only the SHA-256 hash of the secret in the address is stored, as hexadecimal digits. `ended_at` is the
    time when the link was used, or was replaced by a newer one, or None.
    """

    user = models.ForeignKey(
        "newsroom.User", on_delete=models.PROTECT, related_name="password_links"
    )
    secret_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    created_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(ended_at=None),
                name="password_link_one_open",
                violation_error_message="An account has one open password link at a time.",
            ),
        ]

    def __str__(self) -> str:
        return f"password link of {self.user}"
