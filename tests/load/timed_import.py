"""Import by command, and print how long its transactions held the database: `python -m
tests.load.timed_import PATH`.

It prints one JSON list to stdout, with the seconds of each transaction in order.
"""

import io
import json
import os
import sys

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.config.settings")
    django.setup()
    # Django must be set up before these are imported.
    from django.core.management import call_command  # noqa: PLC0415

    from tests.transaction_times import transaction_times  # noqa: PLC0415

    with transaction_times() as seconds:
        call_command("import_articles", *sys.argv[1:], stdout=io.StringIO())
    print(json.dumps(seconds))


if __name__ == "__main__":
    main()
