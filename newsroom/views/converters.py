"""Define the converters for parts of addresses."""

from django.urls import register_converter


class NumberConverter:
    """A converter for ids and counts that fit into a column. Longer numbers match no address."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(NumberConverter, "number")
