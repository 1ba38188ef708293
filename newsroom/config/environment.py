"""Read the environment variables once, with a clear error if a value is missing or wrong.

Without DATABASE_URL (`manage.py demo`, SQLite under `var/`) the secret key is in a file in that folder, so
that every later command of the same checkout finds it.
"""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

_PACKAGE = Path(__file__).resolve().parent.parent
#: An installed package has templates/, static/ and seeds/ in here, because a wheel contains only packages.
BUNDLED = _PACKAGE / "_bundled"
INSTALLED = BUNDLED.is_dir()
#: The folder that contains templates/, static/ and seeds/. In a checkout it is the folder around the package.
BASE = BUNDLED if INSTALLED else _PACKAGE.parent
#: A checkout keeps its data in its own var/. An installed package uses var/ of the current folder, because
#: the folder of the package may be read-only and is shared by all desks of the machine.
_DEFAULT_VAR = (Path.cwd() if INSTALLED else BASE) / "var"
VAR = Path(os.environ.get("NEWSROOM_VAR", _DEFAULT_VAR))
KEY_FILE = VAR / "secret.key"
#: How many seconds a request waits for a lock or a connection before the database counts as busy.
LONGEST_WAIT = 8
LOCAL_HOSTS = "127.0.0.1,localhost,[::1]"
#: The fewest characters of a secret key.
SHORTEST_KEY = 50


@dataclass(frozen=True, slots=True)
class Environment:
    """The settings that differ between installations.

    `https` is true if the site is served over TLS. `proxies` is the number of proxies in front of the site.
    `database` is Django's dictionary for one database. `sentence_model` is the folder of the sentence model,
    or None if none is used.
    """

    secret_key: str
    debug: bool
    https: bool
    allowed_hosts: list[str]
    csrf_trusted_origins: list[str]
    proxies: int
    log_level: str
    database: dict[str, Any]
    sentence_model: Path | None


def read_environment(
    environ: Mapping[str, str], *, key_file: Path = KEY_FILE, var: Path = VAR
) -> Environment:
    """Return the settings from the environment variables `environ`.

    `key_file` holds the secret key if SECRET_KEY is not set, and `var` is the folder of the SQLite database.
    Raises `ImproperlyConfigured` with a sentence that names the variable and says what to write in it.
    """
    debug = _switch(environ, "DEBUG", default=False)
    embedded = not environ.get("DATABASE_URL")
    secret_key = _secret_key(environ, key_file if embedded else None, debug=debug)
    database = _database(environ.get("DATABASE_URL", ""), var)
    hosts = _hosts(environ.get("ALLOWED_HOSTS", ""))
    local = debug or (embedded and not hosts)
    https = _switch(environ, "HTTPS", default=not local)
    if not local and not hosts:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS is not set: name the hosts of this desk, such as desk.example.org."
        )
    return Environment(
        secret_key=secret_key,
        debug=debug,
        https=https,
        allowed_hosts=hosts or _listed(LOCAL_HOSTS),
        csrf_trusted_origins=_origins(environ.get("CSRF_TRUSTED_ORIGINS", "")),
        proxies=_number(environ, "PROXIES", default=int(https)),
        log_level=_level(environ.get("LOG_LEVEL", "")),
        database=database,
        sentence_model=_folder(environ, "SENTENCE_MODEL"),
    )


def prepare_demo(
    environ: dict[str, str] | os._Environ[str] = os.environ, *, key_file: Path = KEY_FILE
) -> None:
    """Make the file with the secret key, readable only by its owner, unless it exists or SECRET_KEY is set.

    If DATABASE_URL is set, also put the key into `environ`. Then the demo is restricted to this machine and
    to plain HTTP, unless ALLOWED_HOSTS is set.
    """
    has_own_database = bool(environ.get("DATABASE_URL"))
    if not environ.get("SECRET_KEY"):
        if not key_file.exists():
            key_file.parent.mkdir(parents=True, exist_ok=True)
            key_file.touch(mode=0o600)
            key_file.write_text(secrets.token_urlsafe(50), encoding="ascii")
        if has_own_database:
            environ["SECRET_KEY"] = key_file.read_text(encoding="ascii")
    if has_own_database and not environ.get("ALLOWED_HOSTS"):
        environ["ALLOWED_HOSTS"] = LOCAL_HOSTS
        # The demo serves plain HTTP, so the default of HTTPS would lead nowhere.
        environ["HTTPS"] = environ.get("HTTPS") or "0"


