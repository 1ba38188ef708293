"""What the tests of the commands share."""

import pytest
from django.core.management import call_command


@pytest.fixture
def run(capsys):
    """Return a function that runs the command, and returns its exit status, the lines on
    stdout and the text on stderr.
    """

    def run(*arguments, **options):
        try:
            call_command("import_articles", *map(str, arguments), **options)
            status = 0
        except SystemExit as ended:
            status = ended.code
        shown = capsys.readouterr()
        return status, shown.out.splitlines(), shown.err

    return run
