"""Who publishes."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower


class Outlet(models.Model):
    """A newspaper, agency or site. `domain` is its bare host (`themoscowtimes.com`), blank if unknown."""

    name = models.CharField(max_length=120)
    domain = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            # Pages and people write one name in several cases.
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
        ]

    def __str__(self) -> str:
        return self.name


class OutletAlias(models.Model):
    """A name or domain of an outlet that was merged into this one: imports that state it find this outlet."""

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
