"""Find tags that a curator should look at."""

from annotations.logic.alike_tags import alike_tags
from annotations.models import Tag


def nearly_equal_tags() -> list[int]:
    """Return the ids of the tags that are nearly equal to another one."""
    ids = dict(Tag.objects.order_by("path").values_list("path", "pk"))
    return [ids[path] for path in alike_tags(ids)]
