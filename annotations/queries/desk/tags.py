"""Find the tag that a page means, although the page is older than the codebook."""

from annotations.models import Tag
from newsroom.errors import Missing
from newsroom.models import Activity, Subject, Verb

GONE = "This tag is not in the codebook any more. Reload the page, and choose another."


def tag_or_successor(pk: int) -> Tag:
    """Return the tag with the id `pk`, or the tag into which it was merged.

    Raises `Missing` if there is no such tag and the history does not say into which tag it was merged.
    """
    tag = Tag.objects.filter(pk=pk).first()
    while tag is None:
        merged = Activity.objects.filter(
            object_type=Subject.TAG, object_id=str(pk), verb=Verb.MERGED
        )
        line = merged.first()
        # A line that was written before ids were kept, or redacted since, does not say into which tag.
        if line is None or "id" not in line.changes:
            raise Missing(GONE)
        _, pk = line.changes["id"]
        tag = Tag.objects.filter(pk=pk).first()
    return tag
