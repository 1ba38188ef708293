"""Define the formats for English, which `django.utils.formats` finds by their names."""

DATE_FORMAT = "j M Y"
TIME_FORMAT = r"H:i \U\T\C"
DATETIME_FORMAT = r"j M Y, H:i \U\T\C"
SHORT_DATETIME_FORMAT = DATETIME_FORMAT
