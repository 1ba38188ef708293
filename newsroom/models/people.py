"""Define accounts. What a person may do depends only on the role of the account."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from newsroom.roles import UserRole, has_role


class UserManager(BaseUserManager["User"]):
    """The manager that makes accounts.

    `create_superuser`, which Django's command `createsuperuser` calls, makes a curator.
    """

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.full_clean(exclude=["password"])
        user.save(using=self._db)
        return user

    def create_superuser(self, username: str, password: str | None = None, **fields: Any) -> "User":
        fields["role"] = UserRole.CURATOR
        return self.create_user(username, password, **fields)


class User(AbstractBaseUser):
    """An account of a person. It is deactivated and never deleted, because the history names the person."""

    # There are no groups and permissions of Django, because rights depend only on the role.

    username = models.CharField(
        max_length=60, unique=True, error_messages={"unique": "This name is taken already."}
    )
    name = models.CharField("full name", max_length=120, blank=True)
    email = models.EmailField(blank=True)
    role = models.CharField(max_length=10, choices=UserRole.choices, default=UserRole.READER)
    is_active = models.BooleanField(
        "active", default=True, help_text="Switch off instead of deleting."
    )
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    class Meta:
        ordering = ["username"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=UserRole.values),
                name="user_role_known",
                violation_error_message="A role is one of reader, reporter, editor and curator.",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.username

    @property
    def is_staff(self) -> bool:
        """Return whether the person may use the admin panel."""
        return has_role(self, UserRole.CURATOR)

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Return whether the person may use the panel, whatever `perm` is.

        Each page of the panel itself limits what can be done there.
        """
        return self.is_staff

    def has_perms(self, perms: list[str], obj: object = None) -> bool:
        return self.is_staff

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_staff
