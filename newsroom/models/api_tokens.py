"""Define API tokens, with which programs act in the name of a person."""

from django.db import models
from django.db.models import Q

from newsroom.roles import TokenScope


class ApiToken(models.Model):
    """A token with which programs of `user` use the API, up to its scope and the role of the person.

    Only the SHA-256 hash of the secret is stored, as hexadecimal digits. `last_used_at` is exact to a minute.
    `revoked_at` is the time when the person or a curator ended the token early, or None.
    """

    user = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="api_tokens")
    name = models.CharField(max_length=80)
    scope = models.CharField(max_length=10, choices=TokenScope.choices)
    secret_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = "API token"
        constraints = [
            models.CheckConstraint(
                condition=Q(scope__in=TokenScope.values),
                name="api_token_scope_known",
                violation_error_message="The scope of a token is read, write or curate.",
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="api_token_named",
                violation_error_message="Give the token a name, so that you know it again.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
