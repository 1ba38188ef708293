"""Define the date and time formats for English.

`django.utils.formats` finds these variables by their names.
"""

DATE_FORMAT = "j M Y"
TIME_FORMAT = r"H:i \U\T\C"
DATETIME_FORMAT = r"j M Y, H:i \U\T\C"
SHORT_DATETIME_FORMAT = DATETIME_FORMAT
