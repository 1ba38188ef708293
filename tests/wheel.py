"""Build the wheel, install it in an empty environment and serve the sample desk from an empty folder:
`python -m tests.wheel`.

It prints the requests to the served desk and their answers, and exits with 1 when a step fails. The desk is
served on the loopback interface; pip downloads the pinned dependencies.
"""

import os
import re
import subprocess
import sys
import tempfile
import venv
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

from tests.environment import DEFAULTS, ROOT
from tests.serving import SERVING, STORY, Person, free_port, wait_for

#: The password of the accounts of a desk that is deleted at the end.
PASSWORD = "a long enough password"
#: One file of each folder that is outside the packages in a checkout.
BUNDLED = (
    "newsroom/_bundled/templates/base.html",
    "newsroom/_bundled/static/js/app.js",
    "newsroom/_bundled/seeds/sources.csv",
)
PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check")
NO_INDEX = ("--no-deps", "--no-index")


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        wheel = build(top / "dist")
        lacking = missing(wheel)
        if lacking:
            print(f"{wheel.name} lacks {', '.join(lacking)}.", file=sys.stderr)
            return 1
        command = install(wheel, top / "environment")
        desk = top / "desk"
        desk.mkdir()
        with serving(command, desk) as port:
            wrong = [path for path, status in answers_of(port) if status != HTTPStatus.OK]
        if wrong or not (desk / "var" / "newsroom.sqlite3").is_file():
            print(f"The installed desk did not answer as it should: {wrong}.", file=sys.stderr)
            return 1
    print(f"{wheel.name}: installed, set up in an empty folder, served.")
    return 0


def build(folder: Path) -> Path:
    """Build the wheel of the checkout into a folder, with the build system of this environment."""
    run(
        sys.executable,
        *PIP,
        "wheel",
        *NO_INDEX,
        "--no-build-isolation",
        "--wheel-dir",
        str(folder),
        str(ROOT),
    )
    (wheel,) = folder.glob("newsroom-*.whl")
    return wheel


def missing(wheel: Path) -> list[str]:
    """Return the files that the wheel should hold and does not hold."""
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    return [name for name in BUNDLED if name not in held]


def install(wheel: Path, folder: Path) -> Path:
    """Install the pinned dependencies and the wheel in a new environment; return its command `newsroom`."""
    venv.create(folder, with_pip=True)
    python = str(folder / "bin" / "python")
    run(python, *PIP, "install", "--require-hashes", "--requirement", str(ROOT / "requirements.lock"))
    run(python, *PIP, "install", *NO_INDEX, str(wheel))
    # The pinned versions satisfy the requirements of the wheel.
    run(python, *PIP, "check")
    return folder / "bin" / "newsroom"


@contextmanager
def serving(command: Path, desk: Path) -> Iterator[int]:
    """Serve the sample desk from the folder `desk`, yield the port, and end the server afterwards."""
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if name not in {*SERVING, *DEFAULTS}}
    arguments = [str(command), "demo", "--port", str(port), "--password", PASSWORD]
    server = subprocess.Popen(arguments, cwd=desk, env=kept)
    try:
        wait_for(port, server)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=30)


def answers_of(port: int) -> Iterator[tuple[str, int]]:
    """Sign in and ask for the sample story, its export and a style sheet. Yield each path with
    the status of the answer.
    """
    editor = Person(port)
    editor.sign_in("editor", PASSWORD)
    style_sheets = re.findall(r'href="(/static/[^"]+\.css)"', editor.get("/").body)
    for path in (f"/stories/{STORY}/", "/export/annotations.csv", *style_sheets):
        answer = editor.get(path)
        print(f"{answer.status} {path}")
        yield path, answer.status
    editor.close()
    if not style_sheets:
        raise RuntimeError("The first page names no style sheet.")


def run(*command: str) -> None:
    subprocess.run(command, check=True, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main())
