"""Test the values that are read from the environment, and the errors if they are missing or wrong."""

import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom.config.environment import prepare_demo, read_environment

KEY = "k" * 50


@pytest.fixture
def read(tmp_path):
    """Return a function that reads the environment from the given variables, with an empty `var/`."""

    def read(**environ):
        return read_environment(environ, key_file=tmp_path / "secret.key", var=tmp_path)

    return read


def test_without_anything_a_missing_key_is_a_clear_error(read):
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY is not set") as error:
        read()
    assert "DEBUG=1" in str(error.value)
    assert "manage.py demo" in str(error.value)


def test_a_short_key_is_refused(read):
    with pytest.raises(ImproperlyConfigured, match="at least 50"):
        read(SECRET_KEY="k" * 49)


def test_debug_serves_with_a_throw_away_key(read):
    first, second = read(DEBUG="1"), read(DEBUG="1")
    assert first.debug
    assert len(first.secret_key) >= 50
    assert first.secret_key != second.secret_key


def test_the_embedded_set_up_is_local_and_without_tls(read):
    found = read(SECRET_KEY=KEY)
    assert (found.debug, found.https) == (False, False)
    assert found.allowed_hosts == ["127.0.0.1", "localhost", "[::1]"]


def test_elsewhere_tls_is_the_rule_and_hosts_are_named(read):
    found = read(
        SECRET_KEY=KEY, DATABASE_URL="postgres://a:b@db/news", ALLOWED_HOSTS="desk.example.org, b.example"
    )
    assert found.https
    assert found.allowed_hosts == ["desk.example.org", "b.example"]


@pytest.mark.parametrize(
    ("hosts", "said"),
    [("", "is not set"), (" , ", "is not set"), ("https://desk.example.org/", "without scheme")],
)
def test_elsewhere_hosts_must_be_named_and_nothing_but_hosts(read, hosts, said):
    with pytest.raises(ImproperlyConfigured, match=f"ALLOWED_HOSTS.*{said}"):
        read(SECRET_KEY=KEY, DATABASE_URL="postgres://a:b@db/news", ALLOWED_HOSTS=hosts)


def test_where_tls_is_the_rule_one_proxy_stands_before_us_unless_more_are_told(read):
    assert (read(SECRET_KEY=KEY).proxies, read(SECRET_KEY=KEY, HTTPS="1").proxies) == (0, 1)
    assert read(SECRET_KEY=KEY, HTTPS="1", PROXIES="2").proxies == 2


def test_everything_is_told_to_the_log_unless_less_is_wanted(read):
    assert (read(SECRET_KEY=KEY).log_level, read(SECRET_KEY=KEY, LOG_LEVEL="warning").log_level) == (
        "INFO",
        "WARNING",
    )


def test_tls_can_be_switched_off_behind_a_proxy_that_has_it(read):
    assert not read(SECRET_KEY=KEY, ALLOWED_HOSTS="desk.example.org", HTTPS="0").https


@pytest.mark.parametrize(
    ("value", "on"), [("1", True), ("TRUE", True), (" yes ", True), ("off", False), ("0", False)]
)
def test_a_switch_is_on_or_off(read, value, on):
    assert read(SECRET_KEY=KEY, DEBUG=value).debug is on


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"DEBUG": "maybe"}, "neither on nor off"),
        ({"CSRF_TRUSTED_ORIGINS": "desk.example.org"}, "write https://desk.example.org"),
        ({"DATABASE_URL": "nonsense"}, "DATABASE_URL cannot be read"),
        ({"PROXIES": "one"}, "PROXIES='one' is no number"),
        ({"LOG_LEVEL": "loud"}, "none of DEBUG, INFO, WARNING and ERROR"),
        ({"DATABASE_URL": "mysql://a:b@db/news"}, "use SQLite or PostgreSQL"),
    ],
)
def test_a_wrong_value_is_named_with_what_to_write(read, wrong, said):
    with pytest.raises(ImproperlyConfigured, match=said):
        read(**{"SECRET_KEY": KEY, **wrong})


def test_trusted_origins_are_listed(read):
    found = read(SECRET_KEY=KEY, CSRF_TRUSTED_ORIGINS="https://a.example,http://b.example:8000")
    assert found.csrf_trusted_origins == ["https://a.example", "http://b.example:8000"]


def test_without_a_database_there_is_a_file_where_writers_queue(read, tmp_path):
    database = read(SECRET_KEY=KEY).database
    assert database["NAME"] == str(tmp_path / "newsroom.sqlite3")
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert database["OPTIONS"]["timeout"] == 8
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]


def test_the_folder_of_an_sqlite_file_is_made(read, tmp_path):
    read(SECRET_KEY=KEY, DATABASE_URL=f"sqlite:///{tmp_path}/deep/er/news.sqlite3", DEBUG="1")
    assert (tmp_path / "deep" / "er").is_dir()


def test_a_postgresql_address_is_taken_apart(read):
    database = read(
        SECRET_KEY=KEY, DATABASE_URL="postgres://desk:secret@db.example:5433/news", DEBUG="1"
    ).database
    assert database["ENGINE"] == "django.db.backends.postgresql"
    named = {part: database[part] for part in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
    assert named == {"NAME": "news", "USER": "desk", "PASSWORD": "secret", "HOST": "db.example", "PORT": 5433}


def test_demo_makes_a_key_once_that_only_its_owner_reads(tmp_path, read):
    path = tmp_path / "var" / "secret.key"
    prepare_demo({}, key_file=path)
    key = path.read_text()
    prepare_demo({}, key_file=path)
    assert path.read_text() == key
    assert len(key) >= 50
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    found = read_environment({}, key_file=path, var=tmp_path)
    assert found.secret_key == key


def test_demo_makes_none_where_one_is_given(tmp_path):
    prepare_demo({"SECRET_KEY": KEY}, key_file=tmp_path / "secret.key")
    assert not (tmp_path / "secret.key").exists()


def test_demo_on_a_named_database_hands_its_key_on(tmp_path):
    for _ in range(2):  # the key stands already the second time
        environ = {"DATABASE_URL": "postgres://db/news"}
        prepare_demo(environ, key_file=tmp_path / "secret.key")
        assert environ["SECRET_KEY"] == (tmp_path / "secret.key").read_text()
    found = read_environment(environ, key_file=tmp_path / "secret.key", var=tmp_path)
    assert (found.https, found.allowed_hosts) == (False, ["127.0.0.1", "localhost", "[::1]"])


def test_a_sentence_model_is_a_folder_and_nothing_that_would_be_fetched(read, tmp_path):
    assert read(SECRET_KEY=KEY).sentence_model is None
    assert read(SECRET_KEY=KEY, SENTENCE_MODEL=f" {tmp_path} ").sentence_model == tmp_path
    with pytest.raises(
        ImproperlyConfigured, match="'some/model' is no folder: write its path, or leave SENTENCE_MODEL"
    ):
        read(SECRET_KEY=KEY, SENTENCE_MODEL="some/model")
