"""Read one JSON value as the record of an article. A wire item can give several records, one for each
text.
"""

from collections.abc import Iterator
from typing import Any

from newsroom.errors import NewsroomError
from newsroom.text.listings.rows import Record, parse_record
from newsroom.text.wires.ninjs import is_ninjs, read_ninjs


def records_of_object(number: int, value: Any, *, no_object: str) -> Iterator[Record]:
    """Yield the records of `value`, the JSON value with this `number` in its file.

    An item of ninjs may hold several texts. A value that cannot be read gives one record with an error; for a
    value that is not an object, this error is `no_object`.
    """
    if not isinstance(value, dict):
        yield Record(number, error=no_object)
        return
    try:
        if is_ninjs(value):
            articles = read_ninjs(value)
            yield from (Record(number, article.raw, article.details) for article in articles)
        else:
            yield parse_record(number, value)
    except NewsroomError as error:
        yield Record(number, error=error.sentence)
