"""Serve the site as people serve it, for load tests, benches and screenshots, with its
own folder and processes.

`manage.py demo` makes and serves the sample desk, and a `Person` signs in by HTTP.
"""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parent.parent
POSTGRES = os.environ.get("TEST_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/postgres")
DATABASES = ("sqlite", "postgresql")
#: The kind of database that the other tests of this run use.
DATABASE = "postgresql" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "sqlite"
HOST = "127.0.0.1"
STORY = "g20-bali-2022"
# Variables of a person's own shell that must not reach the sites made here.
SERVING = {
    "ALLOWED_HOSTS",
    "CSRF_TRUSTED_ORIGINS",
    "DATABASE_URL",
    "DEBUG",
    "HTTPS",
    "LOG_LEVEL",
    "PROXIES",
    "SECRET_KEY",
}
BOUNDARY = "the-parts-of-a-form"
STARTING = 60.0  # seconds a server may take until it answers


@dataclass(slots=True)
class Site:
    """A site under the folder `var`, and the server's processes while it is served. `password`
    opens all four accounts.
    """

    var: Path
    environment: dict[str, str]
    password: str
    port: int = 0
    process: subprocess.Popen[bytes] | None = None

    def command(self, *arguments: str) -> str:
        """Return what `manage.py` prints with these arguments. Raises `CalledProcessError` if it fails."""
        command = [sys.executable, "manage.py", *arguments]
        run = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False
        )
        if run.returncode:
            print(run.stdout[-2_000:], run.stderr[-2_000:], file=sys.stderr)
            run.check_returncode()
        return run.stdout

    def start(self, port: int = 0) -> None:
        """Serve in a process group of its own, and return as soon as the site answers.

        Without `port`, any free port is taken.
        """
        self.port = port or free_port()
        command = [sys.executable, "manage.py", "demo", "--port", str(self.port)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stderr=log, start_new_session=True
            )
        wait_for(self.port, self.process)

    def stop(self) -> None:
        """End the server, if it runs, as an operator does."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=30)

    def kill(self) -> None:
        """Kill the server's whole process group at once, as a power cut does."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=30)

    @property
    def log(self) -> Path:
        """Return the path of the file with what the server wrote to stderr."""
        return self.var / "server.log"

    def processes(self) -> list[int]:
        """Return the ids of the server's processes (on Linux)."""
        assert self.process is not None
        return [pid for pid in _numbered("/proc") if _group(pid) == self.process.pid]

    def cpu(self) -> float:
        """Return the seconds of CPU that the server's processes have used until now (on
        Linux, in steps of 10 ms).
        """
        return sum(sum(map(int, _stat(pid)[11:15])) for pid in self.processes()) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Return the MB that the server's processes hold, with shared pages counted once (on
        Linux: proportional set size).
        """
        rollups = (Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii") for pid in self.processes())
        return sum(int(re.findall(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)[0]) for rollup in rollups) / 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of the server, read to its end."""

    status: int
    headers: Mapping[str, str]
    body: str


class Person:
    """A person with a browser: one open connection, one cookie jar, and the CSRF token of the last page."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection(HOST, port, timeout=60)
        self.cookies: dict[str, str] = {}
        self.token = ""

    def sign_in(self, name: str, password: str) -> None:
        """Sign in with the page's form. Raises `RuntimeError` if the site does not accept it."""
        self.get("/sign-in/")
        answer = self.post("/sign-in/", {"username": name, "password": password})
        if answer.status != http.HTTPStatus.FOUND:
            raise RuntimeError(f"Signing in as {name} answered {answer.status}.")

    def get(self, path: str) -> Answer:
        """Return a page. If the server has closed the idle connection, ask again, as browsers do.

        Several errors say so, because the server may close before the request is sent or just after.
        """
        try:
            answer = self._ask("GET", path)
        except (ConnectionResetError, BrokenPipeError):  # http.client.RemoteDisconnected is one of the former
            self.connection.close()
            answer = self._ask("GET", path)
        found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', answer.body)
        self.token = found[1] if found else self.token
        return answer

    def post(self, path: str, fields: Mapping[str, object], *, htmx: bool = False) -> Answer:
        """Send the fields of a form as the page does: with its token and, for htmx, its
        headers. Return the answer.
        """
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        if htmx:
            headers |= {"HX-Request": "true", "HX-Target": "card", "X-CSRFToken": self.token}
        return self._ask("POST", path, urlencode({"csrfmiddlewaretoken": self.token, **fields}), headers)

    def hand_in(self, path: str, name: str, content: bytes) -> Answer:
        """Send a file in the form's field `files`, with the page's token, and return the answer."""
        parts = [
            (
                f"--{BOUNDARY}\r\nContent-Disposition: form-data; "
                f'name="csrfmiddlewaretoken"\r\n\r\n{self.token}\r\n'
            ),
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n',
            f"{content.decode()}\r\n--{BOUNDARY}--\r\n",
        ]
        return self._ask(
            "POST", path, "".join(parts), {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        )

    def begin(self, path: str) -> None:
        """Send an empty form as htmx does, over a new connection, without waiting for the answer."""
        self.connection.close()
        headers = {"HX-Request": "true", "X-CSRFToken": self.token, "Cookie": self._cookies()}
        self.connection.request("POST", path, "", headers)

    def close(self) -> None:
        self.connection.close()

    def _ask(
        self, method: str, path: str, body: str = "", headers: Mapping[str, str] | None = None
    ) -> Answer:
        self.connection.request(
            method, path, body.encode() or None, {"Cookie": self._cookies(), **(headers or {})}
        )
        response = self.connection.getresponse()
        text = response.read().decode()
        for cookie in response.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(response.status, response.headers, text)

    def _cookies(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Wait until the site answers at `port`. Raises `RuntimeError` if the server ends or
    takes longer than `STARTING`.
    """
    deadline = time.monotonic() + STARTING
    while time.monotonic() < deadline and server.poll() is None:
        person = Person(port)
        try:
            if person.get("/healthz").status == http.HTTPStatus.OK:
                return
        except ConnectionError:
            time.sleep(0.1)
        finally:
            person.close()
    raise RuntimeError(f"The server did not answer at port {port}.")


def _numbered(folder: str) -> list[int]:
    return [int(path.name) for path in Path(folder).iterdir() if path.name.isdecimal()]


def _group(pid: int) -> int:
    """Return the process group of a process, or 0 if the process has ended."""
    try:
        return int(_stat(pid)[2])
    except (FileNotFoundError, ProcessLookupError):
        return 0


def _stat(pid: int) -> list[str]:
    """Return the fields of /proc/PID/stat from the third on (see proc(5)).

    The second field is a name in brackets that may hold spaces.
    """
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
