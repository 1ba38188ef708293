"""Provide the fixtures that all tests share."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.line_coverage import is_measured, paused

if TYPE_CHECKING:
    from django.db.models import Model
    from django.test import Client
    from pytest_django.fixtures import SettingsWrapper
    from pytest_django.plugin import DjangoDbBlocker

    from newsroom.models import User
    from tests.admin_panel import Panel
    from tests.web_servers import Web
    from tests.world import World

settings.register_profile(
    "local", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", parent=settings.get_profile("local"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")

#: A password hash that takes no time.
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Set the name of the tests' database, which no other run uses: a file, or a database on the
    server of `DATABASE_URL`.

    A live server answers from another thread. It cannot share SQLite's in-memory database with the test,
    because both would use one connection and so one transaction. With a file each has its own connection, and
    they wait for each other as in production.
    """
    from django.db import connection

    file = tmp_path_factory.mktemp("database") / "tests.sqlite3"
    name = str(file) if connection.vendor == "sqlite" else f"newsroom_tests_{os.getpid()}"
    connection.settings_dict["TEST"]["NAME"] = name


@pytest.fixture(scope="session", autouse=True)
def _settings_for_tests() -> Iterator[None]:
    """Set a fast password hash, and static files without the manifest that `collectstatic` makes.

    Static files are looked up when a page asks for them. If the whole folder were read for each client that a
    test makes, this would take three quarters of the time of every request. The settings are set once for all
    tests, because Django forgets its hashers and storages whenever they change.
    """
    from django.conf import settings
    from django.test import override_settings

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(
        WHITENOISE_AUTOREFRESH=True,
        PASSWORD_HASHERS=QUICK,
        STORAGES={**settings.STORAGES, "staticfiles": plain},
    ):
        yield


@pytest.fixture(scope="module")
def _standing(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> Iterator[None]:
    """Keep rows that fixtures write for every test of the module, and roll them back after the last test.

    Each test rolls back only its own writes.
    """
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def world(_standing: None) -> "World":
    """Return a world with something of everything and a person of every role, made once
    for all tests of a module.
    """
    from tests.world import World

    return World()


@pytest.fixture(scope="module")
def rows_of_each(_standing: None) -> "dict[type[Model], Model]":
    """Return a row of every model that the panel shows, made once for all tests of a module."""
    from newsroom.roles import UserRole
    from tests import make
    from tests.admin_panel import one_of_each

    return one_of_each(make.user(UserRole.CURATOR))


@pytest.fixture
def web(settings: "SettingsWrapper") -> Iterator["Web"]:
    """Serve another site on this machine, from which the desk may fetch pages."""
    from tests.web_servers import serving

    settings.FETCH_ALSO = frozenset({"127.0.0.1"})
    with serving() as web:
        yield web


@pytest.fixture
def curator(db: None) -> "User":
    from newsroom.roles import UserRole
    from tests import make

    return make.user(UserRole.CURATOR, "curator")


@pytest.fixture
def panel(client: "Client", curator: "User") -> "Panel":
    """Return the admin panel, opened by a curator who has signed in."""
    from tests.admin_panel import Panel

    client.force_login(curator)
    return Panel(client, curator)


@pytest.fixture
def _guards_lowered_at_the_end(request: pytest.FixtureRequest) -> Iterator[None]:
    """Drop the triggers after a transactional test, so that its tables can be emptied.

    On SQLite tables are emptied by DELETE, which the triggers refuse. `flush` sends `post_migrate`, which
    puts the triggers up again for the next test.
    """
    yield
    from django.db import connection

    from annotations.models.guards import GUARDS as OF_ANNOTATIONS
    from newsroom.models.guards import GUARDS, remove_guards

    remove_guards(connection, [*GUARDS, *OF_ANNOTATIONS])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that limit CPU time as slow, and drop the triggers after those that empty tables."""
    for item in items:
        if bounds_cpu_time(item):
            item.add_marker(pytest.mark.slow)
        if empties_tables(item):
            item.fixturenames.append("_guards_lowered_at_the_end")  # type: ignore[attr-defined]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Measure no coverage in tests that are not measured, or that limit CPU time."""
    module = item.nodeid.partition("::")[0]
    if is_measured(module) and not bounds_cpu_time(item):
        return (yield)
    with paused():
        return (yield)


def bounds_cpu_time(item: pytest.Item) -> bool:
    """Return whether a test limits the CPU time of something."""
    function = getattr(item, "function", None)
    return function is not None and "cpu_seconds" in function.__code__.co_names


def empties_tables(item: pytest.Item) -> bool:
    """Return whether pytest-django empties all tables after a test, because it commits."""
    marker = item.get_closest_marker("django_db")
    if marker and marker.kwargs.get("transaction"):
        return True
    fixtures = set(getattr(item, "fixturenames", []))
    return not fixtures.isdisjoint({"transactional_db", "live_server"})
