"""Find html-validate, which knows the HTML standard, or install it by npm if node is there."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The newest version that runs on the Node of Debian 12 and 13.
PINNED = "html-validate@9.7.1"
FOLDER = ROOT / "var" / "node"
MISSING = "html-validate is not installed: `make test` does so where node and npm are found."


def find_html_validate() -> str | None:
    """Return the path of the installed html-validate, or None."""
    return shutil.which("html-validate", path=str(FOLDER / "node_modules" / ".bin"))


def install_html_validate() -> str | None:
    """Install html-validate under `var/`, and return its path, or None if that is not possible."""
    if not (shutil.which("node") and shutil.which("npm")):
        return None
    print(f"Installing {PINNED} into {FOLDER.relative_to(ROOT)}.", flush=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    quiet = ("--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error")
    subprocess.run(["npm", "install", *quiet, "--prefix", str(FOLDER), PINNED], check=False)
    return find_html_validate()
