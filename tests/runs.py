"""List which tests run on which database, with the reasons.

Every test runs on SQLite, except those in the browser's folder and those that need both databases. The tests
listed here run on PostgreSQL as well, because they test something that SQLite cannot show.
"""

STRICTER = "PostgreSQL is stricter about grouping and types, and sorts what is empty last"
REFUSES = (
    "acts lock rows and race for them, and after one refused row PostgreSQL refuses the whole transaction"
)
#: Modules and folders of tests, each with what PostgreSQL may do differently from SQLite.
ON_POSTGRESQL = {
    "tests/newsroom/models": "constraints and triggers are written for each database",
    "tests/annotations/models": "constraints and triggers are written for each database",
    "tests/newsroom/search": "each database has an index of words of its own, with SQL of its own",
    "tests/newsroom/queries": STRICTER,
    "tests/annotations/queries": STRICTER,
    "tests/newsroom/actions": REFUSES,
    "tests/annotations/api": "the feed of changes waits there, and cursors compare values of columns",
    "tests/annotations/actions": REFUSES,
    "tests/newsroom/test_bad_input.py": "PostgreSQL refuses the character NUL and numbers that SQLite stores",
    "tests/annotations/views/test_bad_input.py": "the same, for what is sent to the desk",
    "tests/newsroom/admin/lists/test_filters.py": "the panel's lists have queries of their own",
    "tests/annotations/views/test_exports.py": "an export reads its rows through a cursor of the server",
    "tests/annotations/management": "`verify` reads the guards from the database's own catalogue",
    "tests/newsroom/config/test_stored_values.py": "each database has a first and a last day of its own",
    "tests/newsroom/config/test_crawl.py::test_following_every_link_by_get_changes_no_row[curator]": (
        "every page is asked for, so every query of a page runs once"
    ),
    "tests/newsroom/trouble/test_database.py": "each driver has errors of its own",
    "tests/newsroom/config/test_logs.py": "SQLite counts savepoints as queries",
    "tests/newsroom/test_backup.py": "each database is backed up by commands of its own",
    "tests/load/test_importing.py::test_by_command_what_was_reported_is_there_and_a_second_run_finishes": (
        "the database's server goes on when a command is killed"
    ),
}
#: Tests that run on PostgreSQL only, each with the reason.
NEEDS_POSTGRESQL = {
    "tests/annotations/test_both_databases.py": "it compares both databases",
    "tests/annotations/test_bundles_across.py": "a bundle goes from one database to the other and back",
    "tests/load/test_postgresql_trouble.py": "it ends connections of the server",
    "tests/load/test_load.py::test_every_highlight_that_eight_people_draw_at_once_is_stored_exactly_once": (
        "writers lock rows there; on SQLite, people who draw beside an import show the same"
    ),
}
#: Modules that ask which database they run on. The run on PostgreSQL measures the coverage of these alone,
#: because the run on SQLite measures all others.
DECIDED_BY_DATABASE = (
    "annotations.actions.copying",
    "annotations.api.history",
    "annotations.queries.verifying",
    "annotations.queries.wording.copies",
    "newsroom.actions.locking",
    "newsroom.models.guards",
    "newsroom.search",
    "newsroom.trouble",
    "newsroom.views.health",
)
#: Tests that need no database. `make check` runs these.
WITHOUT_DATABASE = ("tests/newsroom/text", "tests/annotations/logic", "tests/shape")
