"""Define accounts. What a person may do depends only on the role of the account."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from newsroom.errors import Invalid
from newsroom.roles import UserRole, has_role
from newsroom.text.account_names import LONGEST_NAME, check_account_name, name_skeleton


class UserManager(BaseUserManager["User"]):
    """The manager that makes accounts.

    `create_superuser`, which Django's command `createsuperuser` calls, makes a curator.
    """

    def create_user(
        self,
        username: str,
        password: str | None = None,
        **fields: Any,
    ) -> "User":
        user = self.model(**fields)
        try:
            user.take_name(username)
        except Invalid as error:
            raise ValidationError({"username": error.sentence}) from error
        user.set_password(password)
        user.full_clean(exclude=["password"])
        user.save(using=self._db)
        return user

    def create_superuser(
        self,
        username: str,
        password: str | None = None,
        **fields: Any,
    ) -> "User":
        fields["role"] = UserRole.CURATOR
        return self.create_user(username, password, **fields)


class User(AbstractBaseUser):
    """An account of a person. It is deactivated and never deleted, because the history names the person.

    `skeleton` is the same for names that look alike. It is None for an account whose name looked like an
    older one before such names were refused.
    """

    # There are no groups and permissions of Django, because rights depend only on the role.

    username = models.CharField(
        max_length=LONGEST_NAME,
        unique=True,
        error_messages={"unique": "This name is taken already."},
    )
    name = models.CharField("full name", max_length=120, blank=True)
    email = models.EmailField(blank=True)
    role = models.CharField(max_length=10, choices=UserRole.choices, default=UserRole.READER)
    is_active = models.BooleanField(
        "active", default=True, help_text="Switch off instead of deleting."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    skeleton = models.CharField(
        "name",
        max_length=4 * LONGEST_NAME,
        unique=True,
        null=True,
        blank=True,
        editable=False,
        error_messages={
            "unique": "This name looks like that of another account. Choose another one."
        },
    )

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

    def take_name(self, username: str) -> None:
        """Set the name and its skeleton. Raises `Invalid` if no account can have this name."""
        check_account_name(username)
        self.username = username
        self.skeleton = name_skeleton(username)

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
