"""Register the path converters for URL patterns."""

from django.urls import register_converter


class NumberConverter:
    """A path converter (`<number:pk>`) for ids and counts of at most 18 digits, which fit into a column.

    Longer numbers match no address.
    """

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(NumberConverter, "number")
