"""What may stand in an address."""

from django.urls import register_converter


class NumberConverter:
    """An id or a count, as large as a column holds; with more digits it is no address of ours."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(NumberConverter, "number")