def _secret_key(
    environ: Mapping[str, str],
    key_file: Path | None,
    *,
    debug: bool,
) -> str:
    """Return SECRET_KEY, else the key in `key_file`, else a temporary key if `debug` is true.

    Raises `ImproperlyConfigured` if there is no key, or if the key is too short.
    """
    key = environ.get("SECRET_KEY", "")
    if not key and key_file is not None and key_file.is_file():
        key = key_file.read_text(encoding="ascii").strip()
    if not key and debug:
        key = secrets.token_urlsafe(50)
    if not key:
        raise ImproperlyConfigured(
            "SECRET_KEY is not set. Put a long random string in it, or set DEBUG=1 for a throw-away key, "
            "or run `manage.py demo` once, which makes one for this checkout."
        )
    if len(key) < SHORTEST_KEY:
        raise ImproperlyConfigured(
            f"SECRET_KEY is too short: use at least {SHORTEST_KEY} random characters."
        )
    return key


def _hosts(value: str) -> list[str]:
    hosts = _listed(value)
    for host in hosts:
        if "/" in host:
            raise ImproperlyConfigured(
                f"ALLOWED_HOSTS: write {host!r} without scheme and path, as desk.example.org."
            )
    return hosts


def _switch(
    environ: Mapping[str, str],
    name: str,
    *,
    default: bool,
) -> bool:
    value = environ.get(name, "").strip().lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    if value:
        raise ImproperlyConfigured(f"{name}={value!r} is neither on nor off: use 1 or 0.")
    return default


def _number(
    environ: Mapping[str, str],
    name: str,
    *,
    default: int,
) -> int:
    value = environ.get(name, "").strip()
    if value and not (value.isascii() and value.isdecimal()):
        raise ImproperlyConfigured(f"{name}={value!r} is no number: write how many, such as 1.")
    if not value:
        return default
    return int(value)


def _folder(environ: Mapping[str, str], name: str) -> Path | None:
    value = environ.get(name, "").strip()
    # A name that is not a folder must not reach the library, which would search for a model of that name on
    # the network.
    if value and not Path(value).is_dir():
        raise ImproperlyConfigured(
            f"{name}={value!r} is no folder: write its path, or leave {name} out."
        )
    if not value:
        return None
    return Path(value).resolve()


def _level(value: str) -> str:
    level = value.strip().upper() or "INFO"
    if level not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
        raise ImproperlyConfigured(
            f"LOG_LEVEL={value!r} is none of DEBUG, INFO, WARNING and ERROR."
        )
    return level


def _listed(value: str) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]


def _origins(value: str) -> list[str]:
    origins = _listed(value)
    for origin in origins:
        if not origin.startswith(("http://", "https://")):
            raise ImproperlyConfigured(
                f"CSRF_TRUSTED_ORIGINS holds {origin!r}, which lacks its scheme: write https://{origin}."
            )
    return origins


def _database(url: str, var: Path) -> dict[str, Any]:
    if not url:
        url = f"sqlite:///{var / 'newsroom.sqlite3'}"
    try:
        database: dict[str, Any] = dict(
            dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
        )
    except ValueError as error:  # errors of dj-database-url are ValueErrors
        raise ImproperlyConfigured(
            f"DATABASE_URL cannot be read ({error}): write sqlite:///path or "
            f"postgres://user:password@host:port/name."
        ) from error
    if database["ENGINE"] == "django.db.backends.sqlite3":
        return _sqlite(database)
    if database["ENGINE"] == "django.db.backends.postgresql":
        return _postgresql(database)
    raise ImproperlyConfigured(
        "DATABASE_URL names an unsupported database: use SQLite or PostgreSQL."
    )


def _sqlite(database: dict[str, Any]) -> dict[str, Any]:
    Path(database["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    options = {
        # IMMEDIATE takes the write lock at BEGIN, so that two writers wait for each other instead of failing
        # later (SQLITE_BUSY).
        "transaction_mode": "IMMEDIATE",
        "timeout": LONGEST_WAIT,
        # Without recursive_triggers, INSERT OR REPLACE could remove a frozen row without firing its triggers.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000; "
        "PRAGMA recursive_triggers=ON;",
    }
    return {**database, "OPTIONS": options, "CONN_HEALTH_CHECKS": False}


def _postgresql(database: dict[str, Any]) -> dict[str, Any]:
    stated = database.get("OPTIONS", {})
    waits = {"connect_timeout": LONGEST_WAIT, "options": f"-c lock_timeout={LONGEST_WAIT}s"}
    return {**database, "OPTIONS": {**waits, **stated}}
