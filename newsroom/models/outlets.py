"""Define outlets, which publish articles, and their owners."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

#: The error message for an outlet that would own itself through others.
OWNERS_IN_A_CIRCLE = "The owner belongs to this outlet already, so this outlet cannot belong to it."


class OutletKind(models.TextChoices):
    """The kind of an outlet. `OTHER` also means that nobody has stated the kind."""

    NEWSPAPER = "newspaper", "Newspaper"
    BROADCASTER = "broadcaster", "Broadcaster"
    AGENCY = "agency", "Agency"
    OFFICIAL = "official", "Official"
    OTHER = "other", "Other"


class Outlet(models.Model):
    """A publisher of articles: a newspaper, a broadcaster, a news agency or a site.

    `domain` is its host (`themoscowtimes.com`), or empty if unknown. `owner` is the outlet that owns it, or
    None if it has no owner or the owner is unknown. Outlets of one owner are a family, and the members of a
    family count as one source.
    """

    name = models.CharField(max_length=120)
    domain = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=12, choices=OutletKind.choices, default=OutletKind.OTHER)
    owner = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="owned_outlets"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            # People write one name in upper and lower case.
            models.UniqueConstraint(
                Lower("name"),
                name="outlet_name_unique",
                violation_error_message="There is an outlet of this name already.",
            ),
            models.UniqueConstraint(
                fields=["domain"],
                condition=~Q(domain=""),
                name="outlet_domain_unique",
                violation_error_message="Another outlet has this domain already.",
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="outlet_name_present",
                violation_error_message="An outlet needs a name.",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=OutletKind.values),
                name="outlet_kind_known",
                violation_error_message="Choose a kind of outlet from the list.",
            ),
            models.CheckConstraint(
                condition=Q(owner__isnull=True) | ~Q(owner=F("id")),
                name="outlet_not_its_own_owner",
                violation_error_message="An outlet cannot belong to itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Raise `ValidationError` for the field `owner` if the outlet would own itself through others.

        A trigger refuses this too, but it cannot name the field.
        """
        super().clean()
        if self.pk and self.pk in owners_above(self.owner_id):
            raise ValidationError({"owner": OWNERS_IN_A_CIRCLE})


def owners_above(outlet: Any) -> list[int]:
    """Return the id `outlet`, then the id of its owner, the owner of that owner, and so on.

    Returns an empty list if `outlet` is None. Takes one query for each outlet in the list.
    """
    above: list[int] = []
    while outlet is not None and outlet not in above:
        above.append(outlet)
        outlet = Outlet.objects.values_list("owner", flat=True).filter(pk=outlet).first()
    return above


class OutletAlias(models.Model):
    """Another name or domain of `outlet`, taken over from an outlet that was merged into it.

    Imports that state this name or domain find `outlet`.
    """

    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="aliases")
    word = models.CharField("name or domain", max_length=120)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["word"]
        verbose_name_plural = "outlet aliases"
        constraints = [
            models.UniqueConstraint(
                Lower("word"),
                name="outlet_alias_unique",
                violation_error_message="An outlet goes by this name or domain already.",
            ),
            models.CheckConstraint(
                condition=~Q(word=""),
                name="outlet_alias_present",
                violation_error_message="Write the name or domain.",
            ),
        ]

    def __str__(self) -> str:
        return self.word
