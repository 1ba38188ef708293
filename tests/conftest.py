"""Provide the fixtures that all tests share."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

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
    """The tests' database is a file, as people's is, and no other run's: `DATABASE_URL` says on which server.

    A live server answers from another thread. It cannot share SQLite's in-memory database with the test, for
    there both use one connection and so one transaction; with a file each has its own and they queue as they
    do in earnest.
    """
    from django.db import connection

    file = tmp_path_factory.mktemp("database") / "tests.sqlite3"
    name = str(file) if connection.vendor == "sqlite" else f"newsroom_tests_{os.getpid()}"
    connection.settings_dict["TEST"]["NAME"] = name


@pytest.fixture(scope="session", autouse=True)
def _settings_for_tests() -> Iterator[None]:
    """Set a quick password hash, and pages without the manifest that only `collectstatic` makes.

    Files are looked for when they are asked for: reading the whole folder again for each client that a test
    makes took three quarters of the time of every request. The settings are set once for all tests, because
    Django forgets its hashers and storages whenever they change.
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
    """What is written meanwhile is there for every test of the module, each of which undoes its own; then it
    goes.
    """
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def world(_standing: None) -> "World":
    """Something of everything, and people of every role: made once for all tests of a module."""
    from tests.world import World

    return World()


@pytest.fixture(scope="module")
def rows_of_each(_standing: None) -> "dict[type[Model], Model]":
    """A row of every model that the panel shows: made once for all tests of a module."""
    from newsroom.roles import UserRole
    from tests import make
    from tests.admin_panel import one_of_each

    return one_of_each(make.user(UserRole.CURATOR))


@pytest.fixture
def web(settings: "SettingsWrapper") -> Iterator["Web"]:
    """Another site, on this machine, which the desk may fetch from."""
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
    """The admin panel, open to a curator who has signed in."""
    from tests.admin_panel import Panel

    client.force_login(curator)
    return Panel(client, curator)


@pytest.fixture
def _guards_lowered_at_the_end(request: pytest.FixtureRequest) -> Iterator[None]:
    """Emptying the tables after a transactional test is a DELETE on SQLite, which the guards would rightly
    refuse.

    `flush` sends `post_migrate`, which puts them up again for the next test.
    """
    yield
    from django.db import connection

    from annotations.models.guards import GUARDS as OF_ANNOTATIONS
    from newsroom.models.guards import GUARDS, remove_guards

    remove_guards(connection, [*GUARDS, *OF_ANNOTATIONS])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that bound CPU time as slow, and lower the guards after those that empty tables."""
    for item in items:
        if bounds_cpu_time(item):
            item.add_marker(pytest.mark.slow)
        if empties_tables(item):
            item.fixturenames.append("_guards_lowered_at_the_end")  # type: ignore[attr-defined]


def bounds_cpu_time(item: pytest.Item) -> bool:
    """Return whether a test measures the time that something huge takes."""
    function = getattr(item, "function", None)
    return function is not None and "cpu_seconds" in function.__code__.co_names


def empties_tables(item: pytest.Item) -> bool:
    """Return whether pytest-django empties all tables after a test, because it commits."""
    marker = item.get_closest_marker("django_db")
    if marker and marker.kwargs.get("transaction"):
        return True
    fixtures = set(getattr(item, "fixturenames", []))
    return not fixtures.isdisjoint({"transactional_db", "live_server"})
