"""List modules without a test of their own name, and the test that tests them instead.

A module is tested at its own path, so that nobody has to guess where to add a test. The exceptions are small
modules that are tested through the module which uses them, and pages. The table may only become shorter: a
module that gets a test of its own leaves it.
"""

TESTED_TOGETHER: dict[str, tuple[str, ...]] = {
    "tests/annotations/actions/passages/test_reanchoring.py": ("annotations/apps.py",),
    "tests/annotations/management/commands/test_demo.py": ("newsroom/config/formats/en/formats.py",),
    "tests/annotations/models/test_constraints.py": ("annotations/models/shingles.py",),
    "tests/annotations/views/passages/test_highlights.py": ("annotations/views/events.py",),
    "tests/newsroom/actions/test_history.py": ("newsroom/models/activity.py",),
    "tests/newsroom/config/test_permissions.py": (
        "annotations/urls.py",
        "newsroom/config/apps.py",
        "newsroom/urls.py",
    ),
    "tests/newsroom/config/test_settings.py": ("newsroom/config/wsgi.py",),
    "tests/newsroom/search/test_retrieving.py": (
        "newsroom/search/clauses.py",
        "newsroom/search/sqlite.py",
    ),
    "tests/newsroom/text/metadata/test_outlets.py": ("newsroom/text/metadata/agencies.py",),
}
