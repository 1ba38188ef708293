"""Find tags that a curator should look at."""

from django.db.models import Exists, OuterRef

from annotations.logic.alike_tags import alike_tags
from annotations.logic.codebook import with_ancestors
from annotations.models import HighlightTag, Tag


def nearly_equal_tags() -> list[int]:
    """Return the ids of the tags that are nearly equal to another one."""
    ids = dict(Tag.objects.order_by("path").values_list("path", "pk"))
    return [ids[path] for path in alike_tags(ids)]


def unused_tags() -> list[int]:
    """Return the ids of the tags that no highlight has, and none of the tags below them."""
    # One look into the index for each tag is faster than reading all taggings.
    taggings = HighlightTag.objects.filter(tag=OuterRef("pk"), highlight__withdrawn_at=None)
    tags = Tag.objects.annotate(is_used=Exists(taggings)).order_by("path")
    rows = list(tags.values_list("pk", "path", "is_used"))
    used = with_ancestors(path for _, path, is_used in rows if is_used)
    return [pk for pk, path, _ in rows if path.lower() not in used]
